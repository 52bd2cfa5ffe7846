import { z } from 'zod'
import { credentialsOf } from '../git/variables.ts'
import { forMessage } from '../report/text/for-message.ts'
import { ApiError } from './api-error.ts'
import { failureOf } from './request-failure.ts'
import { boundedFetch } from './transport.ts'

/** Milliseconds for one question, and bytes of its answer. */
const TIME_LIMIT_MS = 10_000
const LIMIT_BYTES = 1024 * 1024

/** One repository of one server, and who asks. */
export interface ReadableRepository {
  serverUrl: string
  apiUrl: string
  /** `owner/name`. */
  fullName: string
  token: string
}

interface ApiAnswer {
  data: unknown
  /** Scopes of a token of a person (classic); null for any other. */
  scopes: string | null
}

/**
 * What the API answers about the repository, asked once and without loading GitHub's client: for questions
 * whose answer is not needed. `path` is below `/repos/owner/name`. Throws an ApiError.
 */
export async function readApi(repository: ReadableRepository, path: string): Promise<ApiAnswer> {
  const { apiUrl, fullName, token } = repository
  const address = `${apiUrl}/repos/${fullName}${path}`
  const response = await ask(address, `Bearer ${token}`)
  const text = await response.text()
  return { data: jsonIn(text, address), scopes: response.headers.get('x-oauth-scopes') }
}

function jsonIn(text: string, address: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const message = `GitHub sent no JSON: ${forMessage(text)} (GET ${new URL(address).pathname})`
    throw new ApiError({ kind: 'garbled', message, mayHaveHappened: true }, { cause })
  }
}

/** Asks as git does before a push, which changes nothing. Throws an ApiError where the token may not. */
export async function askToPush({ serverUrl, fullName, token }: ReadableRepository): Promise<void> {
  const address = `${serverUrl}/${fullName}.git/info/refs?service=git-receive-pack`
  await ask(address, `Basic ${credentialsOf(token)}`)
}

const refusal = z.object({ message: z.string().max(500) })

async function ask(address: string, authorization: string): Promise<Response> {
  const what = `GET ${new URL(address).pathname}`
  try {
    const response = await boundedFetch(
      fetch,
      what,
      TIME_LIMIT_MS,
      LIMIT_BYTES,
    )(address, {
      headers: { authorization, accept: 'application/vnd.github+json' },
    })
    if (response.ok) return response
    const said = refusal.safeParse(await response.json().catch(() => null))
    const { status, headers } = response
    throw Object.assign(new Error(said.data?.message ?? ''), { status, headers })
  } catch (error) {
    throw failureOf(error, what)
  }
}
