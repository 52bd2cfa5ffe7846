import { ApiError } from './api-error.ts'

export type Fetch = (address: string, init: RequestInit) => Promise<Response>

/** Failures to reach a host, before anything was sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])

/**
 * `fetch` with an end for the request `what` ("GET /repos/..."): the whole answer is here within `timeMs` and
 * has at most `limitBytes`, else it fails with an ApiError. With `limitBytes` null the answer's content is
 * not read.
 */
export function boundedFetch(fetch: Fetch, what: string, timeMs: number, limitBytes: number | null): Fetch {
  return async (address, init) => {
    const signal = AbortSignal.timeout(timeMs)
    const unavailable = (how: string, mayHaveHappened: boolean, cause: unknown) =>
      new ApiError({ kind: 'unavailable', message: `GitHub ${how} (${what})`, mayHaveHappened }, { cause })
    try {
      const response = await fetch(address, { ...init, signal })
      const { status, headers } = response
      if (limitBytes === null) await response.body?.cancel()
      const content = limitBytes === null ? null : await readBounded(response, what, limitBytes)
      const whole = new Response(content?.length ? content : null, { status, headers })
      // octokit reads it, and a constructed Response has none.
      return Object.defineProperty(whole, 'url', { value: response.url })
    } catch (error) {
      if (error instanceof ApiError) throw error
      if (signal.aborted) throw unavailable(`did not answer within ${timeMs / 1000} s`, true, error)
      const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException
      throw unavailable(`could not be reached (${code ?? message})`, !NEVER_SENT.has(code ?? ''), error)
    }
  }
}

async function readBounded(
  response: Response,
  what: string,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new ApiError({
      kind: 'too-large',
      message: `GitHub sent more than the ${limitBytes} bytes that Benchgate reads (${what})`,
      mayHaveHappened: true,
    })
  if (Number(response.headers.get('content-length')) > limitBytes) {
    await response.body?.cancel()
    throw tooLarge()
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    // Leaving the loop cancels the rest.
    if (length > limitBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
