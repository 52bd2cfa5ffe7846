import { tmpdir } from 'node:os'
import manifest from '../../package.json' with { type: 'json' }
import { explainDisk, isFull, pointElsewhere } from '../files/explain-disk.ts'
import { EXIT, type Topic, UserError } from '../errors.ts'

interface Described {
  message: string
  remedy: string
  topic: Topic | null
  exitCode: number
}

/** What a person reads of any error, and the exit code that says as much to a machine. */
export function describeError(error: unknown): Described {
  // Anything may fill a disk; where the error does not name one, it is the one that is full.
  const directory = [tmpdir(), process.cwd()].find(isFull) ?? tmpdir()
  const otherwise = pointElsewhere('TMPDIR')
  const known = explainDisk(error, { what: 'Benchgate cannot go on', directory, otherwise })
  if (known instanceof UserError) return known
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    message: `This is a bug in benchgate ${manifest.version} on Node ${process.version}.\n${detail}`,
    remedy: 'Please report it with these lines.',
    topic: null,
    exitCode: EXIT.bug,
  }
}
