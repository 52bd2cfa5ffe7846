import { describe, expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { chooseBatch } from '../../src/worker/batch.ts'
import { simulatedClock } from './simulated-clock.ts'

/** What reading the clock costs, in ms. */
const READING_MS = 20e-6

/**
 * The batch for calls of so many ns on a machine that has other things to do: every call varies by 10 %, once in a while one is
 * interrupted for a millisecond, and the first hundred of short ones take five times as long, as before compilation.
 */
async function batchFor(callNs: number, seed: string): Promise<number> {
  const { uniform } = createRandom(seed)
  const noise = Float64Array.from({ length: 1024 }, uniform)
  const { clock, work } = simulatedClock()
  const now = () => {
    work(READING_MS)
    return clock.now()
  }
  let calls = 0
  let interruptedMs = clock.now()
  const call = () => {
    const warmth = calls < 100 && callNs < 1e3 ? 5 : 1
    work(1e-6 * callNs * warmth * (1 + 0.1 * noise[calls++ % noise.length]!))
    if (clock.now() < interruptedMs + 10) return
    work(1)
    interruptedMs = clock.now()
  }
  return await chooseBatch(call, {}, clock.now() + 10_000, { ...clock, now })
}

describe('two calibrations choose the batch that makes a sample last half a millisecond', () => {
  test.each([
    [10, 2 ** 16],
    [100, 2 ** 12],
    [3_000, 2 ** 7],
    [100_000, 4],
    [300_000, 1],
    [12_000_000, 1],
  ])('calls of %i ns: %i', async (callNs, batch) => {
    expect(await batchFor(callNs, 'one')).toBe(batch)
    expect(await batchFor(callNs, 'another')).toBe(batch)
  })
})
