import { describe, expect, test } from 'vitest'
import { FailureCounts } from '../../src/measure/failure-counts.ts'
import {
  afterSecondChance,
  isBrokenBySplitting,
  noteOutcome,
  untilGood,
  withoutExcluded,
} from '../../src/measure/retry-policy.ts'

/** What a process said: which benchmarks have a result, what others threw, and which one ended it. */
const ended = (o: { results?: string[]; errors?: Record<string, string>; by?: string | null }) => ({
  results: new Map((o.results ?? []).map((id) => [id, {}])),
  errors: new Map(Object.entries(o.errors ?? {})),
  death: o.by === undefined ? null : { running: o.by, message: 'was killed' },
})

const messages = (counts: FailureCounts) =>
  Object.fromEntries([...counts.failures.head].map(([id, { message }]) => [id, message]))

describe('an attempt', () => {
  const attempts = async (draws: number, outcomes: string[], exclusionsBy: Record<number, number> = {}) => {
    const counts = { excluded: 0 }
    const seen: (string | null)[] = []
    const attempt = async (last: string | null) => {
      seen.push(last)
      counts.excluded += exclusionsBy[seen.length] ?? 0
      const outcome = outcomes[seen.length - 1] ?? 'bad'
      return { outcome, again: outcome !== 'good' }
    }
    const outcome = await untilGood(draws, counts, attempt)
    return { outcome, seen }
  }

  test('that went well is the last', async () => {
    expect(await attempts(4, ['bad 1', 'good'])).toEqual({ outcome: 'good', seen: [null, 'bad 1'] })
  })

  test('is repeated as often as there are draws, and the last outcome stays', async () => {
    const { outcome, seen } = await attempts(2, ['bad 1', 'bad 2', 'good'])
    expect([outcome, seen.length]).toEqual(['bad 2', 2])
  })

  test('that led to an exclusion is free', async () => {
    const { outcome, seen } = await attempts(2, ['bad', 'bad', 'bad', 'good'], { 1: 1, 2: 2 })
    expect([outcome, seen.length]).toEqual(['good', 4])
  })
})

describe('after a process', () => {
  test('what threw has failed, and so has what never registered', () => {
    const counts = new FailureCounts()
    noteOutcome(counts, 'head', ended({ results: ['a'], errors: { b: 'oh no' } }), ['a', 'b', 'c'])
    expect(messages(counts)).toEqual({ b: 'oh no', c: 'it was listed and then not registered' })
    expect(counts.excluded).toBe(0)
  })

  test('that died, the benchmark that ran has failed, and those behind it have not', () => {
    const counts = new FailureCounts()
    noteOutcome(counts, 'head', ended({ results: ['a'], by: 'b' }), ['a', 'b', 'c'])
    expect(messages(counts)).toEqual({ b: 'was killed' })
  })

  test('that died of what a benchmark threw, its own words count', () => {
    const counts = new FailureCounts()
    noteOutcome(counts, 'head', ended({ errors: { b: 'rejected' }, by: 'b' }), ['a', 'b'])
    expect(messages(counts)).toEqual({ b: 'rejected' })
  })

  test('that died outside any benchmark, none has failed', () => {
    const counts = new FailureCounts()
    for (let i = 0; i < 3; i++) noteOutcome(counts, 'head', ended({ by: null }), ['a'])
    expect(messages(counts)).toEqual({})
  })

  test('what ended its process twice on one side is excluded there', () => {
    const counts = new FailureCounts()
    const outcome = ended({ by: 'a' })
    noteOutcome(counts, 'head', outcome, ['a'])
    noteOutcome(counts, 'base', outcome, ['a'])
    expect(counts.excluded).toBe(0)
    noteOutcome(counts, 'head', outcome, ['a'])
    expect([counts.isExcluded('head', 'a'), counts.isExcluded('base', 'a')]).toEqual([true, false])
  })
})

test('what one side excludes is left out of both, and of head where only head has it', () => {
  const counts = new FailureCounts()
  for (const [side, id] of [
    ['base', 'a'],
    ['head', 'b'],
    ['base', 'new'],
  ] as const) {
    counts.noteFailure(side, id, 'it threw')
    counts.exclude(side, id)
  }
  const ids = { base: ['a', 'b', 'c'], head: ['a', 'b', 'c', 'new'] }
  expect(withoutExcluded(counts, ids)).toEqual({ base: ['c'], head: ['c', 'new'] })
})

describe('a second chance', () => {
  test('excludes what throws again', () => {
    const again = new Map([['a', {}]])
    expect(afterSecondChance(['a', 'b'], again, false)).toEqual({ excluded: ['b'], indivisible: false })
  })

  test('excludes everything where no process lived', () => {
    expect(afterSecondChance(['a'], undefined, true)).toEqual({ excluded: ['a'], indivisible: false })
  })

  test('shows what depends on a neighbour that had been left out', () => {
    const again = new Map([['a', {}]])
    expect(afterSecondChance(['a'], again, true)).toEqual({ excluded: [], indivisible: true })
  })
})

describe('splitting breaks a suite', () => {
  const everything = { base: ['a', 'b'], head: ['a', 'b'] }
  const part = { base: ['a'], head: ['a'] }
  const throwing = ended({ errors: { a: 'needs b' } })
  const fine = ended({ results: ['a'] })

  test.each([
    ['where a benchmark that ran before fails in every process', [throwing, throwing], part, true, true],
    ['unless one process went well', [throwing, fine], part, true, false],
    ['unless it had never run', [throwing, throwing], part, false, false],
    ['unless nothing was left out', [throwing, throwing], everything, true, false],
  ])('%s', (_, processes, ids, hasRun, broken) => {
    expect(isBrokenBySplitting(processes, ids, everything, () => hasRun)).toBe(broken)
  })
})
