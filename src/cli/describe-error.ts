import manifest from '../../package.json' with { type: 'json' }
import { EXIT, UserError } from '../errors.ts'

/** What a person reads of any error, and the exit code that says as much to a machine. */
export function describeError(error: unknown): { message: string; remedy: string; exitCode: number } {
  if (error instanceof UserError) return error
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    message: `This is a bug in benchgate ${manifest.version} on Node ${process.version}.\n${detail}`,
    remedy: 'Please report it with these lines.',
    exitCode: EXIT.bug,
  }
}
