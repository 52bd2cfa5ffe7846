import type { ApiErrorKind } from './api-error.ts'

export type Fetch = (address: string, init: RequestInit) => Promise<Response>

/** Failures to reach a host, before anything was sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])

/** A request that got no answer, or none that can be used. The message continues "GitHub ...". */
export class TransportError extends Error {
  readonly kind: ApiErrorKind
  readonly mayHaveHappened: boolean

  constructor(kind: ApiErrorKind, message: string, mayHaveHappened: boolean, options?: { cause: unknown }) {
    super(message, options)
    this.kind = kind
    this.mayHaveHappened = mayHaveHappened
  }
}

/**
 * `fetch` with an end: the whole answer is here within `timeMs` and has at most `limitBytes`, else it fails with a
 * TransportError. With `limitBytes` null the answer's content is not read.
 */
export function boundedFetch(fetch: Fetch, timeMs: number, limitBytes: number | null): Fetch {
  return async (address, init) => {
    const signal = AbortSignal.timeout(timeMs)
    try {
      const response = await fetch(address, { ...init, signal })
      const { status, headers } = response
      if (limitBytes === null) await response.body?.cancel()
      const content = limitBytes === null ? null : await readBounded(response, limitBytes)
      const whole = new Response(content?.length ? content : null, { status, headers })
      // octokit reads it, and a constructed Response has none.
      return Object.defineProperty(whole, 'url', { value: response.url })
    } catch (error) {
      if (error instanceof TransportError) throw error
      if (signal.aborted) {
        throw new TransportError('unavailable', `did not answer within ${timeMs / 1000} s`, true, {
          cause: error,
        })
      }
      const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException
      throw new TransportError(
        'unavailable',
        `could not be reached (${code ?? message})`,
        !NEVER_SENT.has(code ?? ''),
        { cause: error },
      )
    }
  }
}

async function readBounded(response: Response, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new TransportError('too-large', `sent more than the ${limitBytes} bytes that Benchgate reads`, true)
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
