import { describe, expect, test } from 'vitest'
import { costBlocks, costOf, isUsable } from '../../src/compare/extract.ts'
import { suiteMetric } from '../../src/model/metric.ts'
import { executed, timing, metric } from './process-sample.ts'

describe('zero', () => {
  test.each([
    ['ns', false],
    ['ops/s', false],
    ['B/s', false],
    ['B', true],
    ['count', true],
    ['fraction', true],
    ['', true],
    ['widgets', true],
  ])('in %j can be compared: %s', (unit, usable) => {
    expect(isUsable(metric('x', unit), executed({ x: 0 }))).toBe(usable)
    expect(isUsable(metric('x', unit), executed({ x: 1e-12 }))).toBe(true)
    expect(isUsable(metric('x', unit), executed({}))).toBe(false)
  })

  test('costs as much as the smallest thing there is, and never infinitely much', () => {
    expect(costOf('lower', 0)).toBe(Math.log(1e-9))
    expect(costOf('higher', 0)).toBe(-Math.log(1e-9))
    expect(costOf('lower', 0)).toBe(costOf('lower', 1e-9))
    expect(costOf('lower', 0)).toBeLessThan(costOf('lower', 1e-8))
    expect(costOf('higher', 0)).toBeGreaterThan(costOf('higher', 1))
  })
})

test('a block counts where every process of both sides has the metric', () => {
  const four = (values: Record<string, number>) => Array.from({ length: 4 }, () => executed(values))
  const whole = { base: four({ x: Math.E }), head: four({ x: Math.E ** 2 }) }
  const lacking = { base: four({ x: 1 }), head: [...four({ x: 1 }).slice(1), executed({ y: 1 })] }
  const alone = { base: [], head: four({ x: 1 }) }
  const [only, ...others] = costBlocks(metric('x', ''), [lacking, whole, alone])
  expect(others).toEqual([])
  expect(only!.base).toEqual([1, 1, 1, 1])
  expect(only!.head.map((cost) => Number(cost.toFixed(12)))).toEqual([2, 2, 2, 2])
  expect(costBlocks(metric('x', '', 'higher'), [whole])[0]!.base).toEqual([-1, -1, -1, -1])
  expect(costBlocks(suiteMetric('time'), [{ base: [timing()], head: [timing({ p10: 200 })] }])).toEqual([
    { base: [Math.log(100)], head: [Math.log(200)] },
  ])
})
