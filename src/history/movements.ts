import type { BenchmarkKey } from '../model/benchmark.ts'
import type { Better } from '../model/metric.ts'
import type { StoredRun } from '../model/stored-run.ts'
import { pointsOf, type SeriesPoint } from './series.ts'
import { metricToShow, soughtIn } from './table.ts'

/** How a benchmark moved in runs of commits that, as far as is known, did not change it. */
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

/** A confirmed change is the commit's own, and no noise. */
const CHANGED: ReadonlySet<string | null> = new Set(['regression', 'improvement', 'accepted'])

/**
 * The movements of each benchmark in runs of one branch (newest first). `metric` null: of each benchmark
 * time, or else what it reports first.
 */
export function movementsOf(
  runs: readonly StoredRun[],
  o: { matches: (key: BenchmarkKey) => boolean; metric: string | null },
): Movements[] {
  const measured = runs.filter(({ run }) => run.imported === undefined)
  const places = new Map(measured.map(({ path }, index) => [path, index]))
  return soughtIn(measured)
    .filter(o.matches)
    .flatMap((benchmark) => {
      const isThis = (key: BenchmarkKey) => key.name === benchmark.name && key.suite === benchmark.suite
      const metric = o.metric ?? metricToShow(measured, isThis)
      const points = pointsOf(measured, benchmark, metric, { limit: measured.length })
      const newest = points.at(-1)
      if (newest === undefined) return []
      const { suite, name, occurrence } = benchmark
      const sign = newest.found.better === 'lower' ? 1 : -1
      const paired = points.filter(({ found }) => found.change !== null)
      const against = paired.length > 0 ? 'parent' : 'previous'
      const found = against === 'parent' ? fromParents(paired) : fromPrevious(points)
      const changes = Array.from({ length: measured.length }, (): number | null => null)
      for (const { point, log } of found) changes[places.get(point.stored.path)!] = sign * log
      return [
        {
          suite,
          name,
          occurrence,
          metric,
          better: newest.found.better,
          against,
          changes,
          halfWidths: found.flatMap(({ halfWidth }) => halfWidth ?? []),
        },
      ]
    })
}

interface Movement {
  point: SeriesPoint
  log: number
  halfWidth: number | null
}

const fromParents = (points: readonly SeriesPoint[]): Movement[] =>
  points.flatMap((point) => {
    const { change, verdict } = point.found
    if (change === null || CHANGED.has(verdict)) return []
    return [{ point, log: change.log, halfWidth: (change.high - change.low) / 2 }]
  })

/** Neighbours that nothing but the commit sets apart: settings, processor and the benchmark are the same. */
const fromPrevious = (points: readonly SeriesPoint[]): Movement[] =>
  points.flatMap((point, index) => {
    const before = points[index - 1]
    if (before === undefined || point.edited || CHANGED.has(point.found.verdict)) return []
    const [run, former] = [point.stored.run, before.stored.run]
    const isAlike = run.config === former.config && run.environment.cpu === former.environment.cpu
    if (!isAlike || point.found.unit !== before.found.unit) return []
    const log = Math.log(point.value / before.value)
    return Number.isFinite(log) ? [{ point, log, halfWidth: null }] : []
  })
