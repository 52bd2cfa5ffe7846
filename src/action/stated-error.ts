import { type ErrorCode, UserError } from '../errors.ts'

const WHAT: Partial<Record<ErrorCode, string>> = {
  'no-benchmarks': 'The evidence holds no number to judge',
  setup: 'Base was not measured, and no stored run can stand in for it',
  results: 'The evidence compares benchmarks that no entry of renamed pairs',
  config: 'A limit is in another unit than the evidence',
}
const REMEDIES: Partial<Record<ErrorCode, string>> = {
  config:
    'Write the limit in the unit that the benchmark is measured in, or let the rule match other benchmarks.',
}

/**
 * An error about evidence that is the pull request's own statement. Its first line is ours; the lines below
 * it may hold names and messages of the job that measured, and are shown under a heading that says so.
 */
export class StatedError extends UserError {
  constructor(cause: UserError) {
    const { code, message, remedy } = cause
    super(
      code,
      `${WHAT[code] ?? 'The evidence could not be judged'}.\n${message}`,
      REMEDIES[code] ?? remedy,
      { cause },
    )
  }
}

/** The part of an error's message that is always ours. */
export const firstLine = (message: string): string => message.split('\n', 1)[0]!
