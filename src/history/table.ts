import type { BenchmarkHistory, HistoryPoint } from '../model/benchmark-history.ts'
import {
  comparablePoints,
  effectOfLog,
  type History,
  type RecordedCommit,
  type Trend,
  type TrendPoint,
} from '../model/trend.ts'

/** The metric that every suite has. */
export const USUAL = 'time'

/** The metric of trends that readers most likely want to see: time, else the first of the newest run. */
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
