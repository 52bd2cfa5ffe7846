import { expect, test } from 'vitest'
import { retention } from '../../src/history/retention.ts'
import type { Run } from '../../src/model/stored-run.ts'
import { runPath } from '../../src/store/paths.ts'
import { sampleRun, shaOf } from '../store/sample-run.ts'
import { changeOf, runWith } from './sample-history.ts'

const NOW = new Date('2026-12-01T00:00:00Z')
const choice = (runs: readonly Run[], more: Partial<Parameters<typeof retention>[0]> = {}) => {
  const { add, finish } = retention({
    keep: 10,
    releases: new Map(),
    keptBefore: new Set(),
    now: NOW,
    ...more,
  })
  for (const run of runs.toReversed()) add({ path: runPath(run), run })
  return finish()
}
const plain = (count: number) => Array.from({ length: count }, (_, i) => sampleRun(i))
const paths = (...indexes: number[]) => indexes.map((index) => runPath(sampleRun(index)))

test('the newest commits stay, and everything while there are no more', () => {
  expect(choice(plain(13))).toEqual({
    remove: paths(2, 1, 0),
    kept: { newest: 10, releases: 0, changePoints: 0 },
    around: [],
  })
  expect(choice(plain(10)).remove).toEqual([])
  expect(choice([]).remove).toEqual([])
})

test('releases stay, and what earlier prunes kept', () => {
  const releases = new Map([
    [shaOf('commit 1'), ['v1.0']],
    [shaOf('commit 12'), ['v2.0']],
  ])
  const keptBefore = new Set([shaOf('commit 0').slice(0, 12), 'f'.repeat(12)])
  expect(choice(plain(13), { releases, keptBefore })).toEqual({
    remove: paths(2),
    kept: { newest: 10, releases: 1, changePoints: 1 },
    around: [shaOf('commit 0')],
  })
})

test('commits of each ref are counted apart, and runs of one commit stay together', () => {
  const again = {
    ...sampleRun(0),
    run: { ...sampleRun(0).run, attempt: 2, recordedAt: '2026-11-21T00:00:00Z' },
  }
  const other = sampleRun(3, { ref: 'refs/heads/v1' })
  const { remove, kept } = choice([...plain(3), other, again], { keep: 1 })
  expect(remove).toEqual(paths(2, 1))
  // Both of commit 0, whose newest run is the newest of all.
  expect(kept.newest).toBe(3)
})

test.each([
  ['within one window', 200, 60],
  ['where a window ends', 1_300, 299],
  ['in the middle of many', 2_600, 1_400],
])('the commits around a change point stay: %s', (_, count, at) => {
  const runs = Array.from({ length: count }, (_, i) =>
    runWith(i, { values: [i < at ? 1e6 : 1.3e6], change: changeOf(i === at ? Math.log(1.3) : 0) }),
  )
  const { remove, kept, around } = choice(runs)
  const shas = [at - 1, at, at + 1].map((index) => shaOf(`commit ${index}`))
  expect(new Set(around)).toEqual(new Set(shas))
  expect(kept).toEqual({ newest: 10, releases: 0, changePoints: 3 })
  expect(remove).toHaveLength(count - 13)
})
