import { expect, test } from 'vitest'
import { standingIn } from '../../src/history/standing.ts'
import type { Step, Trend } from '../../src/model/trend.ts'
import { COMMITS, commitOf, history, step, trend } from './sample-trends.ts'

const KEY = { suite: 'benchmarks/parser.bench.ts', name: 'a', occurrence: 1 }
const found = (steps: readonly Step[], more: Partial<Trend> = {}) =>
  standingIn(history([trend('a', steps, more)]))(KEY, 'time')
const percent = (fraction: number | null | undefined) =>
  fraction == null ? null : Number((100 * fraction).toFixed(2))

test('a standing step is told with the commit before it', () => {
  const one = found([step(10, 12)])
  expect(one).toMatchObject({
    branch: 'main',
    event: `${commitOf(10).slice(0, 7)}-slower`,
    before: { sha: commitOf(9), pull: 409 },
    accepted: null,
    to: 10,
  })
  expect(percent(one?.effect)).toBe(12)
  expect([percent(one?.interval.low), percent(one?.interval.high)]).toEqual([10.74, 13.28])
})

test.each<[string, readonly Step[], number | null, number | null]>([
  ['nothing', [], null, null],
  ['an improvement', [step(10, -12)], null, null],
  ['what was fixed', [step(10, 12, { standing: 'fixed' }), step(20, -10)], null, null],
  ['what was accepted', [step(10, 12, { standing: null, accepted: 'a reason' })], null, null],
  [
    'the second of two, where the first was fixed',
    [step(5, 12, { standing: 'fixed' }), step(9, -10), step(20, 6)],
    6,
    null,
  ],
  ['what two of them add up to', [step(10, 10), step(20, 10)], 21, null],
  ['what a later improvement leaves of it', [step(10, 20), step(20, -5)], 14, null],
  ['nothing that a later improvement may have taken back', [step(10, 6), step(20, -5.6)], null, null],
  ['what was accepted later, apart', [step(10, 10), step(20, 20, { standing: null, accepted: 'x' })], 32, 20],
])('of several steps: %s', (_, steps, effect, accepted) => {
  const one = found(steps)
  expect([percent(one?.effect), percent(one?.accepted)]).toEqual([effect, accepted])
})

test('higher can be better', () => {
  const one = found([step(10, -12, { worse: true })], { better: 'higher', unit: 'ops/s' })
  expect(percent(one?.effect)).toBe(-12)
})

test('nothing is said of another benchmark, another metric, or one that the branch no longer has', () => {
  const of = standingIn(history([trend('a', [step(10, 12)])]))
  expect(of({ ...KEY, name: 'b' }, 'time')).toBeNull()
  expect(of({ ...KEY, occurrence: 2 }, 'time')).toBeNull()
  expect(of({ ...KEY, suite: 'other.bench.ts' }, 'time')).toBeNull()
  expect(of(KEY, 'heap')).toBeNull()
  const points = (last: number) => ({ points: trend('a', []).points.slice(0, last) })
  expect(found([step(10, 12)], points(COMMITS - 10))).toBeNull()
  expect(found([step(10, 12)], points(COMMITS - 9))).not.toBeNull()
})
