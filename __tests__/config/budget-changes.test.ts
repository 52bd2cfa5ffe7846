import { expect, test } from 'vitest'
import { budgetChanges } from '../../src/config/budget-changes.ts'
import { configWithoutFile, editedSettings, judgedByBase } from '../../src/config/judged-by-base.ts'
import { parseConfig } from '../../src/config/parse.ts'
import type { Config } from '../../src/model/config.ts'

function config(text: string): Config {
  const result = parseConfig(`version: 1\n${text}`, 'benchgate.yml')
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.config
}

const IDS = ['parser/large', 'parser/small', 'http/get']
const between = (before: string, after: string) => budgetChanges(config(before), config(after), IDS)

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
  expect(judged.budgets).toMatchObject([{ match: '**', metric: 'time', maxRegression: { fail: 0.05 } }])
})

test('a change may give measuring more time, never less', () => {
  const limit = (text: string) => config(`measure: { time-limit: ${text} }`)
  expect(judgedByBase(limit('20 min'), limit('10 min')).measure.timeLimitMs).toBe(20 * 60_000)
  expect(judgedByBase(limit('1 s'), limit('10 min')).measure.timeLimitMs).toBe(10 * 60_000)
})
