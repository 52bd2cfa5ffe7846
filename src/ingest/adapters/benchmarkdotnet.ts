import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { entryOf } from '../forms/entry.ts'
import { at, isRecord, shaped, text, texts, values } from '../forms/json.ts'
import { BYTES, exact, inUnit, numeric, samples, spreadOf, summary, time } from '../forms/metrics.ts'
import { keyOf } from '../forms/names.ts'

const fileSchema = z.object({
  HostEnvironmentInfo: z.looseObject({}),
  Benchmarks: z.array(
    z.object({
      ...texts('DisplayInfo', 'FullName', 'MethodTitle', 'Namespace', 'Type', 'Parameters'),
      Method: text,
      Statistics: z
        .object({
          OriginalValues: values,
          N: z.number().nullish(),
          Mean: z.unknown().optional(),
          Median: z.unknown().optional(),
          StandardDeviation: z.unknown().optional(),
        })
        .nullish(),
      Memory: z.unknown().optional(),
      Measurements: values,
      Metrics: z.unknown().optional(),
    }),
  ),
})
/** What is shown of the machine. */
const DESCRIBED = 'OsVersion ProcessorName LogicalCoreCount RuntimeVersion Architecture Configuration'.split(
  ' ',
)
type Written = z.output<typeof fileSchema>['Benchmarks'][number]

/** Reads `*-report-full-compressed.json`, and with fewer details the brief report. */
export const benchmarkDotNet = adapter({
  name: 'benchmarkdotnet',
  title: 'BenchmarkDotNet: `--exporters json`',
  tool: 'BenchmarkDotNet',
  twins: 'give each benchmark and each job a name of its own',

  recognises: ({ json }) =>
    isRecord(at(json, 'HostEnvironmentInfo')) && Array.isArray(at(json, 'Benchmarks')),

  read(input, results) {
    const { HostEnvironmentInfo: host, Benchmarks: benchmarks } = shaped(fileSchema, input, 'BenchmarkDotNet')
    const { BenchmarkDotNetVersion: version } = host
    results.version = typeof version === 'string' ? version : null
    for (const name of DESCRIBED) results.describe({ [name]: host[name] })
    const named = benchmarks.map((written) => ({ written, name: nameOf(written) }))
    for (const sameName of Map.groupBy(named, ({ name }) => keyName(name)).values()) {
      if (sameName.length === 1) continue
      for (const { written, name } of sameName) {
        const job = jobOf(written)
        if (job !== null) name.params['job'] = job
      }
    }
    for (const { written, name } of named) {
      const first = timeOf(written)
      const message = first === null ? 'BenchmarkDotNet gives no statistics of it, because it failed' : null
      results.add({ ...name, metrics: [first, ...othersOf(written)], primary: 'time', message })
      if (first?.data.kind === 'summary' && first.data.centre === 0)
        results.warnings.push(
          `${keyName(name)}: its time is 0, which is what an empty method or an error leaves`,
        )
    }
  },
})

interface Name {
  suite: string | null
  name: string
  params: Record<string, string>
}

const keyName = ({ suite, name, params }: Name): string => keyOf([suite, name], params)

function nameOf(written: Written): Name {
  const { Namespace: namespace, Type: type, Method: name } = written
  const suite = [namespace, type].filter((part) => part != null && part !== '').join('.')
  return { suite: suite === '' ? null : suite, name, params: paramsOf(written) }
}

/**
 * `N=1&Url=a?x=1&y=2`: a value may hold an ampersand and a word behind it, so that a parameter begins only
 * where FullName declares one: `(N: 1, Url: "a?x=1&y=2")`.
 */
function paramsOf(written: Written): Name['params'] {
  const declared = declaredNames(written)
  const params: Record<string, string> = Object.create(null)
  let last: string | null = null
  for (const part of (written.Parameters ?? '').split('&')) {
    const name = part.slice(0, Math.max(part.indexOf('='), 0))
    const isNew = name !== '' && !Object.hasOwn(params, name) && (declared?.has(name) ?? true)
    if (isNew) {
      params[name] = part.slice(name.length + 1)
      last = name
    } else if (last !== null) params[last] += `&${part}`
  }
  return params
}

