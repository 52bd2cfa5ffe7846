/**
 * The closed set of mistakes that a user can make or meet, each with its exit code (docs/reference.md).
 * Anything else that is thrown is a bug in Benchgate and leaves with code 70.
 */
export const EXIT = { pass: 0, overBudget: 1, usage: 2, measurement: 3, bug: 70 } as const

export const ERROR_CODES = {
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

export type ErrorCode = keyof typeof ERROR_CODES

/**
 * What docs/troubleshooting.md has a section on: the message as its heading, with `…` for what varies. A test
 * holds the messages to it.
 */
export const TOPICS = {
  'no-suites': 'no file of head matches suites: …',
  'no-bench-calls': 'the suites of head hold no benchmark: …',
  'no-command-results': 'the commands of head reported no benchmark',
  'changing-names': 'the suites of head hold no benchmark with a fixed name: …',
  'nothing-gated': 'none of the … benchmarks has a budget for what it reports, so there is nothing to check',
  'no-match': 'no benchmark matches --filter …',
  'nothing-measured': 'nothing was measured: …',
  'no-block': 'the time limit of … s was used up before one block was complete…',
  'no-time': 'the time limit was used up before anything was measured: …',
  setup: '… does not build: …',
  dependencies: '… cannot use the installed dependencies: …',
  'no-base': '… Nothing can stand in for it: …',
  'checkout-changed': '… changed while …: …',
  'first-commit': '… is the first commit of the repository: nothing lies before it to compare with',
  'no-parent': 'The parent … of … is not in this shallow clone and could not be fetched',
  'no-default-branch': 'No default branch was found to take the merge base with …',
  'no-common-ancestor': '… and … have no common ancestor.…',
  'unknown-ref': '… is no branch, tag or commit of this repository',
  'no-repository': '… is not in a git repository',
  'two-config-files': 'There are … config files: …',
  'limit-unit': '… is written in …, and … reports it in …',
  results: 'cannot read the results in …: …',
  'nothing-recorded': 'There is no branch … on …: nothing is recorded yet',
  'store-refused': 'The baseline branch … could not be …: …',
  'pull-request-target': 'pull_request_target runs with a token that can write …',
  'fork-token': 'This pull request comes from a fork, and …: its code could take the token.',
  input: 'An input is wrong: …',
} as const

export type Topic = keyof typeof TOPICS

/** A mistake with its way out: `message` says what and where, `remedy` says what to do next. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly code: ErrorCode
  readonly remedy: string
  /** Where docs/troubleshooting.md says more. */
  readonly topic: Topic | null

  constructor(
    code: ErrorCode,
    message: string,
    remedy: string,
    { topic = null, ...options }: { cause?: unknown; topic?: Topic | null } = {},
  ) {
    super(message, options)
    this.topic = topic
    this.code = code
    this.remedy = remedy
  }

  /** The process exit code that this mistake leads to. */
  get exitCode(): number {
    return ERROR_CODES[this.code]
  }
}

/** Throws when a condition that only a bug can break is broken. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`bug in benchgate: ${what}`)
}
