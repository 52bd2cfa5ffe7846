import { VERDICTS } from '../model/assessment.ts'
import { type BenchmarkKey, keyText } from '../model/benchmark.ts'
import type { Better } from '../model/metric.ts'
import type { StoredRun } from '../model/stored-run.ts'
import { type Recorded, recordedRuns, type RecordedSeries } from './recorded.ts'
import { USUAL } from './table.ts'

/** How a benchmark moved in runs of commits that did not change it, as far as is known. */
export interface Movements extends BenchmarkKey {
  metric: string
  better: Better
  /** Against what: the parent, measured in the same job, or else the recorded run before. */
  against: 'parent' | 'previous'
  /** Log cost (positive is worse), one a run; null where there is none. */
  changes: readonly (number | null)[]
  /** Half of the 95 % interval of each of them, in log; empty where values of two jobs are compared. */
  halfWidths: readonly number[]
}

/** Verdicts of confirmed changes, which belong to the commit and are not noise. */
const CHANGED: ReadonlySet<string | null> = new Set(['regression', 'improvement', 'accepted'])

/**
 * The movements of each benchmark in runs of one branch (newest first). `metric` null: the time of each
 * benchmark, or else the metric that it reports first.
 */
export function movementsOf(
  runs: readonly StoredRun[],
  o: { matches: (key: BenchmarkKey) => boolean; metric: string | null },
): Movements[] {
  const measured = runs.filter(({ run }) => run.imported === undefined)
  const recorded = recordedRuns(measured)
  const benchmarks = Map.groupBy(recorded.series.filter(o.matches), keyText)
  return [...benchmarks.values()].flatMap((ofBenchmark) => {
    const wanted = o.metric ?? USUAL
    const series =
      ofBenchmark.find(({ metric }) => metric === wanted) ?? (o.metric === null ? ofBenchmark[0] : undefined)
    return series === undefined ? [] : [movementsIn(recorded, series, measured.length)]
  })
}

function movementsIn(recorded: Recorded, series: RecordedSeries, count: number): Movements {
  const { suite, name, occurrence, metric, better } = series
  const sign = better === 'lower' ? 1 : -1
  const against = series.change.some((log) => !Number.isNaN(log)) ? 'parent' : 'previous'
  const found = against === 'parent' ? fromParents(series) : fromPrevious(recorded, series)
  const changes = Array.from({ length: count }, (): number | null => null)
  // The runs are numbered as they came: newest first.
  for (const { point, log } of found) changes[series.run[point]!] = sign * log
  const halfWidths = found.flatMap(({ halfWidth }) => halfWidth ?? [])
  return { suite, name, occurrence, metric, better, against, changes, halfWidths }
}

interface Movement {
  point: number
  log: number
  halfWidth: number | null
}

const isOwnChange = ({ verdict }: RecordedSeries, point: number): boolean =>
  CHANGED.has(VERDICTS[verdict[point]! - 1] ?? null)

const fromParents = (series: RecordedSeries): Movement[] =>
  Array.from(series.change).flatMap((log, point) => {
    if (Number.isNaN(log) || isOwnChange(series, point)) return []
    return [{ point, log, halfWidth: (series.changeHigh[point]! - series.changeLow[point]!) / 2 }]
  })

/** Neighbours that nothing but the commit sets apart: settings, processor and the benchmark are the same. */
const fromPrevious = ({ runs }: Recorded, series: RecordedSeries): Movement[] =>
  Array.from(series.value).flatMap((value, point) => {
    if (point === 0 || series.edited[point] === 1 || isOwnChange(series, point)) return []
    const [run, former] = [runs[series.run[point]!]!, runs[series.run[point - 1]!]!]
    const isAlike = run.config === former.config && run.cpu === former.cpu
    if (!isAlike || series.units[point] !== series.units[point - 1]) return []
    const log = Math.log(value / series.value[point - 1]!)
    return Number.isFinite(log) ? [{ point, log, halfWidth: null }] : []
  })
