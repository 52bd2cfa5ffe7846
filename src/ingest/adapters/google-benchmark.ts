import { z } from 'zod'
import type { IngestedBenchmark, ResultFile } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { at } from '../forms/at.ts'
import { benchmarkOf, counted, type MetricDraft, samples, soundMetrics, summary } from '../benchmark.ts'
import { refusal, shaped } from '../forms/json-shape.ts'
import { numeric } from '../forms/lines.ts'
import { MAX_BENCHMARKS, withoutTwins } from '../twins.ts'
import { normalUnit } from '../../model/units.ts'

/** Reads `--benchmark_format=json` and `--benchmark_out`: single rows are preferred to the aggregates beside them. */
export const googleBenchmark: Adapter = {
  name: 'google-benchmark',
  title: 'Google Benchmark: `--benchmark_out=FILE --benchmark_out_format=json`',
  recognises: ({ json }) =>
    at(json, 'context', 'num_cpus') !== undefined && Array.isArray(at(json, 'benchmarks')),
  read,
}

const MAX_ROWS = 1_000_000

const text = z.string().max(10_000)
const rowSchema = z.looseObject({
  name: text,
  run_name: text.optional(),
  run_type: text.optional(),
  aggregate_name: text.optional(),
  repetitions: z.number().optional(),
  time_unit: text.optional(),
  error_occurred: z.boolean().optional(),
  error_message: text.optional(),
  skipped: z.boolean().optional(),
  skip_message: text.optional(),
})
const fileSchema = z.object({
  context: z.looseObject({}),
  benchmarks: z.array(rowSchema).max(MAX_ROWS),
})

/** Numbers of a row that are no measurement; all others but the times are counters of the user. */
const NO_COUNTERS = new Set([
  'family_index',
  'per_family_instance_index',
  'repetitions',
  'repetition_index',
  'threads',
  'iterations',
  'real_time',
  'cpu_time',
])

/** What does not depend on the time that it takes. */
const COUNTED: ReadonlySet<string> = new Set(['allocs_per_iter', 'total_allocated_bytes'])

type Row = z.output<typeof rowSchema>

interface Family {
  rows: Row[]
  aggregates: Map<string, Row>
  failure: string | null
  isSkipped: boolean
}

function read(input: Input): ResultFile {
  const file = shaped(fileSchema, input, 'Google Benchmark')
  const families = new Map<string, Family>()
  for (const row of file.benchmarks) add(families, row, input)
  if (families.size === 0) throw refusal(input, 'it holds no benchmarks')

  const warnings: string[] = []
  const benchmarks = [...families].map(([name, family]) => toBenchmark(name, family, input, warnings))
  return {
    tool: 'Google Benchmark',
    version: stringOf(file.context['library_version']),
    environment: environmentOf(file.context),
    benchmarks: withoutTwins(input, benchmarks, 'give each benchmark a name of its own'),
    warnings,
  }
}

