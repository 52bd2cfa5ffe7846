import { expect, test } from 'vitest'
import { hasClaims, statementOn, suitesFromHead, type Touched } from '../../src/action/edit-claims.ts'
import type { Benchmark, Evidence } from '../../src/model/evidence.ts'

const place = { file: null, line: null, hash: '' }
const benchmark = (suite: string, change: Partial<Benchmark> = {}): Benchmark =>
  ({ suite, source: 'suite', base: place, head: place, ...change }) as Benchmark

const evidence = (...benchmarks: Benchmark[]) => ({ survey: { benchmarks } }) as unknown as Evidence
const edited = evidence(
  benchmark('bench/a.mjs', { edit: { onBase: true, own: null } }),
  benchmark('bench/b.mjs', { edit: { onBase: false, own: null } }),
  benchmark('bench/c.mjs', { edit: { onBase: true, own: 'it fails' } }),
  benchmark('bench/d.mjs'),
)

/** What is said of each benchmark where these files are touched; new ones begin with `+`. */
function said(
  of: 'doubtOf' | 'refutationOf',
  from: Evidence,
  files: string[],
  suiteFiles: string[] = [],
): [string, string][] {
  const touched: Touched = new Map(
    files.map((path) => [path.replace('+', ''), path.startsWith('+') ? 'new' : 'edited']),
  )
  const statement = statementOn(from, touched, { suiteFiles })
  return from.survey.benchmarks.flatMap((one) => {
    const found = statement[of](one)
    return found === null ? [] : [[one.suite, found.code]]
  })
}

test('a suite is from head where the pull request touches it, else that is false', () => {
  const failed = (files: string[], suiteFiles?: string[]) =>
    said('refutationOf', edited, files, suiteFiles).map(([suite]) => suite)
  expect(suitesFromHead(edited)).toEqual(new Set(['bench/a.mjs', 'bench/b.mjs']))
  expect(failed(['bench/a.mjs', 'bench/b.mjs', 'src/x.js'])).toEqual([])
  expect(failed(['bench/b.mjs'])).toEqual(['bench/a.mjs'])
  expect(failed([])).toEqual(['bench/a.mjs', 'bench/b.mjs'])
  // A file that belongs to the suites stands for all of them.
  expect(failed(['bench/data/x.json'], ['./bench/data/**'])).toEqual([])
  expect(failed(['bench/other/x.json'], ['./bench/data/**'])).toHaveLength(2)
})

test('a benchmark is new or removed where the pull request touches its suite, else that is doubted', () => {
  const fresh = benchmark('a', { base: null })
  const gone = benchmark('a', { head: null })
  const doubts = (from: Evidence, files: string[], suiteFiles?: string[]) =>
    said('doubtOf', from, files, suiteFiles).map(([, code]) => code)
  expect(doubts(evidence(fresh, gone, benchmark('a')), ['a'])).toEqual([])
  expect(doubts(evidence(fresh, gone, benchmark('a')), ['b'])).toEqual([
    'new-in-untouched-suite',
    'gone-from-untouched-suite',
  ])
  expect(doubts(evidence(fresh, gone), [], ['data/**'])).toHaveLength(2)
  expect(doubts(evidence(fresh, gone), ['data/x'], ['data/**'])).toEqual([])
  // The suite is there on base, and not one of its benchmarks would be.
  expect(doubts(evidence(fresh), ['a'])).toEqual(['new-in-suite-of-base'])
  expect(doubts(evidence(fresh), ['+a'])).toEqual([])
  // Of commands nothing is known: they are lines, and no files.
  expect(doubts(evidence({ ...fresh, source: 'command' }), [])).toEqual([])
  const unchanged = evidence(benchmark('a'), { ...fresh, source: 'command' })
  expect([evidence(fresh), edited, unchanged].map(hasClaims)).toEqual([true, true, false])
})
