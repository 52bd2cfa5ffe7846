import type { StoredRuns } from '../model/baseline.ts'
import type { Benchmark, ReportedMetric } from '../model/evidence.ts'
import { isSuiteMetric, MAX_METRICS } from '../model/metric.ts'
import { metricSchema } from '../model/metric-schema.ts'
import type { StoredMetric } from '../model/stored-run.ts'
import type { Facts } from './facts.ts'

// Where base was not measured, what it held is known from the stored run alone.

/**
 * Result files with all that the stored run has beside them: what is gone from head must not go unnoticed.
 */
export function withStored(facts: Facts, stored: StoredRuns | null): Facts {
  if (facts.origin.kind !== 'files' || stored === null) return facts
  const { survey } = facts
  const benchmarks = withStoredBenchmarks(withStoredMetrics(survey.benchmarks, stored), stored, 'command')
  return { ...facts, survey: { ...survey, benchmarks } }
}

/** `source` is for benchmarks whose suite is gone, too. */
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
 * A metric that is gone is one that no budget could see any more, and which comes first, the one that
 * `primary` means, is not for a change to choose.
 */
function withStoredMetrics(known: readonly Benchmark[], { nearest }: StoredRuns): Benchmark[] {
  const stored = new Map(nearest?.run.run.benchmarks.map(({ id, metrics }) => [id, metrics]))
  return known.map((benchmark) => {
    const own = stored.get(benchmark.id)
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

/**
 * A metric that only the stored run has; none where its name or unit is one that no benchmark could report.
 */
function goneMetric({ metric: id, unit, better }: StoredMetric): ReportedMetric[] {
  const { data } = metricSchema.safeParse({ id, unit, better, exact: false })
  return data === undefined ? [] : [{ ...data, base: true, head: false }]
}
