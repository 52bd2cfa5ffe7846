import manifest from '../../package.json' with { type: 'json' }
import { UserError } from '../errors.ts'

/** What a person reads of any error: its own words, or that it is a bug of ours. */
export function describeError(error: unknown): { message: string; remedy: string } {
  if (error instanceof UserError) return { message: error.message, remedy: error.remedy }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    message: `This is a bug in benchgate ${manifest.version} on Node ${process.version}.\n${detail}`,
    remedy: 'Please report it with these lines.',
  }
}
