import { expect, test } from 'vitest'
import { resolution, roundingError } from '../../src/stats/resolution.ts'

test('the step of a clock is the smallest distance between values, whatever the last digits of a double', () => {
  expect(resolution([160.00000007, 150, 170, 159.99999999, 150.00000001])).toBeCloseTo(10, 6)
  expect(resolution([2, 2, 3, 3])).toBe(1)
})

test('values that do not differ, and one or two values, show no step', () => {
  expect(resolution([5, 5, 5, 5])).toBe(0)
  expect(resolution([2, 3])).toBe(0)
})

test('no share of values rounded up and down varies by more than the error says', () => {
  for (let up = 0; up <= 1; up += 0.05) {
    const spread = Math.sqrt(up * (0.5 - (up - 0.5)) ** 2 + (1 - up) * (-0.5 - (up - 0.5)) ** 2)
    expect(spread).toBeLessThanOrEqual(roundingError(1) + 1e-12)
  }
  expect(roundingError(10)).toBe(5)
})