function add(families: Map<string, Family>, row: Row, input: Input): void {
  const isAggregate =
    row.run_type === 'aggregate' || (row.run_type === undefined && OLD_AGGREGATE.test(row.name))
  const aggregate = row.aggregate_name ?? (isAggregate ? (OLD_AGGREGATE.exec(row.name)?.[1] ?? null) : null)
  // Fits of a complexity are no measurement of a benchmark.
  if (aggregate === 'BigO' || aggregate === 'RMS') return
  // Before run_name there was only the name, with the aggregate behind it.
  const name = row.run_name ?? (aggregate === null ? row.name : row.name.slice(0, -aggregate.length - 1))
  const family = families.get(name) ?? {
    rows: [],
    aggregates: new Map<string, Row>(),
    failure: null,
    isSkipped: false,
  }
  if (families.size === MAX_BENCHMARKS && !families.has(name)) {
    throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks; split it with --benchmark_filter`)
  }
  families.set(name, family)
  if (row.error_occurred === true) family.failure ??= row.error_message ?? 'the benchmark reported an error'
  else if (row.skipped === true) family.isSkipped = true
  else if (isAggregate) family.aggregates.set(aggregate ?? '', row)
  else family.rows.push(row)
}

const OLD_AGGREGATE = /_(mean|median|stddev|cv|BigO|RMS)$/

function toBenchmark(written: string, family: Family, input: Input, warnings: string[]): IngestedBenchmark {
  const { name, params } = split(written)
  const drafts = family.failure === null && !family.isSkipped ? metricsOf(written, family, input) : []
  const metrics = soundMetrics(written, drafts, warnings)
  const benchmark = benchmarkOf({ name, params, metrics, failure: family.failure })
  return family.isSkipped && family.failure === null
    ? { ...benchmark, status: 'skipped', message: null }
    : benchmark
}

/** `BM_Sort/n:1000/8/real_time`: named arguments are parameters, the rest tells two benchmarks apart and is the name. */
function split(written: string): { name: string; params: Record<string, string> } {
  const params: Record<string, string> = Object.create(null)
  const name = written.split('/').filter((part, at) => {
    const [, param, value] = /^([A-Za-z_][\w ]{0,99}):([^:].*)$/s.exec(part) ?? []
    if (at === 0 || param === undefined || Object.hasOwn(params, param)) return true
    params[param] = value!
    return false
  })
  return { name: name.join('/'), params }
}

function metricsOf(name: string, family: Family, input: Input): MetricDraft[] {
  const first = family.rows[0] ?? family.aggregates.get('mean') ?? family.aggregates.get('median')
  if (first === undefined) return []
  const draft = (key: string, as: Omit<MetricDraft, 'data'>, factor: (row: Row) => number): MetricDraft => ({
    ...as,
    data: dataOf(family, (row) => numeric(row[key]) * factor(row), COUNTED.has(key)),
  })
  const timeFactor = (row: Row) => nanoseconds(row, input)
  const real = draft('real_time', { id: 'time', unit: 'ns', better: 'lower' }, timeFactor)
  const cpu = draft('cpu_time', { id: 'cpu-time', unit: 'ns', better: 'lower' }, timeFactor)
  const counters = Object.entries(first)
    .filter(([key, value]) => typeof value === 'number' && !NO_COUNTERS.has(key))
    .map(([key]) => draft(key, counter(key), () => 1))
  // The name says so when the time on the wall is the one to look at; else the tool itself goes by the time of the CPU.
  return /\/(?:real|manual)_time(?:\/|$)/.test(name) ? [real, cpu, ...counters] : [cpu, real, ...counters]
}

function dataOf(family: Family, value: (row: Row) => number, isCounted: boolean): MetricDraft['data'] {
  if (family.rows.length > 0) return (isCounted ? counted : samples)('repetition', [family.rows.map(value)])
  const count = (row: Row) => row.repetitions ?? null
  const mean = family.aggregates.get('mean')
  const sd = family.aggregates.get('stddev')
  if (mean !== undefined) {
    const spread = sd === undefined ? null : ({ kind: 'sd', value: value(sd) } as const)
    return summary('mean', value(mean), { spread, count: count(mean) })
  }
  const median = family.aggregates.get('median')
  return median === undefined ? null : summary('median', value(median), { count: count(median) })
}

function nanoseconds({ time_unit: unit = 'ns' }: Row, input: Input): number {
  const normal = normalUnit(unit)
  if (normal?.unit === 'ns') return normal.factor
  throw refusal(input, 'a time_unit of it is none of ns, us, ms and s')
}

/** A counter has no unit in the file; only the tool's own ones and their suffix say what they count. */
function counter(key: string): Omit<MetricDraft, 'data'> {
  switch (key) {
    case 'bytes_per_second':
      return { id: 'throughput', unit: 'B/s', better: 'higher' }
    case 'items_per_second':
      return { id: 'item-throughput', unit: 'ops/s', better: 'higher' }
    case 'allocs_per_iter':
      return { id: 'allocs', unit: 'count', better: 'lower' }
    case 'max_bytes_used':
      return { id: 'memory', unit: 'B', better: 'lower' }
    case 'total_allocated_bytes':
      return { id: 'bytes', unit: 'B', better: 'lower' }
    default:
      return key.endsWith('_per_second')
        ? { id: key, unit: 'ops/s', better: 'higher' }
        : { id: key, unit: '', better: null }
  }
}

const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 200) : null)

function environmentOf(context: Readonly<Record<string, unknown>>): Record<string, string> {
  const environment: Record<string, string> = {}
  for (const key of ['host_name', 'num_cpus', 'mhz_per_cpu', 'cpu_scaling_enabled', 'library_build_type']) {
    const value = context[key]
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      environment[key] = String(value).slice(0, 200)
    }
  }
  return environment
}
