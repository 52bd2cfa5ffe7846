import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runPath } from '../../src/store/paths.ts'
import { renderRun } from '../../src/store/run-file.ts'
import { changeOf } from '../history/sample-history.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'
import { StoreStage } from '../store/stage.ts'
import { inProcess } from './in-process.ts'

let stage: StoreStage
let checkout: ScratchRepository
beforeAll(async () => {
  stage = await StoreStage.open()
  checkout = new ScratchRepository()
  // The bare repository itself, without the server before it.
  checkout.git('remote', 'add', 'origin', stage.repository.directory)
})
afterAll(async () => {
  checkout.remove()
  await stage.close()
})
beforeEach(() => {
  if (stage.tip() !== null) stage.repository.setBranch('benchgate', null)
})

const baseline = (...args: string[]) =>
  inProcess(['baseline', ...args], checkout.directory, { ...stage.environment(), NO_COLOR: '1' })
const short = (sha: string | null) => sha!.slice(0, 7)

/** Commits of which one is 30 % slower than all before. */
const RUNS = Array.from({ length: 40 }, (_, i) => {
  const metric = sampleMetric({ values: [i < 15 ? 1e6 : 1.3e6], change: changeOf(i === 15 ? 0.2624 : 0) })
  return sampleRun(i, { benchmarks: [{ id: 'a', suite: 'a.bench.ts', metrics: [metric] }] })
})

test('prune keeps the newest, releases and what lies around a change point, and verify finds no fault', async () => {
  stage.storeByHand(...RUNS)
  const release = checkout.commit('Release')
  checkout.git('tag', 'v1.0.0', release)
  checkout.git('push', '-q', 'origin', 'v1.0.0')
  const released = { ...RUNS[3]!, commit: { ...RUNS[3]!.commit, sha: release } }
  stage.storeByHand(released)
  const all = stage.files()
  const dry = await baseline('prune', '--keep', '10', '--dry-run')
  const kept =
    'benchgate of origin: 41 runs\n  kept: 10 of the newest 10 commits of each branch, 1 of releases, 3 around change points\n'
  expect(dry).toEqual({
    code: 0,
    stdout: `${kept}27 runs would be deleted, recorded 2026-11-20\nnothing was deleted (--dry-run)\n`,
    stderr: '',
  })
  expect(stage.files()).toEqual(all)

  const tip = stage.tip()
  const done = await baseline('prune', '--keep', '10', '--json', 'pruned.json')
  expect(done).toEqual({
    code: 0,
    stdout: `${kept}27 runs deleted, recorded 2026-11-20; the branch is at ${short(stage.tip())}\nthe history of the branch still holds them, at ${short(tip)}\n`,
    stderr: '',
  })
  const left = [14, 15, 16, ...Array.from({ length: 10 }, (_, i) => 30 + i)].map((index) => RUNS[index]!)
  expect(new Set(stage.files())).toEqual(new Set(['benchgate.json', ...[released, ...left].map(runPath)]))
  const data = JSON.parse(readFileSync(join(checkout.directory, 'pruned.json'), 'utf8')) as object
  expect(data).toMatchObject({
    before: tip,
    commit: stage.tip(),
    kept: { newest: 10, releases: 1, changePoints: 3 },
  })

  // Nothing shows the change point any more, and it stays.
  const again = await baseline('prune', '--keep', '5')
  expect(again.stdout).toContain(
    'kept: 5 of the newest 5 commits of each branch, 1 of releases, 3 around change points',
  )
  expect(stage.files()).toHaveLength(1 + 5 + 1 + 3)
  expect((await baseline('prune', '--keep', '5')).stdout).toMatch(/\nnothing to delete\n$/)

  const verified = await baseline('verify')
  expect(verified.code).toBe(0)
  expect(verified.stdout).toMatch(
    new RegExp(
      `^benchgate of origin, at ${short(stage.tip())}: 9 runs in 43 commits\ndeleted, which is no fault: 32 files\n  [0-9a-f]{12} deletes 5 files\n  [0-9a-f]{12} deletes 27 files\nnothing is wrong\n$`,
    ),
  )
})

test('runs of another key stay', async () => {
  const other = RUNS.slice(0, 3).map((run) => ({ ...run, run: { ...run.run, key: 'nightly' } }))
  stage.storeByHand(...RUNS.slice(0, 3), ...other)
  await baseline('prune', '--keep', '1')
  expect(new Set(stage.files())).toEqual(new Set(['benchgate.json', ...[...other, RUNS[2]!].map(runPath)]))
})

test('where a branch holds no run that is meant, prune and verify did nothing, and say so', async () => {
  stage.storeByHand(RUNS[0]!)
  expect(await baseline('prune', '--keep', '1', '--key', 'nightl', '--json', 'none.json')).toEqual({
    code: 3,
    stdout: '',
    stderr:
      'error: No run of the key "nightl" was found on the branch benchgate of origin\n\nName another --key or --branch.\n',
  })
  expect(existsSync(join(checkout.directory, 'none.json'))).toBe(false)
  const empty = checkout.git('commit-tree', '-m', 'Empty', checkout.git('mktree').trim()).trim()
  checkout.git('push', '-q', 'origin', `${empty}:refs/heads/empty`)
  expect(await baseline('verify', '--branch', 'empty')).toEqual({
    code: 3,
    stdout: '',
    stderr: 'error: No run was found on the branch empty of origin\n\nName another --branch.\n',
  })
})

