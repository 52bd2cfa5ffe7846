import { z } from 'zod'
import type { IngestedBenchmark, MetricData, ResultFile } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { at } from '../forms/at.ts'
import { benchmarkOf, exact, type MetricDraft, samples, soundMetrics, summary } from '../benchmark.ts'
import { isRecord, refusal, shaped } from '../forms/json-shape.ts'
import { keyOf } from '../forms/key.ts'
import { numeric } from '../forms/lines.ts'
import { MAX_BENCHMARKS, withoutTwins } from '../twins.ts'
import { normalUnit } from '../../model/units.ts'

/** Reads `*-report-full-compressed.json`, and with fewer details the brief report. */
export const benchmarkDotNet: Adapter = {
  name: 'benchmarkdotnet',
  title: 'BenchmarkDotNet: `--exporters json`',
  recognises: ({ json }) =>
    isRecord(at(json, 'HostEnvironmentInfo')) && Array.isArray(at(json, 'Benchmarks')),
  read,
}

const text = z.string().max(10_000)
const fileSchema = z.object({
  HostEnvironmentInfo: z.looseObject({}),
  Benchmarks: z
    .array(
      z.object({
        DisplayInfo: text.nullish(),
        Namespace: text.nullish(),
        Type: text.nullish(),
        Method: text,
        Parameters: text.nullish(),
        Statistics: z
          .object({
            OriginalValues: z.array(z.unknown()).nullish(),
            N: z.number().nullish(),
            Mean: z.unknown().optional(),
            Median: z.unknown().optional(),
            StandardDeviation: z.unknown().optional(),
          })
          .nullish(),
        Memory: z.unknown().optional(),
        Measurements: z.array(z.unknown()).nullish(),
        Metrics: z.unknown().optional(),
      }),
    )
    .max(MAX_BENCHMARKS),
})
type Written = z.output<typeof fileSchema>['Benchmarks'][number]

function read(input: Input): ResultFile {
  const file = shaped(fileSchema, input, 'BenchmarkDotNet')
  if (file.Benchmarks.length === 0) throw refusal(input, 'it holds no benchmarks')
  const names = file.Benchmarks.map(nameOf)
  const counts = new Map<string, number>()
  for (const name of names) counts.set(keyName(name), (counts.get(keyName(name)) ?? 0) + 1)

  const warnings: string[] = []
  const benchmarks = file.Benchmarks.map((written, at) => {
    const name = names[at]!
    const job = jobOf(written)
    if ((counts.get(keyName(name)) ?? 0) > 1 && job !== null) name.params['job'] = job
    return toBenchmark(written, name, warnings)
  })
  const version = file.HostEnvironmentInfo['BenchmarkDotNetVersion']
  return {
    tool: 'BenchmarkDotNet',
    version: typeof version === 'string' ? version.slice(0, 200) : null,
    environment: environmentOf(file.HostEnvironmentInfo),
    benchmarks: withoutTwins(input, benchmarks, 'give each benchmark and each job a name of its own'),
    warnings,
  }
}

interface Name {
  suite: string | null
  name: string
  params: Record<string, string>
}

const keyName = ({ suite, name, params }: Name): string => keyOf([suite, name], params)

function nameOf({ Namespace: namespace, Type: type, Method: name, Parameters: written }: Written): Name {
  const params: Record<string, string> = Object.create(null)
  for (const part of (written ?? '').split('&')) {
    const equals = part.indexOf('=')
    if (equals > 0) params[part.slice(0, equals)] = part.slice(equals + 1)
  }
  const suite = [namespace, type].filter((part) => part != null && part !== '').join('.')
  return { suite: suite === '' ? null : suite, name, params }
}

