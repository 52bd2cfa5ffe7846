import { z } from 'zod'
import type { IngestedBenchmark, ResultFile } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { at } from '../forms/at.ts'
import { benchmarkOf, type MetricDraft, samples, soundMetrics, summary } from '../benchmark.ts'
import { isRecord, refusal, shaped } from '../forms/json-shape.ts'
import { numeric } from '../forms/lines.ts'
import { MAX_BENCHMARKS, withoutTwins } from '../twins.ts'

/** Reads `--benchmark-json`, and with mean and deviation only what `--benchmark-save` leaves. */
export const pytestBenchmark: Adapter = {
  name: 'pytest-benchmark',
  title: 'pytest-benchmark: `--benchmark-json=FILE`',
  recognises: ({ json }) => isRecord(at(json, 'machine_info')) && Array.isArray(at(json, 'benchmarks')),
  read,
}

const text = z.string().max(10_000)
const number = z.number().nullish()

const fileSchema = z.object({
  version: text.nullish(),
  machine_info: z.looseObject({}),
  benchmarks: z
    .array(
      z.object({
        name: text,
        fullname: text.nullish(),
        params: z.unknown().optional(),
        extra_info: z.unknown().optional(),
        stats: z.object({
          data: z.array(z.unknown()).nullish(),
          mean: number,
          stddev: number,
          rounds: number,
        }),
      }),
    )
    .max(MAX_BENCHMARKS),
})
type Written = z.output<typeof fileSchema>['benchmarks'][number]

function read(input: Input): ResultFile {
  const file = shaped(fileSchema, input, 'pytest-benchmark')
  if (file.benchmarks.length === 0) throw refusal(input, 'it holds no benchmarks')
  const warnings: string[] = []
  const benchmarks = file.benchmarks.map((written) => toBenchmark(written, warnings))
  if (file.benchmarks.every(({ stats }) => !stats.data?.length)) {
    warnings.push(
      'the file holds no single rounds, only mean and deviation; `--benchmark-json` or `--benchmark-save-data` writes them',
    )
  }
  return {
    tool: 'pytest-benchmark',
    version: file.version ?? null,
    environment: environmentOf(file.machine_info),
    benchmarks: withoutTwins(
      input,
      benchmarks,
      'give each test and each set of parameters a name of its own',
    ),
    warnings,
  }
}

function toBenchmark(written: Written, warnings: string[]): IngestedBenchmark {
  // The name alone comes back in other files and classes.
  const [suite, ...path] = splitNode(written.fullname ?? written.name)
  const params = paramsOf(written.params)
  const last = path.pop() ?? suite!
  return benchmarkOf({
    suite: last === suite ? null : suite!,
    path,
    // The part in brackets repeats the parameters; it is needed where these cannot be repeated in another process.
    name: params === null ? last : last.replace(/\[[^[]*\]$/, ''),
    params: params ?? {},
    metrics: soundMetrics(written.fullname ?? written.name, metricsOf(written), warnings),
  })
}

/** `file.py::Class::test[id]`; an id may hold colons. */
function splitNode(node: string): string[] {
  const bracket = node.indexOf('[')
  const end = bracket === -1 ? node.length : bracket
  const parts = node.slice(0, end).split('::')
  parts.push(parts.pop()! + node.slice(end))
  return parts
}

/** Null when there are none, or when one is an object that Python prints with its address in memory. */
function paramsOf(value: unknown): Record<string, string> | null {
  const entries = Object.entries(isRecord(value) ? value : {})
  if (entries.length === 0) return null
  const params: Record<string, string> = Object.create(null)
  for (const [name, param] of entries) {
    const isPlain = typeof param === 'number' || typeof param === 'boolean' || param === null
    if (
      !isPlain &&
      (typeof param !== 'string' || param.length > 100 || /^UNSERIALIZABLE|\bat 0x/.test(param))
    )
      return null
    params[name] = String(param)
  }
  return params
}

function metricsOf({ stats, extra_info: extra }: Written): MetricDraft[] {
  const { data, mean, stddev, rounds } = stats
  const spread = stddev == null ? null : ({ kind: 'sd', value: stddev * 1e9 } as const)
  const time = data?.length
    ? samples('round', [data.map((round) => numeric(round) * 1e9)])
    : summary('mean', mean == null ? null : mean * 1e9, { spread, count: rounds })
  const counters = Object.entries(isRecord(extra) ? extra : {}).filter(
    ([, value]) => typeof value === 'number',
  )
  return [
    { id: 'time', unit: 'ns', better: 'lower', data: time },
    ...counters.map(([id, value]): MetricDraft => ({
      id,
      unit: '',
      better: null,
      data: summary('other', numeric(value)),
    })),
  ]
}

function environmentOf(machine: Readonly<Record<string, unknown>>): Record<string, string> {
  const environment: Record<string, string> = {}
  const put = (name: string, value: unknown): void => {
    if (typeof value === 'string' && value !== '') environment[name] = value.slice(0, 200)
  }
  put('python', machine['python_version'])
  put('implementation', machine['python_implementation'])
  put('system', machine['system'])
  put('machine', machine['machine'])
  put('cpu', at(machine, 'cpu', 'brand_raw'))
  return environment
}
