import { findStored, keyOfStored, type Sought } from '../history/series.ts'
import type { StoredRuns } from '../model/baseline.ts'
import { keyText, soleNames } from '../model/benchmark.ts'
import type { Benchmark, ReportedMetric } from '../model/evidence.ts'
import { isSuiteMetric, MAX_METRICS } from '../model/metric.ts'
import { metricSchema } from '../model/metric-schema.ts'
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
  const run = nearest?.run.run
  if (run === undefined) return [...known]
  const isSole = soleNames(known)
  const there = new Set(known.map((one) => findStored(run, { ...one, sole: isSole(one), formerly: null })))
  const sources = new Map(known.map((benchmark) => [benchmark.suite, benchmark.source]))
  const base = { file: null, line: null, hash: '' }
  return [
    ...known,
    ...run.benchmarks
      .filter((one) => !there.has(one))
      .map((one): Benchmark => {
        const key = keyOfStored(one)
        const own = sources.get(key.suite) ?? source
        const metrics = one.metrics
          .filter(({ metric }) => own === 'command' || !isSuiteMetric(metric))
          .flatMap(goneMetric)
        return { ...key, id: keyText(key), source: own, metrics, base, head: null, onBase: null }
      }),
  ]
}

/**
 * Adds the stored metrics that are missing, so that budgets still see a metric that is gone, and puts them in
 * the stored order: a change must not choose which metric is first and therefore `primary`.
 */
function withStoredMetrics(known: readonly Benchmark[], stored: StoredRuns): Benchmark[] {
  const isSole = soleNames(known)
  return known.map((benchmark) => {
    const sought = { ...benchmark, sole: isSole(benchmark), formerly: null }
    const run = nearestThat(stored, (one) => hasValues(one, sought))?.run.run
    const own = run && findStored(run, sought)?.metrics
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
export const hasValues = (run: Run, benchmark: Sought): boolean =>
  findStored(run, benchmark)?.metrics.some(({ values }) => values.length > 0) === true

/** A metric that only the stored run has. Empty where no benchmark could report its name or unit. */
function goneMetric({ metric: id, unit, better }: StoredMetric): ReportedMetric[] {
  const { data } = metricSchema.safeParse({ id, unit, better, exact: false })
  return data === undefined ? [] : [{ ...data, base: true, head: false }]
}
