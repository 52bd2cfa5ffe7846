import { expect, test } from 'vitest'
import { type Bounds, createRecorder } from '../../src/worker/recorder.ts'
import { simulatedClock } from './simulated-clock.ts'

const bounds: Bounds = { warmupMs: 10, windowMs: 20, minSamples: 3, deadlineMs: 1_000 }

/**
 * Plays mitata's loop with samples that last as given, in ms, and 1 ms between them; returns those that were kept, in ms, and
 * how many were begun.
 */
function play(given: Partial<Bounds>, lengthsMs: Iterable<number>, batch = 1) {
  const { clock, wait } = simulatedClock()
  const recorder = createRecorder({ ...bounds, ...given }, batch, null, () => {}, clock)
  recorder.begin()
  let begun = 0
  for (const lengthMs of lengthsMs) {
    wait(1)
    begun++
    const openedNs = recorder.now()
    wait(lengthMs)
    if (recorder.now() - openedNs === Infinity) break
  }
  return { keptMs: [...recorder.samples().timesNs].map((ns) => ns / 1e6), begun }
}

function* always(lengthMs: number) {
  for (let i = 0; i < 1e6; i++) yield lengthMs
}

test('what ends within warm-up is dropped, the rest is kept in order', () => {
  // They end at 3, 8, 11 and 16 ms.
  expect(play({}, [2, 4, 2, 4]).keptMs).toEqual([2, 4])
})

test('ends once both the window has passed and the samples are there', () => {
  // One ends every 4 ms: the eighth after the 30 ms of warm-up and window, the first two within warm-up.
  expect(play({}, always(3))).toEqual({ keptMs: Array(6).fill(3), begun: 8 })
  expect(play({ minSamples: 9 }, always(3))).toEqual({ keptMs: Array(9).fill(3), begun: 11 })
})

test('a benchmark slower than its warm-up keeps every sample', () => {
  expect(play({}, always(50))).toEqual({ keptMs: [50, 50, 50], begun: 3 })
})

test('the deadline ends it with what there is, and at least one sample', () => {
  expect(play({ minSamples: 1e6, deadlineMs: 600 }, always(9)).keptMs).toHaveLength(9)
  expect(play({ deadlineMs: 0 }, always(2))).toEqual({ keptMs: [2], begun: 1 })
})

test('a full record ends it', () => {
  expect(play({ windowMs: 1e9, deadlineMs: Infinity }, always(1)).keptMs).toHaveLength(2 ** 16)
})

test('a sample is divided by its calls, and takes some time on the coarsest clock', () => {
  expect(play({}, [40], 4).keptMs).toEqual([10])
  expect(play({ warmupMs: 0, windowMs: 0, minSamples: 1 }, [0], 4).keptMs).toEqual([0.25e-6])
})
