import { expect, test } from 'vitest'
import { harrellDavis, quantile } from '../../src/stats/quantile.ts'

test.each([
  [0, 1],
  [0.1, 1.9],
  [0.5, 5.5],
  [0.95, 9.55],
  [1, 10],
])('type 7 of 1 to 10 at %d is %d', (probability, expected) => {
  expect(quantile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], probability)).toBeCloseTo(expected, 12)
})

test('Harrell-Davis on hand cases', () => {
  // Beta(1.5, 1.5) is symmetric; Beta(2, 2) has the distribution function 3x^2 - 2x^3.
  expect(harrellDavis([0, 1], 0.5)).toBeCloseTo(0.5, 12)
  expect(harrellDavis([0, 0, 1], 0.5)).toBeCloseTo(1 - (3 * (4 / 9) - 2 * (8 / 27)), 12)
  expect(harrellDavis([3, 1, 2], 0)).toBe(1)
  expect(harrellDavis([3, 1, 2], 1)).toBe(3)
})

test('Harrell-Davis weighs all values to one, and nears type 7 in large samples', () => {
  expect(harrellDavis(Array(5000).fill(7), 0.99)).toBeCloseTo(7, 9)
  const values = Array.from({ length: 5000 }, (_, i) => i / 5000)
  expect(harrellDavis(values, 0.99)).toBeCloseTo(0.99, 3)
})

test.each([quantile, harrellDavis])('%o refuses an empty sample and a probability outside [0, 1]', (of) => {
  expect(() => of([], 0.5)).toThrow('at least one value')
  expect(() => of([1], 1.5)).toThrow('within [0, 1]')
})
