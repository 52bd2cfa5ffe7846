import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { runPath } from '../../src/store/paths.ts'
import { sampleRun } from '../store/sample-run.ts'
import { StoreStage } from '../store/stage.ts'

// Many writers in one process, each with a mirror of its own; what races is the real thing: git processes that fetch and push
// over HTTP, and git's locks on the host. The store is taken from its sources, not from dist.

const WRITERS = 20
const ZERO = '0'.repeat(40)

let stage: StoreStage
beforeEach(async () => {
  stage = await StoreStage.open()
})
afterEach(() => stage.close())

const runOf = (writer: number) => sampleRun(writer + 1)
const pathOf = (writer: number) => runPath(runOf(writer))
const all = (count: number) => Array.from({ length: count }, (_, i) => i)
const openAll = (count: number): Promise<Store[]> => Promise.all(all(count).map(() => stage.store()))

/** Every push that the host took: on top of what was there, one commit that adds one run (and the format, to a new branch). */
function expectOnlyAdditions(): void {
  const { repository } = stage
  for (const { before, after } of repository.updates()) {
    const parents = repository.git('rev-list', '--parents', '--max-count=1', after).split(' ').slice(1)
    expect(parents).toEqual(before === ZERO ? [] : [before])
    const changes = repository
      .git('diff-tree', '--root', '-r', '--no-commit-id', '--name-status', after)
      .split('\n')
    const added = changes.filter((line) => line !== 'A\tbenchgate.json' || before !== ZERO)
    expect(added).toHaveLength(1)
    expect(added[0]).toMatch(/^A\truns\/2026-11\//)
  }
}

const isBelow = (ancestor: string, commit: string): boolean =>
  stage.repository.git('rev-list', commit).split('\n').includes(ancestor)

test('20 writers at once on one branch: 20 files, none lost', async () => {
  await (await stage.store()).append(sampleRun('first'))
  const stores = await openAll(WRITERS)
  const done = await Promise.all(stores.map((store, i) => store.append(runOf(i))))
  const attempts = Math.max(...done.map((one) => one.attempts))
  expect(stage.files().filter((path) => path.startsWith('runs/'))).toHaveLength(WRITERS + 1)
  for (const i of all(WRITERS)) expect(stage.files()).toContain(pathOf(i))
  expect(done.flatMap(({ warnings }) => warnings)).toEqual([])
  expect(attempts, 'they were not at once').toBeGreaterThan(1)
  expect(stage.repository.updates()).toHaveLength(WRITERS + 1)
  expectOnlyAdditions()
  expect((await (await stage.store()).verify())!.faults).toEqual([])
})

test('the first push by 8 writers at once onto an empty repository', async () => {
  const stores = await openAll(8)
  const done = await Promise.all(stores.map((store, i) => store.append(runOf(i))))
  expect(stage.files().sort()).toEqual(['benchgate.json', ...all(8).map(pathOf)].sort())
  expect(done.flatMap(({ warnings }) => warnings)).toEqual([])
  expect(stage.repository.updates().filter(({ before }) => before === ZERO)).toHaveLength(1)
  expectOnlyAdditions()
  expect((await (await stage.store()).verify())!.faults).toEqual([])
})

/**
 * What can be promised while somebody deletes or rewrites the branch: no writer ever takes anything away, so a run is on the
 * branch in the end, or it was part of exactly what that somebody removed. Nobody can tell a writer that was done before. But each
 * that comes after, and had seen the branch before, names a commit that was removed. A run that came last before the removal may
 * have been seen by no other writer; git on the host still has it, as it has the rest.
 */
test('20 writers at once while the branch is force-pushed once and deleted once', async () => {
  const { repository, server } = stage
  const unrelated = stage.commitByHand(
    { 'runs/2026-11/20T080000Z-aaaaaaaaaaaa-1-1.json': '{}\n' },
    { parent: null },
  )
  repository.setBranch('benchgate', null)
  await (await stage.store()).append(sampleRun('first'))
  const stores = await openAll(WRITERS)
  // Each has seen the branch before anything happens to it.
  await Promise.all(stores.map((store) => store.read(0)))

  const removed: string[] = []
  server.beforeReceive = () => {
    const accepted = repository.updates().length
    if (removed.length === 0 && accepted >= 7) removed.push(repository.setBranch('benchgate', unrelated))
    else if (removed.length === 1 && accepted >= 14) removed.push(repository.setBranch('benchgate', null))
    return null
  }
  const done = await Promise.all(stores.map((store, i) => store.append(runOf(i))))
  const tip = stage.tip()!
  expect(removed).toHaveLength(2)
  expect(removed).not.toContain(ZERO)

  expectOnlyAdditions()
  const lost = done.filter(({ commit }) => !isBelow(commit, tip))
  for (const [i, { commit }] of done.entries()) {
    const holder = [tip, ...removed].find((one) => isBelow(commit, one))
    expect(holder, `the run of writer ${i} is nowhere`).toBeDefined()
    expect(stage.files(holder)).toContain(pathOf(i))
  }
  expect(lost.length).toBeGreaterThanOrEqual(12)
  expect(lost.length).toBeLessThan(WRITERS)

  for (const { commit, warnings } of done) {
    if (isBelow(commit, removed[0]!)) {
      expect(warnings, 'nothing had happened yet').toEqual([])
      continue
    }
    const named = warnings.join(' ').match(/\b[0-9a-f]{40}\b/g) ?? []
    expect(named.length, warnings.join(' ')).toBeGreaterThan(0)
    for (const sha of named) {
      expect(removed.some((one) => isBelow(sha, one))).toBe(true)
      expect(isBelow(sha, tip)).toBe(false)
    }
  }
})
