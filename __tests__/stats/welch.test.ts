import { expect, test } from 'vitest'
import { difference, interval, meanEstimate, pAbove } from '../../src/stats/welch.ts'

// Hours of sleep gained with two drugs (A. R. Cushny and A. R. Peebles 1905), the example of Student 1908 and of many
// textbooks: t = 1.8608 with 17.776 degrees of freedom, p = .07939.
const a = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
const b = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

test('a published pair of samples gives its t, degrees of freedom and p', () => {
  const estimate = difference(meanEstimate(a), meanEstimate(b))
  expect(estimate.value / estimate.error).toBeCloseTo(1.8608, 4)
  expect(estimate.df).toBeCloseTo(17.776, 3)
  expect(2 * pAbove(estimate, 0)).toBeCloseTo(0.07939, 5)
})

test('the interval and the p-value are two sides of one thing', () => {
  const estimate = difference(meanEstimate(a), meanEstimate(b))
  const { low, high } = interval(estimate, 0.95)
  expect(pAbove(estimate, low)).toBeCloseTo(0.025, 10)
  expect(pAbove(estimate, high)).toBeCloseTo(0.975, 10)
})

test('an error that is known adds its variance and no doubt', () => {
  const known = { value: 0, error: 0, df: Infinity }
  expect(difference(known, { ...known, value: 1 }, 0.5)).toEqual({ value: 1, error: 0.5, df: Infinity })
  const measured = meanEstimate(a)
  expect(difference(known, measured).df).toBeCloseTo(9, 12)
  expect(difference(known, measured, 100 * measured.error).df).toBeGreaterThan(1e6)
})

test('values without any difference have an interval without width', () => {
  const estimate = difference(meanEstimate([1, 1]), meanEstimate([2, 2]))
  expect(interval(estimate, 0.95)).toEqual({ low: 1, high: 1 })
  expect([pAbove(estimate, 0.5), pAbove(estimate, 1)]).toEqual([0, 1])
})

test('one value shows no error', () => {
  expect(() => meanEstimate([1])).toThrow(RangeError)
})
