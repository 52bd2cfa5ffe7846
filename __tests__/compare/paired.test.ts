import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Measured } from '../../src/compare/own-value.ts'
import { comparePaired, type PairedTest } from '../../src/compare/paired.ts'
import { type Progress, planLooks } from '../../src/compare/sequential.ts'
import { type Comparison, nothingCompared } from '../../src/model/comparison.ts'
import { type Metric, suiteMetric } from '../../src/model/metric.ts'
import type { TimingStats, ProcessStats } from '../../src/model/sample.ts'
import { blocksOf, executed, timing, gatedOf, metric, timedAround } from './process-sample.ts'

const TIME = suiteMetric('time')
const SIZE: Metric = { ...metric('size', 'B'), exact: true }
const times = (rounds: number, base: number, head: number) =>
  blocksOf(rounds, { base: timedAround(base), head: timedAround(head) })
const reported = (base: Record<string, number>, head: Record<string, number>) =>
  blocksOf(1, { base: Array(4).fill(executed(base)), head: Array(4).fill(executed(head)) })

/** What the looks decided, on an estimate that nothing else here has. */
const decided = (decision: Progress['decision']): Progress => ({
  key: gatedOf(TIME).key,
  pWorse: 0.001,
  pBetter: 1,
  decision,
  atBlocks: 2,
  estimate: 0.9,
  pairs: 8,
  failRuledOut: false,
})

const TEST: PairedTest = {
  plan: { looks: planLooks(32), tested: 1 },
  progress: null,
  hasNeighbours: false,
  timeUp: false,
}
const compare = (one: Metric, measured: Partial<Measured>, over: Partial<PairedTest> = {}): Comparison =>
  comparePaired(gatedOf(one), { first: [], fresh: [], ...measured }, { ...TEST, ...over })

describe('a change that the looks decided', () => {
  test('has the decision and p of the looks, and the numbers of its blocks', () => {
    const row = compare(TIME, { first: times(2, 1000, 1200) }, { progress: decided('unchanged') })
    expect(row).toMatchObject({ decision: 'unchanged', p: 0.001, pairs: 8, confirmed: null, first: null })
    expect(row.estimate).toBeCloseTo(Math.log(1.2), 9)
    expect(row.low).toBeLessThan(row.estimate!)
    expect(row.high).toBeGreaterThan(row.estimate!)
    expect(row.base.p50).toBeCloseTo(1100, 0)
    expect(row).toMatchObject({ obstacle: null, voidBy: null, doubts: [] })
  })

  test('is open where no look was taken, and none where nothing limits it', () => {
    const measured = { first: times(2, 1000, 1200), fresh: [] }
    expect(compare(TIME, measured)).toMatchObject({ decision: 'inconclusive', p: null })
    expect(comparePaired(gatedOf(TIME, false), measured, TEST)).toMatchObject({ decision: null, pairs: 8 })
  })

  test('has a wider interval where it ended before the last look', () => {
    const measured = { first: times(4, 1000, 1200) }
    const widthOf = (maxPairs: number) => {
      const { low, high } = compare(TIME, measured, { plan: { looks: planLooks(maxPairs), tested: 1 } })
      return high! - low!
    }
    expect(widthOf(32)).toBeGreaterThan(widthOf(16))
  })
})

describe('a finding that was measured again', () => {
  const first = times(2, 1000, 1300)
  const found = { progress: decided('regression') }

  test('is what the fresh blocks say; pairs count all, and what found it is kept beside', () => {
    const row = compare(TIME, { first, fresh: times(3, 1000, 1200) }, { ...found, hasNeighbours: true })
    expect(row).toMatchObject({ decision: 'regression', confirmed: true, pairs: 20 })
    expect(row.estimate).toBeCloseTo(Math.log(1.2), 9)
    expect(row.first).toEqual({ estimate: expect.closeTo(Math.log(1.3), 9), hadNeighbours: true })
    expect(row.headInterval!.high).toBeLessThan(1250)
  })

  test('that does not recur is inconclusive', () => {
    const row = compare(TIME, { first, fresh: times(3, 1000, 1000) }, found)
    expect(row).toMatchObject({ decision: 'inconclusive', confirmed: false, pairs: 20 })
    expect(row.estimate).toBeCloseTo(0, 9)
  })

  test('has to recur in its own direction', () => {
    const fresh = times(3, 1000, 1200)
    const better = { progress: decided('improvement') }
    expect(compare(TIME, { first, fresh }, better)).toMatchObject({ confirmed: false })
    expect(compare(TIME, { first, fresh: times(3, 1200, 1000) }, better)).toMatchObject({ confirmed: true })
  })

  test('without a whole fresh block nothing was shown either way', () => {
    const row = compare(TIME, { first, fresh: blocksOf(1, { head: timedAround(1000) }) }, found)
    expect(row).toMatchObject({ decision: 'regression', confirmed: null, first: null, pairs: 8 })
    expect(row.estimate).toBeCloseTo(Math.log(1.3), 9)
  })

  test('what was measured again for another metric’s sake is still what the looks decided on', () => {
    const row = compare(TIME, { first, fresh: times(3, 1000, 1000) }, { progress: decided('unchanged') })
    expect(row).toMatchObject({ decision: 'unchanged', confirmed: null, pairs: 8 })
    expect(row.estimate).toBeCloseTo(Math.log(1.3), 9)
  })
})

