import { spawnSync } from 'node:child_process'
import { Command } from 'commander'
import { keyOf } from '../../keys.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { waiverFor } from '../../../src/config/budgets.ts'
import { parseConfig } from '../../../src/config/parse.ts'
import { judge } from '../../../src/judge/verdict.ts'
import { type Comparison, NO_LIMITS, nothingCompared } from '../../../src/model/comparison.ts'
import type { Config } from '../../../src/model/config.ts'
import { costToEffect, costToWorsening } from '../../../src/model/cost.ts'
import { suiteMetric } from '../../../src/model/metric.ts'
import { acceptanceOf } from '../../../src/report/view/accept.ts'
import { anyMetricId, hostileText } from '../arbitrary.ts'
import { row, type RowChange } from '../sample.ts'

const regression = (change: RowChange) =>
  row({ verdict: 'regression', severity: 'fail', effect: 0.183, ...change })

const side = { value: 1_000, p50: null }
const comparison: Comparison = {
  ...nothingCompared({ exact: false }),
  p: 0.001,
  pairs: 8,
  base: side,
  head: side,
  confirmed: true,
}

/** The waivers that a config file holds once the printed line was copied into it. */
function accepted(change: RowChange): Config | null {
  const entry = acceptanceOf(regression(change), {})?.entry ?? null
  if (entry === null) return null
  const result = parseConfig(`version: 1\naccepted:\n  ${entry}\n`, 'benchgate.yml')
  if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join('; '))
  return result.config
}

const within = (low: number, high: number) => ({ low, high, level: 0.95 })

test.each([
  // A quarter more, at most the end of the interval.
  [0.183, within(0.151, 0.3), 0.23],
  [0.183, within(0.151, 0.217), 0.22],
  [0.499, within(-0.1, 1.637), 0.63],
  [0.499, null, 0.63],
  // Two points more in any case, in halves below 10 %.
  [0.183, within(0.18, 0.186), 0.21],
  [0.031, within(0.028, 0.034), 0.055],
  [0.003, null, 0.025],
  [0.16, null, 0.2],
  [9.98, null, 9.99],
])('of %s within %o is %s', (effect, interval, upTo) => {
  expect(accepted({ effect, interval })?.accepted[0]?.upTo).toBeCloseTo(upTo, 12)
})

test('is a waiver for the row it was printed for', () => {
  expect(accepted({ benchmark: 'parser/large' })?.accepted).toMatchObject([
    { match: 'parser/large', metric: 'time', reason: 'why it is worth it', until: null },
  ])
})

test('measures throughput by what is lost, which is all of it at most', () => {
  const throughput = { metric: 'throughput', unit: 'ops/s', better: 'higher' } as const
  expect(
    accepted({ ...throughput, effect: -0.155, interval: within(-0.178, -0.131) })?.accepted,
  ).toMatchObject([{ metric: 'throughput', upTo: 0.18 }])
  expect(accepted({ ...throughput, effect: -0.9, interval: null })?.accepted).toMatchObject([{ upTo: 1 }])
})

test('lets the same measurement pass, and stays near it', () => {
  const cost = fc.double({ min: 1e-4, max: 2.3, noNaN: true })
  fc.assert(
    fc.property(
      fc.constantFrom('time' as const, 'throughput' as const),
      cost,
      cost,
      cost,
      (id, estimate, below, above) => {
        const metric = suiteMetric(id)
        const low = estimate - below
        const high = estimate + above
        const ends = [low, high].map((end) => costToEffect(metric.better, end))
        const effect = costToEffect(metric.better, estimate)
        const interval = within(Math.min(...ends), Math.max(...ends))
        const waiver = accepted({ ...metric, metric: id, effect, interval })!.accepted[0]!
        const { verdict } = judge({
          gated: { metric, limits: { ...NO_LIMITS, maxRegression: { warn: null, fail: 0 } }, waiver },
          baseline: { kind: 'paired' },
          comparison: { ...comparison, decision: 'regression', estimate, low, high },
          absence: null,
          ofFiles: false,
          partial: { base: null, head: null },
          today: '2026-11-28',
        })
        expect(verdict).toBe('accepted')
        const measured = costToWorsening(metric.better, estimate)
        const room = waiver.upTo - measured
        expect(room).toBeGreaterThan(Math.min(0.02, 1 - measured) - 1e-9)
        expect(room).toBeLessThan(Math.max(0.02, measured / 4) + 0.01)
      },
    ),
  )
})

test('is offered above a base of zero, where any ceiling holds', () => {
  const zero = { value: 0, p50: null }
  const change = { metric: 'allocs', unit: 'count', exact: true, effect: null, interval: null, base: zero }
  expect(acceptanceOf(regression({ ...change, head: { value: 2, p50: null } }), {})?.entry).toContain(
    'up-to: 1%,',
  )
  expect(
    acceptanceOf(regression({ ...change, better: 'higher', head: { value: 2, p50: null } }), {}),
  ).toBeNull()
})

test.each([
  ['hit-rate', 'hit-rate'],
  ['B/op', 'B/op'],
  ['time.p99', 'time.p99'],
  ['true', '"true"'],
  ['1e3', '"1e3"'],
  ['a: b', '"a: b"'],
  ['a, b', '"a, b"'],
  ['##[group]x', String.raw`"#\u0023[group]x"`],
  ['\u3164', String.raw`"\u3164"`],
])('writes the metric %s as %s', (metric, written) => {
  expect(acceptanceOf(regression({ metric }), {})?.entry).toContain(`metric: ${written}, up-to`)
})

