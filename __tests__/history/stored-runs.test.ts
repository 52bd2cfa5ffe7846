import { expect, test } from 'vitest'
import { nearestBaseline } from '../../src/history/stored-runs.ts'
import type { StoredRun } from '../../src/model/run.ts'
import { sampleRun, shaOf } from '../store/sample-run.ts'

const DIGEST = '0123456789abcdef'
const refs = (ref: string) => ref === 'refs/heads/main'
const stored = (name: number, more: Parameters<typeof sampleRun>[1] = {}): StoredRun => ({
  path: `run ${name}`,
  run: sampleRun(name, more),
})
/** Commit 9, then 8, and so on to 0. */
const ancestors = Array.from({ length: 10 }, (_, i) => shaOf(`commit ${9 - i}`))

test('the run of base itself', () => {
  const runs = [stored(9), stored(8)]
  expect(nearestBaseline({ runs, ancestors, configDigest: DIGEST, refs })).toEqual({
    nearest: { run: runs[0], commitsBefore: 0 },
    why: null,
  })
})

test('else that of the nearest ancestor, however new other runs are', () => {
  const runs = [stored(20), stored(3), stored(7), stored(1)]
  expect(nearestBaseline({ runs, ancestors, configDigest: DIGEST, refs }).nearest).toEqual({
    run: runs[2],
    commitsBefore: 2,
  })
})

test('of two runs of one commit the newest', () => {
  const runs = [{ ...stored(7), path: 'newer' }, stored(7)]
  expect(nearestBaseline({ runs, ancestors, configDigest: DIGEST, refs }).nearest?.run.path).toBe('newer')
})

test.each([
  ['no run is stored', { runs: [] }],
  ['with other settings', { runs: [stored(9, { config: 'ffffffffffffffff' })] }],
  ['of a branch that counts', { runs: [stored(9, { ref: 'refs/heads/feature' })] }],
  ['the commits before base are not known', { runs: [stored(9)], ancestors: [] }],
  ['none of the 10 newest commits', { runs: [stored(20)] }],
])('none, and why: %s', (why, question) => {
  const found = nearestBaseline({ ancestors, configDigest: DIGEST, refs, ...question })
  expect(found.nearest).toBeNull()
  expect(found.why).toContain(why)
})

test('an imported run is never a baseline, even where it is of base and its digest is the same', () => {
  const imported = stored(9, { imported: { from: 'bencher', by: [] } })
  const question = { ancestors, configDigest: DIGEST, refs }
  expect(nearestBaseline({ runs: [imported], ...question })).toEqual({
    nearest: null,
    why: 'all stored runs were imported from another tool',
  })
  const measured = stored(5)
  expect(nearestBaseline({ runs: [imported, measured], ...question }).nearest).toEqual({
    run: measured,
    commitsBefore: 4,
  })
})

test('what a pull request measured is never a baseline, even where every ref is taken', () => {
  const runs = [stored(9, { ref: 'refs/pull/7/merge' }), stored(8, { ref: 'fork:main' })]
  expect(nearestBaseline({ runs, ancestors, configDigest: DIGEST, refs: () => true }).nearest).toBeNull()
})