test('verify fails for what was changed and for what cannot be read, and repair restores it', async () => {
  stage.storeByHand(...RUNS.slice(0, 3))
  const path = runPath(RUNS[1]!)
  const changed = stage.commitByHand({ [path]: 'no JSON' })
  const found = await baseline('verify')
  expect(found).toEqual({
    code: 1,
    stdout: `benchgate of origin, at ${short(changed)}: 2 runs in 4 commits\ncommits that do more than add or delete runs:\n  ${changed.slice(0, 12)} changes "${path}"\nfiles that cannot be read:\n  ${path} was left out: it is not JSON\n2 faults found\n`,
    stderr: '',
  })
  checkout.write({ 'run.json': renderRun(RUNS[1]!) })
  const before = stage.tip()
  expect(await baseline('repair', path, '--from', 'run.json', '--dry-run')).toEqual({
    code: 0,
    stdout: `would delete ${path}: it is not JSON\nwould add ${path} to benchgate of origin\nnothing was changed (--dry-run)\n`,
    stderr: '',
  })
  expect(stage.tip()).toBe(before)
  const repaired = await baseline('repair', path, '--from', 'run.json')
  expect(repaired).toEqual({
    code: 0,
    stdout: `deleted ${path}: it is not JSON\nadded ${path} to benchgate of origin, now at ${short(stage.tip())}\n`,
    stderr: '',
  })
  const data = await baseline('verify', '--json', '-')
  expect(data.code).toBe(1)
  expect(JSON.parse(data.stdout)).toMatchObject({
    schema: 1,
    ok: false,
    runs: 3,
    commits: 6,
    unreadable: [],
    faults: [`${changed.slice(0, 12)} changes "${path}"`],
    deleted: 1,
  })
})

test('repair adds the run of a push that failed, once', async () => {
  checkout.write({ 'run.json': renderRun(RUNS[0]!), 'run.zip': 'PK' })
  const added = await baseline('repair', '--from', 'run.json')
  expect(added.stdout).toBe(
    `added ${runPath(RUNS[0]!)} to benchgate of origin, now at ${short(stage.tip())}\n`,
  )
  expect((await baseline('repair', '--from', 'run.json')).stdout).toBe(
    `${runPath(RUNS[0]!)} is on benchgate of origin already\n`,
  )
  expect(await baseline('repair', '--from', 'run.zip')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'error: there is no run in run.zip: it is not JSON\n\nName the file that the output `run-file` of the action named; an archive has to be unpacked first.\n',
  })
})

test('export writes a run a line, newest first', async () => {
  const other = sampleRun(60, { ref: 'refs/heads/v1' })
  const hostile = sampleRun(50, { commit: { ...sampleRun(50).commit, subject: 'a\u202eb\n::error::' } })
  stage.storeByHand(...RUNS.slice(0, 3), hostile, other)
  const runsIn = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
  const done = await baseline('export', 'runs.ndjson')
  expect(done).toEqual({
    code: 0,
    stdout: `5 runs of 5 commits written from benchgate of origin, at ${short(stage.tip())}\n`,
    stderr: '',
  })
  const text = readFileSync(join(checkout.directory, 'runs.ndjson'), 'utf8')
  expect(runsIn(text)).toEqual([other, hostile, ...RUNS.slice(0, 3).toReversed()])
  expect(text).not.toContain('\u202e')
  const some = await baseline('export', '-', '--last', '2', '--ref', 'main')
  expect(runsIn(some.stdout)).toEqual([hostile, RUNS[2]])
  expect(some.stderr).toContain('2 runs of 2 commits written')
  expect(await baseline('export', 'runs.ndjson', '--key', 'other')).toEqual({
    code: 3,
    stdout: '',
    stderr: `error: No run of the key "other" was found on the branch benchgate of origin\n\nName another --ref, --key or --branch.\n`,
  })
  expect(readFileSync(join(checkout.directory, 'runs.ndjson'), 'utf8')).toBe(text)
})

test.each([
  ['verify', 'verify'],
  ['prune', 'prune', '--keep', '1'],
  ['export', 'export', 'none.ndjson'],
])('%s where nothing is recorded', async (_, ...args) => {
  const { code, stdout, stderr } = await baseline(...args)
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
  expect(stderr).toMatch(/^error: There is no branch benchgate on origin: nothing is recorded yet\n/)
  expect(existsSync(join(checkout.directory, 'none.ndjson'))).toBe(false)
  expect(readdirSync(checkout.directory).filter((name) => name.endsWith('.unfinished'))).toEqual([])
})
