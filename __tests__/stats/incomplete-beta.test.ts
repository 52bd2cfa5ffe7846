import { expect, test } from 'vitest'
import { incompleteBeta } from '../../src/stats/incomplete-beta.ts'

test.each([
  // Closed forms: I_x(1, 1) = x, I_x(2, 2) = 3x^2 - 2x^3, I_x(1/2, 1/2) = 2/pi asin(sqrt x), I_x(2, 5) by the binomial.
  [0.3, 1, 1, 0.3],
  [0.3, 2, 2, 0.216],
  [0.2, 0.5, 0.5, (2 / Math.PI) * Math.asin(Math.sqrt(0.2))],
  [0.3, 2, 5, 1 - 0.7 ** 6 - 6 * 0.3 * 0.7 ** 5],
  [0.5, 3000, 3000, 0.5],
  [0, 2, 3, 0],
  [1, 2, 3, 1],
])('I_%d(%d, %d) is %d', (x, a, b, expected) => {
  expect(Math.abs(incompleteBeta(x, a, b) - expected)).toBeLessThan(1e-11)
})
