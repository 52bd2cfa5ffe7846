import { expect, test } from 'vitest'
import { sought } from '../keys.ts'
import { seriesOf } from '../../src/history/series.ts'
import { benchmarkHistory, metricOfTrends } from '../../src/history/table.ts'
import type { BenchmarkKey } from '../../src/model/benchmark.ts'
import { type Run, type StoredRun, UNKNOWN_ENVIRONMENT } from '../../src/model/stored-run.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'
import { historyFrom } from './sample-history.ts'

const stored = (run: Run): StoredRun => ({ path: `runs/${run.run.recordedAt}-${run.run.attempt}`, run })

/** What `history --json` lists of the benchmarks of some runs, newest first. */
function historyTable(
  runs: readonly StoredRun[],
  o: { matches: (key: BenchmarkKey) => boolean; metric: string; last: number },
) {
  const history = historyFrom(runs.map(({ run }) => run).toReversed())
  return history.trends
    .filter((trend) => o.matches(trend) && trend.metric === o.metric)
    .map((trend) => benchmarkHistory(history, trend, o.last))
}

/** Newest first, as a store gives them. */
const runsOf = (...values: number[]): StoredRun[] =>
  values
    .map((value, i) =>
      stored(
        sampleRun(i, {
          benchmarks: [
            { id: 'a', suite: 's', metrics: [sampleMetric({ values: [value, 3 * value, value] })] },
          ],
        }),
      ),
    )
    .reverse()

test('the median of each run, oldest first, no more than the newest few', () => {
  const runs = runsOf(1, 2, 3, 4)
  expect(seriesOf(runs, sought('a'), 'time', { limit: 10 })).toEqual([1, 2, 3, 4])
  expect(seriesOf(runs, sought('a'), 'time', { limit: 2 })).toEqual([3, 4])
  expect(seriesOf(runs, sought('b'), 'time', { limit: 2 })).toEqual([])
  expect(seriesOf(runs, sought('a'), 'time.p99', { limit: 2 })).toEqual([])
  expect(seriesOf(runs, sought('__proto__'), 'constructor', { limit: 2 })).toEqual([])
})

test('one value a commit: the newest attempt, in the place of the first', () => {
  const runs = runsOf(1, 2, 3)
  const { run } = runs[2]!
  const again = stored({
    ...run,
    run: { ...run.run, attempt: 2, recordedAt: '2026-12-24T00:00:00Z' },
    benchmarks: [{ id: 'a', suite: 's', metrics: [sampleMetric({ values: [10] })] }],
  })
  expect(seriesOf([again, ...runs], sought('a'), 'time', { limit: 10 })).toEqual([10, 2, 3])
  const without = stored({ ...again.run, benchmarks: [] })
  expect(seriesOf([without, ...runs], sought('a'), 'time', { limit: 10 })).toEqual([1, 2, 3])
})

test('a run without values of the metric is no point', () => {
  const runs = runsOf(1, 2)
  runs[0]!.run.benchmarks[0]!.metrics[0]!.values = []
  expect(seriesOf(runs, sought('a'), 'time', { limit: 10 })).toEqual([1])
})

test('a series begins anew where a commit edits the benchmark, and the links to parents go on', () => {
  const runs = runsOf(1, 2, 30, 40)
  runs[1]!.run.benchmarks[0]!.edited = true
  expect(seriesOf(runs, sought('a'), 'time', { limit: 10 })).toEqual([30, 40])
  expect(seriesOf(runs.slice(1), sought('a'), 'time', { limit: 10 })).toEqual([30])
  const change = { effect: 0.5, log: Math.log(1.5), low: Math.log(1.4), high: Math.log(1.6), pairs: 8 }
  Object.assign(runs[1]!.run.benchmarks[0]!.metrics[0]!, { change, verdict: 'regression' })
  const [history] = historyTable(runs, { matches: () => true, metric: 'time', last: 10 })
  expect(history!.change).toBeCloseTo(1 / 3, 9)
  expect(history!.points.map(({ value, comparable }) => [value, comparable])).toEqual([
    [1, false],
    [2, false],
    [30, true],
    [40, true],
  ])
  expect(history!.points[2]).toMatchObject({ verdict: 'regression', change: { effect: 0.5 } })
})

