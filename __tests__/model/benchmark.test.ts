import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BenchmarkKey, keyText, nextOccurrence, soleNames } from '../../src/model/benchmark.ts'
import { keyOf } from '../keys.ts'

test.each<[BenchmarkKey, string]>([
  [keyOf('parse/small', 'bench/a.ts'), 'bench/a.ts › parse/small'],
  [keyOf('noop', 'a.ts', 2), 'a.ts › noop #2'],
  // A name that ends like a number gets one, so that it is not taken for the second of another.
  [keyOf('noop #2', 'a.ts'), 'a.ts › noop #2 #1'],
  [keyOf('b', 'x › y.ts'), 'x ›› y.ts › b'],
])('%j as text: %s', (key, text) => {
  expect(keyText(key)).toBe(text)
})

test('two keys never have one text', () => {
  const part = fc
    .array(fc.constantFrom('a', ' ', '›', ' › ', '#', ' #1', ' #2', '2'), { maxLength: 4 })
    .map((parts) => parts.join(''))
  const key = fc.record({ suite: part, name: part, occurrence: fc.integer({ min: 1, max: 3 }) })
  fc.assert(
    fc.property(key, key, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other)
      expect(keyText(one) === keyText(other)).toBe(isSame)
    }),
    { numRuns: 5000 },
  )
})

test('occurrences are counted from 1, name by name', () => {
  const counts = new Map<string, number>()
  const names = ['a', 'b', 'a', '__proto__', 'a']
  expect(names.map((name) => nextOccurrence(counts, name))).toEqual([1, 1, 2, 1, 3])
})

test('a name is sole where no other benchmark has it, in whatever suite', () => {
  const keys = [keyOf('a', 's'), keyOf('a', 't'), keyOf('b', 's')]
  expect(keys.map(soleNames(keys))).toEqual([false, false, true])
})
