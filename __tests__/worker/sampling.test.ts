import { describe, expect, test } from 'vitest'
import { sample, type Sampling } from '../../src/worker/sampling.ts'

const forAtMost = (ms: number) => performance.now() + ms
const how = (given: Partial<Sampling>): Sampling => ({
  batch: 1,
  warmupMs: 2,
  windowMs: 3,
  minSamples: 5,
  deadlineMs: forAtMost(500),
  gc: 'never',
  ...given,
})
const busy = (ms: number) => {
  const end = performance.now() + ms
  while (performance.now() < end);
}

/** A benchmark whose "times" are the numbers of its calls. */
function* counting() {
  let calls = 0
  yield {
    manual() {
      busy(0.1)
      return ++calls
    },
  }
}

test('samples stay in the order of time', async () => {
  const { timesNs, timesItself } = await sample(counting, {}, how({ minSamples: 20 }))
  expect(timesItself).toBe(true)
  expect([...timesNs]).toEqual(Array.from(timesNs, (_, i) => timesNs[0]! + i))
})

describe('the end', () => {
  test('waits for the samples wanted', async () => {
    const { timesNs } = await sample(() => busy(1), {}, how({ windowMs: 0.1, minSamples: 20 }))
    expect(timesNs).toHaveLength(20)
  })

  test('waits for the window', async () => {
    const began = performance.now()
    await sample(() => busy(0.1), {}, how({ windowMs: 20, minSamples: 1 }))
    expect(performance.now() - began).toBeGreaterThan(22)
  })

  test('comes at the deadline', async () => {
    const { timesNs } = await sample(
      () => busy(10),
      {},
      how({ minSamples: 1_000, deadlineMs: forAtMost(100) }),
    )
    expect(timesNs.length).toBeGreaterThanOrEqual(1)
    expect(timesNs.length).toBeLessThanOrEqual(10)
  })

  test('comes after one sample when the deadline passed before, warm-up or not', async () => {
    const { timesNs } = await sample(() => busy(1), {}, how({ warmupMs: 1_000, deadlineMs: 0 }))
    expect(timesNs).toHaveLength(1)
    expect(timesNs[0]).toBeGreaterThanOrEqual(1e6)
  })
})

test('a benchmark slower than its warm-up loses only its first call', async () => {
  let calls = 0
  const slow = () => {
    calls++
    busy(8)
  }
  const { timesNs } = await sample(slow, {}, how({ minSamples: 3 }))
  expect(timesNs).toHaveLength(calls - 1)
})

test('times are per call, whatever the batch', async () => {
  for (const batch of [1, 4, 8]) {
    const { timesNs } = await sample(() => busy(0.2), {}, how({ batch }))
    const least = Math.min(...timesNs)
    // A call that was cut short would be below, a batch that was not divided by its calls four times as long.
    expect(least).toBeGreaterThanOrEqual(0.2e6)
    expect(least).toBeLessThan(0.6e6)
  }
})

test('an iterator makes as many calls as its batches say', async () => {
  let calls = 0
  const iterator = (state: Iterable<void>) => {
    for (const _ of state) {
      calls++
      busy(0.2)
    }
  }
  const { timesNs, kind } = await sample(
    iterator,
    {},
    how({ batch: 4, warmupMs: 0, windowMs: 0.1, minSamples: 6 }),
  )
  expect(kind).toBe('iter')
  expect(timesNs).toHaveLength(6)
  // mitata makes three calls before the first sample.
  expect(calls).toBe(3 + 6 * 4)
})

test('CPU time over wall time tells work from waiting', async () => {
  const before = process.cpuUsage()
  const working = await sample(() => busy(1), {}, how({ warmupMs: 0, windowMs: 50 }))
  const cpu = process.cpuUsage(before)
  const cpuMs = (cpu.user + cpu.system) / 1e3
  const wallMs = working.timesNs.reduce((sum, ns) => sum + ns, 0) / 1e6
  // Nearly all that this process did meanwhile were the samples, however little of the machine it was given.
  expect(working.cpuShare * wallMs).toBeGreaterThan(cpuMs / 4)
  expect(working.cpuShare * wallMs).toBeLessThanOrEqual(cpuMs)
  const waiting = await sample(
    // Long beside what the process does of its own accord while it waits.
    () => new Promise((resolve) => setTimeout(resolve, 25)),
    {},
    how({ windowMs: 100 }),
  )
  expect(waiting.cpuShare).toBeLessThan(0.5)
})
