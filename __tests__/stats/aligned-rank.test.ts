import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignedRankTest, smallestP, type Sides, type Tails } from '../../src/stats/aligned-rank.ts'
import { readGolden } from '../simulation/figures.ts'

function exact(blocks: readonly Sides[], delta = 0): Tails {
  const test = alignedRankTest(blocks)
  return test.tails(test.ranks(delta))
}

/** All ways to choose `size` of the indices 0 .. n - 1. */
function choices(n: number, size: number): number[][] {
  if (size === 0) return [[]]
  if (n < size) return []
  return [...choices(n - 1, size), ...choices(n - 1, size - 1).map((rest) => [...rest, n - 1])]
}

/** The test by its definition: residuals, midranks, and every arrangement of every block enumerated. */
function enumerated(blocks: readonly Sides[]): Tails {
  const residuals = blocks.map(({ base, head }) => {
    const values = [...base, ...head]
    const sorted = [...values].sort((a, b) => a - b)
    const median = (sorted[(values.length - 1) >> 1]! + sorted[values.length >> 1]!) / 2
    return values.map((value) => value - median)
  })
  const all = residuals.flat()
  const midrank = (x: number): number =>
    all.filter((y) => y < x).length + (all.filter((y) => y === x).length + 1) / 2
  const ranks = residuals.map((block) => block.map(midrank))
  let sums = [0]
  let observed = 0
  for (const [i, { base, head }] of blocks.entries()) {
    const own = ranks[i]!
    observed += own.slice(base.length).reduce((a, b) => a + b, 0)
    const parts = choices(own.length, head.length).map((pick) => pick.reduce((sum, k) => sum + own[k]!, 0))
    sums = sums.flatMap((sum) => parts.map((part) => sum + part))
  }
  return {
    upper: sums.filter((sum) => sum >= observed).length / sums.length,
    lower: sums.filter((sum) => sum <= observed).length / sums.length,
  }
}

// Few distinct whole numbers: many ties, and sums and shifts without rounding.
const value = fc.integer({ min: -6, max: 6 })
const side = (min: number, max: number) => fc.array(value, { minLength: min, maxLength: max })
const anyBlock = fc.record({ base: side(1, 4), head: side(1, 4) })
const fullBlock = fc.record({ base: side(4, 4), head: side(4, 4) })
const close = (a: Tails, b: Tails): void => {
  expect(a.upper).toBeCloseTo(b.upper, 12)
  expect(a.lower).toBeCloseTo(b.lower, 12)
}

test('golden vectors: p within 1e-12', () => {
  const vectors = readGolden()
  expect(vectors).toHaveLength(20)
  for (const { blocks, delta, upper, lower } of vectors) {
    const tails = exact(blocks, delta)
    expect(Math.abs(tails.upper - upper)).toBeLessThan(1e-12)
    expect(Math.abs(tails.lower - lower)).toBeLessThan(1e-12)
  }
})

describe('the convolution is the enumeration', () => {
  test('for one to three blocks of any sizes, equal or not', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 3 }), (blocks) => {
        fc.pre(blocks.reduce((sum, { base, head }) => sum + base.length + head.length, 0) <= 18)
        close(exact(blocks), enumerated(blocks))
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  test('for two full blocks', () => {
    fc.assert(
      fc.property(fc.tuple(fullBlock, fullBlock), (blocks) => close(exact(blocks), enumerated(blocks))),
      { seed: 2, numRuns: 100 },
    )
  })
})