/** The parameters that FullName has behind the method; null where it has none there. */
function declaredNames({ FullName: full, Method: method }: Written): ReadonlySet<string> | null {
  const start = full?.indexOf(`.${method}(`) ?? -1
  if (full == null || start === -1) return null
  const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs
  const called = full.slice(start + method.length + 1).replace(quoted, '""')
  return new Set([...called.matchAll(/(?:^\(|, )([^\s:,()]+): /g)].map(([, name]) => name!))
}

/**
 * Several jobs (runtimes, platforms) run the same methods. DisplayInfo is `Type.Title: Job [Parameters]`; the
 * title is the method unless its author described it, and may then hold anything. The tool invents a part of
 * a job's name anew in each run.
 */
function jobOf({
  DisplayInfo: info,
  Method: method,
  MethodTitle: title,
  Type: type,
}: Written): string | null {
  if (info == null) return null
  const titles = [title ?? method, `'${title}'`, method].map((one) => `${type}.${one}: `)
  const start = titles.find((one) => info.startsWith(one))?.length ?? afterTitle(info, method)
  if (start === null) return null
  const end = info.endsWith(']') ? info.lastIndexOf(' [') : -1
  const job = info.slice(start, end > start ? end : undefined)
  return job.replace(/^Job-[A-Z]{4,10}(?=\()/, 'Job')
}

/** Where the job begins in a text that does not begin with the type and the title. */
function afterTitle(info: string, method: string): number | null {
  const at = info.indexOf(`${method}: `)
  return at === -1 ? null : at + method.length + 2
}

function othersOf({ Memory: memory, Metrics: metrics }: Written): (IngestedMetric | null)[] {
  const bytes = at(memory, 'BytesAllocatedPerOperation')
  return [
    exact(BYTES, typeof bytes === 'number' ? bytes : null),
    ...(Array.isArray(metrics) ? metrics.map(otherOf) : []),
  ]
}

/** Null where the tool gives no statistics. */
function timeOf({ Statistics: statistics, Measurements: measurements }: Written): IngestedMetric | null {
  if (statistics == null) return null
  const launches = launchesOf(measurements ?? [])
  if (launches.length > 0) return samples(time(), 'iteration', launches)
  if (statistics.OriginalValues?.length) return samples(time(), 'iteration', [statistics.OriginalValues])
  const { Mean: mean, Median: median, StandardDeviation: sd, N: count } = statistics
  const spread = spreadOf('sd', typeof sd === 'number' ? sd : null)
  if (typeof mean === 'number') return summary(time(), 'mean', mean, { spread, count })
  return summary(time(), 'median', typeof median === 'number' ? median : null, { count })
}

/** Results of the workload in ns for each operation, by process; all else is pilot, warm-up and overhead. */
function launchesOf(measurements: readonly unknown[]): number[][] {
  const launches = new Map<number, number[]>()
  for (const measurement of measurements) {
    if (at(measurement, 'IterationMode') !== 'Workload' || at(measurement, 'IterationStage') !== 'Result')
      continue
    const launch = numeric(at(measurement, 'LaunchIndex'))
    const time = numeric(at(measurement, 'Nanoseconds')) / numeric(at(measurement, 'Operations'))
    entryOf(launches, launch, (): number[] => []).push(time)
  }
  return [...launches.values()]
}

/** What a diagnoser adds, with its direction. */
function otherOf(written: unknown): IngestedMetric | null {
  const id = at(written, 'Descriptor', 'Id')
  const value = at(written, 'Value')
  if (typeof id !== 'string' || id === 'Allocated Memory' || typeof value !== 'number') return null
  const unit = at(written, 'Descriptor', 'Unit')
  const greater = at(written, 'Descriptor', 'TheGreaterTheBetter')
  const better = greater === true ? 'higher' : greater === false ? 'lower' : null
  return summary({ ...inUnit(typeof unit === 'string' ? unit : ''), id, better }, 'other', value)
}
