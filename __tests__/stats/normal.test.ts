import { expect, test } from 'vitest'
import { normalCdf, normalQuantile } from '../../src/stats/normal.ts'

// Wichura's own check values, and tails from tables with 16 digits.
test.each([
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.262340089798409],
  [0.5, 0],
  [0.975, 1.959963984540054],
  [1e-6, -4.753424308822899],
  [0.9, 1.2815515655446004],
])('the quantile at %d is %d', (p, z) => {
  expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(2e-15 * Math.max(1, Math.abs(z)))
})

test('the quantile at the ends is infinite, and outside [0, 1] an error', () => {
  expect(normalQuantile(0)).toBe(-Infinity)
  expect(normalQuantile(1)).toBe(Infinity)
  expect(() => normalQuantile(1.1)).toThrow(RangeError)
  expect(() => normalQuantile(Number.NaN)).toThrow(RangeError)
})

test.each([
  [0, 0.5],
  [1.96, 0.9750021048517795],
  [-6, 9.865876450376946e-10],
  [-10, 7.619853024160527e-24],
  [-Infinity, 0],
  [Infinity, 1],
])('the distribution function at %d is %d', (x, p) => {
  expect(Math.abs(normalCdf(x) - p)).toBeLessThanOrEqual(1e-8 * p)
})

test('quantile and distribution function undo each other', () => {
  for (let p = 1e-8; p < 1; p += 0.00137) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12)
})
