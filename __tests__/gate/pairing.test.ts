import { expect, test } from 'vitest'
import { keyed } from '../keys.ts'
import { pairBenchmarks } from '../../src/gate/pairing.ts'
import type { Benchmark } from '../../src/model/evidence.ts'

/** Benchmarks of one name in one suite, by the hashes of their sources on each side, in order. */
function alike(base: readonly string[], head: readonly string[]): Benchmark[] {
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
  const paired = pairBenchmarks(alike(base, head), [])
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
  const [first, second] = alike(['x', 'x'], ['x'])
  const benchmarks = [{ ...first!, edit: { onBase: true, own: null } }, second!]
  expect(pairBenchmarks(benchmarks, [])).toEqual(benchmarks)
})
