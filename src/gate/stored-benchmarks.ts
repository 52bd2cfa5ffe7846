import { findStored, keyOfStored, type Sought } from '../history/series.ts'
import type { StoredRuns } from '../model/baseline.ts'
import type { Config } from '../model/config.ts'
import type { Finding } from '../model/finding.ts'
import { keyText, soleNames } from '../model/benchmark.ts'
import type { Benchmark, ReportedMetric } from '../model/evidence.ts'
import { isSuiteMetric, MAX_METRICS } from '../model/metric.ts'
import { metricSchema } from '../model/metric-schema.ts'
import { nearestThat } from '../history/stored-runs.ts'
import type { Run, StoredMetric } from '../model/stored-run.ts'
import type { Facts } from './facts.ts'
import { formerKey } from './pairing.ts'

type StoredBenchmark = Run['benchmarks'][number]

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

/** What evidence does not name: a benchmark by its key as text, a metric by the key of the gated metric. */
export type Omitted = ReadonlyMap<string, Finding>
export const NOTHING_OMITTED: Omitted = new Map()

/**
 * Measurements together with the benchmarks and metrics that the nearest stored run has a value of, and that
 * neither side of the evidence names. Base may have lost them since that run; whoever states the evidence may
 * also have left them out.
 */
export function withOmitted(
  facts: Facts,
  stored: StoredRuns | null,
  { renamed, commands }: Pick<Config, 'renamed' | 'commands'>,
): { facts: Facts; omitted: Omitted } {
  const run = stored?.nearest?.run.run
  if (run === undefined) return { facts, omitted: NOTHING_OMITTED }
  const { survey } = facts
  const { sha } = run.commit
  const omitted = new Map<string, Finding>()
  const isSole = soleNames(survey.benchmarks)
  const there = new Set<StoredBenchmark>()
  const known = survey.benchmarks.map((benchmark) => {
    const sole = isSole(benchmark)
    const [own = null, ...others] = [benchmark, ...(benchmark.onBase === null ? [] : [benchmark.onBase])].map(
      (key) => findStored(run, { ...key, sole, formerly: formerKey(renamed, key) }),
    )
    for (const one of [own, ...others]) if (one !== null) there.add(one)
    const gone = own === null || benchmark.base === null ? [] : metricsWithout(own, benchmark)
    for (const { id } of gone) omitted.set(`${benchmark.id}\n${id}`, { code: 'omitted', sha, what: 'metric' })
    return gone.length === 0
      ? benchmark
      : { ...benchmark, metrics: [...benchmark.metrics, ...gone].slice(0, MAX_METRICS) }
  })
  const lacking = run.benchmarks.filter((one) => !there.has(one) && hasAnyValue(one))
  const added = goneBenchmarks(lacking, known, commands.length > 0 ? 'command' : 'suite')
  for (const { id } of added) omitted.set(id, { code: 'omitted', sha, what: 'benchmark' })
  return { facts: { ...facts, survey: { ...survey, benchmarks: [...known, ...added] } }, omitted }
}

/** The stored metrics with a value that a benchmark of head does not name. */
const metricsWithout = (stored: StoredBenchmark, { head, metrics, source }: Benchmark): ReportedMetric[] => {
  const valued = stored.metrics.filter(({ values }) => values.length > 0)
  return head === null
    ? []
    : goneMetrics({ ...stored, metrics: valued }, source).filter(
        ({ id }) => !metrics.some((metric) => metric.id === id),
      )
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
  return [
    ...known,
    ...goneBenchmarks(
      run.benchmarks.filter((one) => !there.has(one)),
      known,
      source,
    ),
  ]
}

/** Stored benchmarks as those of a base that head no longer has. */
function goneBenchmarks(
  stored: readonly StoredBenchmark[],
  known: readonly Benchmark[],
  source: Benchmark['source'],
): Benchmark[] {
  const sources = new Map(known.map((benchmark) => [benchmark.suite, benchmark.source]))
  const base = { file: null, line: null, hash: '' }
  return stored.map((one) => {
    const key = keyOfStored(one)
    const own = sources.get(key.suite) ?? source
    const metrics = goneMetrics(one, own)
    return { ...key, id: keyText(key), source: own, metrics, base, head: null, onBase: null }
  })
}

/** The stored metrics that a benchmark of this source reports itself. */
const goneMetrics = ({ metrics }: StoredBenchmark, source: Benchmark['source']): ReportedMetric[] =>
  metrics.filter(({ metric }) => source === 'command' || !isSuiteMetric(metric)).flatMap(goneMetric)

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
export function hasValues(run: Run, benchmark: Sought): boolean {
  const found = findStored(run, benchmark)
  return found !== null && hasAnyValue(found)
}

const hasAnyValue = ({ metrics }: StoredBenchmark): boolean => metrics.some(({ values }) => values.length > 0)

/** A metric that only the stored run has. Empty where no benchmark could report its name or unit. */
function goneMetric({ metric: id, unit, better }: StoredMetric): ReportedMetric[] {
  const { data } = metricSchema.safeParse({ id, unit, better, exact: false })
  return data === undefined ? [] : [{ ...data, base: true, head: false }]
}
