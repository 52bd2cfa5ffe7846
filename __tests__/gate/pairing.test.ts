import { describe, expect, it, test } from 'vitest'
import { budgetKeys, formerKey, isRenamed, movedBenchmarks, pairBenchmarks } from '../../src/gate/pairing.ts'
import { keyText } from '../../src/model/benchmark.ts'
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

type Hashes = Partial<Record<'base' | 'head', string>>

function benchmark(suite: string, name: string, occurrence: number, hashes: Hashes): Benchmark {
  const key = { suite, name, occurrence }
  const place = (hash: string | undefined) => (hash === undefined ? null : { file: suite, line: 1, hash })
  const [base, head] = [place(hashes.base), place(hashes.head)]
  return { id: keyText(key), ...key, source: 'suite', metrics: [], base, head, onBase: null }
}

/** Benchmarks of one name in one suite, with the hashes of their sources on each side. */
const alike = (base: string[], head: string[]) =>
  Array.from({ length: Math.max(base.length, head.length) }, (_, i) =>
    benchmark('a.bench.ts', 'parse', i + 1, {
      ...(base[i] !== undefined && { base: base[i] }),
      ...(head[i] !== undefined && { head: head[i] }),
    }),
  )

/** For each benchmark of head the number of the one on base that it is compared with; null: none. */
const pairsOf = (base: string[], head: string[]) =>
  pairBenchmarks(alike(base, head), [])
    .filter((one) => one.head !== null)
    .map((one) => (one.base === null ? null : (one.onBase ?? one).occurrence))

const MOVED: Rename = { from: '**', to: '**', fromSuite: 'a.bench.ts', toSuite: 'b.bench.ts', line: 3 }

describe('benchmarks of one name in one suite', () => {
  test('are paired by number where both sides have as many', () => {
    expect(pairsOf(['x', 'x'], ['x', 'x'])).toEqual([1, 2])
  })

  test('are paired by source where one was added or removed', () => {
    expect(pairsOf(['x', 'y', 'z'], ['y', 'z'])).toEqual([2, 3])
    expect(pairsOf(['y'], ['x', 'y'])).toEqual([null, 1])
  })

  test('are not paired where a source does not say which is which', () => {
    expect(pairsOf(['x', 'x', 'x'], ['x', 'x'])).toEqual([null, null])
    expect(pairsOf(['x', 'x', 'y'], ['x', 'y'])).toEqual([null, 3])
  })

  it('keeps those that only base has, with numbers of their own', () => {
    const left = pairBenchmarks(alike(['x', 'x', 'y'], ['x', 'y']), []).filter(({ head }) => head === null)
    expect(left.map(({ id, onBase }) => [id, onBase!.occurrence])).toEqual([
      ['a.bench.ts › parse #3', 1],
      ['a.bench.ts › parse #4', 2],
    ])
  })
})

describe('an entry of `renamed:` for a whole suite', () => {
  const [from, to] = [benchmark('a.bench.ts', 'parse', 1, { base: 'x' }), MOVED.toSuite!]

  it('pairs equal names', () => {
    const moved = benchmark(to, 'parse', 1, { head: 'x' })
    expect(pairBenchmarks([from, moved], [MOVED])).toEqual([
      { ...moved, base: from.base, onBase: { suite: 'a.bench.ts', name: 'parse', occurrence: 1 } },
    ])
  })

  it('says nothing of other names, so that what is gone stays gone', () => {
    const other = {
      ...benchmark(to, 'print', 1, { base: 'y', head: 'y' }),
      edit: { onBase: false, own: null },
    }
    expect(isRenamed([MOVED], from, other)).toBe(false)
    expect([...movedBenchmarks([from, other], [MOVED])]).toEqual([])
  })
})

describe('the budget of a renamed benchmark', () => {
  const old = benchmark('a.bench.ts', 'parse', 1, { base: 'x' })
  const rename: Rename = { from: 'parse', to: 'read', line: 3 }
  const renamed = { ...benchmark('a.bench.ts', 'read', 1, { base: 'x', head: 'x' }), onBase: old }
  const fromHead = {
    ...benchmark('a.bench.ts', 'read', 1, { base: 'x', head: 'x' }),
    edit: { onBase: false, own: null },
  }

  it('is that of its old name where the change renames it', () => {
    const added = [{ ...rename, added: true }]
    expect(budgetKeys([renamed], added)(renamed).name).toBe('parse')
    expect(budgetKeys([old, fromHead], added)(fromHead).name).toBe('parse')
  })

  it('is its own where the file that judges renamed it before, or nothing was renamed', () => {
    expect(budgetKeys([renamed], [rename])(renamed).name).toBe('read')
    expect(budgetKeys([fromHead], [{ ...rename, added: true }])(fromHead).name).toBe('read')
  })
})

/** Benchmarks of one name in one suite, by the hashes of their sources on each side, in order. */
function sourcesOf(base: readonly string[], head: readonly string[]): Benchmark[] {
  const at = (hash: string | undefined) => (hash === undefined ? null : { file: null, line: null, hash })
  return Array.from({ length: Math.max(base.length, head.length) }, (_, i) => ({
    ...keyed('a', 's', i + 1),
    source: 'suite',
    metrics: [],
    base: at(base[i]),
    head: at(head[i]),
    onBase: null,
  }))
}

test.each([
  ['as many: by their order', ['x', 'y'], ['y', 'x'], [1, 2]],
  ['one more before it: by source', ['x'], ['y', 'x'], [null, 1]],
  ['one more behind it: by source', ['x'], ['x', 'y'], [1, null]],
  ['one less: by source', ['x', 'y'], ['y'], [2]],
  ['two of one source on each side: by their order', ['x', 'x', 'y'], ['x', 'x'], [1, 2]],
  ['another number of one source: not at all', ['x'], ['x', 'x'], [null, null]],
  ['one of two of one source is gone: not at all', ['x', 'x'], ['x'], [null]],
  ['no source: not at all', [''], ['', ''], [null, null]],
])('of one name, %s', (_, base, head, expected) => {
  const paired = pairBenchmarks(sourcesOf(base, head), [])
  const onHead = paired.filter((one) => one.head !== null)
  expect(
    onHead.map((one) => (one.base === null ? null : (one.onBase?.occurrence ?? one.occurrence))),
  ).toEqual(expected)
  // What base has besides is removed, under a number that nothing on head has.
  const left = paired.filter((one) => one.head === null)
  expect(left).toHaveLength(base.length - expected.filter((one) => one !== null).length)
  expect(new Set(paired.map(({ id }) => id)).size).toBe(paired.length)
})

test('where head’s suite runs on both sides, what only base’s own has changes no pair', () => {
  const [first, second] = sourcesOf(['x', 'x'], ['x'])
  const benchmarks = [{ ...first!, edit: { onBase: true, own: null } }, second!]
  expect(pairBenchmarks(benchmarks, [])).toEqual(benchmarks)
})
