import { expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'

test('a seed fixes the stream, on every machine', () => {
  const stream = (seed: string | number): number[] => {
    const random = createRandom(seed)
    return Array.from({ length: 5 }, () => random.integer(1000))
  }
  expect(stream('seed')).toEqual(stream('seed'))
  expect(stream('seed')).not.toEqual(stream('seeds'))
  expect(stream(7)).toEqual(stream('7'))
  expect(stream('benchgate')).toMatchInlineSnapshot(`
    [
      5,
      627,
      563,
      68,
      225,
    ]
  `)
})

test('uniform and normal numbers have their moments', () => {
  const random = createRandom('moments')
  const n = 100_000
  let sum = 0
  let squares = 0
  let uniform = 0
  for (let i = 0; i < n; i++) {
    const z = random.normal()
    sum += z
    squares += z * z
    uniform += random.uniform()
  }
  // Limits: five standard errors.
  expect(Math.abs(sum / n)).toBeLessThan(5 / Math.sqrt(n))
  expect(Math.abs(squares / n - 1)).toBeLessThan(5 * Math.sqrt(2 / n))
  expect(Math.abs(uniform / n - 0.5)).toBeLessThan(5 / Math.sqrt(12 * n))
})

test('every arrangement of a shuffle is equally likely', () => {
  const random = createRandom('shuffle')
  const counts = new Map<string, number>()
  const n = 24_000
  for (let i = 0; i < n; i++) {
    const key = random.shuffle(['a', 'b', 'c', 'd']).join('')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  const expected = n / 24
  let chiSquared = 0
  for (const count of counts.values()) chiSquared += (count - expected) ** 2 / expected
  // The .9999 quantile of chi squared with 23 degrees of freedom.
  expect(chiSquared).toBeLessThan(58.6)
})

test('a shuffle leaves its input alone', () => {
  const items = Object.freeze([1, 2, 3])
  expect(createRandom(1).shuffle(items).sort()).toEqual([1, 2, 3])
})
