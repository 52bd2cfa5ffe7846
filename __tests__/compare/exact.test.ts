import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareExactly } from '../../src/compare/exact.ts'
import { worseningCost } from '../../src/model/cost.ts'
import type { Better, Metric } from '../../src/model/metric.ts'
import type { MeasuredBlock } from '../../src/model/sample.ts'

const sizes = (better: Better = 'lower'): Metric => ({ id: 'size', unit: 'B', better, exact: true })
const block = (base: readonly number[], head: readonly number[]): MeasuredBlock => ({
  base: base.map((size) => ({ values: { size } })),
  head: head.map((size) => ({ values: { size } })),
})
const constant = (base: number, head: number) => block(Array(4).fill(base), Array(4).fill(head))
const FLOOR = Math.log1p(0.01)
const gated = (better: Better = 'lower', warn = FLOOR, limited = true) => ({
  metric: sizes(better),
  levels: { warn, fail: 2 * warn },
  limited,
})
const decisionOf = (better: Better, ...blocks: MeasuredBlock[]) =>
  compareExactly(gated(better), blocks)?.decision

describe('where every process says the same', () => {
  test('the difference is a fact', () => {
    expect(compareExactly(gated(), [constant(1000, 1100)])).toEqual({
      decision: 'regression',
      estimate: expect.closeTo(Math.log(1.1), 12),
      low: expect.closeTo(Math.log(1.1), 12),
      high: expect.closeTo(Math.log(1.1), 12),
      pairs: 4,
    })
    expect(compareExactly(gated(), [constant(7, 7), constant(7, 7)])).toEqual({
      decision: 'unchanged',
      estimate: 0,
      low: 0,
      high: 0,
      pairs: 8,
    })
  })

  test.each([
    [1000, 1001, 'slower-small'],
    [1000, 1009, 'slower-small'],
    [1000, 1011, 'regression'],
    [1000, 999, 'unchanged'],
    [1000, 980, 'improvement'],
    [0, 0, 'unchanged'],
    [0, 1, 'regression'],
    [1, 0, 'improvement'],
  ])('%d after %d is told by the floor, where lower is better', (base, head, decision) => {
    expect(decisionOf('lower', constant(base, head))).toBe(decision)
  })

  test('where higher is better, less is worse', () => {
    expect(decisionOf('higher', constant(1000, 900))).toBe('regression')
    expect(decisionOf('higher', constant(1000, 1100))).toBe('improvement')
    expect(decisionOf('higher', constant(1, 0))).toBe('regression')
    expect(decisionOf('higher', constant(0, 1))).toBe('improvement')
  })
})

describe('where processes do not agree after all', () => {
  test.each([
    // Every process of head is worse than every one of base.
    [[100, 101, 102, 103], [110, 111, 112, 113], 'regression'],
    // One of head is not.
    [[100, 101, 102, 103], [103, 111, 112, 113], 'inconclusive'],
    [[100, 101, 102, 103], [90, 91, 92, 93], 'improvement'],
    [[100, 101, 102, 103], [90, 91, 92, 100], 'unchanged'],
    [[100, 101, 102, 103], [103, 102, 101, 100], 'unchanged'],
    [[100, 100, 100, 100], [100.1, 100.2, 100.1, 100.2], 'slower-small'],
  ])('%j against %j is %s', (base, head, decision) => {
    expect(decisionOf('lower', block(base, head))).toBe(decision)
  })
})

test('what no budget limits is compared and not decided', () => {
  const found = compareExactly(gated('lower', FLOOR, false), [constant(1, 2)])
  expect(found).toMatchObject({ decision: null, estimate: Math.log(2) })
})

test('nothing is said without a whole block', () => {
  expect(compareExactly(gated(), [])).toBeNull()
  expect(compareExactly(gated(), [block([], [1, 1, 1, 1])])).toBeNull()
  const broken: MeasuredBlock = { ...constant(1, 2), head: [{ values: {} }, ...constant(1, 2).head.slice(1)] }
  expect(compareExactly(gated(), [broken])).toBeNull()
  expect(compareExactly(gated(), [broken, constant(1, 1)])).toMatchObject({
    decision: 'unchanged',
    pairs: 4,
  })
})

const value = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 1e9 }),
  fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
)
const side = fc.array(value, { minLength: 4, maxLength: 4 })
const levels = fc.constantFrom(1e-6, 0.005, 0.05, 0.5)

test('the estimate lies between its bounds, and a decision is never against both', () => {
  fc.assert(
    fc.property(
      side,
      side,
      levels,
      fc.constantFrom<Better>('lower', 'higher'),
      (base, head, level, better) => {
        const found = compareExactly(gated(better, worseningCost(better, level)), [block(base, head)])!
        expect(found.low).toBeLessThanOrEqual(found.estimate)
        expect(found.high).toBeGreaterThanOrEqual(found.estimate)
        if (found.decision === 'regression') expect(found.low).toBeGreaterThan(0)
        if (found.decision === 'improvement') expect(found.high).toBeLessThan(0)
      },
    ),
  )
})

test('swapping the sides turns the difference around', () => {
  fc.assert(
    fc.property(value, value, (base, head) => {
      const there = compareExactly(gated(), [constant(base, head)])!
      const back = compareExactly(gated(), [constant(head, base)])!
      expect(back.estimate).toBeCloseTo(-there.estimate, 12)
      if (there.decision === 'regression') expect(back.decision).toBe('improvement')
    }),
  )
})
