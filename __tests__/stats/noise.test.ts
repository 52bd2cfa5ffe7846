import { expect, test } from 'vitest'
import { medianInPlace } from '../../src/stats/noise.ts'
import { createRandom } from '../../src/stats/random.ts'

test('a median is that of the sorted numbers, of however many, with ties', () => {
  const random = createRandom('medians')
  // All short ones, and some for which the selection takes several rounds.
  for (const length of [...Array.from({ length: 40 }, (_, i) => i + 1), 99, 100, 299, 300]) {
    const wide = Float64Array.from({ length }, () => random.normal())
    const tied = Float64Array.from({ length }, () => Math.floor(4 * random.uniform()))
    for (const values of [wide, tied, wide.toSorted(), wide.toSorted().reverse()]) {
      const sorted = values.toSorted()
      const [low, high] = [sorted[(length - 1) >> 1]!, sorted[length >> 1]!]
      const expected = length % 2 === 1 ? high : (low + high) / 2
      expect(medianInPlace(values)).toBe(expected)
    }
  }
  expect(medianInPlace(new Float64Array())).toBeNaN()
})
