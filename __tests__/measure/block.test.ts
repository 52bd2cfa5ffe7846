import { describe, expect, test } from 'vitest'
import { collectBlocks, drawBlock, runBlock } from '../../src/measure/block.ts'
import { createRandom } from '../../src/stats/random.ts'

test('every block holds four processes a side', () => {
  const { uniform } = createRandom('balance')
  for (let i = 0; i < 200; i++) {
    expect(drawBlock(uniform).filter((side) => side === 'base')).toHaveLength(4)
  }
})

test('all 70 arrangements are equally likely', () => {
  const { uniform } = createRandom('arrangements')
  const counts = new Map<string, number>()
  const draws = 70_000
  for (let i = 0; i < draws; i++) {
    const key = drawBlock(uniform).join()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  expect(counts.size).toBe(70)
  // Chi-square with 69 degrees of freedom exceeds 119.2 with probability 1e-4; the seed is fixed.
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  expect(chiSquare).toBeLessThan(119.2)
})

describe('running a block', () => {
  const ids = { base: [], head: ['a'] }
  const { uniform: random } = createRandom('running')

  test('starts only the side that has something to run, and says how far it is', async () => {
    const fractions: number[] = []
    const onFraction = (fraction: number) => fractions.push(fraction)
    const { ran, failure } = await runBlock({ suite: 's', ids, random, onFraction }, async (side) => ({
      side,
    }))
    expect(failure).toBeNull()
    expect(ran!.map(({ side }) => side)).toEqual(Array(4).fill('head'))
    expect(fractions).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => n / 8))
  })

  test('ends with the first process that fails', async () => {
    let starts = 0
    const start = async () => (++starts < 3 ? {} : 'was killed')
    expect(await runBlock({ suite: 's', ids, random, onFraction: () => {} }, start)).toEqual({
      ran: null,
      failure: { suite: 's', side: 'head', message: 'was killed' },
    })
    expect(starts).toBe(3)
  })
})

test('half a block is none', () => {
  const wanted = { base: ['whole', 'half'], head: ['whole', 'half', 'alone'] }
  const ran = [...Array(8)].map((_, i) => ({ side: i % 2 === 0 ? 'base' : 'head', process: i }) as const)
  const blocks = collectBlocks(ran, wanted, (i, _side, id) =>
    id === 'half' && i === 3 ? null : { values: { time: i } },
  )
  const values = (...all: number[]) => all.map((time) => ({ values: { time } }))
  expect(Object.fromEntries(blocks)).toEqual({
    whole: { base: values(0, 2, 4, 6), head: values(1, 3, 5, 7) },
    alone: { base: [], head: values(1, 3, 5, 7) },
  })
})
