import { expect, test } from 'vitest'
import { patienceMs, waitedMs } from '../../src/worker/patience.ts'

const begun = { isPlanDone: false, hasRun: true, isWaiting: false, mainEnded: 'not-yet' } as const

test('only silence ends a suite that is on its way to a benchmark', () => {
  expect(patienceMs({ ...begun, hasRun: false })).toBe(Infinity)
  expect(patienceMs({ ...begun, hasRun: false, isWaiting: true })).toBe(Infinity)
  expect(patienceMs({ ...begun, hasRun: false, mainEnded: 'before-run-returned' })).toBe(Infinity)
  expect(patienceMs(begun)).toBe(Infinity)
})

test('one that has measured everything is waited for less than one that may register more', () => {
  for (const mainEnded of ['not-yet', 'before-run-returned', 'after-run-returned'] as const) {
    const done = patienceMs({ ...begun, isPlanDone: true, mainEnded })
    expect(done).toBeLessThan(patienceMs({ ...begun, mainEnded }))
    expect(done).toBeLessThanOrEqual(5_000)
  }
})

test('however long a process stood still, most of the patience is left', () => {
  expect(waitedMs(20, 5_000)).toBe(20)
  expect(waitedMs(60_000, 5_000)).toBe(500)
  expect(waitedMs(60_000, Infinity)).toBe(60_000)
})
