import { z } from 'zod'
import type { IngestedBenchmark, IngestedMetric, MetricData, ResultFile } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { at } from '../forms/at.ts'
import { benchmarkOf, type MetricDraft, samples, soundMetrics, summary } from '../benchmark.ts'
import { isRecord, refusal, shaped } from '../forms/json-shape.ts'
import { keyOf } from '../forms/key.ts'
import { numeric } from '../forms/lines.ts'
import { MAX_BENCHMARKS } from '../twins.ts'
import { normalUnit } from '../../model/units.ts'

/** Reads `-rf json`: each fork is a group of its iterations, or of single calls where the mode samples them. */
export const jmh: Adapter = {
  name: 'jmh',
  title: 'JMH: `-rf json -rff FILE`',
  recognises: ({ json }) =>
    Array.isArray(json) &&
    typeof at(json[0], 'benchmark') === 'string' &&
    isRecord(at(json[0], 'primaryMetric')),
  read,
}

const text = z.string().max(10_000)
/** A number, or the word "NaN" where there is none. */
const metricSchema = z.object({
  score: z.unknown().optional(),
  scoreConfidence: z.array(z.unknown()).nullish(),
  scoreUnit: text,
  rawData: z.array(z.array(z.unknown())).nullish(),
  rawDataHistogram: z.array(z.array(z.array(z.array(z.unknown()).max(2)))).nullish(),
})
const fileSchema = z
  .array(
    z.object({
      jmhVersion: text.nullish(),
      jdkVersion: text.nullish(),
      vmName: text.nullish(),
      benchmark: text,
      mode: text,
      params: z.unknown().optional(),
      primaryMetric: metricSchema,
      secondaryMetrics: z.unknown().optional(),
    }),
  )
  .max(MAX_BENCHMARKS)
type Element = z.output<typeof fileSchema>[number]
type WrittenMetric = z.output<typeof metricSchema>

/** Calls that are kept of a fork in the mode that samples them; more add nothing to a quantile, and there can be millions. */
const MAX_CALLS = 10_000
/** The bounds of a score belong to this confidence, whatever the settings. */
const LEVEL = 0.999

function read(input: Input): ResultFile {
  const elements = shaped(fileSchema, input, 'JMH')
  if (elements.length === 0) throw refusal(input, 'it holds no benchmarks')
  const warnings: string[] = []
  const benchmarks = new Map<string, IngestedBenchmark>()
  for (const element of elements) addTo(benchmarks, toBenchmark(element, input, warnings), element, input)
  return {
    tool: 'JMH',
    version: elements[0]!.jmhVersion ?? null,
    environment: environmentOf(elements[0]!),
    benchmarks: [...benchmarks.values()],
    warnings,
  }
}

/** The modes of one benchmark are elements of their own in the file; here they are metrics of one. */
function addTo(
  benchmarks: Map<string, IngestedBenchmark>,
  next: IngestedBenchmark,
  { mode }: Element,
  input: Input,
): void {
  const known = benchmarks.get(next.key)
  if (known === undefined) {
    benchmarks.set(next.key, next)
    return
  }
  const ids = new Set(known.metrics.map(({ id }) => id))
  const [primary, ...secondary] = next.metrics
  if (primary === undefined) return
  const id = ids.has(primary.id) ? `${primary.id} (${mode})` : primary.id
  if (known.metrics.length === 0 || ids.has(id)) {
    const shown = JSON.stringify(next.key.slice(0, 200))
    throw refusal(input, `two results of one mode are called ${shown}; give the file of one run`)
  }
  const more: IngestedMetric[] = [{ ...primary, id }, ...secondary.filter((metric) => !ids.has(metric.id))]
  known.metrics.push(...more)
}

function toBenchmark(element: Element, input: Input, warnings: string[]): IngestedBenchmark {
  const dot = element.benchmark.lastIndexOf('.')
  const suite = dot > 0 ? element.benchmark.slice(0, dot) : null
  const name = element.benchmark.slice(dot + 1)
  const params: Record<string, string> = Object.create(null)
  for (const [param, value] of Object.entries(isRecord(element.params) ? element.params : {})) {
    params[param] = typeof value === 'string' ? value : JSON.stringify(value)
  }
  const metrics = soundMetrics(keyOf([suite, name], params), metricsOf(element, input), warnings)
  // Without the primary one, what the profilers saw says nothing of the benchmark.
  const primary = primaryId(element)
  return benchmarkOf({ suite, name, params, metrics: metrics[0]?.id === primary ? metrics : [] })
}

