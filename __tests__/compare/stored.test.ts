import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareStored } from '../../src/compare/stored.ts'
import type { Baseline } from '../../src/model/baseline.ts'
import { nothingCompared, type Obstacle } from '../../src/model/comparison.ts'
import type { Metric } from '../../src/model/metric.ts'
import type { ProcessStats } from '../../src/model/sample.ts'
import { sampleMetric } from '../store/sample-run.ts'
import { blocksOf, executed, gatedOf, metric } from './process-sample.ts'

const TIME = metric('time', 'ns')
const RATE = metric('throughput', 'ops/s', 'higher')
const SIZE: Metric = { ...metric('size', 'B'), exact: true }
const COUNT = metric('allocs', 'count')

type Stored = Extract<Baseline, { earlier: readonly number[] }>

const storedOf = (one: Metric, values: number[], over: Partial<Stored> = {}): Stored => ({
  kind: 'stored',
  metric: sampleMetric({ metric: one.id, unit: one.unit, better: one.better, values }),
  errorRates: [],
  earlier: [],
  obstacle: null,
  basis: [],
  ...over,
})

const compareProcesses = (one: Metric, stored: Stored, head: ProcessStats[]) =>
  compareStored(
    gatedOf(one),
    stored,
    { first: head.length === 0 ? [] : blocksOf(1, { head }), fresh: [] },
    { ofFiles: false, timeUp: false },
  )
const compare = (one: Metric, stored: number[], head: number[], over: Partial<Stored> = {}) =>
  compareProcesses(
    one,
    storedOf(one, stored, over),
    head.map((value) => executed({ [one.id]: value })),
  )

/** So many earlier runs that differ from one another by a ratio. */
const earlier = (runs: number, ratio = 1) =>
  Array.from({ length: runs }, (_, i) => (i % 2 === 0 ? 1000 : 1000 * ratio))
const STEADY = { earlier: earlier(8) }

describe('how far two jobs may lie apart', () => {
  const reach = (over: Partial<Stored>) => {
    const { estimate, low, high } = compare(TIME, [1000], [1000], over)
    expect(estimate! - low!).toBeCloseTo(high! - estimate!, 12)
    return high! - estimate!
  }

  test('is not known from a few runs', () => {
    expect(reach({})).toBeCloseTo(1.96 * Math.sqrt(2) * 0.1, 9)
    expect(reach({ earlier: earlier(7) })).toBe(reach({}))
  })

  test('is what earlier runs show, where there are eight', () => {
    // Neighbours differ by both their spreads, as do the two that are compared.
    expect(reach({ earlier: earlier(8, 1.02) })).toBeCloseTo(1.96 * 1.4826 * Math.log(1.02), 9)
  })

  test('is never next to nothing', () => {
    expect(reach(STEADY)).toBeCloseTo(1.96 * Math.sqrt(2) * 0.005, 9)
  })

  test('is no matter of how many processes there were', () => {
    const { low, high } = compare(TIME, Array(32).fill(1000), Array(32).fill(1000), STEADY)
    expect((high! - low!) / 2).toBeCloseTo(reach(STEADY), 12)
  })
})

