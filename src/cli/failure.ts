import manifest from '../../package.json' with { type: 'json' }
import { EXIT, UserError } from '../errors.ts'

/** The message for a person when a command could not do its work, and the exit code that says as much to a machine. */
export function explainFailure(error: unknown): { text: string; exitCode: number } {
  if (error instanceof UserError) {
    return { text: `error: ${error.message}\n\n${error.remedy}\n`, exitCode: error.exitCode }
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    text: `This is a bug in benchgate ${manifest.version} on Node ${process.version}. Please report it with these lines:\n\n${detail}\n`,
    exitCode: EXIT.bug,
  }
}
