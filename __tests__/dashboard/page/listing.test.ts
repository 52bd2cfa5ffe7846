import { expect, test } from 'vitest'
import type { TrendSummary } from '../../../src/dashboard/format.ts'
import { countsOf, groupsOf, listed } from '../../../src/dashboard/page/listing.ts'
import { OVERVIEW } from '../../../src/dashboard/page/route.ts'

let files = 0
function trend(name: string, more: Partial<TrendSummary> = {}): TrendSummary {
  return {
    suite: 'bench/a.ts',
    name,
    occurrence: 1,
    metric: 'time',
    unit: 'ns',
    better: 'lower',
    file: files++,
    points: 1,
    newest: 0,
    now: 1,
    isLevel: true,
    change: null,
    sparkline: [1],
    budget: null,
    status: 'steady',
    steps: [],
    creep: null,
    forecast: null,
    burn: null,
    milestones: { first: null, best: null, release: null },
    ...more,
  }
}

const step = (log: number, standing: 'standing' | 'fixed' | null, worse = true) => ({
  at: 1,
  from: 0,
  to: 2,
  change: { log, low: log, high: log },
  worse,
  before: 1,
  after: 1,
  confirmedAt: 2,
  standing,
  accepted: null,
})
const names = (trends: readonly TrendSummary[]) => trends.map(({ name }) => name)

test('the worst first: by status, then by what still stands, in the direction of the metric', () => {
  const trends = [
    trend('b steady'),
    trend('faster', { status: 'faster', steps: [step(-0.2, null, false)] }),
    trend('slower by 5', { status: 'slower', steps: [step(0.3, 'fixed'), step(0.05, 'standing')] }),
    trend('a steady'),
    trend('lower by 9', {
      status: 'slower',
      better: 'higher',
      unit: 'ops/s',
      steps: [step(-0.09, 'standing')],
    }),
    trend('over', { status: 'over-budget' }),
    trend('creeping', { status: 'creeping' }),
  ]
  expect(names(listed(trends, OVERVIEW))).toEqual([
    'over',
    'lower by 9',
    'slower by 5',
    'creeping',
    'a steady',
    'b steady',
    'faster',
  ])
})

test('other orders', () => {
  const since = (factor: number) => ({ first: null, best: null, release: { at: 0, name: 'v1', factor } })
  const trends = [
    trend('b', { change: 0.1, milestones: since(0.5) }),
    trend('a', { change: -0.1, milestones: since(2) }),
    trend('c', { change: null }),
    trend('d', { change: -0.2, better: 'higher', unit: 'ops/s', milestones: since(0.9) }),
  ]
  expect(names(listed(trends, { ...OVERVIEW, sort: 'name' }))).toEqual(['a', 'b', 'c', 'd'])
  expect(names(listed(trends, { ...OVERVIEW, sort: 'change' }))).toEqual(['d', 'b', 'a', 'c'])
  expect(names(listed(trends, { ...OVERVIEW, sort: 'since' }))).toEqual(['a', 'd', 'b', 'c'])
})

test('a search finds words in any order in name, suite and metric, in any case and form', () => {
  const trends = [
    trend('Parser/large', { suite: 'bench/js.ts' }),
    trend('lexer/caf\u00e9', { metric: 'heap' }),
    trend('[a]*?'),
  ]
  const found = (search: string) => names(listed(trends, { ...OVERVIEW, search }))
  expect(found('LARGE js parser')).toEqual(['Parser/large'])
  expect(found('  heap ')).toEqual(['lexer/caf\u00e9'])
  expect(found('cafe\u0301')).toEqual(['lexer/caf\u00e9'])
  expect(found(']*?')).toEqual(['[a]*?'])
  expect(found('large heap')).toEqual([])
  expect(found('')).toHaveLength(3)
})

test('counts are of what is found, of every status', () => {
  const trends = [trend('a x', { status: 'slower' }), trend('b x'), trend('c')]
  const route = { ...OVERVIEW, search: 'x', status: 'slower' }
  expect(names(listed(trends, route))).toEqual(['a x'])
  expect([...countsOf(trends, route)]).toEqual([
    ['slower', 1],
    ['steady', 1],
  ])
})

test('groups are those of names, or suites, in the order of their first', () => {
  const trends = [trend('p/q/x'), trend('y', { suite: 's\u203a' }), trend('p/q/z'), trend('p/w')]
  const of = (by: 'none' | 'group' | 'suite') =>
    groupsOf(trends, by).map(([name, some]) => [name, ...names(some)])
  expect(of('group')).toEqual([
    ['p/q', 'p/q/x', 'p/q/z'],
    ['', 'y'],
    ['p', 'p/w'],
  ])
  expect(of('suite')).toEqual([
    ['bench/a.ts', 'p/q/x', 'p/q/z', 'p/w'],
    ['s\u203a', 'y'],
  ])
  expect(of('none')).toEqual([['', 'p/q/x', 'y', 'p/q/z', 'p/w']])
})
