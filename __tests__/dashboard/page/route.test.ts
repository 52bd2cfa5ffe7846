import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chartHash, commitHash } from '../../../src/dashboard/chart-link.ts'
import {
  type BenchmarkRoute,
  GROUPS,
  hashOf,
  OVERVIEW,
  parseRoute,
  type Route,
  SINCE,
  SORTS,
} from '../../../src/dashboard/page/route.ts'
import { keyText } from '../../../src/model/benchmark.ts'

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({
    view: fc.constant('overview' as const),
    search: fc.string({ unit: 'binary', maxLength: 40 }),
    status: fc.option(text),
    metric: fc.option(text),
    since: fc.constantFrom(...SINCE),
    sort: fc.constantFrom(...SORTS),
    group: fc.constantFrom(...GROUPS),
  }),
  fc.record({
    view: fc.constant('benchmark' as const),
    key: text,
    metric: fc.option(text),
    from: fc.option(text),
    to: fc.option(text),
    x: fc.constantFrom('commits' as const, 'dates' as const),
    y: fc.constantFrom('linear' as const, 'log' as const),
    as: fc.constantFrom('chart' as const, 'table' as const),
  }),
  fc.record({ view: fc.constant('commit' as const), sha: text }),
)

test('an address says again what it was made of, whatever the names in it are', () => {
  fc.assert(
    fc.property(route, (given) => {
      expect(parseRoute(hashOf(given))).toEqual(given)
    }),
  )
})

test('any text is an address, and none throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (hash) => void hashOf(parseRoute(hash))))
  expect(parseRoute('')).toEqual(OVERVIEW)
  expect(parseRoute('#/nothing/like/that?x=y')).toEqual(OVERVIEW)
  expect(parseRoute('#/b/%E0%A4%A/time')).toMatchObject({
    view: 'benchmark',
    key: '%E0%A4%A',
    metric: 'time',
  })
  expect(parseRoute('#/b/')).toEqual(OVERVIEW)
  expect(parseRoute('#/?sort=bogus&q')).toEqual(OVERVIEW)
})

test.each([
  [
    { suite: 'bench/a.ts', name: 'parser/large', occurrence: 1 },
    'time',
    '#/b/bench%2Fa.ts%20%E2%80%BA%20parser%2Flarge/time',
  ],
  [
    { suite: 'a', name: 'f(x) [y](z) "q" *b*', occurrence: 2 },
    'time.p99',
    '#/b/a%20%E2%80%BA%20f%28x%29%20%5By%5D%28z%29%20%22q%22%20%2Ab%2A%20%232/time.p99',
  ],
])('a link to a chart: %o', (key, metric, hash) => {
  expect(chartHash(key, metric)).toBe(hash)
  const found = parseRoute(hash) as BenchmarkRoute
  expect([found.key, found.metric]).toEqual([keyText(key), metric])
})

test('a link can be made of any name, and stands in Markdown, in quotes and in angle brackets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, metric) => {
      const hash = chartHash({ suite: 'a', name: `${name}\ud800`, occurrence: 1 }, metric)
      expect(hash).toMatch(/^#[\w/%.~-]+$/)
    }),
  )
  expect(commitHash('4f1c2aa')).toBe('#/c/4f1c2aa')
})
