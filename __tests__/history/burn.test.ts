import { expect, test } from 'vitest'
import { burnOf } from '../../src/history/burn.ts'
import { commitsOf, levelOf, pointOf, START } from './points.ts'

const commits = commitsOf(100)
const now = new Date(START + 99 * 86_400_000)
const max = (fail: number) => ({ max: { warn: 1, fail }, min: null })
const rising = commits.map((_, i) => pointOf(i, 100 + i))

test('the last 50 runs, and those of 30 days', () => {
  // From 182 on the lower quartile is above 180.
  expect(burnOf(rising, commits, max(180), now)).toEqual({
    limit: 180,
    kind: 'max',
    runs: { beyond: 18, of: 50 },
    days: { beyond: 18, of: 31 },
  })
  const later = new Date(now.getTime() + 20 * 86_400_000)
  expect(burnOf(rising, commits, max(180), later)?.days).toEqual({ beyond: 11, of: 11 })
  expect(burnOf(rising, commits, max(300), now)?.runs).toEqual({ beyond: 0, of: 50 })
})

test('the whole interval lies beyond, that of the level where there is one', () => {
  const one = (more: Parameters<typeof pointOf>[2]) =>
    burnOf([pointOf(0, 200, more)], commits, max(180), now)?.runs.beyond
  expect(one({})).toBe(1)
  expect(one({ low: 179 })).toBe(0)
  expect(one({ level: levelOf(170) })).toBe(0)
  expect(one({ low: 179, level: levelOf(200) })).toBe(1)
  expect(one({ level: levelOf(200, 0.2) })).toBe(0)
})

test('of two limits the one that is broken more often; only those that fail', () => {
  const both = { max: { warn: null, fail: 195 }, min: { warn: null, fail: 190 } }
  expect(burnOf(rising, commits, both, now)).toMatchObject({ kind: 'min', runs: { beyond: 39, of: 50 } })
  expect(burnOf(rising, commits, { max: { warn: 1, fail: null }, min: null }, now)).toBeNull()
  expect(burnOf(rising, commits, null, now)).toBeNull()
  expect(burnOf([], commits, max(1), now)).toBeNull()
})

test('what was measured in another unit is not counted, an edited benchmark is', () => {
  const inUnit = (why: 'unit' | 'edited') =>
    burnOf(rising.with(90, pointOf(90, 190, { break: why })), commits, max(180), now)?.runs.of
  expect(inUnit('unit')).toBe(10)
  expect(inUnit('edited')).toBe(50)
})
