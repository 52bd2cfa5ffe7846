import { z } from 'zod'
import type { IngestedBenchmark, IngestedMetric } from '../../model/result-file.ts'
import { adapter, type Input } from '../adapter.ts'
import { at, isRecord, shaped, text, texts } from '../forms/json.ts'
import {
  BYTES,
  interval,
  inUnit,
  type Metric,
  numeric,
  samples,
  summary,
  unlessNamed,
} from '../forms/metrics.ts'
import { paramsOf } from '../forms/names.ts'
import { refusal } from '../refusal.ts'
import { unitKind } from '../../model/unit.ts'

/** A number, or the word "NaN" where there is none. */
const metricSchema = z.object({
  score: z.unknown().optional(),
  scoreConfidence: z.array(z.unknown()).nullish(),
  scoreUnit: text,
  rawData: z.array(z.array(z.unknown())).nullish(),
  rawDataHistogram: z.array(z.array(z.array(z.array(z.unknown()).max(2)))).nullish(),
})
const fileSchema = z.array(
  z.object({
    ...texts('jmhVersion', 'jdkVersion', 'vmName'),
    benchmark: text,
    mode: text,
    params: z.unknown().optional(),
    primaryMetric: metricSchema,
    secondaryMetrics: z.unknown().optional(),
  }),
)
type Element = z.output<typeof fileSchema>[number]
type WrittenMetric = z.output<typeof metricSchema>

/**
 * Calls that are kept of a fork in the mode that samples them; more add nothing to a quantile, and there can
 * be millions.
 */
const MAX_CALLS = 10_000
/** The bounds of a score belong to this confidence, whatever the settings. */
const LEVEL = 0.999

/**
 * Reads `-rf json`: each fork is a group of its iterations, or of single calls where the mode samples them.
 */
export const jmh = adapter({
  name: 'jmh',
  title: 'JMH: `-rf json -rff FILE`',
  tool: 'JMH',

  recognises: ({ json }) =>
    Array.isArray(json) &&
    typeof at(json[0], 'benchmark') === 'string' &&
    isRecord(at(json[0], 'primaryMetric')),

  read(input, results) {
    const elements = shaped(fileSchema, input, 'JMH')
    const [first] = elements
    results.version = first?.jmhVersion ?? null
    results.describe({ jdk: first?.jdkVersion, vm: first?.vmName })
    for (const element of elements) {
      const dot = element.benchmark.lastIndexOf('.')
      const next = results.benchmark({
        suite: dot > 0 ? element.benchmark.slice(0, dot) : null,
        name: element.benchmark.slice(dot + 1),
        params: paramsOf(element.params),
        metrics: metricsOf(element, input),
        primary: primaryId(element),
        measures: primaryOf(element),
      })
      const known = results.find(next.key)
      if (known === undefined) results.put(next)
      else addMode(known, next, element, input)
    }
  },
})

/** The modes of one benchmark are elements of their own in the file; here they are metrics of one. */
function addMode(known: IngestedBenchmark, next: IngestedBenchmark, { mode }: Element, input: Input): void {
  const ids = new Set(known.metrics.map(({ id }) => id))
  const [primary, ...secondary] = next.metrics
  if (primary === undefined) return
  const id = ids.has(primary.id) ? `${primary.id} (${mode})` : primary.id
  if (known.metrics.length === 0 || ids.has(id)) {
    const shown = JSON.stringify(next.key.slice(0, 200))
    throw refusal(input, `two results of one mode are called ${shown}; give the file of one run`)
  }
  known.metrics.push({ ...primary, id }, ...secondary.filter((metric) => !ids.has(metric.id)))
}

/** By its unit; where that is unknown, by the mode. */
function primaryId({ mode, primaryMetric }: Element): 'throughput' | 'time' {
  const { unit } = inUnit(primaryMetric.scoreUnit)
  if (unitKind(unit) === 'time') return 'time'
  return unitKind(unit) === 'rate' || mode === 'thrpt' ? 'throughput' : 'time'
}

function primaryOf(element: Element): Metric {
  const id = primaryId(element)
  const better = id === 'throughput' ? 'higher' : 'lower'
  return { ...inUnit(element.primaryMetric.scoreUnit), id, better }
}

function metricsOf(element: Element, input: Input): (IngestedMetric | null)[] {
  const { primaryMetric, secondaryMetrics } = element
  const others = Object.entries(isRecord(secondaryMetrics) ? secondaryMetrics : {})
  return [
    metricOf(primaryOf(element), primaryMetric),
    ...others.map(([name, json]) =>
      typeof at(json, 'scoreUnit') === 'string'
        ? secondary(name, shaped(metricSchema, input, 'JMH', json))
        : null,
    ),
  ]
}

/**
 * What profilers and auxiliary counters add. Older versions put a middle dot and the name of the method
 * before it.
 */
function secondary(written: string, metric: WrittenMetric): IngestedMetric | null {
  const id = written.slice(written.lastIndexOf('\u{b7}') + 1)
  // Not exact: what the JVM allocates beside the benchmark is in it, 2 to 4 B/op of one that allocates
  // nothing.
  if (id === 'gc.alloc.rate.norm') return metricOf(BYTES, metric)
  // In an iteration of fixed length faster code allocates more, and collects more often: neither way is
  // better. The profiler's MB has 1024 * 1024 bytes.
  if (id === 'gc.alloc.rate' && metric.scoreUnit === 'MB/sec')
    return metricOf({ id, unit: 'B/s', better: null, factor: 1024 ** 2 }, metric)
  const unit = unlessNamed(id, inUnit(metric.scoreUnit))
  return metricOf({ id, ...unit, better: id.startsWith('gc.') ? null : unit.better }, metric)
}

function metricOf(
  metric: Metric,
  { score, scoreConfidence, rawData, rawDataHistogram }: WrittenMetric,
): IngestedMetric | null {
  if (rawData?.some((fork) => fork.length > 0)) return samples(metric, 'iteration', rawData)
  const calls = (rawDataHistogram ?? []).map(callsOf)
  if (calls.some((fork) => fork.length > 0)) return samples(metric, 'iteration', calls)
  const [low, high] = (scoreConfidence ?? []).map(numeric)
  const spread = Number.isFinite(low) && Number.isFinite(high) ? interval(low, high, LEVEL) : null
  return summary(metric, 'mean', typeof score === 'number' ? score : null, { spread })
}

/**
 * The calls of a fork, smallest first; where there are too many, evenly spaced quantiles of them, which keeps
 * their distribution.
 */
function callsOf(iterations: readonly (readonly (readonly unknown[])[])[]): number[] {
  const bins = iterations
    .flat()
    .map(([value, count]) => ({ value: numeric(value), count: Math.floor(numeric(count)) }))
    .filter(({ value, count }) => Number.isFinite(value) && Number.isSafeInteger(count) && count > 0)
    .sort((a, b) => a.value - b.value)
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  const kept = Math.min(total, MAX_CALLS)
  const calls: number[] = []
  let passed = 0
  for (const { value, count } of bins) {
    passed += count
    while (calls.length < kept && ((calls.length + 0.5) * total) / kept < passed) calls.push(value)
  }
  return calls
}
