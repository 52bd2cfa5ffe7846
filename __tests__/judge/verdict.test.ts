import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Absence, type Case, judge } from '../../src/judge/verdict.ts'
import type { Baseline } from '../../src/model/baseline.ts'
import {
  type Comparison,
  type Decision,
  type Limits,
  NO_LIMITS,
  nothingCompared,
} from '../../src/model/comparison.ts'
import type { Waiver } from '../../src/model/config.ts'
import type { Finding } from '../../src/model/finding.ts'
import { suiteMetric } from '../../src/model/metric.ts'

const FIVE_PERCENT: Limits = { ...NO_LIMITS, maxRegression: { warn: 0.025, fail: 0.05 } }
const WAIVER: Waiver = {
  match: 'a',
  metric: 'time',
  upTo: 0.2,
  reason: 'Surrogate pairs',
  until: '2026-12-01',
  line: 9,
}

const measured = (over: Partial<Comparison>): Comparison => ({
  ...nothingCompared({ exact: false }),
  decision: 'unchanged',
  estimate: 0,
  low: -0.01,
  high: 0.01,
  p: 0.5,
  pairs: 8,
  sigma: 0.01,
  grade: 'A',
  mde: 0.02,
  pairsNeeded: 8,
  base: { value: 1000, p50: 1100 },
  head: { value: 1000, p50: 1100 },
  headInterval: { low: 990, high: 1010 },
  ...over,
})

type Input = Partial<Case['gated'] & Omit<Case, 'gated'>>

const NOTHING = measured({
  pairs: 0,
  decision: null,
  estimate: null,
  obstacle: { findings: [{ code: 'no-block' }], severity: 'warn' },
})

const verdict = ({ metric = suiteMetric('time'), limits = FIVE_PERCENT, waiver = null, ...over }: Input) =>
  judge({
    gated: { metric, limits, waiver },
    baseline: { kind: 'paired' },
    comparison: measured({}),
    absence: null,
    ofFiles: false,
    partial: { base: null, head: null },
    today: '2026-11-21',
    ...over,
  })

const slower = (estimate: number, over: Partial<Comparison> = {}) =>
  measured({
    decision: 'regression',
    confirmed: true,
    estimate,
    low: estimate - 0.01,
    high: estimate + 0.01,
    ...over,
  })

const failed = (side: 'base' | 'head', processes: number): Finding => ({
  code: 'failed',
  side,
  processes,
  of: 32,
  in: 'processes',
  message: 'boom',
})

describe('a relative budget', () => {
  test.each([
    [Math.log(1.051), 'fail'],
    [Math.log(1.049), 'warn'],
  ])('a regression of log cost %f has severity %s', (estimate, severity) => {
    expect(verdict({ comparison: slower(estimate) })).toMatchObject({ verdict: 'regression', severity })
  })

  test('severity: warn never fails, and a warn level alone never does either', () => {
    const capped = { ...FIVE_PERCENT, cap: 'warn' as const }
    expect(verdict({ limits: capped, comparison: slower(0.5) }).severity).toBe('warn')
    const warnOnly = { ...NO_LIMITS, maxRegression: { warn: 0.05, fail: null } }
    expect(verdict({ limits: warnOnly, comparison: slower(0.5) }).severity).toBe('warn')
  })

  test('without a budget a regression is a warning', () => {
    expect(verdict({ limits: NO_LIMITS, comparison: slower(0.5) })).toMatchObject({
      verdict: 'regression',
      severity: 'warn',
    })
  })

  test('throughput: 5 % less work a second is a log cost of -ln(.95)', () => {
    const limits = FIVE_PERCENT
    expect(
      verdict({ metric: suiteMetric('throughput'), limits, comparison: slower(-Math.log(0.949)) }).severity,
    ).toBe('fail')
    expect(
      verdict({ metric: suiteMetric('throughput'), limits, comparison: slower(-Math.log(0.951)) }).severity,
    ).toBe('warn')
  })

  test('a flag that did not recur is inconclusive, passes, and says so', () => {
    const result = verdict({
      comparison: measured({ decision: 'inconclusive', confirmed: false, estimate: 0.2 }),
    })
    expect(result).toMatchObject({ verdict: 'inconclusive', severity: 'pass' })
    expect(result.findings).toMatchObject([{ code: 'not-recurred' }])
  })

  test('inconclusive warns only where the estimate is at the fail level', () => {
    const open = (estimate: number) =>
      verdict({ comparison: measured({ decision: 'inconclusive', estimate }) }).severity
    expect(open(Math.log(1.06))).toBe('warn')
    expect(open(Math.log(1.04))).toBe('pass')
  })

  test('nothing measured is a warning, not a pass', () => {
    expect(verdict({ comparison: NOTHING })).toMatchObject({
      verdict: 'insufficient',
      severity: 'warn',
    })
  })
})

