import { metricValue } from '../compare/extract.ts'
import { benchmarksOf, seriesOf } from '../history/series.ts'
import type { Environment } from '../model/assessment.ts'
import type { Stored, StoredMetric, StoredRun } from '../model/run.ts'
import type { ProcessStats } from '../model/sample.ts'

/** Values that a report draws. */
const SHOWN = 20

/** What the last runs say of one benchmark, oldest first. */
export function earlierValues(stored: Stored | null, benchmark: string, metric: string): number[] {
  return stored === null ? [] : seriesOf(stored.runs, benchmark, metric, { limit: SHOWN })
}

/** Why no stored run can stand in for a base that could not be measured; null: the nearest can. */
export function whyNoStandIn(stored: Stored | null, environment: Environment): string | null {
  const nearest = stored?.nearest?.run.run
  if (!nearest) return 'no stored run of base or of one of its ancestors is there to compare with'
  if (nearest.environment.cpu === environment.cpu) return null
  return `the stored run nearest to base was measured on another processor (${nearest.environment.cpu}; here: ${environment.cpu})`
}

/** A metric of one benchmark in a stored run; null when the run does not have it. */
export function storedMetric({ run }: StoredRun, benchmark: string, metric: string): StoredMetric | null {
  return (
    benchmarksOf(run)
      .get(benchmark)
      ?.metrics.find((one) => one.metric === metric) ?? null
  )
}

/** A metric's values in those processes that have it. */
export const valuesIn = (metric: string, processes: readonly ProcessStats[]): number[] =>
  processes.map((stats) => metricValue(metric, stats)).filter((value) => value !== null)
