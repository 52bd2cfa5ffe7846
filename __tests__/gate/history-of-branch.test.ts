import { expect, test } from 'vitest'
import { parseConfig } from '../../src/config/parse.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { historyOfBranch, type HistoryQuestion } from '../../src/gate/history-of-branch.ts'
import type { Config } from '../../src/model/config.ts'
import type { Run } from '../../src/model/stored-run.ts'
import { runPath } from '../../src/store/paths.ts'
import { changeOf } from '../history/sample-history.ts'
import { sampleMetric, sampleRun, shaOf } from '../store/sample-run.ts'

/** The runs as a branch hands them out: newest first. */
const source = (runs: readonly Run[], releases: ReadonlyMap<string, readonly string[]> = new Map()) => ({
  scan: (selection: { limit: number; key: string }, visit: (stored: { path: string; run: Run }) => void) => {
    expect(selection.key).toBe('default')
    for (const run of runs.toReversed().slice(0, selection.limit)) visit({ path: runPath(run), run })
    return Promise.resolve({ tip: 'tip', warnings: ['of the branch'] })
  },
  releases: () => Promise.resolve(releases),
})
const question = (more: Partial<HistoryQuestion> = {}): HistoryQuestion => ({
  key: 'default',
  ref: null,
  last: 100,
  config: DEFAULT_CONFIG,
  now: new Date('2026-12-01T12:00:00Z'),
  ...more,
})
const subjects = (history: { commits: readonly { subject: string }[] }) =>
  history.commits.map(({ subject }) => subject)
const runs = (count: number, more: Partial<Run> = {}, from = 0) =>
  Array.from({ length: count }, (_, i) => sampleRun(from + i, more))

test('the newest commits of the ref with the most runs, with its releases', async () => {
  const of = source(
    [...runs(5), ...runs(2, { ref: 'refs/heads/v1' }, 5)],
    new Map([[shaOf('commit 4'), ['v2.0']]]),
  )
  const { history, limitsOf: _, ...about } = await historyOfBranch(of, question({ last: 3 }))
  expect(about).toEqual({ tip: 'tip', otherRefs: ['refs/heads/v1'], warnings: ['of the branch'] })
  expect(history.ref).toBe('refs/heads/main')
  expect(subjects(history)).toEqual(['Change 2', 'Change 3', 'Change 4'])
  expect(history.commits.map(({ releases }) => releases)).toEqual([[], [], ['v2.0']])
})

test('the ref that is asked for', async () => {
  const of = source([...runs(5), ...runs(2, { ref: 'refs/heads/v1' }, 5)])
  const { history, otherRefs } = await historyOfBranch(of, question({ ref: 'refs/heads/v1' }))
  expect(subjects(history)).toEqual(['Change 5', 'Change 6'])
  expect(otherRefs).toEqual(['refs/heads/main'])
})

test('names that each run has anew are left out beyond a bound, with a warning', async () => {
  const named = (run: Run, at: number): Run => ({
    ...run,
    benchmarks: ['a', 'b'].map((id) => ({ id: `${id} of ${at}`, suite: 's', metrics: [sampleMetric({})] })),
  })
  const of = (count: number, left: number) =>
    historyOfBranch(source(runs(count).map(named)), question(), { left, isFull: false })
  expect((await of(2, 4)).warnings).toEqual(['of the branch'])
  const { history, warnings } = await of(3, 4)
  expect(history.trends.map(({ name }) => name)).toEqual(['a of 2', 'b of 2', 'a of 1', 'b of 1'])
  expect(warnings).toEqual([
    'of the branch',
    'More than 50000 benchmarks and metrics are recorded; those that only older runs have are left out.',
  ])
})

test('several runs of one commit are one of the newest', async () => {
  const again = runs(3).map((run) => ({ ...run, run: { ...run.run, attempt: 2 } }))
  const { history } = await historyOfBranch(source([...runs(3), ...again]), question({ last: 3 }))
  expect(subjects(history)).toEqual(['Change 0', 'Change 1', 'Change 2'])
})

test.each([
  ['nothing is recorded', []],
  ['nothing of that ref', runs(2)],
])('an empty history: %s', async (_, of) => {
  const { history } = await historyOfBranch(source(of), question({ ref: 'refs/heads/none' }))
  expect(history).toMatchObject({ commits: [], trends: [], events: [] })
})

const configOf = (text: string): Config => {
  const parsed = parseConfig(`version: 1\n${text}`, 'benchgate.yml')
  if ('config' in parsed) return parsed.config
  throw new Error(JSON.stringify(parsed.problems))
}

test('the waivers of the config, as long as they last', async () => {
  const slower = Array.from({ length: 30 }, (_, i) => {
    const log = i === 15 ? 0.2 : 0
    const metric = sampleMetric({ values: [i < 15 ? 1e6 : 1.22e6], change: changeOf(log) })
    return sampleRun(i, { benchmarks: [{ id: 'a', suite: 'a.bench.ts', metrics: [metric] }] })
  })
  const config = configOf(
    'accepted:\n  - { match: a, metric: time, up-to: 30%, reason: Safer, until: 2026-12-01 }\n',
  )
  const acceptedOn = async (day: string) => {
    const { history } = await historyOfBranch(source(slower), question({ config, now: new Date(day) }))
    return history.trends.flatMap(({ steps }) => steps.map(({ accepted }) => accepted))
  }
  expect(await acceptedOn('2026-12-01T23:00:00Z')).toEqual(['Safer'])
  expect(await acceptedOn('2026-12-02T01:00:00Z')).toEqual([null])
})
