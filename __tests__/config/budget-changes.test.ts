import { expect, test } from 'vitest'
import { keyOf } from '../keys.ts'
import { budgetChanges, type LimitedBenchmark } from '../../src/config/budget-changes.ts'
import { parseConfig } from '../../src/config/parse.ts'
import type { Config } from '../../src/model/config.ts'
import { type Metric, SUITE_METRIC_IDS, suiteMetric } from '../../src/model/metric.ts'

function config(text: string): Config {
  const result = parseConfig(`version: 1\n${text}`, 'benchgate.yml')
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.config
}

const SUITE = ['parser/large', 'parser/small', 'http/get'].map((name): LimitedBenchmark => ({
  ...keyOf(name),
  metrics: SUITE_METRIC_IDS.map(suiteMetric),
  primary: 'time',
}))
const between = (before: string, after: string, benchmarks: readonly LimitedBenchmark[] = SUITE) =>
  budgetChanges(config(before), config(after), benchmarks)

test('the same budgets in other words are no change', () => {
  const before = 'budgets: [{ match: "**", metric: time, max-regression: 5% }]'
  expect(between(before, before)).toEqual([])
  expect(
    between(before, 'budgets: [{ match: "*/*", metric: time, max-regression: { warn: 2.5%, fail: 5% } }]'),
  ).toEqual([])
})

test('what failures of forks lead to comes first where it is loosened, and last where it is tightened', () => {
  const rule = (max: string) => `budgets: [{ match: http/get, metric: time, max-regression: ${max} }]`
  const said = (before: string, after: string) =>
    between(`${rule('5%')}\n${before}`, `${rule('20%')}\n${after}`).map(
      ({ direction, metric, limit, from, to, benchmarks, example }) =>
        [direction, metric, limit, from, to, benchmarks, example].join(' '),
    )
  const raised = 'loosened time max-regression 5% 20% 1 http/get'
  expect(said('forks: fail', 'forks: warn')).toEqual(['loosened  forks fail warn 3 ', raised])
  expect(said('', 'forks: warn')).toEqual(['loosened  forks fail warn 3 ', raised])
  expect(said('forks: warn', '')).toEqual([raised, 'tightened  forks warn fail 3 '])
  expect(said('forks: warn', 'forks: warn')).toEqual([raised])
})

test('a limit that is raised, lowered, removed or added, each said once with its benchmarks', () => {
  const base =
    'budgets: [{ match: "**", metric: time, max-regression: 5% }, { match: "http/*", metric: throughput, min: 50 kops/s }]'
  const head =
    'budgets: [{ match: "**", metric: time, max-regression: 5% }, { match: "parser/*", metric: time, max-regression: 20% }, { match: "http/*", metric: time.p99, max: { warn: 8 ms, fail: 10 ms } }]'
  expect(between(base, head)).toEqual([
    {
      direction: 'loosened',
      metric: 'time',
      limit: 'max-regression',
      from: '5%',
      to: '20%',
      benchmarks: 2,
      example: 'parser/large',
    },
    {
      direction: 'loosened',
      metric: 'throughput',
      limit: 'min',
      from: '50 kops/s',
      to: 'none',
      benchmarks: 1,
      example: 'http/get',
    },
    {
      direction: 'tightened',
      metric: 'time.p99',
      limit: 'max',
      from: 'none',
      to: 'warn 8 ms, fail 10 ms',
      benchmarks: 1,
      example: 'http/get',
    },
  ])
})

test('what gets stricter in one level and more lenient in the other is loosened', () => {
  const [change] = between(
    'budgets: [{ match: "**", metric: time, max-regression: { warn: 4%, fail: 5% } }]',
    'budgets: [{ match: "**", metric: time, max-regression: { warn: 1%, fail: 9% } }]',
  )
  expect(change).toMatchObject({ direction: 'loosened', from: 'warn 4%, fail 5%', to: 'warn 1%, fail 9%' })
})

