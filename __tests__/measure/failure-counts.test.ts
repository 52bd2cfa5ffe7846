import { expect, test } from 'vitest'
import { FailureCounts } from '../../src/measure/failure-counts.ts'
import { mostTime } from '../../src/measure/session.ts'

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

test('the suite that took most of the time is named', () => {
  const counts = new FailureCounts()
  expect(mostTime(counts)).toEqual([])
  counts.noteProcess('a.bench.ts', 4_000, 100)
  counts.noteProcess('b.bench.ts', 6_000, 200)
  expect(mostTime(counts)).toEqual(['b.bench.ts took 6.0 s of it'])
  counts.noteProcess('a.bench.ts', 13_000, 100)
  expect(mostTime(counts)).toEqual(['a.bench.ts took 17 s of it'])
  expect(counts).toMatchObject({ processes: 3, msInBenchmarks: 400 })
})
