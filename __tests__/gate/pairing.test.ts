import { describe, expect, it, test } from 'vitest'
import { budgetKeys, isRenamed, movedBenchmarks, pairBenchmarks } from '../../src/gate/pairing.ts'
import { keyText } from '../../src/model/benchmark.ts'
import type { Rename } from '../../src/model/config.ts'
import type { Benchmark } from '../../src/model/evidence.ts'

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
