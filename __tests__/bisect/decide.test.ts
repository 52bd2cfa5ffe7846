import { describe, expect, test } from 'vitest'
import { decideEnds, decideLevel } from '../../src/bisect/decide.ts'
import type { Block } from '../../src/model/comparison.ts'
import { createRandom } from '../../src/stats/random.ts'

const random = createRandom('decide')
const noisy = (log: number, sigma: number, count: number): Block[] =>
  Array.from({ length: count }, () => ({
    base: [0, 1, 2, 3].map(() => sigma * random.normal()),
    head: [0, 1, 2, 3].map(() => log + sigma * random.normal()),
  }))

const ENDS = { exact: false, least: 0.02, level: 0.05 }
const LEVELS = { near: 0.1, far: 0, exact: false, level: 0.01 }

describe('the two ends', () => {
  test('differ, and are measured until the middle of the change is known', () => {
    expect(decideEnds(noisy(0.1, 0.005, 2), ENDS)).toEqual({ decision: 'differ', isEnough: true })
    expect(decideEnds(noisy(-0.1, 0.005, 2), ENDS).decision).toBe('differ')
    expect(decideEnds(noisy(0.1, 0.06, 4), ENDS).isEnough).toBe(false)
  })

  test('are the same where a change of the smallest size is ruled out in both directions', () => {
    expect(decideEnds(noisy(0, 0.003, 2), ENDS)).toEqual({ decision: 'same', isEnough: true })
    expect(decideEnds(noisy(0, 0.003, 2), { ...ENDS, least: 0.0001 }).decision).toBe('open')
  })

  test('stay open where noise hides it, and are not measured for ever', () => {
    expect(decideEnds([], ENDS)).toEqual({ decision: 'open', isEnough: false })
    expect(decideEnds(noisy(0, 0.2, 24), ENDS)).toEqual({ decision: 'open', isEnough: true })
  })

  test('of deterministic values any difference is one', () => {
    const one = (head: number): Block[] => [{ base: [1, 1, 1, 1], head: [head, head, head, head] }]
    expect(decideEnds(one(1.001), { ...ENDS, exact: true })).toEqual({ decision: 'differ', isEnough: true })
    expect(decideEnds(one(1), { ...ENDS, exact: true })).toEqual({ decision: 'same', isEnough: true })
  })
})

describe('a commit', () => {
  test('is on the level that it is like', () => {
    expect(decideLevel(noisy(0.1, 0.01, 2), LEVELS)).toBe('near')
    expect(decideLevel(noisy(0, 0.01, 2), LEVELS)).toBe('far')
    expect(decideLevel(noisy(-0.1, 0.01, 2), { ...LEVELS, near: -0.1 })).toBe('near')
    expect(decideLevel(noisy(0.05, 0.005, 4), LEVELS)).toBe('between')
  })

  test('needs two blocks: one alone proves nothing at this level', () => {
    expect(decideLevel(noisy(0.1, 0.001, 1), LEVELS)).toBeNull()
  })

  test('is not clear where noise hides it after the last look', () => {
    expect(decideLevel(noisy(0.05, 0.3, 24), LEVELS)).toBe('unclear')
    expect(decideLevel(noisy(0.05, 0.3, 23), LEVELS)).toBeNull()
  })
})
