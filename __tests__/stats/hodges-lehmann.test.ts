import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignedRankTest } from '../../src/stats/aligned-rank.ts'
import { processSigma, shiftEstimate, shiftInterval } from '../../src/stats/hodges-lehmann.ts'
import { createRandom } from '../../src/stats/random.ts'
import { readGolden } from '../simulation/figures.ts'

const finite = fc.double({ min: -1, max: 1, noNaN: true })
const side = fc.array(finite, { minLength: 4, maxLength: 4 })
const blocks = fc.array(fc.record({ base: side, head: side }), { minLength: 1, maxLength: 4 })

test('golden vectors: estimate and interval within 1e-6', () => {
  for (const { blocks, est, low, high } of readGolden()) {
    expect(Math.abs(shiftEstimate(blocks) - est)).toBeLessThan(1e-12)
    const interval = shiftInterval(blocks, 0.025)
    expect(Math.abs(interval.low - low)).toBeLessThan(1e-6)
    expect(Math.abs(interval.high - high)).toBeLessThan(1e-6)
  }
})

test('the estimate is the median of the differences within blocks, never across them', () => {
  expect(shiftEstimate([{ base: [1, 2], head: [4, 8] }])).toBe(4.5)
  const far = [
    { base: [0, 0], head: [1, 1] },
    { base: [100, 100], head: [101, 101] },
  ]
  expect(shiftEstimate(far)).toBe(1)
})

test('the limits part what the test rejects from what it keeps', () => {
  fc.assert(
    fc.property(blocks, fc.constantFrom(0.025, 0.0143), (blocks, level) => {
      const { low, high } = shiftInterval(blocks, level)
      const { ranks, rejects } = alignedRankTest(blocks)
      expect(rejects(ranks(low - 1e-8), 'upper', level)).toBe(true)
      expect(rejects(ranks(low + 1e-8), 'upper', level)).toBe(false)
      expect(rejects(ranks(high + 1e-8), 'lower', level)).toBe(true)
      expect(rejects(ranks(high - 1e-8), 'lower', level)).toBe(false)
      const estimate = shiftEstimate(blocks)
      expect(low - 1e-9).toBeLessThanOrEqual(estimate)
      expect(high + 1e-9).toBeGreaterThanOrEqual(estimate)
    }),
    { seed: 1, numRuns: 300, examples: [[[{ base: [0, 0, 0, 0], head: [0, 0, 0, 0] }], 0.025]] },
  )
})

test('all values equal: an interval of no width at the estimate', () => {
  const { low, high } = shiftInterval([{ base: [2, 2, 2, 2], head: [2, 2, 2, 2] }], 0.025)
  expect(low).toBeCloseTo(0, 8)
  expect(high).toBeCloseTo(0, 8)
})

test('values of any size end the search', () => {
  const { low, high } = shiftInterval([{ base: [1, 2, 3, 4], head: [1e12, 2e12, 3e12, 4e12] }], 0.025)
  expect(low).toBeGreaterThan(0)
  expect(high).toBeLessThan(4.1e12)
})

test('a level below what the blocks can reach leaves the interval open', () => {
  const block = { base: [1, 2, 3, 4], head: [1, 2, 3, 4] }
  expect(shiftInterval([block], 1 / 71)).toEqual({ low: -Infinity, high: Infinity })
  expect(Number.isFinite(shiftInterval([block], 1 / 70).low)).toBe(true)
})

test('sigma estimates the standard deviation of one process, shift and block levels apart', () => {
  const random = createRandom('sigma')
  const four = (centre: number): number[] => Array.from({ length: 4 }, () => centre + 0.03 * random.normal())
  const blocks = Array.from({ length: 4000 }, () => {
    const level = random.normal()
    return { base: four(level), head: four(level + 0.2) }
  })
  expect(processSigma(blocks, 0.2)).toBeGreaterThan(0.0295)
  expect(processSigma(blocks, 0.2)).toBeLessThan(0.0305)
  expect(processSigma([{ base: [5, 5, 5, 5], head: [5, 5, 5, 5] }], 0)).toBe(0)
})
