import { expect, test } from 'vitest'
import { suggestFromRerun, suggestFromRuns } from '../../src/gate/suggest-budgets.ts'
import type { StoredRun } from '../../src/model/stored-run.ts'
import { renderSuggestion } from '../../src/report/terminal/suggestion-table.ts'
import { normalQuantile } from '../../src/stats/normal.ts'
import { createRandom } from '../../src/stats/random.ts'
import { assessment, row } from '../report/sample.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'

const NOISE = { 'parser/large': 0.01, 'parser/small': 0.012, 'lexer/ascii': 0.004, 'io/read': 0.03 }

/** Unchanged runs whose gate measures as precisely as a third of the noise. */
function runsOf(count: number, noise: Record<string, number> = NOISE): StoredRun[] {
  const { uniform } = createRandom('suggest')
  return Array.from({ length: count }, (_, index) => ({
    path: `run ${index}`,
    run: sampleRun(index, {
      benchmarks: Object.entries(noise).map(([id, sigma]) => {
        const log = sigma * normalQuantile(uniform())
        const change = {
          effect: Math.expm1(log),
          log,
          low: log - 0.6 * sigma,
          high: log + 0.6 * sigma,
          pairs: 32,
        }
        return { id, suite: 'a.bench.ts', metrics: [sampleMetric({ change, verdict: 'unchanged' })] }
      }),
    }),
  })).reverse()
}
const ASKED = { atMost: 0.01, metric: null, matches: () => true }
const text = (suggestion: Parameters<typeof renderSuggestion>[0]) =>
  renderSuggestion(suggestion, { color: false, width: 100 })

test('from stored runs: what each benchmark needs, and few rules', () => {
  const suggestion = suggestFromRuns(runsOf(20), ASKED)
  expect(text(suggestion)).toBe(`benchmark     noise  detectable  suggested  evidence
parser/large  0.8 %       1.1 %        3 %  20 unchanged runs, each against its parent
parser/small  1.4 %       1.3 %        5 %  20 unchanged runs, each against its parent
lexer/ascii   0.5 %       0.4 %        2 %  20 unchanged runs, each against its parent
io/read       3.2 %       3.3 %       12 %  20 unchanged runs, each against its parent

noise: the standard deviation of what a run says of an unchanged benchmark. detectable: the slowdown
that the gate finds in nine of ten pull requests; no level is below it.

With these budgets at most 1 % of the pull requests that change nothing fail. One counts once,
however many of its benchmarks fail. This takes the noise of these 20 runs to be normal; whatever it
is, about 4.8 % at most. From 99 runs on nothing has to be assumed.

A warning comes from half of a level on; \`max-regression: { warn: …, fail: … }\` says another one.

budgets:
  - { match: "**", metric: primary, max-regression: 3% }
  - { match: "parser/small", metric: primary, max-regression: 5% }
  - { match: "io/read", metric: primary, max-regression: 12% }
`)
})

test('from many: nothing has to be assumed', () => {
  const { method, runs } = suggestFromRuns(runsOf(120), ASKED)
  expect({ method, runs }).toEqual({ method: 'ranks', runs: 120 })
})

test('no level is below what the gate detects', () => {
  // A machine that moves nothing, and intervals that are 10 % wide.
  const wide = { low: -0.05, high: 0.05, pairs: 32 }
  const stored = runsOf(20, { a: 0.0001 }).map(({ path, run }) => ({
    path,
    run: {
      ...run,
      benchmarks: run.benchmarks.map((one) => ({
        ...one,
        metrics: one.metrics.map((metric) => ({ ...metric, change: { ...metric.change!, ...wide } })),
      })),
    },
  }))
  const [only] = suggestFromRuns(stored, ASKED).benchmarks
  expect(only!.detectable).toBeCloseTo(
    Math.expm1((normalQuantile(0.95) + normalQuantile(0.9)) * (0.05 / 1.96)),
    4,
  )
  expect(only!.level).toBe(0.08)
})

test('too few runs: nothing is suggested', () => {
  const suggestion = suggestFromRuns(runsOf(4), ASKED)
  expect(suggestion.rules).toEqual([])
  expect(text(suggestion)).toContain('Nothing can be suggested yet')
})

test('a level that the config file would refuse is none', () => {
  const { benchmarks, rules } = suggestFromRuns(runsOf(20, { a: 0.01, b: 3 }), ASKED)
  expect(benchmarks.map(({ level }) => level)).toEqual([expect.any(Number), null])
  expect(rules).toHaveLength(1)
})

test('from one commit against itself: what moves between commits is not in it, and that is said', () => {
  const measured = assessment([row({ sigma: 0.01, pairs: 32 })])
  const { benchmarks, method, rules } = suggestFromRerun(measured, ASKED)
  // Student's bound with 62 degrees of freedom, of an estimate whose standard deviation is .256 %.
  expect(benchmarks).toMatchObject([{ level: 0.01, evidence: { kind: 'again', count: 32 } }])
  expect(benchmarks[0]!.noise).toBeCloseTo(Math.expm1(0.01 * Math.sqrt(2 / ((3 / Math.PI) * 32))), 12)
  expect({ method, rules }).toEqual({ method: 'again', rules: [{ match: '**', level: 0.01 }] })
})
