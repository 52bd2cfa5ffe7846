import { expect, test } from 'vitest'
import {
  BYTES,
  bounds,
  counted,
  exact,
  inUnit,
  interval,
  relativeMargin,
  samples,
  summary,
  time,
  valueMetric,
} from '../../../src/ingest/forms/metrics.ts'

test('numbers of a tool are brought into the unit of the metric, and so is what says how they vary', () => {
  const ms = time(1e6)
  const dataOf = (spread: Parameters<typeof summary>[3]) => summary(ms, 'mean', 2, spread)?.data
  expect(dataOf({ spread: interval(1, 3, 0.95), count: 5 })).toEqual({
    kind: 'summary',
    statistic: 'mean',
    centre: 2e6,
    spread: { kind: 'ci', low: 1e6, high: 3e6, level: 0.95 },
    count: 5,
  })
  expect(dataOf({ spread: { kind: 'mad', value: 0.5 } })).toMatchObject({ spread: { value: 5e5 } })
  expect(dataOf({ spread: relativeMargin(3, 0.95) })).toMatchObject({ spread: { kind: 'rme', value: 0.03 } })
  expect(samples(ms, 'round', [[1], [2]]).data).toMatchObject({ groups: [[1e6], [2e6]] })
  expect(exact(ms, 3)).toEqual({
    id: 'time',
    unit: 'ns',
    better: 'lower',
    data: { kind: 'exact', value: 3e6 },
  })
})

test('what a tool does not say is no metric, no spread and no count', () => {
  expect(summary(time(), 'mean', null)).toBeNull()
  expect(exact(BYTES, undefined)).toBeNull()
  expect(bounds(1, null)).toBeNull()
  expect(interval(undefined, 1, 0.95)).toBeNull()
  expect(summary(time(), 'mean', 1, { count: Number.NaN })?.data).toMatchObject({ spread: null, count: null })
})

test('counts that all agree are exact', () => {
  expect(counted(BYTES, 'repetition', [[8, 8], [8]]).data).toEqual({ kind: 'exact', value: 8 })
  expect(counted(BYTES, 'repetition', [[8, 9]]).data).toMatchObject({ kind: 'samples' })
  expect(counted(BYTES, 'repetition', []).data).toMatchObject({ kind: 'samples', groups: [] })
})

test('a unit that is not known stays as it is written', () => {
  expect(inUnit('MB/s')).toMatchObject({ unit: 'B/s', factor: 1e6, better: 'higher' })
  expect(inUnit('apples')).toEqual({ unit: 'apples', factor: 1, better: null })
  expect(inUnit('apples', '')).toMatchObject({ unit: '' })
})

test.each([
  ['us', 'time', 'ns', 'lower'],
  ['req/s', 'throughput', 'ops/s', 'higher'],
  ['kB', 'value', 'B', null],
  ['B/op', 'value', 'B', 'lower'],
  ['apples', 'value', 'apples', null],
])('a number in %s is %s', (written, id, unit, better) => {
  expect(valueMetric(written)).toMatchObject({ id, unit, better })
})
