import { expect, test } from 'vitest'
import { budgetChanges, type LimitedBenchmark } from '../../src/config/budget-changes.ts'
import { configWithoutFile, editedSettings, judgedByBase } from '../../src/config/effective-config.ts'
import { parseConfig } from '../../src/config/parse.ts'
import type { Config } from '../../src/model/config.ts'
import { type Metric, SUITE_METRIC_IDS, suiteMetric } from '../../src/model/metric.ts'

function config(text: string): Config {
  const result = parseConfig(`version: 1\n${text}`, 'benchgate.yml')
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.config
}

const SUITE = ['parser/large', 'parser/small', 'http/get'].map((id): LimitedBenchmark => ({
  id,
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
  id: 'cache',
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
  const allocs = { ...TOOL, id: 'other', primary: 'allocs' }
  expect(between(from!, to!, [TOOL, allocs, { id: 'broken', metrics: [], primary: null }])).toMatchObject([
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

test('a change is judged by the budgets of base, its waivers are its own', () => {
  const base = config(
    'budgets: [{ match: "**", metric: time, max-regression: 5% }]\nmeasure: { time-limit: 10 min }\naccepted: [{ match: a, metric: time, up-to: 9%, reason: old }]',
  )
  const head = config(
    'suites: [new/*.ts]\nbudgets: [{ match: "**", metric: time, max-regression: 500% }]\nmeasure: { time-limit: 1 s, node-args: ["--import", "tsx"] }\nbase: { ref: parent, setup: npm ci }\naccepted: [{ match: a, metric: time, up-to: 9%, reason: old }, { match: b, metric: time, up-to: 20%, reason: new }]',
  )
  const judged = judgedByBase(head, base)
  expect(judged.budgets).toEqual(base.budgets)
  expect(judged.measure).toEqual({ ...base.measure, nodeArgs: ['--import', 'tsx'] })
  expect(editedSettings(head, base)).toEqual([
    'suites',
    'base.ref',
    'base.setup',
    'measure.time-limit',
    'measure.node-args',
  ])
  expect(judged.base).toEqual({ ref: { kind: 'merge-base' }, setup: 'npm ci' })
  // A suite that the change's file forgets is measured as long as it is there.
  expect(judged.suites).toEqual(['new/*.ts', ...base.suites])
  expect(judged.accepted.map(({ match, added }) => [match, added ?? false])).toEqual([
    ['a', false],
    ['b', true],
  ])
})

test('a promise of more speed is that of the change which writes it', () => {
  const promise = '{ match: lexer, metric: time, min-improvement: 10% }'
  const plain = 'budgets: [{ match: "**", metric: time, max-regression: 5% }'
  const with_ = (config: Config) =>
    config.budgets.filter(({ minImprovement }) => minImprovement).map(({ match }) => match)
  expect(with_(judgedByBase(config(`${plain}, ${promise}]`), config(`${plain}]`)))).toEqual(['lexer'])
  expect(with_(judgedByBase(config(`${plain}, ${promise}]`), config(`${plain}, ${promise}]`)))).toEqual([])
})

test('without a file, base has the default budgets, whatever the change brings', () => {
  const head = config('budgets: [{ match: "**", metric: time, max-regression: 900% }]')
  const judged = judgedByBase(head, configWithoutFile(head))
  expect(judged.budgets).toMatchObject([{ match: '**', metric: 'primary', maxRegression: { fail: 0.05 } }])
})

test('a change may give measuring more time, never less', () => {
  const limit = (text: string) => config(`measure: { time-limit: ${text} }`)
  expect(judgedByBase(limit('20 min'), limit('10 min')).measure.timeLimitMs).toBe(20 * 60_000)
  expect(judgedByBase(limit('1 s'), limit('10 min')).measure.timeLimitMs).toBe(10 * 60_000)
})

test('a change brings its own commands, and cannot turn the direction of a metric round', () => {
  const base = config('command: { run: ./old }\nmetrics: { fps: { better: higher }, lag: { better: lower } }')
  const head = config(
    'command: [{ run: ./new }, { run: ./more }]\nmetrics: { fps: { better: lower }, hits: { better: higher } }',
  )
  const judged = judgedByBase(head, base)
  expect(judged.commands).toEqual(head.commands)
  expect(judged.metrics).toEqual({
    fps: { better: 'higher' },
    lag: { better: 'lower' },
    hits: { better: 'higher', added: true },
  })
  expect(judged.suites).toEqual([])
  expect(editedSettings(head, base)).toEqual(['command', 'metrics'])
  const turned = config(
    'command: { run: ./old }\nmetrics: { lag: { better: lower }, fps: { better: higher } }',
  )
  expect(editedSettings(turned, base)).toEqual([])
})

test('without a file, base is measured as the change says', () => {
  const head = config('command: { run: ./new }\nmetrics: { fps: { better: lower } }')
  expect(judgedByBase(head, configWithoutFile(head))).toMatchObject({
    suites: [],
    commands: head.commands,
    metrics: head.metrics,
  })
})
