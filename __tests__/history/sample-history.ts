import { historyOf, type HistoryContext } from '../../src/history/history.ts'
import { recordHistory } from '../../src/history/recorded.ts'
import type { Run, StoredMetric } from '../../src/model/stored-run.ts'
import type { History } from '../../src/model/trend.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'

/** A run of commit `index` of one benchmark and metric. */
export const runWith = (index: number, metric: Partial<StoredMetric>, more: Partial<Run> = {}): Run =>
  sampleRun(index, {
    benchmarks: [{ id: 'a', suite: 'a.bench.ts', metrics: [sampleMetric(metric)] }],
    ...more,
  })

/** What is recorded of runs, oldest first. */
function recordedOf(runs: readonly Run[]) {
  const { add, finish } = recordHistory()
  for (const run of runs.toReversed()) add({ path: run.run.recordedAt, run })
  return finish()
}

/** The history of runs, oldest first. */
export const historyFrom = (runs: readonly Run[], more: Partial<HistoryContext> = {}): History =>
  historyOf(recordedOf(runs), {
    limitsOf: () => null,
    acceptedBy: () => null,
    releases: new Map(),
    now: new Date('2026-11-29T00:00:00Z'),
    ...more,
  })

/** A change as a run stores it, of a logarithm and its standard error. */
export const changeOf = (log: number, error = 0.005): StoredMetric['change'] => ({
  effect: Math.expm1(log),
  log,
  low: log - 1.96 * error,
  high: log + 1.96 * error,
  pairs: 8,
})
