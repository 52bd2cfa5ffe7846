import { describe, expect, test } from 'vitest'
import {
  lookUpStored,
  nearestThat,
  nearTo,
  type StoredRunsQuestion,
  systemOf,
} from '../../src/history/stored-runs.ts'
import type { Environment } from '../../src/model/assessment.ts'
import type { StoredRuns } from '../../src/model/baseline.ts'
import type { Run, StoredRun } from '../../src/model/stored-run.ts'
import { sampleRun, shaOf } from '../store/sample-run.ts'

const MAIN = 'refs/heads/main'
const stored = (name: number, more: Parameters<typeof sampleRun>[1] = {}): StoredRun => ({
  path: `run ${name}`,
  run: sampleRun(name, more),
})
/** Commit 9, then 8, and so on to 0. */
const ANCESTORS = Array.from({ length: 10 }, (_, i) => shaOf(`commit ${9 - i}`))
const QUESTION: StoredRunsQuestion = {
  branch: 'benchgate',
  sha: ANCESTORS[0]!,
  key: 'default',
  configDigest: '0123456789abcdef',
  refs: (ref) => ref === MAIN,
  series: [MAIN],
  now: new Date('2030-01-01T00:00:00Z'),
}

function lookUp(
  runs: StoredRun[],
  { ancestors = ANCESTORS, ...question }: Partial<StoredRunsQuestion> & { ancestors?: string[] } = {},
) {
  const branch = {
    read: async () => ({ tip: 'a tip', runs, warnings: ['odd'] }),
    ancestors: async () => ancestors,
  }
  return lookUpStored(branch, { ...QUESTION, ...question })
}

const nearest = async (...args: Parameters<typeof lookUp>) => (await lookUp(...args)).stored!.nearest

test('the run of base itself', async () => {
  const runs = [stored(9), stored(8)]
  expect(await lookUp(runs)).toEqual({
    stored: {
      branch: 'benchgate',
      runs,
      nearest: { run: runs[0], commitsBefore: 0 },
      older: [{ run: runs[1], commitsBefore: 1 }],
    },
    warnings: ['odd'],
  })
})

test('else that of the nearest ancestor, however new other runs are', async () => {
  const runs = [stored(20), stored(3), stored(7), stored(1)]
  expect(await nearest(runs)).toEqual({ run: runs[2], commitsBefore: 2 })
})

test('of two runs of one commit the newest', async () => {
  expect((await nearest([{ ...stored(7), path: 'newer' }, stored(7)]))?.run.path).toBe('newer')
})

const { run } = stored(9).run
test.each([
  ['no run is stored', [], {}],
  ['other settings', [stored(9, { config: 'ffffffffffffffff' })], {}],
  ['a branch that does not count', [stored(9, { ref: 'refs/heads/feature' })], {}],
  ['another key', [stored(9, { run: { ...run, key: 'nightly' } })], {}],
  ['a clock that was a year ahead', [stored(9, { run: { ...run, recordedAt: '2031-01-01T00:00:00Z' } })], {}],
  ['unknown ancestors', [stored(9)], { ancestors: [] }],
  ['no run of an ancestor', [stored(20)], {}],
])('none: %s', async (_, runs, question) => {
  expect(await nearest(runs, question)).toBeNull()
})

test('no branch yet', async () => {
  const branch = {
    read: async () => ({ tip: null, runs: [], warnings: ['gone'] }),
    ancestors: async () => [],
  }
  expect(await lookUpStored(branch, QUESTION)).toEqual({ stored: null, warnings: ['gone'] })
})

test('an imported run is never a baseline, even where it is of base and its digest is the same', async () => {
  const imported = stored(9, { imported: { from: 'bencher', by: [] } })
  expect(await nearest([imported])).toBeNull()
  const measured = stored(5)
  expect(await nearest([imported, measured])).toEqual({ run: measured, commitsBefore: 4 })
})

test('what a pull request measured is never a baseline, even where every ref is taken', async () => {
  const runs = [stored(9, { ref: 'refs/pull/7/merge' }), stored(8, { ref: 'fork:main' })]
  expect(await nearest(runs, { refs: () => true })).toBeNull()
})

test('the series is that of the first ref with a run, else of the nearest run', async () => {
  const [ofMain, ofV1] = [stored(8), stored(9, { ref: 'refs/heads/v1' })]
  const shown = async (...series: string[]) =>
    (await lookUp([ofMain, ofV1], { refs: () => true, series })).stored!.runs
  expect(await shown('refs/heads/v1', MAIN)).toEqual([ofV1])
  expect(await shown('refs/heads/v2', MAIN)).toEqual([ofMain])
  expect(await shown()).toEqual([ofV1])
})

describe('among several', () => {
  const on = (name: number, path: string, change: Partial<Run['environment']>): StoredRun => {
    const one = stored(name)
    return { path, run: { ...one.run, environment: { ...one.run.environment, ...change } } }
  }
  const LINUX = sampleRun(0).environment
  const here: Environment = {
    ...LINUX,
    cores: 4,
    os: 'Linux 6.11.0 x64',
    node: 'v24.21.0',
    mitata: '1',
    ci: true,
    loadAverage: 0,
  }
  const order = (held: StoredRuns | null) => [held?.nearest, ...held!.older].map((one) => one?.run.path)

  test('runs, those of the own system come first, then the nearest commit, its processor, its Node, the newest', async () => {
    const runs = [
      on(9, 'mac', { os: 'Darwin 25.0 arm64' }),
      on(9, 'arm', { os: 'Linux 6.8.0 arm64' }),
      on(8, 'newest', {}),
      on(8, 'other Node', { node: 'v22.18.0' }),
      on(8, 'other CPU', { cpu: 'another' }),
      on(8, 'first', {}),
      on(5, 'far', {}),
    ]
    const { stored: found } = await lookUp(runs)
    expect(order(found)).toEqual(runs.map(({ path }) => path))
    const held = nearTo(found, here)
    expect(order(held)).toEqual(['newest', 'first', 'other Node', 'other CPU', 'far', 'mac', 'arm'])
    expect(held!.runs.map(({ path }) => path)).not.toContain('mac')
    expect(nearTo(held, here)).toEqual(held)
  })

  test('that are all of another system, the nearest', async () => {
    const { stored: found } = await lookUp([on(5, 'far', { os: 'Darwin 25.0 arm64' })])
    expect(nearTo(found, here)).toEqual(found)
    expect(nearTo(null, here)).toBeNull()
  })

  test('the nearest that has what is asked for', async () => {
    const { stored: found } = await lookUp([stored(9), stored(7), stored(3)])
    const has = (name: number) => nearestThat(found, ({ commit }) => commit.sha === shaOf(`commit ${name}`))
    expect(has(9)).toEqual(found!.nearest)
    expect(has(3)).toMatchObject({ commitsBefore: 6 })
    expect(has(2)).toBeNull()
    expect(nearestThat(null, () => true)).toBeNull()
  })
})

test.each([
  ['Darwin 25.0 arm64', 'macOS arm64'],
  ['Windows_NT 10.0.26100 x64', 'Windows x64'],
  ['Linux 6.8.0 x64', 'Linux x64'],
  ['unknown', null],
  [null, null],
])('the system in %s is %s', (os, expected) => expect(systemOf({ os })).toBe(expected))
