import { UserError } from '../errors.ts'

export type ApiErrorKind =
  /** The token is not a valid one. */
  | 'unauthorized'
  /** The token may not do this; `permission` says what it lacks. */
  | 'forbidden'
  | 'rate-limited'
  | 'not-found'
  | 'gone'
  /** Something else changed meanwhile. */
  | 'conflict'
  /** What was sent is longer than GitHub takes. */
  | 'too-long'
  /** The answer is longer than Benchgate reads. */
  | 'too-large'
  /** The answer is not JSON, or breaks off. */
  | 'garbled'
  /** No answer, or one of GitHub's own failures (5xx). */
  | 'unavailable'
  | 'other'

export interface ApiFailure {
  kind: ApiErrorKind
  message: string
  /** As a workflow spells it: `pull-requests: write`. Absent where GitHub does not say. */
  permission?: string | null
  /** True when the request may have been carried out all the same. */
  mayHaveHappened: boolean
  /** How long GitHub asks to wait, in milliseconds; absent where it does not. */
  waitMs?: number | null
  /** The server's address for people; absent where it is not known. */
  serverUrl?: string
}

/** A request to GitHub that failed for good; `kind` is for code, `message` and `remedy` for people. */
export class ApiError extends UserError {
  readonly kind: ApiErrorKind
  readonly mayHaveHappened: boolean
  readonly waitMs: number | null
  readonly #failure: ApiFailure

  constructor(failure: ApiFailure, options?: { cause?: unknown }) {
    super('github', failure.message, remedyFor(failure), options)
    this.kind = failure.kind
    this.mayHaveHappened = failure.mayHaveHappened
    this.waitMs = failure.waitMs ?? null
    this.#failure = failure
  }

  /** The same failure, of a server that is known: each has its own place that says how it is. */
  of(serverUrl: string): ApiError {
    return new ApiError({ ...this.#failure, serverUrl }, { cause: this.cause })
  }
}

/** What a request resolves with; null where GitHub says that there is no such thing, or that it is gone. */
export async function nullIfMissing<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request
  } catch (error) {
    if (error instanceof ApiError && (error.kind === 'not-found' || error.kind === 'gone')) return null
    throw error
  }
}

/** What became of something that GitHub did not let be published; both texts are for people. */
export interface Unpublished {
  status: 'forbidden' | 'failed'
  reason: string
  remedy: string
}

/** Throws errors that are bugs on. */
export function unpublished(error: unknown): Unpublished {
  if (!(error instanceof UserError)) throw error
  const isForbidden = error instanceof ApiError && error.kind === 'forbidden'
  return { status: isForbidden ? 'forbidden' : 'failed', reason: error.message, remedy: error.remedy }
}

function remedyFor({ kind, permission = null, serverUrl }: ApiFailure): string {
  switch (kind) {
    case 'unauthorized':
      return 'Correct the input github-token, or leave it out.'
    case 'forbidden':
      return permission === null
        ? 'Look at the permissions of the job and at the settings of the repository.'
        : `Give the job this permission: \`${permission}\`. For pull requests from forks and from Dependabot the token can only read.`
    case 'rate-limited':
      return 'Run the job again later.'
    case 'not-found':
    case 'gone':
      return 'Look whether it exists, and whether the token may see it.'
    case 'conflict':
      return 'Run the job again.'
    case 'too-long':
    case 'too-large':
    case 'other':
      return 'Please report this with the log of the step.'
    case 'garbled':
    case 'unavailable': {
      const place =
        serverUrl === 'https://github.com' ? 'https://www.githubstatus.com' : 'the status of the server'
      return `Look at ${place} and at proxies on the way, and run the job again.`
    }
  }
}
