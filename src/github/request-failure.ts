import type { z } from 'zod'
import { ApiError, type ApiErrorKind } from './api-error.ts'
import { forMessage } from '../report/text/for-message.ts'

/** What octokit's RequestError and a plain answer have in common. */
interface Answer {
  status: number
  message: string
  headers: Headers
}

/** What went wrong with the request `what` ("GET /repos/..."); throws `error` on where it is a bug. */
export function failureOf(error: unknown, what: string): ApiError {
  // octokit wraps what its fetch throws.
  const known = [error, (error as Error).cause].find((candidate) => candidate instanceof ApiError)
  if (known !== undefined) return known
  const answer = answerIn(error)
  if (answer === null) throw error
  const kind = kindOf(answer)
  return new ApiError(
    {
      kind,
      message: `GitHub answered ${answer.status} to ${what}${answer.message && ': '}${forMessage(answer.message)}`,
      permission: kind === 'forbidden' ? permissionIn(answer.headers) : null,
      // A server that fails may fail after it did what was asked.
      mayHaveHappened: answer.status >= 500,
      waitMs: kind === 'rate-limited' ? waitAskedFor(answer.headers) : null,
    },
    { cause: error },
  )
}

function answerIn(error: unknown): Answer | null {
  const { status, message, headers, response } = error as {
    status?: unknown
    message?: unknown
    headers?: unknown
    response?: { headers?: Record<string, string> }
  }
  if (typeof status !== 'number' || typeof message !== 'string') return null
  return { status, message, headers: new Headers(headers instanceof Headers ? headers : response?.headers) }
}

function kindOf({ status, message, headers }: Answer): ApiErrorKind {
  const isLimit =
    headers.has('retry-after') ||
    headers.get('x-ratelimit-remaining') === '0' ||
    /secondary rate limit|abuse detection/i.test(message)
  if (status === 429 || (status === 403 && isLimit)) return 'rate-limited'
  if (status === 401) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 409) return 'conflict'
  if (status === 410) return 'gone'
  if (status === 422 && /too long/i.test(message)) return 'too-long'
  if (status >= 500) return 'unavailable'
  return 'other'
}

/** Milliseconds until GitHub takes requests again, as its headers say it; null when they do not. */
function waitAskedFor(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  if (seconds >= 0) return seconds * 1000
  const resetMs = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000
  // By GitHub's clock: the runner's may be wrong by more than the limit's window.
  const nowMs = Date.parse(headers.get('date') ?? '')
  if (headers.get('x-ratelimit-remaining') === '0' && resetMs > nowMs) return resetMs - nowMs
  // GitHub asks for a minute at least where it says nothing.
  return 60_000
}

/**
 * What GitHub's header x-accepted-github-permissions asks for, as a workflow spells it. Sets are separated by
 * semicolons, the parts of one by commas.
 */
function permissionIn(headers: Headers): string | null {
  const sets = (headers.get('x-accepted-github-permissions') ?? '')
    .slice(0, 500)
    .split(';')
    .map((set) =>
      set
        .split(',')
        .map((part) => part.trim())
        .filter((part) => /^\w+=\w+$/.test(part))
        .map((part) => part.replaceAll('_', '-').replace('=', ': '))
        .join(' and '),
    )
    .filter((set) => set !== '')
  return sets.length > 0 ? sets.join(' or ') : null
}

/** The part of an answer that a schema names; an ApiError when it is not there. `what` names the request. */
export function parsedAnswer<T>(schema: z.ZodType<T>, data: unknown, what: string): T {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new ApiError(
    {
      kind: 'garbled',
      message: `GitHub's answer to ${what} is not what its description says: ${issue?.path.join('.')} ${issue?.message}`,
      mayHaveHappened: true,
    },
    { cause: result.error },
  )
}
