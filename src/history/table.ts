import { type BenchmarkKey, keyText, soleNames } from '../model/benchmark.ts'
import type { BenchmarkHistory, HistoryPoint } from '../model/benchmark-history.ts'
import type { StoredRun } from '../model/stored-run.ts'
import {
  comparablePoints,
  effectOfLog,
  type History,
  type RecordedCommit,
  type Trend,
  type TrendPoint,
} from '../model/trend.ts'
import { keyOfStored, type Sought } from './series.ts'

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

/** The metric of trends that readers most likely want to see. */
export const metricOfTrends = (trends: readonly Trend[]): string =>
  trends.find(({ metric }) => metric === USUAL)?.metric ?? trends[0]?.metric ?? USUAL

/** The newest `last` points of a trend with their commits, as `history --json` lists them. */
export function benchmarkHistory(history: History, trend: Trend, last: number): BenchmarkHistory {
  const { suite, name, occurrence, metric, unit, better } = trend
  const points = trend.points.slice(-last)
  const alike = comparablePoints(history, points)
  const isAlike = new Set(alike)
  const [oldest, newest] = [alike[0]!, alike.at(-1)!]
  return {
    benchmark: name,
    suite,
    occurrence,
    metric,
    unit,
    better,
    points: points.map((point) => historyPoint(history.commits[point.at]!, point, unit, isAlike.has(point))),
    change: oldest === newest || oldest.value === 0 ? null : newest.value / oldest.value - 1,
  }
}

function historyPoint(
  { sha, time, subject, cpu, importedFrom }: RecordedCommit,
  { value, unit, change, verdict }: TrendPoint,
  unitOfTrend: string,
  comparable: boolean,
): HistoryPoint {
  return {
    sha,
    time,
    subject,
    value,
    unit: unit ?? unitOfTrend,
    change: change && {
      effect: effectOfLog(change.log),
      interval: { low: effectOfLog(change.low), high: effectOfLog(change.high) },
    },
    verdict,
    cpu,
    importedFrom,
    comparable,
  }
}
