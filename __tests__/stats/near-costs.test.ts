import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearCostError, nearCosts } from '../../src/stats/near-costs.ts'
import { medianOf } from '../../src/stats/noise.ts'

const OUTLIER = 9

function plainCost(values: Float64Array, sigma: number): number {
  const level = medianOf(values)
  return values
    .filter((value) => !Number.isNaN(value))
    .reduce((sum, value) => sum + Math.min(((value - level) / sigma) ** 2, OUTLIER), 0)
}

test('the cost of the first and of the last values, of each number, is nearly that of the plain sum', () => {
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.double({ noNaN: true, min: -3, max: 3 }) },
    { weight: 3, arbitrary: fc.integer({ min: -4, max: 4 }) },
    { weight: 1, arbitrary: fc.double({ noNaN: true, min: -500, max: 500 }) },
    { weight: 1, arbitrary: fc.constant(NaN) },
  )
  const list = fc.array(value, { maxLength: 70 }).map((some) => Float64Array.from(some))
  const sigmas = fc.oneof(fc.constantFrom(0.001, 1, Infinity), fc.double({ noNaN: true, min: 0.001, max: 3 }))
  fc.assert(
    fc.property(list, sigmas, (values, sigma) => {
      const known = values.filter((one) => !Number.isNaN(one))
      const range = known.length === 0 ? 0 : (Math.max(...known) - Math.min(...known)) / sigma
      for (const isReversed of [false, true]) {
        const costs = nearCosts(values, { sigma, outlier: OUTLIER, isReversed })
        for (let k = 0; k <= values.length; k++) {
          const some = isReversed ? values.slice(values.length - k) : values.slice(0, k)
          expect(Math.abs(costs[k]! - plainCost(some, sigma))).toBeLessThanOrEqual(nearCostError(range))
        }
      }
    }),
    { numRuns: 150, seed: 13 },
  )
})