/** Several jobs (runtimes, platforms) run the same methods. The tool invents a part of a job's name anew in each run. */
function jobOf({ DisplayInfo: info, Method: method }: Written): string | null {
  const start = info?.indexOf(`${method}: `) ?? -1
  if (info == null || start === -1) return null
  const end = info.endsWith(']') ? info.lastIndexOf(' [') : -1
  const job = info.slice(start + method.length + 2, end > start ? end : undefined)
  return job.replace(/^Job-[A-Z]{4,10}(?=\()/, 'Job')
}

function toBenchmark(written: Written, name: Name, warnings: string[]): IngestedBenchmark {
  const shown = keyName(name)
  const time = timeOf(written)
  if (time === null) {
    return benchmarkOf({
      ...name,
      metrics: [],
      failure: 'BenchmarkDotNet gives no statistics of it, because it failed',
    })
  }
  const metrics = soundMetrics(
    shown,
    [
      { id: 'time', unit: 'ns', better: 'lower', data: time },
      ...memoryOf(written.Memory),
      ...othersOf(written.Metrics),
    ],
    warnings,
  )
  if (metrics[0]?.id !== 'time') return benchmarkOf({ ...name, metrics: [] })
  const { data } = metrics[0]
  if (data.kind === 'summary' && data.centre === 0) {
    warnings.push(`${shown}: its time is 0, which is what an empty method or an error leaves`)
  }
  return benchmarkOf({ ...name, metrics })
}

function timeOf({ Statistics: statistics, Measurements: measurements }: Written): MetricData | null {
  if (statistics == null) return null
  const launches = launchesOf(measurements ?? [])
  if (launches.length > 0) return samples('iteration', launches)
  if (statistics.OriginalValues?.length) return samples('iteration', [statistics.OriginalValues.map(numeric)])
  const { Mean: mean, Median: median, StandardDeviation: sd, N: count = null } = statistics
  const spread = typeof sd === 'number' ? ({ kind: 'sd', value: sd } as const) : null
  if (typeof mean === 'number') return summary('mean', mean, { spread, count })
  return typeof median === 'number' ? summary('median', median, { count }) : null
}

/** Results of the workload in ns for each operation, those of one process together; all else is pilot, warmup and overhead. */
function launchesOf(measurements: readonly unknown[]): number[][] {
  const launches = new Map<number, number[]>()
  for (const measurement of measurements) {
    if (at(measurement, 'IterationMode') !== 'Workload' || at(measurement, 'IterationStage') !== 'Result')
      continue
    const launch = numeric(at(measurement, 'LaunchIndex'))
    const values = launches.get(launch) ?? []
    launches.set(launch, values)
    values.push(numeric(at(measurement, 'Nanoseconds')) / numeric(at(measurement, 'Operations')))
  }
  return [...launches.values()]
}

function memoryOf(memory: unknown): MetricDraft[] {
  const bytes = at(memory, 'BytesAllocatedPerOperation')
  return typeof bytes === 'number' ? [{ id: 'bytes', unit: 'B', better: 'lower', data: exact(bytes) }] : []
}

/** What diagnosers add, each with its direction. */
function othersOf(metrics: unknown): MetricDraft[] {
  if (!Array.isArray(metrics)) return []
  return metrics.flatMap((metric): MetricDraft[] => {
    const id = at(metric, 'Descriptor', 'Id')
    const value = at(metric, 'Value')
    if (typeof id !== 'string' || id === 'Allocated Memory' || typeof value !== 'number') return []
    const written = at(metric, 'Descriptor', 'Unit')
    const unit = typeof written === 'string' ? written : ''
    const known = normalUnit(unit)
    const greater = at(metric, 'Descriptor', 'TheGreaterTheBetter')
    const better = greater === true ? 'higher' : greater === false ? 'lower' : null
    return [{ id, unit: known?.unit ?? unit, better, data: summary('other', value * (known?.factor ?? 1)) }]
  })
}

function environmentOf(host: Readonly<Record<string, unknown>>): Record<string, string> {
  const environment: Record<string, string> = {}
  for (const key of [
    'OsVersion',
    'ProcessorName',
    'LogicalCoreCount',
    'RuntimeVersion',
    'Architecture',
    'Configuration',
  ]) {
    const value = host[key]
    if (typeof value === 'string' || typeof value === 'number') environment[key] = String(value).slice(0, 200)
  }
  return environment
}
