import * as fc from 'fast-check'
import { type Assessment, MAX_HISTORY, type Row, VERDICTS } from '../../src/model/assessment.ts'
import { MAX_METRIC_ID, SUITE_METRIC_IDS, suiteMetric } from '../../src/model/metric.ts'
import { metricIdSchema, unitSchema } from '../../src/model/metric-schema.ts'
import { assessment, row } from './sample.ts'

/** Text that has hurt somebody's report before. */
const HOSTILE = [
  'a|b',
  '\\|',
  'line\nbreak',
  '\r\n::error::x',
  '%0A',
  '@org/team',
  'someone@evil.example',
  '<img src=x onerror=1>',
  '</script><script>',
  '</code></details>',
  '-->',
  '<!-- benchgate:v1 key=default -->',
  '[x](javascript:1)',
  '![x](https://evil.example/x.png)',
  '```',
  '`',
  '${{ github.token }}',
  '__proto__',
  'fixes #123',
  'GH-12',
  'https://evil.example',
  'www.evil.example',
  '##[add-mask]x',
  '::stop-commands::x',
  '\u001b[31m',
  '\u202e',
  '\u0000',
  '\ud800',
  '&lt;b&gt;',
  '👩‍👩‍👧',
  '解析',
  'e\u0301'.repeat(30),
]

/** Any name: a few hostile parts among any other text, in bounds or not. */
export const hostileText = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 })), {
      maxLength: 6,
    })
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '',
    ' ',
    'x'.repeat(10_000),
    '|'.repeat(10_000),
    '👩‍👩‍👧'.repeat(2_000),
    'a\u0301'.repeat(5_000),
  ),
)

/** What the schemas let through of hostile text. */
const within = (length: number) =>
  hostileText.map((text) =>
    text
      .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
      .slice(0, length)
      .replace(/[\ud800-\udbff]$/, ''),
  )

export const anyMetricId: fc.Arbitrary<string> = within(MAX_METRIC_ID).filter(
  (text) => metricIdSchema.safeParse(text).success,
)

export const anyUnit: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('ns', 'ops/s', 'B', 'B/s', 'count', 'fraction', '%', 'MB', ''),
  within(40).map((text) => unitSchema.parse(text)),
)

const anyMetric = fc.oneof(
  fc.constantFrom(...SUITE_METRIC_IDS).map((id) => suiteMetric(id)),
  fc.record({
    id: anyMetricId,
    unit: anyUnit,
    better: fc.constantFrom('lower' as const, 'higher' as const),
    exact: fc.boolean(),
  }),
)

const effect = fc.double({ min: -0.9, max: 20, noNaN: true })
const value = fc.option(
  fc.oneof(fc.double({ min: 0, max: 1e15, noNaN: true }), fc.constantFrom(0, 3, 5e-324, 1e300)),
)

const storedValue = fc.oneof(
  { weight: 40, arbitrary: fc.double({ min: 0, max: 1e15, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 5e-324, 1e300, -1) },
)

const anyStanding = fc
  .record({
    branch: hostileText,
    event: fc.constantFrom('4f1c2aa-slower', '0aa31fe-slower'),
    effect,
    ends: fc.tuple(effect, effect),
    pull: fc.option(fc.nat()),
    accepted: fc.option(effect),
    takenBack: fc.option(effect),
  })
  .map(({ ends, pull, ...rest }) => ({
    ...rest,
    interval: { low: Math.min(...ends), high: Math.max(...ends), level: 0.95 },
    before: { sha: '91be03d2c1f04a7788d0c5b1f2e3a4d5c6b7a890', pull },
  }))

export const anyRow: fc.Arbitrary<Row> = fc
  .record({
    benchmark: hostileText,
    suite: hostileText,
    metric: anyMetric,
    verdict: fc.constantFrom(...VERDICTS),
    severity: fc.constantFrom('fail' as const, 'warn' as const, 'pass' as const),
    effect: fc.option(effect),
    ends: fc.option(fc.tuple(effect, effect)),
    base: value,
    head: value,
    pairs: fc.nat(64),
    pairsNeeded: fc.option(fc.nat(10_000)),
    confirmed: fc.option(fc.boolean()),
    edited: fc.boolean(),
    location: fc.option(hostileText),
    notes: fc.array(hostileText, { maxLength: 8 }),
    waiver: fc.option(
      fc.record({
        upTo: fc.double({ min: 0, max: 10, noNaN: true }),
        reason: hostileText,
        until: fc.option(fc.constant('2027-02-01')),
        where: hostileText,
        added: fc.boolean(),
      }),
    ),
    history: fc.array(storedValue, { maxLength: MAX_HISTORY }),
    standing: fc.option(anyStanding),
  })
  .map(({ metric, ends, base, head, standing, ...rest }) => {
    const { id, unit, better, exact } = metric
    return row({
      ...rest,
      metric: id,
      unit,
      better,
      exact,
      interval: ends === null ? null : { low: Math.min(...ends), high: Math.max(...ends), level: 0.95 },
      base: { value: base, p50: base },
      head: { value: head, p50: head },
      ...(standing !== null && { standing }),
    })
  })

const storedRun = {
  sha: hostileText,
  recordedAt: fc.oneof(fc.constant('2026-11-20T14:03:11Z'), hostileText),
  cpu: hostileText,
}
const revision = fc.record({ label: hostileText, sha: fc.option(hostileText), dirty: fc.boolean() })

/** Any assessment that somebody could bring about who writes benchmarks, configs, refs and stored runs. */
export const anyAssessment: fc.Arbitrary<Assessment> = fc
  .record({
    rows: fc.array(anyRow, { maxLength: 12 }),
    command: fc.constantFrom('check' as const, 'compare' as const, 'record' as const),
    seed: hostileText,
    base: revision,
    head: revision,
    warnings: fc.array(hostileText, { maxLength: 3 }),
    budgetChanges: fc.array(
      fc.record({
        direction: fc.constantFrom('loosened' as const, 'tightened' as const),
        metric: anyMetricId,
        limit: fc.constantFrom('max-regression' as const, 'max' as const, 'severity' as const),
        from: hostileText,
        to: hostileText,
        benchmarks: fc.nat(10_000),
        example: hostileText,
      }),
      { maxLength: 6 },
    ),
    history: fc.option(
      fc.record({
        branch: hostileText,
        runs: fc.nat(1_000),
        nearest: fc.option(fc.record({ ...storedRun, commitsBefore: fc.option(fc.nat(500)) })),
      }),
    ),
    results: fc.option(
      fc.record({
        tools: fc.array(hostileText, { maxLength: 8 }),
        base: fc.array(hostileText, { maxLength: 8 }),
        head: fc.array(hostileText, { maxLength: 8 }),
      }),
    ),
    standIn: fc.option(fc.record({ ...storedRun, reason: hostileText })),
    cpu: hostileText,
  })
  .map(({ rows, cpu, ...rest }) => {
    const a = assessment(rows, rest)
    return { ...a, environment: { ...a.environment, cpu, image: cpu } }
  })
