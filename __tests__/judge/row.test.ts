import { describe, expect, test } from 'vitest'
import { idOf, keyOf } from '../keys.ts'
import { rowOf } from '../../src/judge/row.ts'
import type { Judgement } from '../../src/judge/verdict.ts'
import { type Comparison, NO_LIMITS, nothingCompared } from '../../src/model/comparison.ts'
import type { Better } from '../../src/model/metric.ts'
import type { GatedMetric } from '../../src/model/plan.ts'

const gated = (better: Better = 'lower', over: Partial<GatedMetric> = {}): GatedMetric => ({
  key: 'a key',
  benchmark: idOf('parse/small', 'go test -bench .'),
  ...keyOf('parse/small', 'go test -bench .'),
  sole: true,
  formerly: null,
  metric: { id: 'allocs', unit: 'count', better, exact: false },
  presence: 'both',
  limits: NO_LIMITS,
  budget: null,
  places: {},
  waiver: null,
  limited: true,
  levels: { warn: 0.025, fail: 0.05 },
  hypothesis: null,
  edited: false,
  location: null,
  ...over,
})
const comparison = (over: Partial<Comparison>): Comparison => ({
  ...nothingCompared({ exact: false }),
  decision: 'regression',
  estimate: Math.log(1.25),
  low: Math.log(1.2),
  high: Math.log(1.3),
  p: 0.001,
  pairs: 8,
  sigma: 0.01,
  grade: 'A',
  mde: 0.02,
  pairsNeeded: 12,
  base: { value: 100, p50: null },
  head: { value: 125, p50: null },
  headInterval: { low: 124, high: 126 },
  confirmed: true,
  ...over,
})
const judgement = (over: Partial<Judgement> = {}): Judgement => ({
  verdict: 'regression',
  severity: 'fail',
  findings: [{ code: 'zero-base' }],
  waiver: null,
  limit: 'maxRegression',
  ...over,
})
const row = (over: Partial<Comparison>, better: Better = 'lower', judged: Partial<Judgement> = {}) =>
  rowOf(gated(better), comparison(over), judgement(judged), 'benchgate.yml')

test('names its metric and says what of it is deterministic', () => {
  expect(row({})).toMatchObject({
    benchmark: 'parse/small',
    suite: 'go test -bench .',
    metric: 'allocs',
    unit: 'count',
    better: 'lower',
    exact: false,
    notes: [{ code: 'zero-base' }],
    history: [],
  })
  const nothing = nothingCompared({ exact: true })
  expect(rowOf(gated('higher'), nothing, judgement({ verdict: 'new' }), null)).toMatchObject({
    better: 'higher',
    exact: true,
    effect: null,
    pairs: 0,
    base: { value: null },
    head: { value: null },
  })
})

describe('the effect is head / base - 1', () => {
  test('where lower is better', () => {
    const { effect, interval } = row({})
    expect(effect).toBeCloseTo(0.25, 12)
    expect(interval!.low).toBeCloseTo(0.2, 12)
    expect(interval!.high).toBeCloseTo(0.3, 12)
  })

  test('where higher is better a cost is a loss, and the bounds change places', () => {
    const { effect, interval } = row({}, 'higher')
    expect(effect).toBeCloseTo(1 / 1.25 - 1, 12)
    expect(interval!.low).toBeCloseTo(1 / 1.3 - 1, 12)
    expect(interval!.high).toBeCloseTo(1 / 1.2 - 1, 12)
  })
})

describe('a base of zero', () => {
  const base = { value: 0, p50: null }

  test('has no ratio to anything', () => {
    expect(row({ base, head: { value: 3, p50: null }, estimate: 21, low: 21, high: 21 })).toMatchObject({
      effect: null,
      interval: null,
      verdict: 'regression',
      base: { value: 0 },
      head: { value: 3 },
    })
  })

  test('and a head of zero are no change', () => {
    const nothing = { base, head: base, estimate: 0, low: 0, high: 0 }
    expect(row(nothing)).toMatchObject({ effect: 0, interval: null })
    expect(row({ ...nothing, estimate: null, low: null, high: null })).toMatchObject({ effect: null })
  })

  test('a head of zero alone is all of it gone', () => {
    const gone = { head: { value: 0, p50: null }, estimate: -25, low: -25, high: -25 }
    expect(row(gone).effect).toBeCloseTo(-1, 9)
  })
})

test('nothing measured is nothing said', () => {
  const nothing = { estimate: null, low: null, high: null, pairs: 0, base: { value: null, p50: null } }
  expect(row(nothing)).toMatchObject({ effect: null, interval: null, pairs: 0 })
})

test('how many pairs are needed is told where the answer is open', () => {
  expect(row({}).pairsNeeded).toBeNull()
  expect(row({}, 'lower', { verdict: 'inconclusive' }).pairsNeeded).toBe(12)
})

test('a waiver is told with its place', () => {
  const waiver = { match: 'a', metric: 'allocs', upTo: 0.3, reason: 'worth it', until: null, line: 9 }
  const told = { upTo: 0.3, reason: 'worth it', until: null, added: false }
  expect(row({}, 'lower', { waiver }).waiver).toEqual({ ...told, where: 'benchgate.yml:9' })
  expect(rowOf(gated(), comparison({}), judgement({ waiver }), null).waiver?.where).toBe('config:9')
})

test('a budget is reported with the place of the limit that decided, or of its first', () => {
  const levels = { warn: null, fail: 2 }
  const budget = { maxRegression: null, max: levels, min: levels, minImprovement: null, where: 'a.yml:3' }
  const limited = gated('lower', { budget, places: { max: 'a.yml:3', min: 'a.yml:5' } })
  const whereOf = (limit: Judgement['limit']) =>
    rowOf(limited, comparison({}), judgement({ limit }), null).budget!.where
  expect([whereOf(null), whereOf('min'), whereOf('maxRegression')]).toEqual(['a.yml:3', 'a.yml:5', null])
})

test('whose suite was measured: head’s on both sides, or each side’s own for a reason that is said', () => {
  const of = (over: Partial<GatedMetric>) => {
    const { suiteFrom, notes } = rowOf(
      gated('lower', over),
      comparison({}),
      judgement({ findings: [] }),
      null,
    )
    return [suiteFrom, notes]
  }
  expect(of({})).toEqual([undefined, []])
  expect(of({ edit: { onBase: true, own: null } })).toEqual(['head', []])
  const edit = { onBase: true, own: 'it fails' }
  expect(of({ edit })).toEqual([undefined, [{ code: 'own-suites', why: 'it fails' }]])
  const added = { presence: 'head', edit: { onBase: false, own: 'it fails' } } as const
  expect(of(added)).toEqual([undefined, [{ code: 'suite-not-on-base', why: 'it fails' }]])
})
