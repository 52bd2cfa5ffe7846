import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeAlone, type HeadAlone, type Measured, ownInterval } from '../../src/compare/own-value.ts'
import { nothingCompared } from '../../src/model/comparison.ts'
import type { Finding } from '../../src/model/finding.ts'
import { type Metric, suiteMetric } from '../../src/model/metric.ts'
import type { ProcessStats } from '../../src/model/sample.ts'
import { blocksOf, executed, metric, timedAround } from './process-sample.ts'

const SIZE = metric('size', 'B')
const EXACT: Metric = { ...SIZE, exact: true }
const sizes = (...values: number[]): ProcessStats[] => values.map((size) => executed({ size }))
const UNMEASURED = executed({})

describe('the interval of a side’s own value', () => {
  test('takes six processes, whose extremes it then is', () => {
    expect(ownInterval(SIZE, sizes(1, 2, 3, 4, 5))).toBeNull()
    expect(ownInterval(SIZE, sizes(3, 1, 2, 6, 5, 4))).toEqual({ low: 1, high: 6 })
    expect(ownInterval(SIZE, sizes(3, 1, 2, 9, 6, 5, 4, 8, 7))).toEqual({ low: 2, high: 8 })
  })

  test('of a deterministic metric is all that any process said', () => {
    expect(ownInterval(EXACT, sizes(7))).toEqual({ low: 7, high: 7 })
    expect(ownInterval(EXACT, sizes(3, 1, 2, 9, 6, 5, 4, 8, 7))).toEqual({ low: 1, high: 9 })
    expect(ownInterval(EXACT, [])).toBeNull()
  })

  test.each([[SIZE], [EXACT]])(
    'is none where a process lacks the metric, for the slow ones lack it: %j',
    (one) => {
      expect(ownInterval(one, [...sizes(1, 2, 3, 4, 5, 6), UNMEASURED])).toBeNull()
    },
  )
})

const describedAlone = (
  one: Metric,
  measured: Partial<Measured>,
  { why = null, ...head }: Partial<HeadAlone> & { why?: Finding | null } = {},
) =>
  describeAlone(one, { first: [], fresh: [], ...measured }, { ofFiles: false, timeUp: false, ...head }, why)

describe('head alone, in processes', () => {
  const first = blocksOf(2, { head: sizes(1, 2, 3, 4) })
  const fresh = blocksOf(2, { head: sizes(11, 12, 13, 14) })

  test('has its middle and interval, and nothing that is compared', () => {
    expect(describedAlone(SIZE, { first })).toEqual({
      ...nothingCompared(SIZE),
      head: { value: 2.5, p50: null },
      headInterval: { low: 1, high: 4 },
    })
    expect(
      describedAlone(suiteMetric('time'), { first: blocksOf(1, { head: timedAround(100) }) }).head,
    ).toEqual({
      value: expect.closeTo(100, 9),
      p50: expect.closeTo(110, 9),
    })
  })

  test('has no interval of too few processes', () => {
    const few = describedAlone(SIZE, { first: blocksOf(1, { head: sizes(1, 2, 3, 4) }) })
    expect(few).toMatchObject({ head: { value: 2.5 }, headInterval: null, obstacle: null })
  })

  test('is held against limits by the fresh processes where there are some', () => {
    expect(describedAlone(SIZE, { first, fresh })).toMatchObject({
      head: { value: 2.5 },
      headInterval: { low: 11, high: 14 },
    })
    expect(describedAlone(EXACT, { first, fresh })).toMatchObject({
      head: { value: 7.5 },
      headInterval: { low: 11, high: 14 },
    })
  })

  test('says why there is no base, and then what is missing', () => {
    const why = { code: 'occurrences-differ' } as const
    expect(describedAlone(SIZE, { first }, { why }).obstacle).toEqual({
      findings: [{ code: 'nothing-to-compare-with', why }],
      severity: 'warn',
    })
    expect(describedAlone(SIZE, {}, { why }).obstacle!.findings).toEqual([
      { code: 'nothing-to-compare-with', why },
      { code: 'no-block' },
    ])
  })

  test.each<[string, Metric, ProcessStats[], boolean, Finding]>([
    ['no process', SIZE, [], false, { code: 'no-block' }],
    ['no time for a process', SIZE, [], true, { code: 'no-room-for-a-block' }],
    ['a silent tool', SIZE, [UNMEASURED], false, { code: 'metric-not-reported-on-head', metric: 'size' }],
    [
      'one silent process of two',
      SIZE,
      [...sizes(1), UNMEASURED],
      false,
      { code: 'metric-not-reported-on-head', metric: 'size' },
    ],
    [
      'too few calls',
      suiteMetric('time.p95'),
      timedAround(1),
      false,
      { code: 'no-time-for-calls', metric: 'time.p95', needed: 200 },
    ],
  ])('has no value: %s', (_, one, head, timeUp, finding) => {
    const row = describedAlone(one, { first: head.length === 0 ? [] : blocksOf(1, { head }) }, { timeUp })
    expect(row.head.value).toBeNull()
    expect(row.obstacle).toEqual({ findings: [finding], severity: 'warn' })
  })
})

describe('head alone, in result files', () => {
  const files = (...head: ProcessStats[]) =>
    describedAlone(SIZE, { first: blocksOf(1, { head }) }, { ofFiles: true })

  test('of which each may hold another part', () => {
    expect(files(...sizes(5, 7), UNMEASURED)).toMatchObject({ head: { value: 6 }, obstacle: null })
  })

  test('that are too few for an interval are held against limits as they are', () => {
    expect(files(...sizes(7)).headInterval).toEqual({ low: 7, high: 7 })
    expect(files(...sizes(5, 9, 7)).headInterval).toEqual({ low: 5, high: 9 })
    expect(files(...sizes(3, 1, 2, 9, 6, 5, 4, 8, 7)).headInterval).toEqual({ low: 2, high: 8 })
  })

  test('that lack it', () => {
    for (const row of [files(UNMEASURED), describedAlone(SIZE, {}, { ofFiles: true, timeUp: true })])
      expect(row).toMatchObject({
        head: { value: null },
        headInterval: null,
        obstacle: { findings: [{ code: 'not-in-files', metric: 'size' }], severity: 'warn' },
      })
  })
})

test('head’s value lies in its interval, in whichever order its processes ended', () => {
  const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(values, fc.constantFrom(SIZE, EXACT), fc.boolean(), (all, one, ofFiles) => {
      const of = (some: number[]) =>
        describedAlone(one, { first: blocksOf(1, { head: sizes(...some) }) }, { ofFiles })
      const { head, headInterval } = of(all)
      expect(of(all.toReversed())).toEqual(of(all))
      if (headInterval === null) {
        expect(all.length).toBeLessThan(6)
        return
      }
      expect(headInterval.low).toBeLessThanOrEqual(head.value!)
      expect(headInterval.high).toBeGreaterThanOrEqual(head.value!)
    }),
  )
})