describe('errors of a load test', () => {
  const errors = (rate: number, ns: number) =>
    timedAround(ns, { values: { 'error-rate': rate, 'req-size': ns } })
  const first = blocksOf(2, { base: errors(0, 1000), head: errors(0.1, 100) })

  test('that became more void every number of a time', () => {
    const voidBy = { code: 'error-rate-rose', base: 0, head: 0.1 } as const
    expect(compare(TIME, { first }, { progress: decided('improvement') })).toEqual({
      ...nothingCompared(TIME),
      voidBy,
    })
  })

  test('count where only the fresh blocks have them, and do not concern sizes', () => {
    const fine = blocksOf(1, { base: errors(0, 1000), head: errors(0, 1000) })
    const fresh = blocksOf(3, { base: errors(0, 1000), head: errors(0.1, 100) })
    expect(compare(TIME, { first: fine, fresh }).voidBy?.code).toBe('error-rate-rose')
    expect(compare(metric('req-size', 'B'), { first })).toMatchObject({ voidBy: null, pairs: 8 })
  })
})

describe('a deterministic metric', () => {
  test('is a fact, and of all blocks', () => {
    const first = reported({ size: 1000 }, { size: 1100 })
    const row = compare(SIZE, { first, fresh: first })
    expect(row).toMatchObject({ decision: 'regression', pairs: 8, p: null, base: { value: 1000 } })
    expect(row.headInterval).toEqual({ low: 1100, high: 1100 })
    const varied = compare(SIZE, { first, fresh: reported({ size: 1000 }, { size: 990 }) })
    expect(varied.decision).toBe('inconclusive')
  })
})

describe('a base of zero', () => {
  const FROM_ZERO = reported({ size: 0 }, { size: 3 })

  test.each([[SIZE], [metric('size', 'B')]])('is doubted, and has no noise: %j', (one) => {
    const row = compare(one, { first: FROM_ZERO })
    expect(row.doubts).toEqual([{ code: 'zero-base' }])
    expect(row).toMatchObject({ base: { value: 0 }, head: { value: 3 }, sigma: null, mde: null, pairs: 4 })
  })

  test('and of a head that is zero, too, is no doubt', () => {
    expect(compare(SIZE, { first: reported({ size: 0 }, { size: 0 }) }).doubts).toEqual([])
  })
})