describe('invariances', () => {
  const blocks = fc.array(fullBlock, { minLength: 1, maxLength: 8 })

  test('shifting every block by its own constant changes nothing', () => {
    fc.assert(
      fc.property(
        blocks,
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 8, maxLength: 8 }),
        (blocks, by) => {
          const shifted = blocks.map(({ base, head }, i) => ({
            base: base.map((x) => x + by[i]!),
            head: head.map((x) => x + by[i]!),
          }))
          expect(exact(shifted)).toEqual(exact(blocks))
        },
      ),
      { seed: 3 },
    )
  })

  test('changing the sides, or the sign of all values, swaps upper and lower', () => {
    fc.assert(
      fc.property(blocks, (blocks) => {
        const { upper, lower } = exact(blocks)
        close(exact(blocks.map(({ base, head }) => ({ base: head, head: base }))), {
          upper: lower,
          lower: upper,
        })
        const negated = blocks.map(({ base, head }) => ({
          base: base.map((x) => -x),
          head: head.map((x) => -x),
        }))
        close(exact(negated), { upper: lower, lower: upper })
      }),
      { seed: 4 },
    )
  })

  test('testing delta is testing 0 on head less delta', () => {
    fc.assert(
      fc.property(blocks, value, (blocks, delta) => {
        const moved = blocks.map(({ base, head }) => ({ base, head: head.map((x) => x - delta) }))
        expect(exact(blocks, delta)).toEqual(exact(moved))
      }),
      { seed: 5 },
    )
  })

  test('the order within a side does not matter, and both tails overlap in the observed sum', () => {
    fc.assert(
      fc.property(blocks, (blocks) => {
        const { upper, lower } = exact(blocks)
        const turned = blocks.map(({ base, head }) => ({ base: base.toReversed(), head: head.toReversed() }))
        expect(exact(turned)).toEqual({ upper, lower })
        expect(upper + lower).toBeGreaterThan(1)
        expect(Math.min(upper, lower)).toBeGreaterThanOrEqual(smallestP(blocks) * (1 - 1e-12))
      }),
      { seed: 6 },
    )
  })

  test('a test keeps no trace of the deltas asked before', () => {
    fc.assert(
      fc.property(blocks, fc.array(value, { minLength: 1, maxLength: 4 }), (blocks, deltas) => {
        const reused = alignedRankTest(blocks)
        for (const delta of deltas) reused.ranks(delta)
        expect(reused.tails(reused.ranks(0))).toEqual(exact(blocks))
      }),
      { seed: 7 },
    )
  })
})

test('the screen never spares a p-value that would have been rejected', () => {
  const uneven = fc.array(anyBlock, { minLength: 1, maxLength: 4 })
  const full = fc.array(fullBlock, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.oneof(uneven, full), fc.constantFrom(0.3, 0.06, 0.025, 0.0025, 1e-4), (blocks, level) => {
      const test = alignedRankTest(blocks)
      const ranks = test.ranks(0)
      const tails = test.tails(ranks)
      for (const side of ['upper', 'lower'] as const) {
        expect(test.rejects(ranks, side, level)).toBe(tails[side] <= level * (1 + 1e-12))
      }
    }),
    { seed: 8, numRuns: 2000 },
  )
})

test('all values equal: nothing is shown either way', () => {
  const blocks = Array.from({ length: 3 }, () => ({ base: [1, 1, 1, 1], head: [1, 1, 1, 1] }))
  expect(exact(blocks)).toEqual({ upper: 1, lower: 1 })
})

test('one block: the smallest p is 1 / 70, eight blocks 70^-8', () => {
  const block = { base: [1, 2, 3, 4], head: [5, 6, 7, 8] }
  expect(exact([block])).toEqual({ upper: 1 / 70, lower: 1 })
  expect(exact(Array.from({ length: 8 }, () => block)).upper / 70 ** -8).toBeCloseTo(1, 12)
})

test('what cannot be tested is refused', () => {
  expect(() => alignedRankTest([])).toThrow('at least one block')
  expect(() => alignedRankTest([{ base: [], head: [1] }])).toThrow('empty side')
  expect(() => alignedRankTest([{ base: [1, Number.NaN], head: [1, 2] }])).toThrow('not finite')
  expect(() => alignedRankTest([{ base: [1, 2], head: [1, -Infinity] }])).toThrow('not finite')
})