describe('a waiver', () => {
  test('accepts below its ceiling and passes', () => {
    const result = verdict({ comparison: slower(Math.log(1.18)), waiver: WAIVER })
    expect(result).toMatchObject({ verdict: 'accepted', severity: 'pass' })
    expect(result.findings).toMatchObject([{ reason: 'Surrogate pairs' }])
  })

  test('above its ceiling the regression still fails, and says both numbers', () => {
    const result = verdict({ comparison: slower(Math.log(1.25)), waiver: WAIVER })
    expect(result).toMatchObject({ verdict: 'regression', severity: 'fail' })
    expect(result.findings).toEqual([
      {
        code: 'waiver-exceeded',
        upTo: 0.2,
        measured: expect.closeTo(0.25, 9),
        reason: 'Surrogate pairs',
      },
    ])
  })

  test('holds on its last day and not on the next', () => {
    const on = (today: string) => verdict({ comparison: slower(0.1), waiver: WAIVER, today }).verdict
    expect([on('2026-12-01'), on('2026-12-02')]).toEqual(['accepted', 'regression'])
  })

  test('is silent where nothing regressed', () => {
    expect(verdict({ waiver: WAIVER })).toMatchObject({ verdict: 'unchanged', waiver: null })
  })
})

describe('an absolute limit', () => {
  const within = (max: Limits['max'], min: Limits['min'] = null) =>
    verdict({ limits: { ...FIVE_PERCENT, max, min } })

  test('is broken only when the whole interval lies beyond it', () => {
    expect(within({ warn: null, fail: 989 })).toMatchObject({ verdict: 'over-budget', severity: 'fail' })
    expect(within({ warn: null, fail: 1000 })).toMatchObject({ verdict: 'inconclusive', severity: 'warn' })
    expect(within({ warn: null, fail: 1010 })).toMatchObject({ verdict: 'unchanged', severity: 'pass' })
  })

  test('has two levels, and a lower limit is its mirror', () => {
    expect(within({ warn: 900, fail: 1100 })).toMatchObject({ verdict: 'over-budget', severity: 'warn' })
    expect(within(null, { warn: null, fail: 1011 })).toMatchObject({
      verdict: 'over-budget',
      severity: 'fail',
    })
    expect(within(null, { warn: null, fail: 900 }).severity).toBe('pass')
  })

  test('an accepted slowdown does not lift it', () => {
    const limits = { ...FIVE_PERCENT, max: { warn: null, fail: 900 } }
    const result = verdict({ limits, comparison: slower(0.1), waiver: WAIVER })
    expect(result).toMatchObject({ verdict: 'over-budget', severity: 'fail' })
  })

  test('without a relative budget the change is described and never fails', () => {
    const limits = { ...NO_LIMITS, max: { warn: null, fail: 5000 } }
    const comparison = measured({ decision: null, estimate: 0.5, low: 0.4, high: 0.6 })
    expect(verdict({ limits, comparison })).toMatchObject({ verdict: 'slower-small', severity: 'pass' })
  })
})

describe('a promised improvement of 10 %', () => {
  const limits = { ...NO_LIMITS, minImprovement: { warn: null, fail: 0.1 } }
  const promised = (low: number, high: number) =>
    verdict({ limits, comparison: measured({ decision: null, estimate: (low + high) / 2, low, high }) })

  test('holds when the whole interval is beyond it', () => {
    expect(promised(Math.log(0.8), Math.log(0.89))).toMatchObject({
      verdict: 'improvement',
      severity: 'pass',
    })
  })
  test('fails when none of the interval reaches it', () => {
    expect(promised(Math.log(0.91), Math.log(0.99))).toMatchObject({
      verdict: 'over-budget',
      severity: 'fail',
    })
  })
  test('is open in between', () => {
    expect(promised(Math.log(0.85), Math.log(0.95))).toMatchObject({
      verdict: 'inconclusive',
      severity: 'warn',
    })
  })
})