describe('the decision', () => {
  // Steady runs lie within 1.4 % of one another; the levels are 2.5 and 5 %.
  test.each([
    [1.045, 'regression'],
    [1.038, 'inconclusive'],
    [1.034, 'unchanged'],
    [1, 'unchanged'],
    [0.99, 'unchanged'],
    [0.98, 'improvement'],
  ])('%f times the stored time: %s', (ratio, decision) => {
    expect(compare(TIME, [1000], [1000 * ratio], STEADY)).toMatchObject({ decision, obstacle: null, p: null })
  })

  test('is open where nobody knows how much runs differ', () => {
    expect(compare(TIME, [1000], [1045]).decision).toBe('inconclusive')
    expect(compare(TIME, [1000], [1500]).decision).toBe('regression')
  })

  test('is on the middles, which are shown', () => {
    const row = compare(TIME, [900, 1000, 5000], [1, 1100, 1200], STEADY)
    expect(row).toMatchObject({
      base: { value: 1000, p50: null },
      head: { value: 1100 },
      decision: 'regression',
    })
    expect(row.estimate).toBeCloseTo(Math.log(1.1), 9)
    // It is no comparison of pairs, and was not measured again.
    expect(row).toMatchObject({ pairs: 0, sigma: null, confirmed: null })
  })

  test('where higher is better less is worse', () => {
    expect(compare(RATE, [1000], [900], STEADY)).toMatchObject({ decision: 'regression' })
    expect(compare(RATE, [1000], [1100], STEADY)).toMatchObject({ decision: 'improvement' })
  })

  test('its sign follows what is better, and its interval holds it', () => {
    const value = fc.double({ min: 1e-3, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(value, value, fc.constantFrom({}, STEADY), (from, to, over) => {
        const [cost, gain] = [compare(TIME, [from], [to], over), compare(RATE, [from], [to], over)]
        expect(gain.estimate).toBeCloseTo(-cost.estimate!, 9)
        for (const { low, estimate, high, decision } of [cost, gain]) {
          expect(low).toBeLessThan(estimate!)
          expect(high).toBeGreaterThan(estimate!)
          if (decision === 'regression') expect(low).toBeGreaterThan(0)
          if (decision === 'improvement') expect(high).toBeLessThan(0)
        }
      }),
    )
  })
})

describe('a deterministic value', () => {
  test.each([
    [1000, 1000, 'unchanged'],
    [1000, 1001, 'slower-small'],
    [1000, 1025, 'regression'],
    [1000, 900, 'improvement'],
  ])('%d, then %d: %s, whatever machines measured it', (from, to, decision) => {
    const row = compare(SIZE, [from], [to])
    expect(row).toMatchObject({ decision, low: row.estimate, high: row.estimate })
    expect(row.estimate).toBeCloseTo(Math.log(to / from), 12)
  })
})

describe('zero', () => {
  const zero = [{ code: 'zero-value' }]

  test('on both sides is no change', () => {
    for (const one of [SIZE, COUNT])
      expect(compare(one, [0], [0])).toMatchObject({
        decision: 'unchanged',
        estimate: 0,
        obstacle: null,
        doubts: [],
      })
  })

  test.each<[Metric, number, number, string, number | null]>([
    [SIZE, 0, 3, 'regression', null],
    [SIZE, 3, 0, 'improvement', -Infinity],
    [{ ...SIZE, better: 'higher' }, 0, 3, 'improvement', null],
    [{ ...SIZE, better: 'higher' }, 3, 0, 'regression', Infinity],
  ])('of %j, %d then %d: certain, and without a ratio', (one, from, to, decision, estimate) => {
    expect(compare(one, [from], [to])).toMatchObject({ decision, estimate, doubts: zero, obstacle: null })
  })

  test.each([
    [0, 3, null],
    [3, 0, -Infinity],
  ])('of what varies, %d then %d: not compared', (from, to, estimate) => {
    expect(compare(COUNT, [from], [to])).toMatchObject({
      decision: null,
      estimate,
      obstacle: { findings: zero, severity: 'warn' },
    })
  })

  test('in some processes leaves the middle of the others', () => {
    const { estimate } = compare(COUNT, [0, 4, 16], [0, 5, 20, 20], STEADY)
    expect(estimate).toBeCloseTo(Math.log(2), 9)
  })
})

describe('what cannot be compared', () => {
  const obstacle: Obstacle = { findings: [{ code: 'not-in-stored-run' }], severity: 'warn' }

  test('has head’s own value, and the reason', () => {
    expect(compare(TIME, [1000], [1200], { metric: null, obstacle })).toEqual({
      ...nothingCompared(TIME),
      head: { value: 1200, p50: null },
      obstacle,
    })
  })

  test('where head has no value either, that is the reason', () => {
    for (const over of [{}, { obstacle }])
      expect(compare(TIME, [1000], [], over).obstacle?.findings).toEqual([{ code: 'no-block' }])
  })

  test('a metric that turned round: what was a gain is a loss now', () => {
    const turned = storedOf({ ...COUNT, better: 'higher' }, [1000])
    expect(compareProcesses(COUNT, turned, [executed({ allocs: 900 })])).toMatchObject({
      decision: null,
      base: { value: 1000 },
      head: { value: 900 },
      obstacle: {
        findings: [{ code: 'direction-turned', stored: 'higher', now: 'lower' }],
        severity: 'warn',
      },
    })
  })

  test('times of a service that fails more often than the stored one', () => {
    const head = [executed({ time: 10, allocs: 1200, 'error-rate': 0.2 })]
    const over = { ...STEADY, errorRates: [0.01] }
    expect(compareProcesses(TIME, storedOf(TIME, [1000], over), head)).toMatchObject({
      decision: null,
      estimate: null,
      base: { value: 1000 },
      voidBy: { code: 'error-rate-rose', base: 0.01, head: 0.2 },
    })
    expect(compareProcesses(COUNT, storedOf(COUNT, [1000], over), head)).toMatchObject({
      decision: 'regression',
      voidBy: null,
    })
  })

  test('a stored run without a value is a bug of whoever hands it over', () => {
    expect(() => compare(TIME, [], [1])).toThrow(/without a value/)
    expect(() => compare(TIME, [1], [1], { metric: null })).toThrow(/without a value/)
  })
})
