import { expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { settledAfterMs } from '../../src/worker/settling.ts'

const BATCH = 100
/** Samples of half a millisecond: `at` gives the time of a call in ns, `ms` after the start, for so many ms. */
function trace(lengthMs: number, at: (ms: number) => number): Float64Array {
  const times: number[] = []
  for (let ms = 0; ms < lengthMs;) {
    const ns = at(ms)
    times.push(ns)
    ms += (ns * BATCH) / 1e6
  }
  return Float64Array.from(times)
}

test('a function that is fast from the first segment on has settled at once', () => {
  expect(
    settledAfterMs(
      trace(160, () => 5_000),
      BATCH,
    ),
  ).toBe(0)
})

test('the step to the next compiler is found where it happens', () => {
  const settled = settledAfterMs(
    trace(160, (ms) => (ms < 63 ? 12_000 : 5_000)),
    BATCH,
  )
  // Segments of ten milliseconds: the step lies in the seventh.
  expect(settled).toBeGreaterThanOrEqual(60)
  expect(settled).toBeLessThanOrEqual(80)
})

test('noise of a few percent and a rare slow stretch are no step', () => {
  const random = createRandom('settling')
  const noisy = trace(160, (ms) => 5_000 * (1 + 0.02 * random.normal()) * (ms > 80 && ms < 88 ? 1.6 : 1))
  expect(settledAfterMs(noisy, BATCH)).toBe(0)
})

test('a trace without a steady end says nothing', () => {
  const twoModes = trace(160, (ms) => (Math.floor(ms / 15) % 2 === 0 ? 5_000 : 7_000))
  expect(settledAfterMs(twoModes, BATCH)).toBeNull()
})

test('a step in the last third is no steady end either: what comes after it was not seen', () => {
  const late = trace(160, (ms) => (ms < 125 ? 12_000 : 5_000))
  const settled = settledAfterMs(late, BATCH)
  expect(settled === null || settled >= 120).toBe(true)
})

test('too few samples or segments say nothing', () => {
  expect(settledAfterMs(Float64Array.from([5e6, 5e6, 5e6]), 1)).toBeNull()
  expect(
    settledAfterMs(
      trace(40, () => 5_000),
      BATCH,
    ),
  ).toBeNull()
})
