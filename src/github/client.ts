import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { invariant } from '../errors.ts'
import { credentialsOf } from '../git/variables.ts'
import { forMessage } from '../report/text/for-message.ts'
import { ApiError } from './api-error.ts'
import type { Context } from './context.ts'
import { failureOf, parsedAnswer } from './request-failure.ts'
import { boundedFetch, type Fetch } from './transport.ts'

type Octokit = ReturnType<typeof import('@actions/github').getOctokit>

const LIMITS = {
  /** Tries of one request. */
  attempts: 4,
  /** Milliseconds that all requests of this client together may spend waiting for another try. */
  waitMs: 60_000,
  /** Milliseconds for one try, with its answer. */
  requestMs: 30_000,
  /** Bytes of one answer. A page of 100 comments of 65,536 characters has at most 26 MB. */
  responseBytes: 32 * 1024 * 1024,
}
export type ClientLimits = typeof LIMITS

const FIRST_WAIT_MS = 1000

export interface ClientOptions {
  token: string
  context: Pick<Context, 'repository' | 'serverUrl' | 'apiUrl' | 'graphqlUrl'>
  /** Called when a request is tried again, with a line for the log. */
  onNotice: (text: string) => void
  wait?: (ms: number) => Promise<unknown>
  limits?: Partial<ClientLimits>
}

interface GetOptions {
  /** `git`: with the token as git sends it. `nobody`: without, for addresses that carry their own right. */
  as: 'git' | 'nobody'
  /** Null: only the status is wanted, the answer is not read. */
  limitBytes: number | null
}

/** GitHub for one repository and one token. Every failure of every method is an ApiError. */
export interface Client {
  /** Parameters of nearly every request. */
  readonly repository: { readonly owner: string; readonly repo: string }
  readonly serverUrl: string
  /** Made at the first call: loading it costs more than all else in a run that has nothing to say. */
  octokit(): Promise<Octokit>
  /**
   * The `data` of a GraphQL answer; what does not exist is null in it. A mutation that may have been carried
   * out is not repeated unless it is said to be repeatable.
   */
  graphql(
    query: string,
    variables: Record<string, unknown>,
    options?: { repeatable: boolean },
  ): Promise<unknown>
  /** An address outside of the API. Fails on any status but 2xx. */
  get(address: string, options: GetOptions): Promise<Buffer>
}

/** True for requests that come to the same when they are carried out twice. */
const isRepeatable = (method: string): boolean => method !== 'POST'

export function openClient(options: ClientOptions): Client {
  const { token, context } = options
  const limits = { ...LIMITS, ...options.limits }
  const withRetries = retries(options, limits)
  let octokit: Promise<Octokit> | undefined
  const connected = (): Promise<Octokit> => (octokit ??= connect(options, limits, withRetries))

  return {
    repository: { owner: context.repository.owner, repo: context.repository.name },
    serverUrl: context.serverUrl,
    octokit: connected,

    async graphql(query, variables, { repeatable } = { repeatable: /^\s*query\b/.test(query) }) {
      const { request } = await connected()
      const { data } = await request({
        method: 'POST',
        url: context.graphqlUrl,
        query,
        variables,
        request: { repeatable },
      })
      const answer = parsedAnswer(graphqlSchema, data, 'a GraphQL request')
      const error = answer.errors.find(({ type }) => type !== 'NOT_FOUND')
      if (error !== undefined) throw graphqlError(error)
      return answer.data
    },

    async get(address, { as, limitBytes }) {
      const { protocol, origin, pathname } = new URL(address)
      const what = `GET ${origin}${pathname}`
      // Plain HTTP only where the API itself is spoken to that way: a test, or a server inside a closed
      // network.
      if (protocol !== 'https:' && protocol !== new URL(context.apiUrl).protocol) {
        throw new ApiError({
          kind: 'other',
          message: `GitHub named an address without https (${what})`,
          mayHaveHappened: false,
        })
      }
      const { request } = await connected()
      const given = request.endpoint.DEFAULTS.request?.fetch as Fetch
      const fetch = boundedFetch(given, what, limits.requestMs, limitBytes)
      const headers: Record<string, string> =
        as === 'git' ? { authorization: `basic ${credentialsOf(token)}` } : {}
      return withRetries(what, true, async () => {
        const response = await fetch(address, { method: 'GET', headers })
        const bytes = Buffer.from(await response.arrayBuffer())
        if (response.ok) return bytes
        throw Object.assign(new Error(''), { status: response.status, headers: response.headers })
      })
    },
  }
}

/** Repeats `send` until it succeeds, fails for good, or the limits are reached. */
type WithRetries = <T>(what: string, repeatable: boolean, send: () => Promise<T>) => Promise<T>

function retries({ context, onNotice, wait = delay }: ClientOptions, limits: ClientLimits): WithRetries {
  let waitedMs = 0
  return async (what, repeatable, send) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await send()
      } catch (error) {
        const failure = failureOf(error, what).of(context.serverUrl)
        const waitMs = failure.waitMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1)
        const isTransient = ['unavailable', 'garbled', 'rate-limited'].includes(failure.kind)
        const isSafe = repeatable || !failure.mayHaveHappened
        const isAffordable = attempt < limits.attempts && waitedMs + waitMs <= limits.waitMs
        if (!isTransient || !isSafe || !isAffordable) throw failure
        waitedMs += waitMs
        onNotice(
          `${failure.message}. Trying again in ${Math.ceil(waitMs / 1000)} s (${attempt + 1} of ${limits.attempts}).`,
        )
        await wait(waitMs)
      }
    }
  }
}

async function connect(
  { token, context }: ClientOptions,
  limits: ClientLimits,
  withRetries: WithRetries,
): Promise<Octokit> {
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(token, {
    baseUrl: context.apiUrl,
    // Deprecation notices of GitHub are for us, not for the user's log.
    log: { debug() {}, info() {}, warn() {}, error() {} },
  })
  octokit.hook.wrap('request', (request, parameters) => {
    const method = parameters.method ?? 'GET'
    const what = `${method} ${new URL(octokit.request.endpoint(parameters as never).url).pathname}`
    const fetch = parameters.request?.fetch as Fetch | undefined
    invariant(fetch, '@actions/github gives its requests a fetch')
    // In place: the next hook in line is given this very object, whatever `request` is called with.
    parameters.request = {
      ...parameters.request,
      fetch: boundedFetch(fetch, what, limits.requestMs, limits.responseBytes),
    }
    return withRetries(what, parameters.request?.['repeatable'] ?? isRepeatable(method), async () => {
      const response = await request(parameters)
      // octokit hands on as text what it cannot parse.
      if (
        response.status < 204 &&
        (typeof response.data === 'string' || response.data instanceof ArrayBuffer)
      ) {
        throw new ApiError({
          kind: 'garbled',
          message: `GitHub sent no JSON: ${forMessage(String(response.data))} (${what})`,
          mayHaveHappened: true,
        })
      }
      return response
    })
  })
  return octokit
}

const graphqlSchema = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ type: z.string().default('no type'), message: z.string() })).default([]),
})

const GRAPHQL_KINDS: Record<string, ApiError['kind']> = {
  FORBIDDEN: 'forbidden',
  STALE_DATA: 'conflict',
  RATE_LIMITED: 'rate-limited',
}

function graphqlError({ type, message }: { type: string; message: string }): ApiError {
  return new ApiError({
    kind: GRAPHQL_KINDS[type] ?? 'other',
    message: `GitHub refused a GraphQL request (${forMessage(type)}): ${forMessage(message)}`,
    mayHaveHappened: false,
  })
}
