/**
 * The closed set of mistakes that a user can make or meet, each with its exit code (README, "Exit codes").
 * Anything else that is thrown is a bug in Benchgate and leaves with code 70.
 */
export const EXIT = { pass: 0, overBudget: 1, usage: 2, measurement: 3, bug: 70 } as const

const CODES = {
  usage: EXIT.usage,
  config: EXIT.usage,
  node: EXIT.usage,
  git: EXIT.usage,
  disk: EXIT.measurement,
  ref: EXIT.usage,
  'no-merge-base': EXIT.usage,
  'first-commit': EXIT.usage,
  'no-suites': EXIT.usage,
  setup: EXIT.measurement,
  dependencies: EXIT.measurement,
  'no-benchmarks': EXIT.measurement,
  'time-limit': EXIT.measurement,
  suite: EXIT.measurement,
  checkouts: EXIT.measurement,
  results: EXIT.usage,
  'no-results': EXIT.measurement,
  github: EXIT.measurement,
  store: EXIT.measurement,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof CODES

/** A mistake with its way out: `message` says what and where, `remedy` says what to do next. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly code: ErrorCode
  readonly remedy: string

  constructor(code: ErrorCode, message: string, remedy: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
    this.remedy = remedy
  }

  /** The process exit code that this mistake leads to. */
  get exitCode(): number {
    return CODES[this.code]
  }
}

/** Throws when a condition that only a bug can break is broken. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`bug in benchgate: ${what}`)
}
