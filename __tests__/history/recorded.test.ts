import { expect, test } from 'vitest'
import { recordedRuns } from '../../src/history/recorded.ts'
import { type Run, UNKNOWN_ENVIRONMENT } from '../../src/model/stored-run.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'

/** Oldest first. */
const recordedOf = (...runs: Run[]) =>
  recordedRuns(runs.toReversed().map((run, i) => ({ path: `${i}`, run })))

const benchmark = (suite: string, id: string, value: number, occurrence = 1) => ({
  id,
  suite,
  occurrence,
  metrics: [sampleMetric({ values: [value] })],
})
const run = (index: number, ...benchmarks: Run['benchmarks']) => sampleRun(index, { benchmarks })

const seriesIn = (recorded: ReturnType<typeof recordedOf>) =>
  recorded.series.map(({ suite, name, occurrence, at, value }) => [
    `${suite}/${name}#${occurrence}`,
    [...at],
    [...value],
  ])

test('a name that no run has twice is one benchmark in whatever suite', () => {
  const recorded = recordedOf(run(0, benchmark('old', 'a', 1)), run(1, benchmark('new', 'a', 2)))
  expect(seriesIn(recorded)).toEqual([['new/a#1', [0, 1], [1, 2]]])
  expect([...recorded.benchmarks]).toEqual([1, 1])
})

test('a name that a run has twice is told apart by its whole key', () => {
  const recorded = recordedOf(
    run(0, benchmark('s', 'a', 1)),
    run(1, benchmark('s', 'a', 2), benchmark('t', 'a', 3), benchmark('t', 'a', 4, 2)),
  )
  expect(seriesIn(recorded)).toEqual([
    ['s/a#1', [0, 1], [1, 2]],
    ['t/a#1', [1], [3]],
    ['t/a#2', [1], [4]],
  ])
})

test('the newest value of a commit stands where its oldest run does, and its machine is that of the newest', () => {
  const again = sampleRun(0, {
    run: { id: '2', attempt: 2, recordedAt: '2026-12-01T00:00:00Z', key: 'default' },
    environment: { ...sampleRun(0).environment, cpu: 'newer' },
    benchmarks: [benchmark('s', 'a', 9)],
  })
  const recorded = recordedOf(
    run(0, benchmark('s', 'a', 1), benchmark('s', 'b', 5)),
    run(1, benchmark('s', 'a', 2)),
    again,
  )
  expect(recorded.commits.map(({ subject, cpu }) => [subject, cpu])).toEqual([
    ['Change 0', 'newer'],
    ['Change 1', sampleRun(0).environment.cpu],
  ])
  expect(seriesIn(recorded)).toEqual([
    ['s/a#1', [0, 1], [9, 2]],
    ['s/b#1', [0], [5]],
  ])
})

test('what was imported counts for commits that were not measured, and defines no series that was', () => {
  const imported = (index: number) => ({
    ...sampleRun(index, { environment: UNKNOWN_ENVIRONMENT, imported: { from: 'bencher', by: [] } }),
    benchmarks: [
      {
        ...benchmark('t', 'a', 7),
        metrics: [sampleMetric({ values: [7], unit: 'count', better: 'higher' })],
      },
    ],
  })
  const recorded = recordedOf(run(0, benchmark('s', 'a', 1)), imported(0), imported(1))
  expect(seriesIn(recorded)).toEqual([['t/a#1', [0, 1], [1, 7]]])
  expect(recorded.series[0]).toMatchObject({ unit: 'ns', better: 'lower' })
  expect(recorded.commits.map(({ importedFrom }) => importedFrom)).toEqual([null, 'bencher'])
})

test('a commit stands after its parent, whichever job ended first, and names its pull request', () => {
  const runs = [0, 2, 1].map((index) => run(index, benchmark('s', 'a', index + 1)))
  runs[1]!.commit.subject = 'Merge pull request #7 from a/b'
  runs[2]!.commit.subject = 'Read faster (#412)'
  const recorded = recordedOf(...runs)
  expect(seriesIn(recorded)).toEqual([['s/a#1', [0, 1, 2], [1, 2, 3]]])
  expect(recorded.commits.map(({ pull }) => pull)).toEqual([null, 412, 7])
})

test('nothing recorded is an empty history, and a metric without values no series', () => {
  expect(recordedOf()).toMatchObject({ commits: [], series: [] })
  expect(
    recordedOf(run(0, { ...benchmark('s', 'a', 1), metrics: [sampleMetric({ values: [] })] })).series,
  ).toEqual([])
  expect(recordedOf(run(0, benchmark('s', 'a', 0))).series).toEqual([])
})
