import { expect, test } from 'vitest'
import { medianInterval } from '../../src/stats/order-statistic.ts'
import { createRandom } from '../../src/stats/random.ts'

test.each([
  [6, 1],
  [8, 1],
  [9, 2],
  [12, 3],
  [20, 6],
  [32, 10],
])('of %d values the %dth from either end, as in the tables of the sign test', (n, k) => {
  const values = Array.from({ length: n }, (_, i) => n - i)
  expect(medianInterval(values)).toEqual({ low: k, high: n + 1 - k })
})

test('fewer than six values cannot bound a median at 95 %', () => {
  expect(medianInterval([])).toBeNull()
  expect(medianInterval([1, 2, 3, 4, 5])).toBeNull()
  expect(medianInterval([1, 2, 3, 4, 5], 0.9)).toEqual({ low: 1, high: 5 })
})

test('covers the median of a skewed distribution at least 95 % of the time', () => {
  const random = createRandom('coverage')
  let covered = 0
  const runs = 10_000
  for (let i = 0; i < runs; i++) {
    const { low, high } = medianInterval(Array.from({ length: 16 }, () => -Math.log(random.uniform())))!
    if (low <= Math.LN2 && Math.LN2 <= high) covered++
  }
  // Exact: .9787. Four standard errors are .006.
  expect(covered / runs).toBeGreaterThan(0.972)
  expect(covered / runs).toBeLessThan(0.985)
})