test('the table: what was measured against the parent, and the change from the oldest that is comparable', () => {
  const runs = runsOf(1, 2, 3, 4)
  runs[3]!.run.config = 'ffffffffffffffff'
  const change = { effect: 0.5, log: Math.log(1.5), low: Math.log(1.4), high: Math.log(1.6), pairs: 8 }
  Object.assign(runs[1]!.run.benchmarks[0]!.metrics[0]!, { change, verdict: 'regression' })
  const [history, ...others] = historyTable(runs, {
    matches: ({ name }) => name === 'a',
    metric: 'time',
    last: 10,
  })
  expect(others).toEqual([])
  expect(history).toMatchObject({ benchmark: 'a', suite: 's', unit: 'ns', better: 'lower', change: 1 })
  expect(history!.points.map(({ value, comparable }) => [value, comparable])).toEqual([
    [1, false],
    [2, true],
    [3, true],
    [4, true],
  ])
  const { interval, effect } = history!.points[2]!.change!
  expect([effect, interval.low, interval.high].map((one) => one.toFixed(6))).toEqual([
    '0.500000',
    '0.400000',
    '0.600000',
  ])
  expect(history!.points[2]!.verdict).toBe('regression')
})

test('the table has the benchmarks of the newest run first, and none that nobody asked for', () => {
  const [newest, oldest] = runsOf(1, 2)
  const metrics = [sampleMetric()]
  newest!.run.benchmarks = ['b', 'a'].map((id) => ({ id, suite: 's', metrics }))
  oldest!.run.benchmarks = ['gone', 'a', 'other'].map((id) => ({ id, suite: 's', metrics }))
  const table = historyTable([newest!, oldest!], {
    matches: ({ name }) => name !== 'other',
    metric: 'time',
    last: 10,
  })
  expect(table.map(({ benchmark, points }) => [benchmark, points.length])).toEqual([
    ['b', 1],
    ['a', 2],
    ['gone', 1],
  ])
  expect(table[0]!.change).toBeNull()
})

test('imported runs are told as such, and compared among themselves only', () => {
  const imported = (run: Run): Run => ({
    ...run,
    config: '0000000000000001',
    imported: { from: 'github-action-benchmark', by: ['cargo'] },
    environment: UNKNOWN_ENVIRONMENT,
  })
  const [newest, second, third] = runsOf(1, 2, 3)
  const runs = [newest!, stored(imported(second!.run)), stored(imported(third!.run))]
  const question = { matches: () => true, metric: 'time', last: 10 }
  const [mixed] = historyTable(runs, question)
  expect(mixed!.points.map(({ importedFrom, cpu, comparable }) => [importedFrom, cpu, comparable])).toEqual([
    ['github-action-benchmark', 'unknown', false],
    ['github-action-benchmark', 'unknown', false],
    [null, newest!.run.environment.cpu, true],
  ])
  expect(mixed!.change).toBeNull()
  expect(historyTable(runs.slice(1), question)[0]!.change).toBeCloseTo(2 / 1 - 1, 9)
})

test('a commit that was measured here is shown as measured, however new what was imported is', () => {
  const [second, first] = runsOf(1, 2)
  const later = (run: Run, day: string): StoredRun => ({
    path: `later ${day}`,
    run: {
      ...run,
      run: { ...run.run, recordedAt: `2026-12-${day}T00:00:00Z` },
      imported: { from: 'bencher', by: [] },
      config: '0000000000000002',
      benchmarks: [{ id: 'a', suite: 's', metrics: [sampleMetric({ values: [10], unit: 'ms' })] }],
    },
  })
  const third = later(sampleRun(3), '03')
  const runs = [third, later(second!.run, '02'), second!, later(first!.run, '01'), first!]
  const [table] = historyTable(runs, { matches: () => true, metric: 'time', last: 10 })
  expect(table!.points.map(({ value, unit, comparable }) => [value, unit, comparable])).toEqual([
    [1, 'ns', true],
    [2, 'ns', true],
    [10, 'ms', false],
  ])
  expect(table!).toMatchObject({ unit: 'ns', change: 1 })
})

test('the metric to show: time, else the first of the newest run', () => {
  const run = (index: number, ...metrics: string[]) =>
    sampleRun(index, {
      benchmarks: metrics.map((metric) => ({ id: metric, suite: 's', metrics: [sampleMetric({ metric })] })),
    })
  const shown = (...runs: Run[]) => metricOfTrends(historyFrom(runs).trends)
  expect(shown(run(0, 'value'), run(1, 'size', 'memory'))).toBe('size')
  expect(shown(run(0, 'time'), run(1, 'size'))).toBe('time')
  expect(shown()).toBe('time')
})
