import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TrendColumns } from '../../src/dashboard/format.ts'
import { packColumns, unpackColumns } from '../../src/dashboard/packed.ts'
import { rounded } from '../../src/dashboard/rounded.ts'

const columns = (more: Partial<TrendColumns>): TrendColumns => ({
  trend: 3,
  at: [],
  value: [],
  low: [],
  high: [],
  level: [],
  levelLow: [],
  levelHigh: [],
  change: [],
  changeLow: [],
  changeHigh: [],
  verdicts: [],
  breaks: [],
  ...more,
})
const throughJson = (given: TrendColumns): TrendColumns =>
  unpackColumns(JSON.parse(JSON.stringify(packColumns(given))))

test('packed columns are short, and unpacked they are what they were', () => {
  const given = columns({
    at: [2, 3, 9],
    value: [1234.5, 0.012345, 98_765_432],
    low: [1230.1, 0.012301, 98_700_000],
    high: [1250, 0.0131, 98_765_433],
    level: [1234.1, null, 5],
    levelLow: [1200, null, 5],
    levelHigh: [1300, null, 5.25],
    change: [null, 0.0123, -0.5],
    changeLow: [null, -0.000_001, -0.6],
    changeHigh: [null, 0.02, -0.4],
    verdicts: [[1, 'regression']],
    breaks: [[2, 'edited']],
  })
  expect(packColumns(given)).toEqual({
    trend: 3,
    gaps: [2, 1, 6],
    value: [1234.5, 0.012345, 98_765_432],
    below: [44, 44, 65_432],
    above: [155, 755, 1],
    level: [1234.1, null, 5],
    levelBelow: [341, null, 0],
    levelAbove: [659, null, 2500],
    change: [null, 12_300, -500_000],
    changeBelow: [null, 12_301, 100_000],
    changeAbove: [null, 7700, 100_000],
    verdicts: [[1, 'regression']],
    breaks: [[2, 'edited']],
  })
  expect(throughJson(given)).toEqual(given)
})

test('around zero, and far from it, the ends of an interval stay as precise as its middle', () => {
  const near = columns({ at: [0, 1, 2], value: [0, 0, -2], low: [-0.5, 0, -2.5], high: [0.25, 3, 1e9] })
  expect(throughJson(near)).toMatchObject({ low: [-0.5, 0, -2.5], high: [0.25, 3, 1e9] })
  const size = fc.double({ min: 1e-12, max: 1e15, noNaN: true })
  fc.assert(
    fc.property(size, size, size, fc.boolean(), (value, below, above, isNegative) => {
      const middle = rounded(isNegative ? -value : value)
      const given = columns({ at: [0], value: [middle], low: [middle - below], high: [middle + above] })
      const { low, high } = throughJson(given)
      const digit = Math.abs(middle) * 1.1e-4
      expect(Math.abs(low[0]! - given.low[0]!)).toBeLessThanOrEqual(digit + 1e-4 * Math.abs(given.low[0]!))
      expect(Math.abs(high[0]! - given.high[0]!)).toBeLessThanOrEqual(digit + 1e-4 * Math.abs(given.high[0]!))
    }),
    { numRuns: 200 },
  )
})
