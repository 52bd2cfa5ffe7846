import { describe, expect, test } from 'vitest'
import { formerKey, isRenamed, movedBenchmarks, pairBenchmarks } from '../../src/gate/pairing.ts'
import type { Rename } from '../../src/model/config.ts'
import type { Benchmark } from '../../src/model/evidence.ts'
import { keyOf, keyed } from '../keys.ts'

/** A benchmark with the source of each side; null where a side lacks it. */
const listed = (
  name: string,
  base: string | null,
  head: string | null,
  { suite = 'a.ts', occurrence = 1 } = {},
): Benchmark => {
  const place = (hash: string | null) => (hash === null ? null : { file: null, line: null, hash })
  const sides = { base: place(base), head: place(head) }
  return { ...keyed(name, suite, occurrence), source: 'suite', metrics: [], ...sides, onBase: null }
}
const rename = (from: string, to: string, more: Partial<Rename> = {}): Rename => ({
  from,
  to,
  line: 1,
  ...more,
})

/** What each benchmark of head is compared with on base; null: nothing. */
const pairs = (benchmarks: readonly Benchmark[]) =>
  benchmarks.map(({ id, base, onBase }) => [
    id,
    base === null
      ? null
      : onBase === null
        ? 'itself'
        : `${onBase.suite} › ${onBase.name} #${onBase.occurrence}`,
  ])

describe('several benchmarks of one name in a suite', () => {
  const a = (occurrence: number, base: string | null, head: string | null) =>
    listed('a', base, head, { occurrence })

  test('are compared by their number where both sides have as many', () => {
    const known = [a(1, 'x', 'y'), a(2, 'y', 'x')]
    expect(pairBenchmarks(known, [])).toEqual(known)
  })

  test('are compared by their source where one was added in front', () => {
    const paired = pairBenchmarks([a(1, 'x', 'new'), a(2, 'y', 'x'), a(3, null, 'y')], [])
    expect(pairs(paired)).toEqual([
      ['a.ts › a', null],
      ['a.ts › a #2', 'a.ts › a #1'],
      ['a.ts › a #3', 'a.ts › a #2'],
    ])
  })

  test('of which one was removed: what is left of base gets a number behind those of head', () => {
    const paired = pairBenchmarks([a(1, 'x', 'y'), a(2, 'y', null)], [])
    expect(pairs(paired)).toEqual([
      ['a.ts › a', 'a.ts › a #2'],
      ['a.ts › a #2', 'a.ts › a #1'],
    ])
    expect(paired.map(({ head }) => head !== null)).toEqual([true, false])
  })

  test('are not compared where neither number nor source tells them apart', () => {
    const paired = pairBenchmarks([a(1, 'x', 'y'), a(2, null, 'z')], [])
    expect(pairs(paired.filter(({ head }) => head !== null))).toEqual([
      ['a.ts › a', null],
      ['a.ts › a #2', null],
    ])
  })
})

describe('renamed:', () => {
  const removed = listed('old', 'x', null)
  const added = listed('new', null, 'y')

  test('pairs a removed benchmark with a new one', () => {
    const paired = pairBenchmarks([removed, added, listed('same', 'z', 'z')], [rename('old', 'new')])
    expect(pairs(paired)).toEqual([
      ['a.ts › new', 'a.ts › old #1'],
      ['a.ts › same', 'itself'],
    ])
  })

  test('does not touch what head still has, nor what base had already', () => {
    const kept = [listed('old', 'x', 'x'), added]
    expect(pairBenchmarks(kept, [rename('old', 'new')])).toEqual(kept)
    const known = [removed, listed('new', 'y', 'y')]
    expect(pairBenchmarks(known, [rename('old', 'new')])).toEqual(known)
  })

  test('pairs all of a moved suite, each under its name and number', () => {
    const of = (suite: string, base: string | null, head: string | null) => [
      listed('a', base, head, { suite }),
      listed('a', base, head, { suite, occurrence: 2 }),
      listed('b', base, head, { suite }),
    ]
    const moved = rename('**', '**', { fromSuite: 'old.ts', toSuite: 'new.ts' })
    expect(pairs(pairBenchmarks([...of('old.ts', 'x', null), ...of('new.ts', null, 'x')], [moved]))).toEqual([
      ['new.ts › a', 'old.ts › a #1'],
      ['new.ts › a #2', 'old.ts › a #2'],
      ['new.ts › b', 'old.ts › b #1'],
    ])
    expect(isRenamed([moved], keyOf('a', 'old.ts'), keyOf('b', 'new.ts'))).toBe(false)
  })

  test('says what a benchmark was called before', () => {
    const entries = [rename('old', 'new'), rename('**', '**', { fromSuite: 'o.ts', toSuite: 'n.ts' })]
    expect(formerKey(entries, keyOf('new'))).toEqual(keyOf('old'))
    expect(formerKey(entries, keyOf('x', 'n.ts'))).toEqual(keyOf('x', 'o.ts'))
    expect(formerKey(entries, keyOf('x'))).toBeNull()
  })
})

describe('a new benchmark looks like a removed one', () => {
  const moved = (...benchmarks: Benchmark[]) =>
    [...movedBenchmarks(benchmarks, [])].map(([id, { from, isSure }]) => [id, from.id, isSure])

  test('surely by its name in another suite, and by its source', () => {
    expect(moved(listed('a', 'x', null), listed('a', null, 'y', { suite: 'b.ts' }))).toEqual([
      ['b.ts › a', 'a.ts › a', true],
    ])
    expect(moved(listed('plain/copy', 'x', null), listed('slow/other', null, 'x'))).toEqual([
      ['a.ts › slow/other', 'a.ts › plain/copy', true],
    ])
  })

  test('perhaps by the last part of its name', () => {
    expect(moved(listed('plain/copy', 'x', null), listed('slow/copy', null, 'y'))).toEqual([
      ['a.ts › slow/copy', 'a.ts › plain/copy', false],
    ])
  })

  test('not where it could be several', () => {
    expect(
      moved(listed('a/copy', 'x', null), listed('b/copy', 'y', null), listed('c/copy', null, 'z')),
    ).toEqual([])
  })
})
