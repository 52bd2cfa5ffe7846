import { type BenchmarkKey, keyText, soleNames } from '../model/benchmark.ts'
import type { BenchmarkHistory, HistoryPoint } from '../model/benchmark-history.ts'
import type { StoredRun } from '../model/stored-run.ts'
import { keyOfStored, pointsOf, type SeriesPoint, sinceEdit, type Sought } from './series.ts'

export interface HistoryQuestion {
  /** Tests for the wanted benchmarks. */
  matches: (benchmark: BenchmarkKey) => boolean
  metric: string
  /** The most commits to show. */
  last: number
}

const USUAL = 'time'

/**
 * The metric that readers most likely want to see, from runs (newest first): time, otherwise the first metric
 * of the newest run.
 */
export function metricToShow(
  runs: readonly StoredRun[],
  matches: (benchmark: BenchmarkKey) => boolean,
): string {
  const benchmarks = runs.flatMap(({ run }) => run.benchmarks).filter((one) => matches(keyOfStored(one)))
  const hasTime = benchmarks.some(({ metrics }) => metrics.some(({ metric }) => metric === USUAL))
  return hasTime ? USUAL : (benchmarks[0]?.metrics[0]?.metric ?? USUAL)
}

/**
 * The history of each benchmark that has the metric, from runs of one branch (newest first), in the order of
 * the newest run.
 */
export function historyTable(
  runs: readonly StoredRun[],
  { matches, metric, last }: HistoryQuestion,
): BenchmarkHistory[] {
  return soughtIn(runs)
    .filter(matches)
    .flatMap((benchmark) => {
      const points = pointsOf(runs, benchmark, metric, { limit: last })
      // Where runs were both measured and imported, the measured ones define what is comparable.
      const newest = points.findLast(({ stored }) => stored.run.imported === undefined) ?? points.at(-1)
      return newest === undefined ? [] : [historyOf(benchmark, metric, points, newest)]
    })
}

/**
 * Every benchmark of the runs, each once: what an older run has in another suite is the benchmark of that
 * name, where there is only one.
 */
export function soughtIn(runs: readonly StoredRun[]): Sought[] {
  const known = new Map<string, BenchmarkKey[]>()
  for (const { run } of runs) {
    const keys = run.benchmarks.map(keyOfStored)
    const isSole = soleNames(keys)
    for (const key of keys) {
      const alike = known.get(key.name) ?? []
      const isKnown =
        alike.some((one) => keyText(one) === keyText(key)) || (isSole(key) && alike.length === 1)
      if (!isKnown) known.set(key.name, [...alike, key])
    }
  }
  return [...known.values()].flatMap((alike) =>
    alike.map((key) => ({
      ...key,
      sole: alike.length === 1,
      formerly: null,
    })),
  )
}

function historyOf(
  { name, occurrence }: Sought,
  metric: string,
  points: readonly SeriesPoint[],
  newest: SeriesPoint,
): BenchmarkHistory {
  const { unit, better } = newest.found
  const comparable = sinceEdit(points).filter((point) => isComparable(point, newest))
  const oldest = comparable[0]!
  return {
    benchmark: name,
    suite: newest.suite,
    occurrence,
    metric,
    unit,
    better,
    points: points.map((point) => historyPoint(point, comparable.includes(point))),
    change: comparable.length < 2 || oldest.value === 0 ? null : newest.value / oldest.value - 1,
  }
}

const isComparable = (a: SeriesPoint, b: SeriesPoint): boolean =>
  a.stored.run.config === b.stored.run.config && a.found.unit === b.found.unit

function historyPoint(point: SeriesPoint, comparable: boolean): HistoryPoint {
  const { run } = point.stored
  const { change, verdict } = point.found
  return {
    sha: run.commit.sha,
    time: run.commit.time,
    subject: run.commit.subject,
    value: point.value,
    unit: point.found.unit,
    change: change && {
      effect: change.effect,
      interval: { low: Math.expm1(change.low), high: Math.expm1(change.high) },
    },
    verdict,
    cpu: run.environment.cpu,
    importedFrom: run.imported?.from ?? null,
    comparable,
  }
}