describe('a deterministic metric', () => {
  const size = { id: 'size', unit: 'B', better: 'lower', exact: true } as const
  test('fails exactly at its limit, whichever numbers the ratio is made of', () => {
    for (const base of [20, 100, 200, 300, 1000, 10_000]) {
      const estimate = Math.log(base * 1.05) - Math.log(base)
      const comparison = measured({ decision: 'regression', estimate, low: estimate, high: estimate })
      expect(verdict({ metric: size, comparison })).toMatchObject({ verdict: 'regression', severity: 'fail' })
    }
  })

  test('is not even suspected where the values of the sides overlap', () => {
    const comparison = measured({ decision: 'inconclusive', estimate: 0.1, low: 0, high: 0.1 })
    expect(verdict({ metric: size, comparison })).toMatchObject({ verdict: 'inconclusive', severity: 'pass' })
    expect(verdict({ comparison })).toMatchObject({ verdict: 'inconclusive', severity: 'warn' })
  })
})

describe('a benchmark that head does not have a value of', () => {
  const boom: Finding = { code: 'suite-failed', side: 'head', suite: 'a', message: 'boom' }
  const missing = (absence: Absence, over: Input = {}) =>
    verdict({ comparison: nothingCompared({ exact: false }), absence, ...over })
  const gone = { kind: 'gone', findings: [], named: false, dropped: false, suspicions: [] } as const
  const place: Finding = { code: 'budget-names-it', place: 'a.yml:3' }

  test.each([
    [false, 'fail'],
    [true, 'warn'],
  ] as const)('failed, on base, too: %s', (onBaseToo, severity) => {
    const result = missing({ kind: 'failed', findings: [boom], onBaseToo })
    expect(result).toEqual({ verdict: 'failed', severity, findings: [boom], waiver: null, limit: null })
  })

  test('fails no more than its budget may', () => {
    const failed: Absence = { kind: 'failed', findings: [boom], onBaseToo: false }
    for (const [cap, severity] of [
      ['warn', 'warn'],
      ['off', 'pass'],
    ] as const)
      expect(missing(failed, { limits: { ...FIVE_PERCENT, cap } })).toMatchObject({
        verdict: 'failed',
        severity,
      })
  })

  test.each<[string, Partial<typeof gone | Absence>, string, string, string[]]>([
    ['is removed like any other edit', {}, 'removed', 'pass', []],
    [
      'is missing while a budget names it',
      { named: true, findings: [place] },
      'missing',
      'fail',
      ['budget-names-it'],
    ],
    [
      'is removed with its budget',
      { named: true, dropped: true },
      'removed',
      'warn',
      ['removed-with-budget'],
    ],
    [
      'is a suspect where nothing is shared',
      { suspicions: [{ code: 'nothing-shared' } as const] },
      'removed',
      'warn',
      ['nothing-shared'],
    ],
    [
      'is a suspect with its budget, too',
      { named: true, dropped: true, suspicions: [{ code: 'nothing-shared' } as const] },
      'removed',
      'warn',
      ['removed-with-budget', 'nothing-shared'],
    ],
  ])('gone: %s', (_, change, expected, severity, codes) => {
    const result = missing({ ...gone, ...change } as Absence)
    expect(result).toMatchObject({ verdict: expected, severity })
    expect(result.findings.map(({ code }) => code)).toEqual(codes)
  })

  test('its failures in single processes are told once', () => {
    const failure = failed('head', 2)
    const partial = { base: null, head: failure }
    expect(missing({ kind: 'failed', findings: [failure], onBaseToo: false }, { partial }).findings).toEqual([
      failure,
    ])
  })
})

