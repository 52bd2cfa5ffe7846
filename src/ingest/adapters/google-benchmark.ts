import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter, type Input } from '../adapter.ts'
import { entryOf } from '../forms/entry.ts'
import { at, shaped, text, texts } from '../forms/json.ts'
import {
  ALLOCS,
  BYTES,
  counted,
  inUnit,
  MEMORY,
  type Metric,
  numeric,
  samples,
  spreadOf,
  summary,
  THROUGHPUT,
  time,
  unlessNamed,
} from '../forms/metrics.ts'
import { refusal } from '../refusal.ts'
import { unitKind } from '../../model/unit.ts'

const MAX_ROWS = 1_000_000

const rowSchema = z.looseObject({
  name: text,
  ...texts('run_name', 'run_type', 'aggregate_name', 'time_unit', 'error_message'),
  repetitions: z.number().optional(),
  error_occurred: z.boolean().optional(),
  skipped: z.boolean().optional(),
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

/** Reads `--benchmark_out`: single rows are preferred to the aggregates beside them. */
export const googleBenchmark = adapter({
  name: 'google-benchmark',
  title: 'Google Benchmark: `--benchmark_out=FILE --benchmark_out_format=json`',
  tool: 'Google Benchmark',
  twins: 'give each benchmark a name of its own',

  recognises: ({ json }) =>
    ['num_cpus', 'library_version'].some((key) => at(json, 'context', key) !== undefined) &&
    Array.isArray(at(json, 'benchmarks')),

  read(input, results) {
    const { context, benchmarks } = shaped(fileSchema, input, 'Google Benchmark')
    const { host_name, num_cpus, mhz_per_cpu, cpu_scaling_enabled, library_build_type } = context
    results.describe({ host_name, num_cpus, mhz_per_cpu, cpu_scaling_enabled, library_build_type })
    const { library_version: version } = context
    results.version = typeof version === 'string' ? version : null
    const families = new Map<string, Family>()
    for (const row of benchmarks) add(families, row)
    for (const [written, family] of families) {
      const { failure, isSkipped } = family
      const place = split(written)
      if (failure !== null) results.add({ ...place, status: 'failed', message: failure })
      else if (isSkipped) results.add({ ...place, status: 'skipped' })
      else results.add({ ...place, metrics: metricsOf(written, family, input) })
    }
  },
})

function add(families: Map<string, Family>, row: Row): void {
  const isAggregate = row.run_type === 'aggregate' || (row.run_type == null && OLD_AGGREGATE.test(row.name))
  const aggregate = row.aggregate_name ?? (isAggregate ? (OLD_AGGREGATE.exec(row.name)?.[1] ?? null) : null)
  // Fits of a complexity are no measurement of a benchmark.
  if (aggregate === 'BigO' || aggregate === 'RMS') return
  // Before run_name there was only the name, with the aggregate behind it.
  const name = row.run_name ?? (aggregate === null ? row.name : row.name.slice(0, -aggregate.length - 1))
  const none = { failure: null, isSkipped: false }
  const family = entryOf(families, name, (): Family => ({ rows: [], aggregates: new Map(), ...none }))
  if (row.error_occurred === true) family.failure ??= row.error_message ?? 'the benchmark reported an error'
  else if (row.skipped === true) family.isSkipped = true
  else if (isAggregate) family.aggregates.set(aggregate ?? '', row)
  else family.rows.push(row)
}

const OLD_AGGREGATE = /_(mean|median|stddev|cv|BigO|RMS)$/

/**
 * `BM_Sort/n:1000/8/real_time`: named arguments are parameters, the rest tells two benchmarks apart and is
 * the name.
 */
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

function metricsOf(name: string, family: Family, input: Input): (IngestedMetric | null)[] {
  const first = family.rows[0] ?? family.aggregates.get('mean') ?? family.aggregates.get('median')
  if (first === undefined) return []
  const timeOf = (key: string) => (row: Row) => numeric(row[key]) * nanoseconds(row, input)
  const real = metricOf(time(), family, timeOf('real_time'))
  const cpu = metricOf({ ...time(), id: 'cpu-time' }, family, timeOf('cpu_time'))
  const counters = Object.entries(first)
    .filter(([key, value]) => typeof value === 'number' && !NO_COUNTERS.has(key))
    .map(([key]) => metricOf(counter(key), family, (row) => numeric(row[key]), COUNTED.has(key)))
  // The name says so when the time on the wall is the one to look at; else the tool itself goes by the time
  // of the CPU, unless the clock of that was too coarse.
  const isCoarse = [...family.rows, first].some(({ cpu_time: time }) => time === 0)
  const isReal = isCoarse || /\/(?:real|manual)_time(?:\/|$)/.test(name)
  return isReal ? [real, cpu, ...counters] : [cpu, real, ...counters]
}

function metricOf(
  metric: Metric,
  { rows, aggregates }: Family,
  value: (row: Row) => number,
  isCounted = false,
): IngestedMetric | null {
  if (rows.length > 0) return (isCounted ? counted : samples)(metric, 'repetition', [rows.map(value)])
  const [mean, median, sd] = ['mean', 'median', 'stddev'].map((name) => aggregates.get(name))
  const spread = spreadOf('sd', sd && value(sd))
  if (mean !== undefined) return summary(metric, 'mean', value(mean), { spread, count: mean.repetitions })
  return summary(metric, 'median', median && value(median), { count: median?.repetitions })
}

function nanoseconds({ time_unit: unit = 'ns' }: Row, input: Input): number {
  const normal = inUnit(unit ?? '')
  if (unitKind(normal.unit) === 'time') return normal.factor
  throw refusal(input, 'a time_unit of it is none of ns, us, ms and s')
}

/** A counter has no unit in the file; only the tool's own ones and their suffix say what they count. */
const counter = (key: string): Metric =>
  COUNTERS.get(key) ??
  (key.endsWith('_per_second')
    ? unlessNamed(key, { id: key, unit: 'ops/s', better: 'higher' })
    : { id: key, unit: '', better: null })

const COUNTERS: ReadonlyMap<string, Metric> = new Map<string, Metric>([
  ['bytes_per_second', { ...THROUGHPUT, unit: 'B/s' }],
  ['items_per_second', { ...THROUGHPUT, id: 'item-throughput' }],
  ['allocs_per_iter', ALLOCS],
  ['max_bytes_used', MEMORY],
  ['total_allocated_bytes', BYTES],
])
