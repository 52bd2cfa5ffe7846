import { expect, test } from 'vitest'
import { drawBlock } from '../../src/measure/schedule.ts'
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
