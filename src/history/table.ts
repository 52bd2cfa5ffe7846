import { VERDICTS } from '../model/assessment.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import type { BenchmarkHistory, HistoryPoint } from '../model/benchmark-history.ts'
import type { StoredRun } from '../model/stored-run.ts'
import { type Recorded, recordedRuns, type RecordedSeries } from './recorded.ts'
import { keyOfStored } from './series.ts'

export interface HistoryQuestion {
  /** Tests for the wanted benchmarks. */
  matches: (benchmark: BenchmarkKey) => boolean
  metric: string
  /** The most commits to show. */
  last: number
}

/** The metric that every suite has. */
export const USUAL = 'time'

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
  const recorded = recordedRuns(runs)
  return recorded.series
    .filter((series) => series.metric === metric && matches(series))
    .map((series) => tableOf(recorded, series, last))
}

function tableOf(recorded: Recorded, series: RecordedSeries, last: number): BenchmarkHistory {
  const { suite, name, occurrence, metric, unit, better } = series
  const { runs } = recorded
  const places = Array.from(series.at.keys()).slice(-last)
  // Where runs were both measured and imported, the measured ones define what is comparable.
  const newest = places.findLast((i) => runs[series.run[i]!]!.importedFrom === null) ?? places.at(-1)!
  const edit = places.findLastIndex((i) => series.edited[i] === 1)
  const comparable = places
    .slice(Math.max(0, edit))
    .filter(
      (i) =>
        runs[series.run[i]!]!.config === runs[series.run[newest]!]!.config &&
        series.units[i] === series.units[newest],
    )
  const [first, final] = [series.value[comparable[0]!]!, series.value[newest]!]
  return {
    benchmark: name,
    suite,
    occurrence,
    metric,
    unit,
    better,
    points: places.map((i) => historyPoint(recorded, series, i, comparable.includes(i))),
    change: comparable.length < 2 || first === 0 ? null : final / first - 1,
  }
}

function historyPoint(
  { commits, runs, units }: Recorded,
  series: RecordedSeries,
  i: number,
  comparable: boolean,
): HistoryPoint {
  const { sha, time, subject } = commits[series.at[i]!]!
  const { cpu, importedFrom } = runs[series.run[i]!]!
  const change = series.change[i]!
  return {
    sha,
    time,
    subject,
    value: series.value[i]!,
    unit: units[series.units[i]!]!,
    change: Number.isNaN(change)
      ? null
      : {
          effect: rounded(Math.expm1(change)),
          interval: { low: Math.expm1(series.changeLow[i]!), high: Math.expm1(series.changeHigh[i]!) },
        },
    verdict: VERDICTS[series.verdict[i]! - 1] ?? null,
    cpu,
    importedFrom,
    comparable,
  }
}

/** As runs store it. */
const rounded = (value: number): number => Number(value.toPrecision(5))
