import { expect, test } from 'vitest'
import { quantileError } from '../../src/stats/quantile-error.ts'
import { quantile } from '../../src/stats/quantile.ts'
import { createRandom } from '../../src/stats/random.ts'

/** Standard deviation of the quantile over many normal samples, and the median of what the samples claim it to be. */
function simulated(n: number, p: number): { truth: number; claimed: number } {
  const random = createRandom(`quantile error ${n} ${p}`)
  const samples = Array.from({ length: 2000 }, () => Array.from({ length: n }, () => random.normal()))
  const quantiles = samples.map((sample) => quantile(sample, p))
  const centre = quantiles.reduce((sum, value) => sum + value, 0) / quantiles.length
  const variance = quantiles.reduce((sum, value) => sum + (value - centre) ** 2, 0) / quantiles.length
  const claims = samples.map((sample) => quantileError(sample, p))
  return { truth: Math.sqrt(variance), claimed: quantile(claims, 0.5) }
}

test.each([
  [10, 0.5],
  [20, 0.1],
  [20, 0.9],
  [200, 0.1],
])('of %i normal values, the quantile at %d varies by what the error says, within 15 %%', (n, p) => {
  const { truth, claimed } = simulated(n, p)
  expect(Math.abs(claimed / truth - 1)).toBeLessThan(0.15)
})

test('two values: the middle of them has a Beta(1.5, 1.5) place', () => {
  // Half the weight on each, so that the standard deviation is half the distance.
  expect(quantileError([10, 14], 0.5)).toBeCloseTo(2, 10)
})

test('an outlier far from the quantile adds nothing', () => {
  const calm = Array.from({ length: 101 }, (_, i) => 1000 + i)
  const struck = [...calm.slice(0, -1), 1e9]
  expect(quantileError(struck, 0.1) / quantileError(calm, 0.1)).toBeCloseTo(1, 6)
})

test('in the unit of the values, wherever they lie', () => {
  const values = [3, 1, 4, 1.5, 9, 2.6, 5.3]
  const error = quantileError(values, 0.5)
  expect(
    quantileError(
      values.map((value) => 10 * value),
      0.5,
    ),
  ).toBeCloseTo(10 * error, 10)
  expect(
    quantileError(
      values.map((value) => value + 1e6),
      0.5,
    ),
  ).toBeCloseTo(error, 8)
})

test('equal values and a single one have none; a large sample is no trouble; an empty one is an error', () => {
  expect(quantileError([7, 7, 7], 0.5)).toBe(0)
  expect(quantileError([7], 0.1)).toBe(0)
  const many = Array.from({ length: 200_000 }, (_, i) => i / 200_000)
  // Of a uniform distribution the error is sqrt(p (1 - p) / n).
  expect(quantileError(many, 0.5) / Math.sqrt(0.25 / 200_000)).toBeCloseTo(1, 3)
  expect(() => quantileError([], 0.5)).toThrow(RangeError)
  expect(() => quantileError([1], 2)).toThrow(RangeError)
})
