import { expect, test } from 'vitest'
import { didYouMean, nearestNames } from '../../src/model/nearest-names.ts'

test.each<[string, string[], string | null]>([
  ['tiem', ['memory', 'time'], 'time'],
  ['Max Regression', ['max', 'max-regression'], 'max-regression'],
  // Nothing is near, and one contains the other.
  ['regress', ['time', 'max-regression'], 'max-regression'],
  ['ti', ['time'], null],
  ['', ['a'], null],
  ['elsewhere', ['main', 'develop'], null],
])('%j among %j', (word, candidates, meant) => {
  expect(didYouMean(word, candidates)).toBe(meant)
})

test('several, the nearest first', () => {
  expect(nearestNames('v1.2.0', ['main', 'v1.2.1', 'v1.2.0-rc', 'v1.20', 'v1.3.1'], 3)).toEqual([
    'v1.20',
    'v1.2.1',
  ])
})
