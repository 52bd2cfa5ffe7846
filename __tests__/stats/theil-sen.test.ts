import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { theilSen } from '../../src/stats/theil-sen.ts'

interface Vector {
  x: number[]
  y: number[]
  slope: number
  low: number
  high: number
  intercept: number
}

/** By SciPy 1.17.1: `theilslopes(y, x, .95, method='joint')`. */
const GOLDEN = JSON.parse(
  readFileSync(new URL('../fixtures/stats/trend.json', import.meta.url), 'utf8'),
) as Vector[]

test.each(GOLDEN.map((vector, i) => [i, vector.x.length, vector] as const))(
  'vector %i of %i points',
  (_i, _n, vector) => {
    const line = theilSen(vector.x, vector.y)!
    expect(line.slope).toBeCloseTo(vector.slope, 12)
    expect(line.low).toBeCloseTo(vector.low, 12)
    expect(line.high).toBeCloseTo(vector.high, 12)
    expect(line.at(0)).toBeCloseTo(vector.intercept, 10)
  },
)

test('the interval holds the slope in about 95 of 100 samples', () => {
  const random = createRandom('theil-sen')
  const x = Array.from({ length: 30 }, (_, i) => i)
  let covered = 0
  for (let i = 0; i < 400; i++) {
    const { low, high } = theilSen(
      x,
      x.map((at) => 0.2 * at + random.normal()),
    )!
    if (low <= 0.2 && high >= 0.2) covered++
  }
  expect(covered / 400).toBeGreaterThan(0.92)
  expect(covered / 400).toBeLessThan(0.98)
})

test('a third of the values may be anything', () => {
  const x = Array.from({ length: 30 }, (_, i) => i)
  const line = theilSen(
    x,
    x.map((at) => (at % 4 === 1 ? 1e9 : 3 * at + 1)),
  )!
  expect(line.slope).toBe(3)
  expect(line.at(100)).toBe(301)
})

test('no two places, no line; too few for an interval leave it open', () => {
  expect(theilSen([], [])).toBeNull()
  expect(theilSen([4, 4], [1, 2])).toBeNull()
  expect(theilSen([1, 2], [1, 2])).toMatchObject({ slope: 1, low: -Infinity, high: Infinity })
})