describe('why there is no number', () => {
  const p99 = suiteMetric('time.p99')
  const calls = (count: number) =>
    Array(4).fill(timing({ tail: { calls: count, p95: 120, p99: 130, max: 500 } })) as ProcessStats[]
  const samples = (count: number) => timedAround(100, { samples: count })

  test.each([
    [false, 'no-block'],
    [true, 'no-room-for-a-block'],
  ])('no block; time is up: %s', (timeUp, code) => {
    expect(compare(TIME, {}, { timeUp })).toEqual({
      ...nothingCompared(TIME),
      obstacle: { findings: [{ code }], severity: 'warn' },
    })
  })

  test.each([
    [{}, { size: 1 }, ['base'], 'warn'],
    [{ size: 1 }, {}, ['head'], 'fail'],
    [{}, {}, ['base', 'head'], 'warn'],
  ])('a tool that says %j and %j', (base, head, sides, severity) => {
    const first = reported(base as Record<string, number>, head as Record<string, number>)
    expect(compare(SIZE, { first }).obstacle).toEqual({
      findings: [{ code: 'metric-not-reported', sides, metric: 'size' }],
      severity,
    })
  })

  test('a suite on head that no longer reports a metric of its own fails', () => {
    const first = blocksOf(1, { base: timedAround(100, { values: { size: 1 } }), head: timedAround(100) })
    expect(compare(SIZE, { first }).obstacle).toMatchObject({
      findings: [{ code: 'metric-not-reported', sides: ['head'] }],
      severity: 'fail',
    })
  })

  test.each([
    [1050, 700, 'fail'],
    [1050, 701, 'warn'],
    [1000, 999, 'warn'],
    [999, 600, 'warn'],
    [999, 1000, 'warn'],
    [999, 999, 'warn'],
  ])('calls for a tail, %d on base and %d on head: %s', (base, head, severity) => {
    const first = blocksOf(1, { base: calls(base), head: calls(head) })
    expect(compare(p99, { first }).obstacle).toEqual({
      findings: [{ code: 'too-few-calls', metric: 'time.p99', needed: 1000, base, head }],
      severity,
    })
  })

  test.each([
    [12, 8, 'fail'],
    [12, 9, 'warn'],
    [10, 9, 'warn'],
    [9, 6, 'warn'],
    [9, 10, 'warn'],
    [9, 9, 'warn'],
  ])('samples, %d a process on base and %d on head: %s', (base, head, severity) => {
    const few = blocksOf(1, { base: samples(base), head: samples(head) })
    const row = compare(TIME, { first: few })
    expect(row.obstacle).toEqual({ findings: [{ code: 'too-few-samples', needed: 40 }], severity })
    expect(row).toMatchObject({ decision: null, estimate: null, pairs: 0 })
    // They add up over the blocks.
    const more = compare(TIME, { first: blocksOf(2, { base: samples(base), head: samples(head) }) })
    expect(more).toMatchObject({ obstacle: null, pairs: 8 })
  })
})

describe('times that are not what they seem', () => {
  const doubtsOf = (one: Metric, change: Partial<TimingStats>) =>
    compare(one, { first: blocksOf(1, { base: timedAround(100), head: timedAround(100, change) }) }).doubts

  test('less than half a cycle of a processor', () => {
    expect(doubtsOf(TIME, { p10: 0.14 })).toEqual([{ code: 'optimised-away' }])
    expect(doubtsOf(TIME, { p10: 0.16 })).toEqual([])
    // Of a rate the number is no time.
    expect(doubtsOf(suiteMetric('throughput'), { p10: 1e10 })).toEqual([])
  })

  test('processes that waited, where most of them did', () => {
    const shares = (base: number, head: number, one = TIME) =>
      compare(one, {
        first: blocksOf(1, {
          base: timedAround(100, { cpuShare: base }),
          head: timedAround(100, { cpuShare: head }),
        }),
      }).doubts
    expect(shares(0.5, 0.5)).toEqual([{ code: 'contention', share: 0.5 }])
    expect(shares(0.75, 0.75)).toEqual([])
    expect(shares(0.5, 1)).toEqual([])
    // What a benchmark reports of itself is no matter of time.
    expect(shares(0.5, 0.5, SIZE)).toEqual([])
  })
})

describe('whatever the processes say', () => {
  const side = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 4 })
  const METRICS = [TIME, suiteMetric('throughput')]
  const of = (base: number[], head: number[], one: Metric) => {
    const processes = (all: number[]) => all.map((p10) => timing({ p10, p50: p10 }))
    return compare(one, { first: blocksOf(2, { base: processes(base), head: processes(head) }) })
  }

  test('the two values differ by the estimate, and it lies in its interval', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(...METRICS), (base, head, one) => {
        const row = of(base, head, one)
        const ratio = Math.log(row.head.value! / row.base.value!)
        expect(one.better === 'lower' ? ratio : -ratio).toBeCloseTo(row.estimate!, 9)
        expect(row.low).toBeLessThanOrEqual(row.estimate!)
        expect(row.high).toBeGreaterThanOrEqual(row.estimate!)
      }),
    )
  })

  test('with the sides swapped a loss is as large a gain', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(...METRICS), (base, head, one) => {
        expect(of(head, base, one).estimate).toBeCloseTo(-of(base, head, one).estimate!, 9)
      }),
    )
  })
})