test('is YAML that names the metric it was printed for, and that nothing obeys', () => {
  fc.assert(
    fc.property(anyMetricId, (metric) => {
      const entry = acceptanceOf(regression({ metric }), {})?.entry ?? ''
      expect(parse(entry)).toMatchObject([{ match: 'parser/small', metric }])
      expect(entry).not.toMatch(/##\[|[`<>@]/)
    }),
    { numRuns: 500 },
  )
})

test('is not offered for what cannot be accepted', () => {
  expect(accepted({ verdict: 'missing' })).toBeNull()
  expect(accepted({ effect: null, interval: null })).toBeNull()
  expect(accepted({ effect: 40 })).toBeNull()
  expect(accepted({ benchmark: '' })).toBeNull()
  expect(accepted({ benchmark: '*'.repeat(17) })).toBeNull()
  expect(accepted({ benchmark: 'x'.repeat(10_000) })).toBeNull()
})

test('holds for the benchmark it was printed for, whatever its name', () => {
  const signs = fc.stringMatching(/^[a*?{},[\]()!#@+|\\.:"'%&$~-]{1,12}$/)
  const name = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), signs, hostileText)
  fc.assert(
    fc.property(name, (benchmark) => {
      const config = accepted({ benchmark })
      fc.pre(config !== null)
      expect(waiverFor(config, keyOf(benchmark), 'time', null)).not.toBeNull()
    }),
    { numRuns: 500 },
  )
})

test.each([
  'a*b',
  'a?b',
  '[ab]',
  '{a,b}',
  '!a',
  '#a',
  '+(a)',
  '@(a|b)',
  'a\\b',
  'fib(30)',
  '**/x',
  'a{1..3}',
])('holds for no other benchmark: %s', (benchmark) => {
  const config = accepted({ benchmark })
  const others = [
    'a',
    'b',
    'ab',
    'azb',
    'a/b',
    'y/x',
    'x',
    'a1',
    '!z',
    benchmark.replace(/[*?]/, 'z'),
    `${benchmark}z`,
  ]
  const held = others.filter(
    (other) => other !== benchmark && config && waiverFor(config, keyOf(other), 'time', null),
  )
  expect(config).not.toBeNull()
  expect(held).toEqual([])
})

/** What bash makes of lines: the words of each, behind `npx`. */
function wordsInBash(lines: readonly string[]): string[][] {
  const script = `npx() { printf '%s\\0' "$#" "$@"; }\n${lines.join('\n')}\n`
  const ended = spawnSync('bash', ['--norc', '-s'], { input: script, maxBuffer: 1e8 })
  expect(ended.stderr.toString()).toBe('')
  const said = ended.stdout.toString().split('\0').slice(0, -1)
  const calls: string[][] = []
  for (let at = 0; at < said.length; at += 1 + calls.at(-1)!.length)
    calls.push(said.slice(at + 1, at + 1 + Number(said[at])))
  return calls
}

const SHELL_NAMES = [
  'parser/large',
  "it's",
  '"quoted"',
  '$HOME $(id) ${x}',
  '`id`',
  'a\nb',
  'a\tb\r',
  '-x',
  '--',
  '--reason=x',
  '!!',
  'a!b',
  '~',
  '#x',
  'a#b ##[group]x',
  '*',
  'a;b|c&d>e<f',
  '\\',
  "\\'",
  '\u001b[31m',
  '\u202e',
  '解析',
  'é e\u0301',
  '👩‍👩‍👧',
  '=ls',
  '%1',
  ' ',
]

test.each([true, false])('bash reads its line as it was meant, with a report at hand: %s', (hasReport) => {
  const rows = [
    ...SHELL_NAMES,
    ...fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), { numRuns: 300, seed: 12 }),
  ].flatMap((text) => [
    regression({ benchmark: text }),
    ...(anyWord.test(text) ? [regression({ benchmark: `of ${text}`, metric: text })] : []),
  ])
  const offered = rows.flatMap((one) => {
    const suite = `suite of ${one.benchmark}`
    const line =
      acceptanceOf(one, { suite, occurrence: 2 })?.line({ configFile: 'a b.yml', hasReport }) ?? null
    return line === null ? [] : [{ one, suite, line }]
  })
  expect(offered.length).toBeGreaterThan(200)
  for (const { line } of offered) expect(line).not.toMatch(/[\p{Cc}\p{Cf}`<>@]|##\[/u)
  const words = wordsInBash(offered.map(({ line }) => line))
  expect(words.length).toBe(offered.length)
  for (const [i, { one, suite }] of offered.entries()) {
    const program = new Command().exitOverride().argument('<benchmark>')
    for (const flag of ['metric', 'suite', 'occurrence', 'up-to', 'config', 'reason'])
      program.option(`--${flag} <text>`)
    program.parse(words[i]!.slice(2), { from: 'user' })
    expect(words[i]!.slice(0, 2)).toEqual(['benchgate', 'accept'])
    expect({ name: program.args, ...program.opts() }).toEqual({
      name: [one.benchmark],
      suite,
      occurrence: '2',
      reason: '…',
      ...(one.metric !== 'time' && { metric: one.metric }),
      config: 'a b.yml',
      ...(!hasReport && { upTo: '23%' }),
    })
  }
})

/** What a metric's name may be. */
const anyWord = /^[^\p{C}\p{Zl}\p{Zp}]{1,20}$/u

test('there is no line where no program can be given the name', () => {
  const lineOf = (benchmark: string) =>
    acceptanceOf(regression({ benchmark }), {})?.line({
      configFile: '.github/benchgate.yml',
      hasReport: true,
    })
  expect(lineOf('a')).toBe('npx benchgate accept a --reason "…"')
  expect(lineOf('a\0b')).toBeNull()
  expect(lineOf('a\ud800b')).toBeNull()
  expect(acceptanceOf(regression({ benchmark: 'a\0b' }), {})?.entry).toContain('match: "a?b"')
})