const metric = (id: string, unit: string): Metric => ({ id, unit, better: 'lower', exact: false })
const TOOL: LimitedBenchmark = {
  ...keyOf('cache'),
  metrics: [
    metric('time', 'ns'),
    metric('bytes', 'B'),
    metric('throughput', 'B/s'),
    metric('allocs', 'count'),
    metric('error-rate', 'fraction'),
    metric('frames', 'frames'),
  ],
  primary: 'time',
}

test.each([
  ['bytes, max: 64 KiB', 'bytes, max: 128 KiB', '64 KiB', '128 KiB'],
  ['bytes, max: 0 B', 'bytes, max: 1 MB', '0 B', '1 MB'],
  [
    'bytes, max: { warn: 1 B, fail: 64000 B }',
    'bytes, max: { warn: 1.5 MiB, fail: 2000001 B }',
    'warn 1 B, fail 64 kB',
    'warn 1.5 MiB, fail 2.000001 MB',
  ],
  ['throughput, min: 2 GiB/s', 'throughput, min: 50 MB/s', '2 GiB/s', '50 MB/s'],
  ['allocs, max: 1234567', 'allocs, max: 1234568', '1234567', '1234568'],
  ['error-rate, max: 0.1%', 'error-rate, max: 7%', '0.1%', '7%'],
  ['frames, max: 40 frames', 'frames, max: 41', '40 frames', '41 frames'],
  ['time, max: 812.5 us', 'primary, max: 1.5 h', '812.5 µs', '5400 s'],
])('limits are told as they may be written: %s to %s', (before, after, from, to) => {
  const one = (rule: string) => `budgets: [{ match: "**", metric: ${rule} }]`
  const [change, ...others] = between(one(before), one(after), [TOOL])
  expect(others).toEqual([])
  expect(change).toMatchObject({ direction: 'loosened', from, to })
  expect(between(one(after), one(before), [TOOL])).toMatchObject([
    { direction: 'tightened', from: to, to: from },
  ])
})

test('a bare number and the same in the unit of its metric are one limit', () => {
  const one = (max: string) => `budgets: [{ match: "**", metric: frames, max: ${max} }]`
  expect(between(one('40'), one('40 frames'), [TOOL])).toEqual([])
})

test('a limit in another unit cannot be compared, and is told as loosened', () => {
  const one = (max: string) => `budgets: [{ match: "**", metric: frames, max: ${max} }]`
  expect(between(one('40'), one('1 ms'), [TOOL])).toMatchObject([
    { direction: 'loosened', from: '40 frames', to: '1 ms' },
  ])
})

test('a budget of the first metric is told of the metric that is first', () => {
  const [from, to] = ['5%', '9%'].map(
    (level) => `budgets: [{ match: "**", metric: primary, max-regression: ${level} }]`,
  )
  const allocs = { ...TOOL, name: 'other', primary: 'allocs' }
  expect(
    between(from!, to!, [TOOL, allocs, { ...keyOf('broken'), metrics: [], primary: null }]),
  ).toMatchObject([
    { metric: 'time', from: '5%', to: '9%', benchmarks: 1, example: 'cache' },
    { metric: 'allocs', from: '5%', to: '9%', benchmarks: 1, example: 'other' },
  ])
  // The default budget is one of the first metric, so that writing it down for suites changes nothing.
  expect(between('', 'budgets: [{ match: "**", metric: time, max-regression: 5% }]')).toEqual([])
})

test('switching a budget off loosens it, and a promise of more speed is neither', () => {
  const base = 'budgets: [{ match: "**", metric: time, max-regression: 5% }]'
  expect(between(base, `${base.slice(0, -1)}, { match: "http/**", severity: off }]`)).toEqual([
    {
      direction: 'loosened',
      metric: 'time',
      limit: 'severity',
      from: 'fail',
      to: 'off',
      benchmarks: 1,
      example: 'http/get',
    },
  ])
  expect(
    between(base, `${base.slice(0, -1)}, { match: "http/**", metric: time, min-improvement: 10% }]`),
  ).toEqual([])
})
