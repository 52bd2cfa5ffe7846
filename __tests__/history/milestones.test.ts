import { expect, test } from 'vitest'
import { milestonesOf } from '../../src/history/milestones.ts'
import type { Step } from '../../src/model/trend.ts'
import { commitsOf, levelOf, pointOf } from './points.ts'

const stepAt = (at: number) => ({ at }) as Step
const commits = commitsOf(30).map((commit, i) => ({ ...commit, releases: i === 12 ? ['v1.0', 'v1.1'] : [] }))
// 100, from commit 10 on 80, from commit 20 on 120.
const shape = (i: number) => (i < 10 ? 100 : i < 20 ? 80 : 120)
const points = commits.map((_, i) => pointOf(i, shape(i)))
const steps = [stepAt(10), stepAt(20)]

test('first, best and last release, as factors of the newest', () => {
  expect(milestonesOf(points, steps, commits, 'lower')).toEqual({
    first: { at: 0, factor: 1.2 },
    best: { at: 10, factor: 1.5 },
    release: { at: 12, name: 'v1.1', factor: 1.5 },
  })
  expect(milestonesOf(points, steps, commits, 'higher').best).toEqual({ at: 20, factor: 1 })
})

test('one lucky value is no milestone, nor is one beyond a change point', () => {
  const lucky = points.with(3, pointOf(3, 10)).with(29, pointOf(29, 500))
  expect(milestonesOf(lucky, steps, commits, 'lower').best).toEqual({ at: 10, factor: 1.5 })
  // Three values on the new level: their own median.
  expect(milestonesOf(points.slice(0, 23), steps, commits, 'lower').first?.factor).toBe(1.2)
})

test('levels count where the newest has one, its own processor model otherwise', () => {
  const levels = points.map((point) => ({
    ...point,
    level: point.at === 5 ? null : levelOf(2 * point.value),
    value: 1,
  }))
  expect(milestonesOf(levels, steps, commits, 'lower').first).toEqual({ at: 0, factor: 1.2 })
  const mixed = commits.map((commit, i) => ({ ...commit, cpu: i % 2 === 1 ? 'one' : 'other' }))
  expect(
    milestonesOf(
      points.map((point) => (point.at % 2 === 0 ? { ...point, value: 1 } : point)),
      steps,
      mixed,
      'lower',
    ).first,
  ).toEqual({
    at: 1,
    factor: 1.2,
  })
})

test('since the last break only; a single point has none, and a zero has no factor', () => {
  const broken = points.with(15, { ...points[15]!, break: 'edited' })
  expect(milestonesOf(broken, steps, commits, 'lower')).toMatchObject({ first: { at: 15 }, release: null })
  const none = { first: null, best: null, release: null }
  expect(milestonesOf(points.slice(0, 1), [], commits, 'lower')).toEqual(none)
  expect(milestonesOf([], [], commits, 'lower')).toEqual(none)
  expect(
    milestonesOf([pointOf(0, 3), pointOf(1, 0), pointOf(2, 0), pointOf(3, 0)], [], commits, 'lower'),
  ).toEqual(none)
  expect(milestonesOf([pointOf(0, 0), pointOf(1, 4)], [stepAt(1)], commits, 'lower').first).toEqual({
    at: 1,
    factor: 1,
  })
})
