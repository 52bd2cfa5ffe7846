import { expect, test } from 'vitest'
import { keyOf } from '../keys.ts'
import { askedFor, explanationOf, textOf } from '../../src/cli/explain.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { parseConfig } from '../../src/config/parse.ts'

const TODAY = '2026-11-20'

function explained(text: string, benchmark: string): string {
  const result = parseConfig(`version: 1\n${text}`, 'benchgate.yml')
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return explanationOf(result.config, keyOf(benchmark), TODAY)
}

test('the default budget is that of the first metric, which in suites is the time', () => {
  expect(explanationOf(DEFAULT_CONFIG, keyOf('a'), TODAY))
    .toBe(`a · time: max-regression warn 2.5 %, fail 5 % · severity fail
  default  match "**", metric primary: max-regression warn 2.5 %, fail 5 %
`)
})

test('every metric that a rule or waiver names, each limit in the unit that it was written in', () => {
  const text = `command: { run: ./bench }
budgets:
  - { match: "**", metric: primary, max-regression: 5% }
  - { match: "cache/*", metric: error-rate, max: 1% }
  - { match: "cache/*", metric: allocs, max: { warn: 12, fail: 20 } }
  - { match: "cache/*", metric: allocs, max: 40 }
  - { match: "cache/*", metric: frames, min: 40 frames, severity: warn }
accepted:
  - { match: "cache/a", metric: primary, up-to: 30%, reason: known, until: 2027-02-01 }
  - { match: "cache/a", metric: rss, up-to: 10%, reason: unknown }
`
  expect(explained(text, 'cache/a'))
    .toBe(`cache/a · time, or what a command reports first: max-regression warn 2.5 %, fail 5 % · severity fail
  benchgate.yml:4  match "**", metric primary: max-regression warn 2.5 %, fail 5 %
  benchgate.yml:10  accepted up to 30 % until 2027-02-01: "known"
cache/a · error-rate: max fail 1 % · severity fail
  benchgate.yml:5  match "cache/*", metric error-rate: max fail 1 %
cache/a · allocs: max fail 40 · severity fail
  benchgate.yml:6  match "cache/*", metric allocs: max warn 12, fail 20 (overridden below)
  benchgate.yml:7  match "cache/*", metric allocs: max fail 40
cache/a · frames: min fail 40 frames · severity warn
  benchgate.yml:8  match "cache/*", metric frames: min fail 40 frames, severity warn
cache/a · rss: no limit, so that nothing of it is checked
  benchgate.yml:11  accepted up to 10 %: "unknown"
`)
})

test('no budget is said to be none', () => {
  expect(explained('budgets: [{ match: a, metric: time, max: 5 ms }]', 'b')).toContain('No budget matches b')
})

const CONFIG = `budgets:
  - { match: "**", metric: time, max-regression: 5% }
  - { match: "parser/*", metric: time, max-regression: { warn: 4%, fail: 10% } }
  - { match: "lexer/*", severity: off }
  - { match: "parsr/*", metric: time, max: 1 ms }
accepted:
  - { match: parser/large, metric: time, up-to: 20%, reason: old, until: 2026-01-01 }
  - { match: parser/large, metric: time, up-to: 30%, reason: new }
`
const KNOWN = ['parser/large', 'parser/small', 'lexer/ascii'].map((name) => ({
  suite: 'benchmarks/a.bench.ts',
  name,
  occurrence: 1,
}))

/** What is said of one question, where the last report has three benchmarks, or nothing is known. */
function said(wanted?: string, benchmarks = KNOWN): string {
  const result = parseConfig(`version: 1\nsuites: [benchmarks/*.bench.ts]\n${CONFIG}`, 'benchgate.yml')
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  const known = { benchmarks, from: benchmarks.length === 0 ? null : ('report' as const) }
  return textOf(askedFor(result.config, known, wanted, {}), TODAY)
}

test('one benchmark: its rules, its waivers with those that ended, and what measures it', () => {
  expect(said('parser/large')).toBe(`parser/large · time: max-regression warn 4 %, fail 10 % · severity fail
  benchgate.yml:4  match "**", metric time: max-regression warn 2.5 %, fail 5 % (overridden below)
  benchgate.yml:5  match "parser/*", metric time: max-regression warn 4 %, fail 10 %
  benchgate.yml:9  accepted up to 20 % until 2026-01-01, which is over, so that it no longer counts: "old" (overridden below)
  benchgate.yml:10  accepted up to 30 %: "new"
According to the last report in this repository, the suite benchmarks/a.bench.ts measures it, which \`suites\` matches with "benchmarks/*.bench.ts".
`)
})

test('a name that nothing has: what would hold, and the nearest', () => {
  expect(said('parser/lage').split('\n').at(-2)).toBe(
    'parser/lage is not in the last report in this repository; the nearest is parser/large. A check measures "benchmarks/*.bench.ts".',
  )
  expect(said('parser/lage', []).split('\n').at(-2)).toBe(
    'No benchmark is known here: neither a report nor stored runs. A check measures "benchmarks/*.bench.ts".',
  )
})

test('without a name: every rule, what it holds for, and what all come to', () => {
  expect(said()).toBe(`Rules, of which a later one overrides an earlier one field by field:

benchgate.yml:4  match "**", metric time: max-regression warn 2.5 %, fail 5 %
    3 benchmarks: parser/large, parser/small, lexer/ascii
benchgate.yml:5  match "parser/*", metric time: max-regression warn 4 %, fail 10 %
    2 benchmarks: parser/large, parser/small
benchgate.yml:6  match "lexer/*": severity off
    1 benchmark: lexer/ascii
benchgate.yml:7  match "parsr/*", metric time: max fail 1 ms
    no benchmark; the nearest is parser/large
benchgate.yml:9  match "parser/large", metric time: accepted up to 20 % until 2026-01-01, which is over, so that it no longer counts: "old"
    1 benchmark: parser/large
benchgate.yml:10  match "parser/large", metric time: accepted up to 30 %: "new"
    1 benchmark: parser/large

What they come to:

time: max-regression warn 4 %, fail 10 % · severity fail
    2 benchmarks: parser/large, parser/small
time: max-regression warn 2.5 %, fail 5 % · severity off · switched off: not measured
    1 benchmark: lexer/ascii

The benchmarks are those of the last report in this repository, which has what was measured. A check measures "benchmarks/*.bench.ts".
`)
})

test('a glob: the rules of what it matches', () => {
  const lines = said('*/a*').split('\n')
  expect(lines).toContain(
    'lexer/ascii · time: max-regression warn 2.5 %, fail 5 % · severity off · switched off: not measured',
  )
  const several = said('parser/*')
  expect(several).not.toContain('lexer')
  expect(several).not.toContain('parsr')
  expect(said('x*')).toBe('No benchmark of the last report in this repository matches "x*".\n')
})
