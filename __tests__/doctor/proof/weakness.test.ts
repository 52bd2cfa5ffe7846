import { expect, test } from 'vitest'
import { type Prospect, prospectOf } from '../../../src/doctor/proof/weakness.ts'
import { DEFAULT_CONFIG } from '../../../src/config/defaults.ts'
import { parseConfig } from '../../../src/config/parse.ts'
import { row } from '../../report/sample.ts'

/** What budgets and waivers make of a slowdown of parser/small, which takes 812 µs. */
function prospect(lines: string): Prospect {
  const parsed = parseConfig(`version: 1\n${lines}`, 'b.yml')
  if ('problems' in parsed) throw new Error(parsed.problems[0]!.message)
  return prospectOf(parsed.config, row(), 'time', '2026-08-01')
}

const weak = (place: string, because: string, isMeant: boolean, times = 3): Prospect => ({
  times,
  weakness: { because, isMeant, place },
})
const strong = (times = 3): Prospect => ({ times, weakness: null })

const usual = 'budgets:\n  - { match: "**", metric: time, max-regression: 5% }\n'

test.each<[string, string, Prospect]>([
  ['a usual budget', usual, strong()],
  [
    'a severity that only warns',
    `${usual}  - { match: "parser/*", severity: warn }`,
    weak('b.yml:4', '`severity: warn` lets nothing fail', true),
  ],
  ['a severity of another benchmark', `${usual}  - { match: "lexer/*", severity: warn }`, strong()],
  [
    'a severity of another metric',
    `${usual}  - { match: "**", metric: throughput, severity: warn }`,
    strong(),
  ],
  [
    'a severity that a later rule takes back',
    `${usual}  - { match: "**", severity: off }\n  - { match: "parser/*", severity: fail }`,
    strong(),
  ],
  [
    'a level that only warns',
    'budgets:\n  - { match: "**", metric: time, max-regression: { warn: 5% } }',
    weak('b.yml:3', 'it has no level that fails', false),
  ],
  [
    'a limit beyond anything',
    'budgets:\n  - { match: "**", metric: time, max-regression: 999% }',
    weak('b.yml:3', '`max-regression` of 999 % is no limit', false, 10),
  ],
  ['a wide limit', 'budgets:\n  - { match: "**", metric: time, max-regression: 300% }', strong(6)],
  [
    'an absolute limit beyond anything',
    'budgets:\n  - { match: "**", metric: time, max: 1 s }',
    weak('b.yml:3', '`max` of 1 s is no limit', false, 10),
  ],
  ['an absolute limit that is near', 'budgets:\n  - { match: "**", metric: time, max: 1 ms }', strong()],
  [
    'an absolute limit that is far, beside a relative one',
    `${usual}  - { match: "**", metric: time, max: 1 s }`,
    strong(),
  ],
  [
    'a waiver of everything',
    `${usual}accepted:\n  - { match: "**", metric: time, up-to: 999%, reason: all }`,
    weak('b.yml:5', 'a regression of up to 999 % is accepted', true),
  ],
  [
    'a waiver with a ceiling',
    `${usual}accepted:\n  - { match: "**", metric: time, up-to: 20%, reason: one }`,
    strong(),
  ],
  [
    'a waiver that has ended',
    `${usual}accepted:\n  - { match: "**", metric: time, up-to: 999%, reason: all, until: 2026-07-31 }`,
    strong(),
  ],
  [
    'a waiver of a benchmark that has an absolute limit too',
    `${usual}  - { match: "**", metric: time, max: 1 ms }\naccepted:\n  - { match: "**", metric: time, up-to: 999%, reason: all }`,
    strong(),
  ],
])('%s', (_, lines, expected) => {
  expect(prospect(lines)).toEqual(expected)
})

test('the default budget is a limit', () => {
  expect(prospectOf(DEFAULT_CONFIG, row(), 'time', '2026-08-01')).toEqual(strong())
})

test('a rate that falls to a third has lost two thirds', () => {
  const rate = {
    metric: 'throughput',
    unit: 'ops/s',
    better: 'higher',
    base: { value: 300, p50: null },
  } as const
  const of = (limits: string) => {
    const parsed = parseConfig(
      `version: 1\nbudgets:\n  - { match: "**", metric: throughput, ${limits} }`,
      'b.yml',
    )
    if ('problems' in parsed) throw new Error(parsed.problems[0]!.message)
    return prospectOf(parsed.config, row(rate), 'time', '2026-08-01')
  }
  expect(of('max-regression: 10%')).toEqual(strong())
  expect(of('max-regression: 75%')).toEqual(strong(6))
  expect(of('min: 250 ops/s')).toEqual(strong())
  expect(of('min: 1 ops/s')).toEqual(weak('b.yml:3', '`min` of 1 ops/s is no limit', false, 10))
})
