import { expect, test } from 'vitest'
import { creepOf } from '../../src/history/creep.ts'
import { createRandom } from '../../src/stats/random.ts'
import { commitsOf } from './points.ts'

const N = 60
const commits = commitsOf(100)
const noise = createRandom('creep')
/** Logarithms of values with 1 % of noise. */
const values = (shape: (i: number) => number, n = N) =>
  Array.from({ length: n }, (_, i) => ({ at: i, log: shape(i) + 0.01 * noise.normal() }))
const line = (i: number) => (0.1 * i) / (N - 1)

test('a steady rise of 10 % is creep, with its pace a commit and a week', () => {
  const creep = creepOf(values(line), commits, 'lower')!
  expect(creep).toMatchObject({ from: 0, to: 59, worse: true })
  expect(creep.p).toBeLessThan(1e-6)
  expect(creep.perCommit.low).toBeLessThan(0.1 / 59)
  expect(creep.perCommit.high).toBeGreaterThan(0.1 / 59)
  // One commit a day.
  expect(creep.perWeek.log).toBeCloseTo(7 * creep.perCommit.log, 10)
  expect(creepOf(values(line), commits, 'higher')!.worse).toBe(false)
  expect(
    creepOf(
      values((i) => -line(i)),
      commits,
      'lower',
    )!.worse,
  ).toBe(false)
})

test.each([
  ['nothing', () => 0],
  ['a step in the middle', (i: number) => (i >= 30 ? 0.1 : 0)],
  ['a step near the end', (i: number) => (i >= 50 ? 0.1 : 0)],
  ['less than 2 % in all', (i: number) => line(i) / 8],
])('no creep: %s', (_, shape) => {
  expect(creepOf(values(shape), commits, 'lower')).toBeNull()
})

test('the newest 60 count, of which there must be 20', () => {
  expect(
    creepOf(
      values((i) => line(Math.max(0, i - 40)), 100),
      commits,
      'lower',
    ),
  ).toMatchObject({ from: 40, to: 99 })
  // It was over before the window.
  expect(
    creepOf(
      values((i) => line(Math.min(i, 40)), 100),
      commits,
      'lower',
    ),
  ).toBeNull()
  expect(
    creepOf(
      values((i) => i / 10, 19),
      commits,
      'lower',
    ),
  ).toBeNull()
  expect(
    creepOf(
      values((i) => i / 10, 20),
      commits,
      'lower',
    ),
  ).not.toBeNull()
})

test('exact values, most of which equal the one before', () => {
  const exact = (shape: (i: number) => number) =>
    creepOf(
      Array.from({ length: N }, (_, i) => ({ at: i, log: Math.log(shape(i)) })),
      commits,
      'lower',
    )
  expect(exact((i) => 1000 + 20 * Math.floor(i / 6))).toMatchObject({ worse: true })
  expect(exact((i) => (i < 25 ? 1000 : 1100))).toBeNull()
  expect(exact(() => 1000)).toBeNull()
})

test('commits of one moment, in any number, are no pace', () => {
  const moment = commitsOf(N, { days: 0 })
  expect(creepOf(values(line), moment, 'lower')).toBeNull()
})
