import { expect, test } from 'vitest'
import { precisionOf } from '../../src/history/precision.ts'
import type { LogChange, Step, Trend, TrendPoint } from '../../src/model/trend.ts'
import { commitsOf, pointOf } from './points.ts'

const by = (factor: number): LogChange => ({
  log: Math.log(factor),
  low: Math.log(factor) - 0.01,
  high: Math.log(factor) + 0.01,
})
const trendOf = (points: readonly TrendPoint[], steps: readonly Step[] = []): Trend => ({
  suite: 's',
  name: 'n',
  occurrence: 1,
  metric: 'time',
  unit: 'ns',
  better: 'lower',
  points,
  steps,
  creep: null,
  forecast: null,
  burn: null,
  milestones: { first: null, best: null, release: null },
})
// No commit is the parent of the one after, unless a test says so.
const commits = commitsOf(10, { parent: 'elsewhere' })
const flagged = pointOf(1, 110, { verdict: 'regression', change: by(1.1) })
const outcome = (
  after: readonly TrendPoint[],
  { steps = [] as Step[], of = commits, first = flagged } = {},
) => {
  const found = precisionOf([trendOf([pointOf(0, 100), first, ...after], steps)], of)
  expect(found.flagged).toBe(1)
  return Object.entries(found).flatMap(([name, count]) => (name !== 'flagged' && count > 0 ? [name] : []))
}

test('it recurred where the next run is slower by half of it or more', () => {
  expect(outcome([pointOf(2, 108)])).toEqual(['recurred'])
  expect(outcome([pointOf(2, 100 * Math.sqrt(1.1) + 0.001)])).toEqual(['recurred'])
  expect(outcome([pointOf(2, 100 * Math.sqrt(1.1) - 0.001)])).toEqual(['vanished'])
  expect(outcome([pointOf(2, 101), pointOf(3, 110)])).toEqual(['vanished'])
  expect(outcome([])).toEqual(['open'])
})

test('the value before is that of the parent in the same job, whatever an earlier run was', () => {
  const first = pointOf(1, 220, { verdict: 'regression', change: by(1.1) })
  expect(outcome([pointOf(2, 215)], { first })).toEqual(['recurred'])
  expect(outcome([pointOf(2, 198)], { first })).toEqual(['vanished'])
})

test('fewer per second is a regression, too', () => {
  const first = pointOf(1, 90, { verdict: 'regression', change: by(0.9) })
  expect(outcome([pointOf(2, 92)], { first })).toEqual(['recurred'])
  expect(outcome([pointOf(2, 99)], { first })).toEqual(['vanished'])
})

test('only runs on its processor model count, and none after a break', () => {
  const other = commits.with(2, { ...commits[2]!, cpu: 'other' })
  expect(outcome([pointOf(2, 100), pointOf(3, 110)], { of: other })).toEqual(['recurred'])
  expect(outcome([pointOf(2, 110)], { of: other })).toEqual(['open'])
  expect(outcome([pointOf(2, 100, { break: 'edited' })])).toEqual(['open'])
})

test('what the next commit takes back did not vanish: its run measured the flagged commit again', () => {
  const child = commits.with(2, { ...commits[2]!, parent: 'sha1' })
  const fix = pointOf(2, 100, { change: by(1 / 1.1), verdict: 'improvement' })
  expect(outcome([fix], { of: child })).toEqual(['recurred'])
  expect(outcome([fix])).toEqual(['vanished'])
})

test('accepted is what a waiver accepted, or the step that it is part of, unless it recurred', () => {
  const first = pointOf(1, 110, { verdict: 'accepted', change: by(1.1) })
  expect(outcome([pointOf(2, 100)], { first })).toEqual(['accepted'])
  expect(outcome([pointOf(2, 110)], { first })).toEqual(['recurred'])
  const step = (more: Partial<Step>) => [{ from: 0, to: 2, worse: true, accepted: 'why', ...more } as Step]
  expect(outcome([pointOf(2, 100)], { steps: step({}) })).toEqual(['accepted'])
  expect(outcome([pointOf(2, 100)], { steps: step({ accepted: null }) })).toEqual(['vanished'])
  expect(outcome([pointOf(2, 100)], { steps: step({ from: 1 }) })).toEqual(['vanished'])
})

test('other verdicts are no flags', () => {
  const points = [
    pointOf(0, 100),
    pointOf(1, 110, { verdict: 'slower-small', change: by(1.1) }),
    pointOf(2, 110),
  ]
  expect(precisionOf([trendOf(points)], commits)).toEqual({
    flagged: 0,
    recurred: 0,
    accepted: 0,
    vanished: 0,
    open: 0,
  })
})
