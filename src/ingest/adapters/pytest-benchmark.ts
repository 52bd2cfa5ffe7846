import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { at, isRecord, numbers, shaped, text, values } from '../forms/json.ts'
import { samples, spreadOf, summary, time } from '../forms/metrics.ts'
import { keyOf } from '../forms/names.ts'

const fileSchema = z.object({
  version: text.nullish(),
  machine_info: z.looseObject({}),
  benchmarks: z.array(
    z.object({
      name: text,
      fullname: text.nullish(),
      params: z.unknown().optional(),
      extra_info: z.unknown().optional(),
      stats: z.object({ data: values, ...numbers('mean', 'stddev', 'rounds') }),
    }),
  ),
})
type Written = z.output<typeof fileSchema>['benchmarks'][number]

/** Reads `--benchmark-json`, and with mean and deviation only what `--benchmark-save` leaves. */
export const pytestBenchmark = adapter({
  name: 'pytest-benchmark',
  title: 'pytest-benchmark: `--benchmark-json=FILE`',
  empty: 'it holds no benchmark, as with pytest-xdist (-n) and with --benchmark-disable',
  twins: 'give each test and each set of parameters a name of its own',
  recognises: ({ json }) => isRecord(at(json, 'machine_info')) && Array.isArray(at(json, 'benchmarks')),

  read(input, results) {
    const { version, machine_info: machine, benchmarks } = shaped(fileSchema, input, 'pytest-benchmark')
    results.version = version ?? null
    results.describe({
      python: machine['python_version'],
      implementation: machine['python_implementation'],
      system: machine['system'],
      machine: machine['machine'],
      cpu: at(machine, 'cpu', 'brand_raw'),
    })
    const places = placesOf(benchmarks)
    for (const [at, written] of benchmarks.entries())
      results.add({ ...places[at]!, metrics: metricsOf(written) })
    if (benchmarks.every(({ stats }) => !stats.data?.length)) {
      results.warnings.push(
        'the file holds no single rounds, only mean and deviation; `--benchmark-json` or `--benchmark-save-data` writes them',
      )
    }
  },
})

interface Place {
  suite: string | null
  path: string[]
  name: string
  params: Record<string, string>
}

/** A test by its parameters, or by its whole id where these do not say all that is in it. */
function placesOf(tests: readonly Written[]): Place[] {
  const places = tests.map((test) => placeOf(test, false))
  const keys = places.map(({ suite, path, name, params }) => keyOf([suite, ...path, name], params))
  const same = Map.groupBy(keys, (key) => key)
  return places.map((place, at) => (same.get(keys[at]!)!.length > 1 ? placeOf(tests[at]!, true) : place))
}

function placeOf(written: Written, byId: boolean): Place {
  // The name alone comes back in other files and classes.
  const [suite, ...path] = splitNode(written.fullname ?? written.name)
  const last = path.pop() ?? suite!
  const place = { suite: last === suite ? null : suite!, path }
  const bracket = last.endsWith(']') ? last.indexOf('[') : -1
  const params = paramsOf(written.params)
  // Parameters cannot be repeated in another process where one is an object.
  if (bracket === -1 || params === null) return { ...place, name: last, params: params ?? {} }
  const isTold = !byId && isToldBy(last.slice(bracket + 1, -1), Object.values(written.params ?? {}))
  return isTold ? { ...place, name: last.slice(0, bracket), params } : { ...place, name: last, params: {} }
}

/**
 * Whether the values say all of an id, in which pytest joins them by dashes: a part that no value is left for
 * is a parameter that is not in the file. The author may have given a value an id of another text.
 */
function isToldBy(id: string, values: readonly unknown[]): boolean {
  let rest = `-${id}-`
  const left = values.filter((value) => {
    const form = formsOf(value).find((text) => rest.includes(`-${text}-`))
    if (form !== undefined) rest = rest.replace(`-${form}-`, () => '-')
    return form === undefined
  })
  return rest === '-' || left.length > 0
}

/** How pytest may write a value into an id. */
function formsOf(value: unknown): string[] {
  if (value === null) return ['None']
  if (typeof value === 'boolean') return [value ? 'True' : 'False']
  if (typeof value !== 'number') return [String(value)]
  const exponent = value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
  return [`${value}.0`, String(value), exponent]
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

function metricsOf({ stats, extra_info: extra }: Written): (IngestedMetric | null)[] {
  const { data, mean, stddev, rounds } = stats
  const seconds = time(1e9)
  return [
    data?.length
      ? samples(seconds, 'round', [data])
      : summary(seconds, 'mean', mean, { spread: spreadOf('sd', stddev), count: rounds }),
    ...Object.entries(isRecord(extra) ? extra : {}).map(([id, value]) =>
      summary({ id, unit: '', better: null }, 'other', typeof value === 'number' ? value : null),
    ),
  ]
}
