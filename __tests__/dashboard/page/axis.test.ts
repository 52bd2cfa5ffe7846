import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dateLabel,
  logTicks,
  roundTicks,
  tickLabels,
  timesOf,
  verticalRange,
} from '../../../src/dashboard/page/axis.ts'

test.each([
  [0, 10, 5, [0, 2, 4, 6, 8, 10]],
  [28.3, 51.2, 5, [30, 35, 40, 45, 50]],
  [0.9981, 1.0022, 5, [0.999, 1, 1.001, 1.002]],
  [3, 3, 5, [3]],
])('round ticks from %d to %d', (min, max, count, ticks) => {
  expect(roundTicks(min, max, count)).toEqual(ticks)
})

test('logarithmic ticks: as on any axis within a decade, else 1, 2 and 5, else powers', () => {
  expect(logTicks(2, 9, 4)).toEqual([2, 4, 6, 8])
  expect(logTicks(90, 1100, 5)).toEqual([100, 200, 500, 1000])
  expect(logTicks(1, 1e9, 5)).toEqual([1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9])
})

test('ticks are few, ascending and within the axis, whatever the numbers', () => {
  const positive = fc.double({ min: 1e-6, max: 1e12, noNaN: true })
  fc.assert(
    fc.property(positive, positive, fc.integer({ min: 2, max: 10 }), (a, b, count) => {
      const [min, max] = [Math.min(a, b), Math.max(a, b)]
      fc.pre(max / min > 1 + 1e-6)
      for (const ticks of [roundTicks(min, max, count), logTicks(min, max, count)]) {
        expect(ticks.length).toBeLessThanOrEqual(60)
        expect(ticks.toSorted((x, y) => x - y)).toEqual(ticks)
        for (const tick of ticks)
          expect(Math.abs(tick - (min + max) / 2) <= ((max - min) / 2) * (1 + 1e-6)).toBe(true)
      }
    }),
  )
})

test('labels have one unit and as many decimals as tell them apart', () => {
  expect(tickLabels([30_000, 35_000, 40_000], 'ns')).toEqual(['30 µs', '35 µs', '40 µs'])
  expect(tickLabels([0, 500, 1000], 'ns')).toEqual(['0 µs', '0.5 µs', '1 µs'])
  expect(tickLabels([1.9991e6, 1.9992e6], 'ns')).toEqual(['1.9991 ms', '1.9992 ms'])
  expect(tickLabels([0.001, 0.002], 'fraction')).toEqual(['0.1 %', '0.2 %'])
  expect(tickLabels([5, 10], 'count')).toEqual(['5', '10'])
})

test.each([
  [400 * 86_400, '2026'],
  [30 * 86_400, 'Jan 2026'],
  [86_400, '15 Jan'],
  [3600, '15 Jan 06:30'],
])('a date where ticks are %d s apart', (apart, label) => {
  expect(dateLabel(Date.UTC(2026, 0, 15, 6, 30) / 1000, apart)).toBe(label)
})

test('times never go back, and a commit without one stands where the one before it does', () => {
  const commits = ['1970-01-01T00:00:10Z', '1970-01-01T00:00:05Z', 'never', '1970-01-01T00:00:20Z']
  expect(timesOf(commits.map((time) => ({ time }) as never))).toEqual([10, 10, 10, 20])
})

test('the vertical axis holds the values, limits that are near, and no drama where nothing moves', () => {
  const [low, high] = verticalRange(90, 100, [120, 1000], false)
  expect(low).toBeLessThan(90)
  expect(high).toBeGreaterThan(120)
  expect(high).toBeLessThan(200)
  const [bottom, top] = verticalRange(100, 100.1, [], false)
  expect(top - bottom).toBeGreaterThan(4)
  expect(verticalRange(0, 0, [], false)).toEqual([0, 1])
  expect(verticalRange(Number.NaN, Number.NaN, [], true)).toEqual([1, 10])
  expect(verticalRange(0.5, 10, [], true)[0]).toBeGreaterThan(0)
})