/** By its unit; where that is unknown, by the mode. */
function primaryId({ mode, primaryMetric }: Element): 'throughput' | 'time' {
  const unit = normalUnit(primaryMetric.scoreUnit)?.unit
  if (unit === 'ns') return 'time'
  return unit === 'ops/s' || mode === 'thrpt' ? 'throughput' : 'time'
}

function metricsOf(element: Element, input: Input): MetricDraft[] {
  const { primaryMetric, secondaryMetrics } = element
  const id = primaryId(element)
  const known = normalUnit(primaryMetric.scoreUnit)
  const primary: MetricDraft = {
    id,
    unit: known?.unit ?? primaryMetric.scoreUnit,
    better: id === 'throughput' ? 'higher' : 'lower',
    data: dataOf(primaryMetric, known?.factor ?? 1),
  }
  const drafts = [primary]
  for (const [name, json] of Object.entries(isRecord(secondaryMetrics) ? secondaryMetrics : {})) {
    if (!isRecord(json) || typeof json['scoreUnit'] !== 'string') continue
    drafts.push(secondary(name, shaped(metricSchema, { ...input, json }, 'JMH')))
  }
  return drafts
}

/** What profilers and auxiliary counters add. Older versions put a middle dot and the name of the method before it. */
function secondary(written: string, metric: WrittenMetric): MetricDraft {
  const name = written.slice(written.lastIndexOf('\u{b7}') + 1)
  if (name === 'gc.alloc.rate.norm') {
    // Not exact: what the JVM allocates beside the benchmark is in it, 2 to 4 B/op of one that allocates nothing.
    return { id: 'bytes', unit: 'B', better: 'lower', data: dataOf(metric, 1) }
  }
  // In an iteration of fixed length faster code allocates more, and collects more often: neither way is better. The profiler's MB has
  // 1024 * 1024 bytes.
  if (name === 'gc.alloc.rate' && metric.scoreUnit === 'MB/sec') {
    return { id: name, unit: 'B/s', better: null, data: dataOf(metric, 1024 ** 2) }
  }
  const known = normalUnit(metric.scoreUnit)
  return {
    id: name,
    unit: known?.unit ?? metric.scoreUnit,
    better: name.startsWith('gc.') ? null : (known?.better ?? null),
    data: dataOf(metric, known?.factor ?? 1),
  }
}

function dataOf(
  { score, scoreConfidence, rawData, rawDataHistogram }: WrittenMetric,
  factor: number,
): MetricData | null {
  const forks = (rawData ?? []).map((fork) => fork.map((value) => numeric(value) * factor))
  if (forks.some((fork) => fork.length > 0)) return samples('iteration', forks)
  const calls = (rawDataHistogram ?? []).map((fork) => callsOf(fork, factor))
  if (calls.some((fork) => fork.length > 0)) return samples('iteration', calls)
  if (typeof score !== 'number') return null
  const [low, high] = (scoreConfidence ?? []).map(numeric)
  const isBounded = Number.isFinite(low) && Number.isFinite(high)
  return summary('mean', score * factor, {
    spread: isBounded ? { kind: 'ci', low: low! * factor, high: high! * factor, level: LEVEL } : null,
  })
}

/** The calls of a fork, smallest first; where there are too many, evenly spaced quantiles of them, which keeps their distribution. */
function callsOf(iterations: readonly (readonly (readonly unknown[])[])[], factor: number): number[] {
  const bins = iterations
    .flat()
    .map(([value, count]) => ({ value: numeric(value) * factor, count: Math.floor(numeric(count)) }))
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

function environmentOf({ jdkVersion, vmName }: Element): Record<string, string> {
  const environment: Record<string, string> = {}
  if (jdkVersion != null) environment['jdk'] = jdkVersion.slice(0, 200)
  if (vmName != null) environment['vm'] = vmName.slice(0, 200)
  return environment
}
