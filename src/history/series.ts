import type { Run, StoredMetric, StoredRun } from '../model/stored-run.ts'
import { isTimedZero } from '../model/unit.ts'
import { quantile } from '../stats/quantile.ts'

/** A metric of one benchmark in one run. */
export interface SeriesPoint {
  stored: StoredRun
  suite: string
  found: StoredMetric
  /** Median of the processes' values, in the metric's unit. */
  value: number
}

/**
 * The newest `limit` commits that have the metric, oldest first. `runs` are newest first. Of several runs of
 * one commit the newest value counts, in the place of the oldest run: measuring an old commit again does not
 * make it a new one.
 */
export function pointsOf(
  runs: readonly StoredRun[],
  benchmark: string,
  metric: string,
  { limit }: { limit: number },
): SeriesPoint[] {
  const newest = new Map<string, SeriesPoint>()
  for (const stored of runs) {
    const { sha } = stored.run.commit
    const known = newest.get(sha)
    const isMeasured = stored.run.imported === undefined
    // A value that another tool recorded counts only for a commit that was not measured here.
    const isOpen = known === undefined || (isMeasured && known.stored.run.imported !== undefined)
    const point = (isOpen ? pointOf(stored, benchmark, metric) : null) ?? known
    if (point === undefined) continue
    // Deleting the entry first moves the commit to the place of this older run.
    newest.delete(sha)
    newest.set(sha, point)
  }
  return [...newest.values()].slice(0, limit).reverse()
}

type StoredBenchmark = Run['benchmarks'][number]
const indexed = new WeakMap<Run, Map<string, StoredBenchmark>>()

/**
 * A run's benchmarks by id. The index is cached, since each benchmark of a suite looks at each run; a run
 * never changes once it is read.
 */
export function benchmarksOf(run: Run): Map<string, StoredBenchmark> {
  let index = indexed.get(run)
  if (index === undefined) indexed.set(run, (index = new Map(run.benchmarks.map((one) => [one.id, one]))))
  return index
}

function pointOf(stored: StoredRun, benchmark: string, metric: string): SeriesPoint | null {
  const owner = benchmarksOf(stored.run).get(benchmark)
  const found = owner?.metrics.find((one) => one.metric === metric)
  if (!owner || !found || found.values.length === 0) return null
  const value = quantile(found.values, 0.5)
  return isTimedZero(found.unit, value) ? null : { stored, suite: owner.suite, found, value }
}

/**
 * Medians of a metric of one benchmark in its unit, one a commit, oldest first, at most `limit` of the
 * newest. `runs` are newest first.
 */
export const seriesOf = (...question: Parameters<typeof pointsOf>): number[] =>
  pointsOf(...question).map(({ value }) => value)
