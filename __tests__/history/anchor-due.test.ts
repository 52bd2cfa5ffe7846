import { expect, test } from 'vitest'
import { anchorFacts, isAnchorDue } from '../../src/history/anchor-due.ts'
import { type Run, runSchema } from '../../src/model/stored-run.ts'
import { sampleRun, shaOf } from '../store/sample-run.ts'

const anchor = { anchor: { sha: shaOf('release'), name: 'v1.0.0' } }

/** Whether commit 9 is due, of runs oldest first, as they are read again. */
const due = (runs: readonly Run[], every: number): boolean =>
  isAnchorDue(
    runs.toReversed().map((run) => anchorFacts(runSchema.parse(JSON.parse(JSON.stringify(run))))),
    { ref: 'refs/heads/main', sha: shaOf('commit 9'), every },
  )

test('the first is due, and then each n-th commit after one that was measured', () => {
  expect(due([], 20)).toBe(true)
  expect(due([sampleRun(1), sampleRun(2)], 20)).toBe(true)
  const runs = [sampleRun(5), sampleRun(6, anchor), sampleRun(7), sampleRun(8)]
  expect([1, 2, 3, 4, 20].map((every) => due(runs, every))).toEqual([true, true, true, false, false])
})

test('a commit counts once, and neither other branches nor imported runs count', () => {
  const imported = { from: 'bencher', by: [] }
  const others = [
    sampleRun(7),
    sampleRun(7),
    sampleRun(8, { ref: 'refs/heads/release/1', ...anchor }),
    sampleRun(3, { imported }),
    sampleRun(9),
  ]
  expect(due(others, 2)).toBe(true)
  expect(due([sampleRun(6, anchor), ...others], 3)).toBe(false)
  expect(due([sampleRun(6, anchor), ...others], 2)).toBe(true)
})

test('a commit that was measured against a release is not due again', () => {
  expect(due([sampleRun(9, anchor)], 1)).toBe(false)
})
