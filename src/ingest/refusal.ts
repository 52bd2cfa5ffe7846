import { UserError } from '../errors.ts'

const NO_REMEDY = 'look at the file, write it again with the tool, or name its format'

/** The error for results that cannot be read: why, and what to do about it. */
export const refusal = (
  input: { path: string },
  why: string,
  remedy = NO_REMEDY,
  cause?: unknown,
): UserError => error('results', input, why, remedy, cause)

/** The error for results that can be read, and hold nothing. */
export const nothingMeasured = (
  input: { path: string },
  why: string,
  remedy = 'check that the benchmarks ran',
): UserError => error('no-results', input, why, remedy)

function error(
  code: 'results' | 'no-results',
  { path }: { path: string },
  why: string,
  remedy: string,
  cause?: unknown,
): UserError {
  const message = `cannot read the results in ${path}: ${why}`
  return new UserError(code, message, remedy, {
    topic: 'results',
    ...(cause !== undefined && { cause }),
  })
}
