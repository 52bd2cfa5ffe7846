import { describe, expect, test } from 'vitest'
import { type Case, judge } from '../../src/judge/verdict.ts'
import { type Comparison, type Limits, NO_LIMITS, nothingCompared } from '../../src/model/comparison.ts'
import type { Waiver } from '../../src/model/config.ts'
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