describe('what another job measured', () => {
  const STORED: Baseline = {
    kind: 'stored',
    metric: null,
    errorRates: [],
    earlier: [],
    obstacle: null,
    basis: [],
  }
  const FILES: Baseline = { kind: 'files', base: [], head: [] }

  test.each<Baseline>([STORED, FILES])('can warn, and never fails: $kind', (baseline) => {
    expect(verdict({ baseline, comparison: slower(2, { confirmed: null, pairs: 0 }) })).toEqual({
      verdict: 'regression',
      severity: 'warn',
      findings: [],
      waiver: null,
      limit: null,
    })
    for (const decision of ['improvement', 'unchanged', 'slower-small', 'inconclusive'] as const)
      expect(verdict({ baseline, comparison: measured({ decision, pairs: 0, estimate: 2 }) })).toMatchObject({
        verdict: decision,
        severity: 'pass',
      })
  })

  test('says what the answer rests on, before what is doubtful', () => {
    const comparison = measured({ basis: [{ code: 'one-run' }], doubts: [{ code: 'zero-value' }], pairs: 0 })
    expect(verdict({ baseline: FILES, comparison }).findings).toEqual([
      { code: 'one-run' },
      { code: 'zero-value' },
    ])
  })

  test.each(['pass', 'warn'] as const)('is insufficient where it could not be compared: %s', (severity) => {
    const obstacle = { findings: [{ code: 'no-stored-value' }], severity } as const
    expect(verdict({ baseline: STORED, comparison: measured({ obstacle, decision: null }) })).toMatchObject({
      verdict: 'insufficient',
      severity,
      findings: obstacle.findings,
    })
  })

  test('of a service that fails more often is failed: a warning, and where head was measured beside base a failure', () => {
    const voidBy: Finding = { code: 'error-rate-rose', base: 0, head: 0.5 }
    const comparison = { ...nothingCompared({ exact: false }), voidBy }
    const limits = { ...FIVE_PERCENT, max: { warn: null, fail: 1 } }
    expect(verdict({ baseline: STORED, comparison })).toMatchObject({ verdict: 'failed', severity: 'warn' })
    expect(verdict({ limits, comparison })).toMatchObject({
      verdict: 'failed',
      severity: 'fail',
      findings: [voidBy],
      limit: null,
    })
  })
})

describe('nothing to compare with', () => {
  const none = (why: Finding | null): Baseline => ({ kind: 'none', why })
  const alone = { decision: null, estimate: null, low: null, high: null, pairs: 0 }

  test('is new, which passes', () => {
    expect(verdict({ baseline: none(null), comparison: measured(alone) })).toMatchObject({
      verdict: 'new',
      severity: 'pass',
      findings: [],
    })
  })

  test('for a reason is insufficient', () => {
    const why: Finding = { code: 'occurrences-differ' }
    const obstacle = { findings: [{ code: 'nothing-to-compare-with', why }], severity: 'warn' } as const
    expect(verdict({ baseline: none(why), comparison: measured({ ...alone, obstacle }) })).toMatchObject({
      verdict: 'insufficient',
      severity: 'warn',
      findings: obstacle.findings,
    })
  })

  test('breaks no promise, and is held against limits of its own', () => {
    const promised = { ...NO_LIMITS, minImprovement: { warn: null, fail: 0.1 } }
    const baseline = none(null)
    expect(verdict({ baseline, limits: promised, comparison: measured(alone) }).verdict).toBe('new')
    const limited = { ...NO_LIMITS, max: { warn: null, fail: 900 } }
    expect(verdict({ baseline, limits: limited, comparison: measured(alone) })).toEqual({
      verdict: 'over-budget',
      severity: 'fail',
      findings: [{ code: 'limit-broken' }],
      waiver: null,
      limit: 'max',
    })
  })
})

describe('a limit that the interval leaves open', () => {
  const limits = { ...FIVE_PERCENT, max: { warn: null, fail: 1000 } }
  const none: Baseline = { kind: 'none', why: null }
  const alone = measured({ decision: null, pairs: 0 })

  test('counts beside a base, and not where head alone was measured in too few processes', () => {
    expect(verdict({ limits })).toMatchObject({ verdict: 'inconclusive', severity: 'warn', limit: 'max' })
    expect(verdict({ limits, baseline: none, comparison: alone })).toMatchObject({ verdict: 'new' })
    expect(
      verdict({ limits, comparison: { ...NOTHING, headInterval: { low: 990, high: 1010 } } }),
    ).toMatchObject({
      verdict: 'insufficient',
      findings: [{ code: 'no-block' }],
    })
  })

  test('counts with result files, of which there will never be more', () => {
    const files = { limits, baseline: none, ofFiles: true }
    expect(verdict({ ...files, comparison: alone })).toMatchObject({
      verdict: 'inconclusive',
      severity: 'warn',
      findings: [{ code: 'limit-undecided' }],
    })
    const empty = measured({ decision: null, head: { value: null, p50: null }, headInterval: null })
    expect(verdict({ ...files, comparison: empty }).verdict).toBe('new')
  })

  test('that files break says that it was files', () => {
    const broken = { ...limits, max: { warn: null, fail: 900 } }
    expect(verdict({ limits: broken, baseline: none, ofFiles: true, comparison: alone }).findings).toEqual([
      { code: 'limit-broken-in-files' },
    ])
  })
})

