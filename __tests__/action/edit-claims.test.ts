import { expect, test } from 'vitest'
import { heldToFiles, suitesFromHead } from '../../src/action/edit-claims.ts'
import type { Evidence } from '../../src/model/evidence.ts'

const benchmark = (suite: string, edit?: { onBase: boolean; own: string | null }) => ({ suite, edit })

const evidence = {
  survey: {
    benchmarks: [
      benchmark('bench/a.mjs', { onBase: true, own: null }),
      benchmark('bench/b.mjs', { onBase: false, own: null }),
      benchmark('bench/c.mjs', { onBase: true, own: 'it fails' }),
      benchmark('bench/d.mjs'),
    ],
    failures: [],
  },
} as unknown as Evidence

const failed = (touched: string[], suiteFiles: string[] = []) =>
  heldToFiles(evidence, new Map(touched.map((path) => [path, 'edited'])), { suiteFiles }).survey.failures.map(
    ({ suite, side }) => [suite, side],
  )

test('a suite is from head where the pull request touches it, else it has failed on head', () => {
  expect(suitesFromHead(evidence)).toEqual(new Set(['bench/a.mjs', 'bench/b.mjs']))
  expect(failed(['bench/a.mjs', 'bench/b.mjs', 'src/x.js'])).toEqual([])
  expect(failed(['bench/b.mjs'])).toEqual([['bench/a.mjs', 'head']])
  expect(failed([])).toEqual([
    ['bench/a.mjs', 'head'],
    ['bench/b.mjs', 'head'],
  ])
})

test('a file that belongs to the suites stands for all of them', () => {
  expect(failed(['bench/data/x.json'], ['./bench/data/**'])).toEqual([])
  expect(failed(['bench/other/x.json'], ['./bench/data/**'])).toHaveLength(2)
})
