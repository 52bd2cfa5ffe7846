import type { StoredRun } from '../model/stored-run.ts'
import type { History } from '../model/trend.ts'
import { type HistoryContext, historyOf } from './history.ts'
import { type RecordedSeries, recordHistory } from './recorded.ts'

/**
 * The history of runs, newest first, with as many values as `limit` allows: series that are `wanted` come
 * before the others.
 */
export function historyOfRuns(
  runs: readonly StoredRun[],
  context: HistoryContext,
  { limit, wanted }: { limit: number; wanted: (series: RecordedSeries) => boolean },
): History {
  const recording = recordHistory()
  for (const run of runs) recording.add(run)
  const recorded = recording.finish()
  const { series } = recorded
  let values = 0
  const kept = new Set(
    [...series.filter(wanted), ...series.filter((one) => !wanted(one))].filter(
      ({ at }) => (values += at.length) <= limit,
    ),
  )
  return historyOf({ ...recorded, series: series.filter((one) => kept.has(one)) }, context)
}
