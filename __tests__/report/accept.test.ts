import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { waiverFor } from '../../src/config/budgets.ts'
import { parseConfig } from '../../src/config/parse.ts'
import type { Row } from '../../src/model/assessment.ts'
import type { Config } from '../../src/model/config.ts'
import { acceptEntry } from '../../src/report/accept.ts'
import { anyMetricId, hostileText } from './arbitrary.ts'
import { row } from './sample.ts'

const regression = (change: Partial<Row>) =>
  row({ verdict: 'regression', severity: 'fail', effect: 0.183, ...change })

/** The waivers that a config file holds once the printed line was copied into it. */
function accepted(change: Partial<Row>): Config | null {
  const entry = acceptEntry(regression(change))
  if (entry === null) return null
  const result = parseConfig(`version: 1\naccepted:\n  ${entry}\n`, 'benchgate.yml')
  if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join('; '))
  return result.config
}

test('is a waiver whose ceiling lies above the measured interval', () => {
  const interval = { low: 0.151, high: 0.217, level: 0.95 }
  expect(accepted({ benchmark: 'parser/large', interval })?.accepted).toMatchObject([
    { match: 'parser/large', metric: 'time', upTo: 0.22, reason: 'why it is worth it', until: null },
  ])
})

test('measures throughput by what is lost', () => {
  const interval = { low: -0.178, high: -0.131, level: 0.95 }
  const change = { metric: 'throughput', unit: 'ops/s', better: 'higher', effect: -0.155, interval } as const
  expect(accepted(change)?.accepted).toMatchObject([{ metric: 'throughput', upTo: 0.18 }])
})

test('is offered above a base of zero, where any ceiling holds', () => {
  const zero = { value: 0, p50: null }
  const change = { metric: 'allocs', unit: 'count', exact: true, effect: null, interval: null, base: zero }
  expect(acceptEntry(regression({ ...change, head: { value: 2, p50: null } }))).toContain('up-to: 1%,')
  expect(acceptEntry(regression({ ...change, better: 'higher', head: { value: 2, p50: null } }))).toBeNull()
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
  expect(acceptEntry(regression({ metric }))).toContain(`metric: ${written}, up-to`)
})

test('is YAML that names the metric it was printed for, and that nothing obeys', () => {
  fc.assert(
    fc.property(anyMetricId, (metric) => {
      const entry = acceptEntry(regression({ metric })) ?? ''
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
      expect(waiverFor(config, benchmark, 'time', null)).not.toBeNull()
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
    (other) => other !== benchmark && config && waiverFor(config, other, 'time', null),
  )
  expect(config).not.toBeNull()
  expect(held).toEqual([])
})