describe('a benchmark that failed in some processes', () => {
  const head = failed('head', 1)
  const base = failed('base', 3)
  const partly = (partial: Case['partial'], over: Input = {}) => verdict({ partial, ...over })

  test('of head alone has not passed', () => {
    expect(partly({ base: null, head })).toMatchObject({
      verdict: 'unchanged',
      severity: 'warn',
      findings: [head],
    })
    const off = { ...FIVE_PERCENT, cap: 'off' as const }
    expect(partly({ base: null, head }, { limits: off }).severity).toBe('pass')
  })

  test('of base, too, has nothing to do with the change', () => {
    expect(partly({ base, head })).toMatchObject({ severity: 'pass', findings: [head, base] })
    expect(partly({ base, head: null })).toMatchObject({ severity: 'pass', findings: [base] })
  })

  test('and regressed fails as before', () => {
    expect(partly({ base: null, head }, { comparison: slower(0.5) })).toMatchObject({
      verdict: 'regression',
      severity: 'fail',
    })
  })
})

describe('a finding that nobody measured again', () => {
  const open = (decision: Decision, over: Partial<Comparison> = {}, more: Input = {}) =>
    verdict({ comparison: slower(0.1, { decision, confirmed: null, ...over }), ...more }).findings

  test('says so, where it could have been', () => {
    expect(open('regression')).toEqual([{ code: 'not-confirmed' }])
    expect(open('improvement')).toEqual([{ code: 'not-confirmed' }])
    expect(open('slower-small')).toEqual([])
    expect(open('regression', { confirmed: true })).toEqual([])
    expect(open('regression', {}, { metric: { ...suiteMetric('time'), exact: true } })).toEqual([])
  })
})

describe('a finding that did not recur', () => {
  const refuted = (estimate: number, hadNeighbours: boolean) =>
    verdict({
      comparison: measured({
        decision: 'inconclusive',
        confirmed: false,
        low: -0.01,
        high: 0.01,
        first: { estimate, hadNeighbours },
      }),
    }).findings

  test('came from neighbours where it is not even possible alone', () => {
    const size = expect.closeTo(0.2, 9)
    expect(refuted(Math.log(1.2), true)).toEqual([
      { code: 'depends-on-neighbours', size, direction: 'worse' },
    ])
    expect(refuted(Math.log(0.8), true)).toEqual([
      { code: 'depends-on-neighbours', size, direction: 'better' },
    ])
    expect(refuted(Math.log(1.2), false)).toEqual([{ code: 'not-recurred', size, direction: 'worse' }])
    expect(refuted(0.005, true)).toMatchObject([{ code: 'not-recurred' }])
  })
})

test('of several limits the gravest is the row’s, and among equals what needs no base', () => {
  const limits: Limits = { ...FIVE_PERCENT, max: { warn: null, fail: 900 } }
  expect(verdict({ limits, comparison: slower(0.5) })).toMatchObject({ verdict: 'over-budget', limit: 'max' })
  const open: Limits = { ...FIVE_PERCENT, max: { warn: null, fail: 1000 } }
  expect(verdict({ limits: open, comparison: slower(0.5) })).toMatchObject({
    verdict: 'regression',
    severity: 'fail',
    limit: 'maxRegression',
  })
})

test('no verdict is graver than its budget’s severity allows', () => {
  const decision = fc.constantFrom<Decision>(
    'regression',
    'unchanged',
    'slower-small',
    'improvement',
    'inconclusive',
  )
  const baseline = fc.constantFrom<Baseline>(
    { kind: 'paired' },
    { kind: 'stored', metric: null, errorRates: [], earlier: [], obstacle: null, basis: [] },
    { kind: 'files', base: [], head: [] },
    { kind: 'none', why: null },
  )
  fc.assert(
    fc.property(
      decision,
      baseline,
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.boolean(),
      (one, from, estimate, limited) => {
        const max = limited ? { warn: 100, fail: 500 } : null
        const severity = (cap: Limits['cap']) =>
          verdict({
            baseline: from,
            limits: { ...FIVE_PERCENT, max, cap },
            comparison: slower(estimate, { decision: one }),
            partial: { base: null, head: failed('head', 1) },
          }).severity
        expect(severity('off')).toBe('pass')
        expect(severity('warn')).toBe(severity('fail') === 'pass' ? 'pass' : 'warn')
      },
    ),
  )
})
