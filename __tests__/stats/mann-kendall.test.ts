import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mannKendall } from '../../src/stats/mann-kendall.ts'

interface Vector {
  y: number[]
  s: number
  p: number
}

/**
 * Whole numbers in Python: the generating function as a product of polynomials, divided by those of the ties; above 60
 * values SciPy's normal distribution.
 */
const GOLDEN = JSON.parse(
  readFileSync(new URL('../fixtures/stats/trend.json', import.meta.url), 'utf8'),
) as Vector[]

test.each(GOLDEN.map((vector) => [vector.y.length, vector.s, vector] as const))(
  '%i values with s = %i',
  (_, s, vector) => {
    const found = mannKendall(vector.y)
    expect(found.s).toBe(s)
    expect(Math.abs(found.p / vector.p - 1)).toBeLessThan(1e-9)
  },
)

function orders(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]]
  return values.flatMap((value, i) => orders(values.toSpliced(i, 1)).map((rest) => [value, ...rest]))
}

test.each([
  [[1, 2, 3, 4, 5, 6, 7]],
  [[3, 1, 4, 1, 5, 9, 2]],
  [[2, 2, 1, 3, 3, 3, 5]],
  [[1, 1, 1, 2, 2, 2, 2]],
])('%j: as often as among all orders of these values', (values) => {
  const { s, p } = mannKendall(values)
  const all = orders(values)
  const asFar = all.filter((order) => Math.abs(mannKendall(order).s) >= Math.abs(s)).length
  expect(p).toBeCloseTo(asFar / all.length, 12)
})

test('no value, one, and equal ones have no trend', () => {
  for (const values of [[], [4], Array<number>(60).fill(4), Array<number>(70).fill(4)]) {
    expect(mannKendall(values)).toEqual({ s: 0, p: 1 })
  }
})
