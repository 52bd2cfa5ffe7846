import { expect, test } from 'vitest'
import { minimumDetectableEffect, noiseGrade, pairsToDetect } from '../../src/stats/power.ts'

test('the minimum detectable effect by hand', () => {
  // z(.999) = 3.0902, z(.9) = 1.2816, sqrt(2 / (.9549 * 32)) = .25583.
  expect(minimumDetectableEffect(0.03, 32, 0.001)).toBeCloseTo(Math.expm1(4.3718 * 0.03 * 0.25583), 5)
  expect(minimumDetectableEffect(0, 4, 0.001)).toBe(0)
})

test('pairs and effect are two readings of one formula', () => {
  for (const sigma of [0.005, 0.03, 0.08]) {
    const pairs = pairsToDetect(sigma, Math.log1p(0.05), 0.001)
    expect(minimumDetectableEffect(sigma, pairs, 0.001)).toBeLessThanOrEqual(0.05 + 1e-12)
    if (pairs > 1) expect(minimumDetectableEffect(sigma, pairs - 1, 0.001)).toBeGreaterThan(0.05)
  }
  expect(pairsToDetect(0, 0.05, 0.001)).toBe(1)
})

test.each([
  [0, 'A'],
  [0.01, 'A'],
  [0.0101, 'B'],
  [0.02, 'B'],
  [0.04, 'C'],
  [0.08, 'D'],
  [0.081, 'E'],
])('sigma %d has grade %s', (sigma, grade) => {
  expect(noiseGrade(sigma)).toBe(grade)
})
