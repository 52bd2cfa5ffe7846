import type { ProcessEvent } from '../measure/protocol.ts'
import { writeSync } from './builtins.ts'
import { thrownAt } from './thrown-at.ts'

const CHANNEL = 3
/** The longest text that the parent process accepts. */
const MAX_TEXT = 20_000
const RETRY_MS = 2
const MAX_RETRIES = 2_500

/**
 * Sends an event to the parent process. The write is synchronous, so that no event is lost when the next line
 * of the suite ends the process. Throws when the parent is gone or does not read for five seconds.
 */
export function send(event: ProcessEvent): void {
  let bytes = Buffer.from(`${JSON.stringify(event)}\n`)
  for (let retries = 0; bytes.length > 0;) {
    try {
      bytes = bytes.subarray(writeSync(CHANNEL, bytes))
    } catch (error) {
      // A full pipe that does not block reports "try again" instead of waiting.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || ++retries > MAX_RETRIES) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS)
    }
  }
}

/** Sends what was thrown, which may be any value. `id` is null outside benchmarks. */
export function sendThrown(id: string | null, thrown: unknown): void {
  const place = id === null ? thrownAt(thrown, process.cwd()) : null
  send({ type: 'error', id, message: describe(thrown).slice(0, MAX_TEXT), place })
}

function describe(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return thrown.message || thrown.name
    return typeof thrown === 'object' && thrown !== null
      ? `threw ${JSON.stringify(thrown)}`
      : `threw ${String(thrown)}`
  } catch {
    return 'threw something that cannot be printed'
  }
}
