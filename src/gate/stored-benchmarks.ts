import type { StoredRuns } from '../model/baseline.ts'
import type { Benchmark, ReportedMetric } from '../model/evidence.ts'
import { isSuiteMetric, MAX_METRICS } from '../model/metric.ts'
import { metricSchema } from '../model/metric-schema.ts'
import { benchmarksOf } from '../history/series.ts'
import { nearestThat } from '../history/stored-runs.ts'
import type { Run, StoredMetric } from '../model/stored-run.ts'
import type { Facts } from './facts.ts'

// Where base was not measured, only the stored run shows which benchmarks base had.

/**
 * Result files together with the benchmarks and metrics that only the stored run has, so that the report
 * shows what head no longer has.
 */
export function withStored(facts: Facts, stored: StoredRuns | null): Facts {
  if (facts.origin.kind !== 'files' || stored === null) return facts
  const { survey } = facts
  const benchmarks = withStoredBenchmarks(withStoredMetrics(survey.benchmarks, stored), stored, 'command')
  return { ...facts, survey: { ...survey, benchmarks } }
}

/** Adds the stored benchmarks that are missing. `source` applies to those whose suite is gone too. */
export function withStoredBenchmarks(
  known: readonly Benchmark[],
  { nearest }: StoredRuns,
  source: Benchmark['source'],
): Benchmark[] {
  const onHead = new Set(known.map(({ id }) => id))
  const sources = new Map(known.map((benchmark) => [benchmark.suite, benchmark.source]))
  const gone = (nearest?.run.run.benchmarks ?? []).filter(({ id }) => !onHead.has(id))
  const base = { file: null, line: null, hash: '' }
  return [
    ...known,
    ...gone.map(({ id, suite, metrics }): Benchmark => {
      const own = sources.get(suite) ?? source
      const reported = metrics
        .filter(({ metric }) => own === 'command' || !isSuiteMetric(metric))
        .flatMap(goneMetric)
      return { id, suite, source: own, metrics: reported, base, head: null, movedFrom: null }
    }),
  ]
}

/**
 * Adds the stored metrics that are missing, so that budgets still see a metric that is gone, and puts them in
 * the stored order: a change must not choose which metric is first and therefore `primary`.
 */
function withStoredMetrics(known: readonly Benchmark[], stored: StoredRuns): Benchmark[] {
  return known.map((benchmark) => {
    const run = nearestThat(stored, (one) => hasValues(one, benchmark.id))?.run.run
    const own = run && benchmarksOf(run).get(benchmark.id)?.metrics
    if (own === undefined) return benchmark
    const places = new Map(own.map(({ metric }, i) => [metric, i]))
    const placeOf = ({ id }: ReportedMetric) => places.get(id) ?? own.length
    const inOrder = benchmark.metrics.toSorted((a, b) => placeOf(a) - placeOf(b))
    const gone = own.filter(
      ({ metric, values }) => values.length > 0 && benchmark.metrics.every(({ id }) => id !== metric),
    )
    if (gone.length === 0) return { ...benchmark, metrics: inOrder }
    const metrics = [...inOrder, ...gone.flatMap(goneMetric)].slice(0, MAX_METRICS)
    return { ...benchmark, metrics, base: benchmark.head }
  })
}

/** Whether a run has a value of any metric of a benchmark. */
export const hasValues = (run: Run, benchmark: string): boolean =>
  benchmarksOf(run)
    .get(benchmark)
    ?.metrics.some(({ values }) => values.length > 0) === true

/** A metric that only the stored run has. Empty where no benchmark could report its name or unit. */
function goneMetric({ metric: id, unit, better }: StoredMetric): ReportedMetric[] {
  const { data } = metricSchema.safeParse({ id, unit, better, exact: false })
  return data === undefined ? [] : [{ ...data, base: true, head: false }]
}
