import { UserError } from '../errors.ts'

/** The error for results that cannot be read: why, and what to do about it. */
export function refusal(
  { path }: { path: string },
  why: string,
  remedy = 'look at the file, write it again with the tool, or name its format',
  cause?: unknown,
): UserError {
  return new UserError(
    'results',
    `cannot read the results in ${path}: ${why}`,
    remedy,
    cause === undefined ? {} : { cause },
  )
}
