import { describe, expect, test } from 'vitest'
import type { BenchFunction } from '../../src/worker/mitata.ts'
import { sample, type Sampling } from '../../src/worker/sampling.ts'
import { simulatedClock } from './simulated-clock.ts'

type Given = Partial<Omit<Sampling, 'deadlineMs'>> & { limitMs?: number }

/** Samples a benchmark that is made for a simulated clock. */
async function sampled(
  make: (time: ReturnType<typeof simulatedClock>) => BenchFunction,
  { limitMs = 500, ...given }: Given,
) {
  const time = simulatedClock()
  const deadlineMs = time.clock.now() + limitMs
  const how = {
    batch: 1,
    warmupMs: 2,
    windowMs: 3,
    minSamples: 5,
    gc: 'never',
    deadlineMs,
    ...given,
  } as const
  return await sample(make(time), {}, how, time.clock)
}

/** A benchmark of which each call takes so many ms. */
const busy =
  (ms: number) =>
  ({ work }: ReturnType<typeof simulatedClock>) =>
  () =>
    work(ms)

test('samples stay in the order of time', async () => {
  /** A benchmark whose "times" are the numbers of its calls. */
  const counting = ({ work }: ReturnType<typeof simulatedClock>) =>
    function* () {
      let calls = 0
      yield {
        manual() {
          work(0.1)
          return ++calls
        },
      }
    }
  const { timesNs, timesItself } = await sampled(counting, { minSamples: 20 })
  expect(timesItself).toBe(true)
  expect(timesNs.length).toBeGreaterThanOrEqual(20)
  expect([...timesNs]).toEqual(Array.from(timesNs, (_, i) => timesNs[0]! + i))
})

describe('the end', () => {
  test('waits for the samples wanted', async () => {
    const { timesNs } = await sampled(busy(1), { windowMs: 0.1, minSamples: 20 })
    expect(timesNs).toHaveLength(20)
  })

  test('waits for the window', async () => {
    const { timesNs } = await sampled(busy(1), { windowMs: 20, minSamples: 1 })
    // The first two are the warm-up.
    expect(timesNs).toHaveLength(20)
  })

  test('comes at the deadline', async () => {
    const { timesNs } = await sampled(busy(10), { minSamples: 1_000, limitMs: 100 })
    expect(timesNs.length).toBeGreaterThanOrEqual(1)
    expect(timesNs.length).toBeLessThanOrEqual(10)
  })

  test('comes after one sample when the deadline passed before, warm-up or not', async () => {
    const { timesNs } = await sampled(busy(1), { warmupMs: 1_000, limitMs: -1 })
    expect([...timesNs]).toEqual([1e6])
  })
})

test('a benchmark slower than its warm-up loses only its first call', async () => {
  let calls = 0
  const slow =
    ({ work }: ReturnType<typeof simulatedClock>) =>
    () => {
      calls++
      work(8)
    }
  const { timesNs } = await sampled(slow, { minSamples: 3 })
  expect(timesNs).toHaveLength(calls - 1)
})

test('times are per call, whatever the batch', async () => {
  for (const batch of [1, 4, 8]) {
    const { timesNs } = await sampled(busy(0.25), { batch })
    expect(new Set(timesNs)).toEqual(new Set([0.25e6]))
  }
})

test('an iterator makes as many calls as its batches say', async () => {
  let calls = 0
  const iterator =
    ({ work }: ReturnType<typeof simulatedClock>) =>
    (state: Iterable<void>) => {
      for (const _ of state) {
        calls++
        work(0.2)
      }
    }
  const { timesNs, kind } = await sampled(iterator, { batch: 4, warmupMs: 0, windowMs: 0.1, minSamples: 6 })
  expect(kind).toBe('iter')
  expect(timesNs).toHaveLength(6)
  // mitata makes three calls before the first sample.
  expect(calls).toBe(3 + 6 * 4)
})

test('CPU time over wall time tells work from waiting', async () => {
  const shareOf = async (workMs: number, waitMs: number) => {
    const half = (time: ReturnType<typeof simulatedClock>) => async () => {
      time.work(workMs)
      await Promise.resolve()
      time.wait(waitMs)
    }
    return (await sampled(half, { windowMs: 50 })).cpuShare
  }
  expect(await shareOf(1, 0)).toBeCloseTo(1)
  expect(await shareOf(1, 3)).toBeCloseTo(0.25)
  expect(await shareOf(0, 4)).toBe(0)
})
