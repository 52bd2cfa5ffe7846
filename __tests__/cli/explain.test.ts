import { expect, test } from 'vitest'
import { keyOf } from '../keys.ts'
import { explanationOf as explain } from '../../src/cli/explain.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { parseConfig } from '../../src/config/parse.ts'

function explained(text: string, benchmark: string): string {
  const result = parseConfig(`version: 1\n${text}`, 'benchgate.yml')
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return explain(result.config, keyOf(benchmark))
}

test('the default budget is that of the first metric, which in suites is the time', () => {
  expect(explain(DEFAULT_CONFIG, keyOf('a')))
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
  benchgate.yml:5  match "cache/*": max fail 1 %
cache/a · allocs: max fail 40 · severity fail
  benchgate.yml:6  match "cache/*": max warn 12, fail 20 (overridden below)
  benchgate.yml:7  match "cache/*": max fail 40
cache/a · frames: min fail 40 frames · severity warn
  benchgate.yml:8  match "cache/*": min fail 40 frames, severity warn
cache/a · rss: no limit, so that nothing of it is checked
  benchgate.yml:11  accepted up to 10 %: "unknown"
`)
})

test('no budget is said to be none', () => {
  expect(explained('budgets: [{ match: a, metric: time, max: 5 ms }]', 'b')).toContain('No budget matches b')
})
