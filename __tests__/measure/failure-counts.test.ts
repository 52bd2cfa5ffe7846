import { expect, test } from 'vitest'
import { FailureCounts } from '../../src/measure/failure-counts.ts'

test('a failure is counted against all processes that ran the benchmark, also the later ones', () => {
  const counts = new FailureCounts()
  counts.noteStarts('head', ['a', 'b'])
  counts.noteFailure('head', 'a', 'the first message')
  counts.noteStarts('head', ['a'])
  counts.noteStarts('base', ['a'])
  counts.noteStarts('head', ['a'])
  counts.noteFailure('head', 'a', 'another')
  counts.noteStarts('head', ['a'])
  expect([...counts.failures.head]).toEqual([
    ['a', { message: 'the first message', processes: 2, of: 4, excluded: false }],
  ])
  expect(counts.failures.base.size).toBe(0)
})

test('what is excluded is excluded on its side', () => {
  const counts = new FailureCounts()
  counts.noteFailure('head', 'a', 'it threw')
  expect([counts.excluded, counts.isExcluded('head', 'a')]).toEqual([0, false])
  counts.exclude('head', 'a')
  counts.noteFailure('head', 'a', 'it threw')
  expect([counts.excluded, counts.isExcluded('head', 'a'), counts.isExcluded('base', 'a')]).toEqual([
    1,
    true,
    false,
  ])
})
