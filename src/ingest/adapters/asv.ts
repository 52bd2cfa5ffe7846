import { z } from 'zod'
import type { IngestedBenchmark, MetricData } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { at } from '../forms/at.ts'
import { parseBareJson } from '../forms/bare-json.ts'
import { MAX_BENCHMARKS, benchmarkOf, exact, samples, soundMetrics, summary } from '../benchmark.ts'
import { normalUnit } from '../../model/units.ts'
import { isRecord, refusal, shaped } from '../forms/json-shape.ts'

// asv keeps a file a commit and environment in .asv/results/MACHINE/, and what the benchmarks are in
// .asv/results/benchmarks.json. Python writes its NaN bare: a result that is NaN was skipped, one that is null failed.

/** Stands for a bare NaN; no tool writes it. */
const SKIPPED = 'benchgate: bare NaN'

const value = z.union([z.number(), z.null(), z.literal(SKIPPED)])
const entry = z.union([value, z.array(value)])
/** Version 1: the value itself, or an object when the benchmark has parameters or statistics. */
const v1Entry = z.union([
  value,
  z.object({
    result: entry,
    params: z.array(z.array(z.string())).nullish(),
    samples: z.array(z.array(z.number()).nullable()).nullish(),
    stats: z.array(z.object({ ci_99: z.tuple([z.unknown(), z.unknown()]).nullish() }).nullable()).nullish(),
  }),
])
const schema = z.object({
  version: z.number(),
  commit_hash: z.string().max(200).nullish(),
  env_name: z.string().nullish(),
  params: z.record(z.string(), z.unknown()).default({}),
  result_columns: z.array(z.string()).max(100).nullish(),
  results: z.record(z.string(), z.unknown()),
})
const benchmarksSchema = z.record(
  z.string(),
  z.union([
    z.number(),
    z.object({
      type: z.string().max(100).nullish(),
      unit: z.string().max(100).nullish(),
      param_names: z.array(z.string()).nullish(),
    }),
  ]),
)

type Value = z.infer<typeof value>
interface Result {
  values: readonly Value[]
  /** The values that each parameter takes, as Python's repr. */
  params: readonly (readonly string[])[]
  samples: readonly (readonly number[] | null)[]
  low: readonly unknown[]
  high: readonly unknown[]
}
interface Described {
  type: string
  unit: string
  paramNames: readonly string[]
}

/** Reads asv's results of one commit. */
export const asv: Adapter = {
  name: 'asv',
  title: 'asv: a file of .asv/results, or the directory',
  recognises: (input) => {
    if (input.files === null) return isResults(input.json)
    return [...input.files].some(([path, text]) => isResultsPath(path) && isResults(parseBareJson(text)))
  },
  read: (input) => {
    const warnings: string[] = []
    const described = descriptions(input)
    if (described === null) {
      warnings.push(
        'benchmarks.json is not beside the results: units are those that asv gives by name (time_ seconds, mem_ bytes)',
      )
    }
    const files = resultFiles(input).map((json) => shaped(schema, { ...input, json }, 'asv'))
    const [first] = files
    if (first === undefined) throw refusal(input, 'it holds no results of asv')
    if (files.some(({ commit_hash }) => commit_hash !== first.commit_hash)) {
      throw refusal(input, `it holds the results of several commits, in ${files.length} files: name one`)
    }
    const benchmarks = files.flatMap((file) => {
      const env = files.length > 1 ? (file.env_name ?? null) : null
      return Object.entries(file.results).flatMap(([name, raw]) => {
        const result = resultOf(raw, file, input)
        const info = described?.get(name) ?? presumed(name)
        return benchmarksOf(name, result, { ...info, env, warnings })
      })
    })
    if (benchmarks.length > MAX_BENCHMARKS)
      throw refusal(input, `it has more than ${MAX_BENCHMARKS} benchmarks`)
    const environment = Object.fromEntries(
      Object.entries(first.params).flatMap(([key, value]) =>
        typeof value === 'string' ? [[key, value]] : [],
      ),
    )
    return { tool: 'asv', version: null, environment, benchmarks, warnings }
  },
}

const isResults = (json: unknown): boolean =>
  typeof at(json, 'commit_hash') === 'string' &&
  isRecord(at(json, 'results')) &&
  typeof at(json, 'version') === 'number'

/** The directory holds `benchmarks.json` and a `machine.json` for each machine, too. */
const isResultsPath = (path: string): boolean =>
  path.endsWith('.json') && !/(^|\/)(benchmarks|machine)\.json$/.test(path)

function resultFiles(input: Input): unknown[] {
  const marked = (text: string): unknown => parseBareJson(text, JSON.stringify(SKIPPED))
  if (input.files === null)
    return [input.text.includes('NaN') ? (marked(input.text) ?? input.json) : input.json]
  return [...input.files]
    .filter(([path]) => isResultsPath(path))
    .map(([, text]) => marked(text))
    .filter(isResults)
}

/** What benchmarks.json says, by the names of benchmarks; null without that file. */
function descriptions(input: Input): ReadonlyMap<string, Described> | null {
  const text = [...(input.files ?? [])].find(([path]) => /(^|\/)benchmarks\.json$/.test(path))?.[1]
  if (text === undefined) return null
  const written = shaped(
    benchmarksSchema,
    { ...input, path: `${input.path}/benchmarks.json`, json: parseBareJson(text) },
    'asv',
  )
  return new Map(
    Object.entries(written).flatMap(([name, info]) => {
      if (typeof info === 'number') return []
      const { type, unit } = presumed(name)
      return [
        [name, { type: info.type ?? type, unit: info.unit ?? unit, paramNames: info.param_names ?? [] }],
      ]
    }),
  )
}

/** As asv itself takes the type of a benchmark from its name. */
function presumed(name: string): Described {
  const last = name.slice(name.lastIndexOf('.') + 1)
  if (last.startsWith('mem_')) return { type: 'memory', unit: 'bytes', paramNames: [] }
  if (last.startsWith('peakmem_')) return { type: 'peakmemory', unit: 'bytes', paramNames: [] }
  if (last.startsWith('track_')) return { type: 'track', unit: 'unit', paramNames: [] }
  return { type: 'time', unit: 'seconds', paramNames: [] }
}

function resultOf(raw: unknown, file: z.infer<typeof schema>, input: Input): Result {
  if (file.version === 1 || file.result_columns == null) {
    const written = shaped(v1Entry, { ...input, json: raw }, 'asv')
    if (typeof written !== 'object' || written === null) return plainResult([written])
    const stats = written.stats ?? []
    return {
      ...plainResult(Array.isArray(written.result) ? written.result : [written.result]),
      params: written.params ?? [],
      samples: written.samples ?? [],
      low: stats.map((of) => of?.ci_99?.[0]),
      high: stats.map((of) => of?.ci_99?.[1]),
    }
  }
  // Version 2: a row whose last columns may be missing.
  const row = shaped(z.array(z.unknown()).nullable(), { ...input, json: raw }, 'asv') ?? []
  const columns = file.result_columns
  const column = (name: string): unknown => {
    const index = columns.indexOf(name)
    return index === -1 ? null : row[index]
  }
  const list = (name: string): unknown[] =>
    shaped(z.array(z.unknown()).nullable(), { ...input, json: column(name) ?? null }, 'asv') ?? []
  const results = shaped(entry, { ...input, json: column('result') ?? null }, 'asv')
  return {
    values: Array.isArray(results) ? results : [results],
    params: shaped(z.array(z.array(z.string())), { ...input, json: list('params') }, 'asv'),
    samples: shaped(z.array(z.array(z.number()).nullable()), { ...input, json: list('samples') }, 'asv'),
    low: list('stats_ci_99_a'),
    high: list('stats_ci_99_b'),
  }
}

const plainResult = (values: readonly Value[]): Result => ({
  values,
  params: [],
  samples: [],
  low: [],
  high: [],
})

/** One for each combination of parameters; when all failed at once there is one value, null, for all of them. */
function benchmarksOf(
  fullName: string,
  { values, params, samples: sampled, low, high }: Result,
  o: Described & { env: string | null; warnings: string[] },
): IngestedBenchmark[] {
  const steps = fullName.split('.')
  const name = steps.pop() ?? fullName
  const [suite = null, ...path] = steps
  const all = params.reduce((product, axis) => product * axis.length, 1)
  const isWhole = params.length > 0 && values.length < all
  if (isWhole && values.some((value) => value !== null)) {
    o.warnings.push(`${fullName}: ${values.length} results for ${all} combinations of parameters`)
  }
  return values.map((value, index) => {
    const names =
      isWhole && values.length === 1 ? {} : Object.fromEntries(combination(params, o.paramNames, index))
    const withEnv = o.env === null ? names : { ...names, env: o.env }
    const data =
      typeof value === 'number'
        ? dataOf(value, { type: o.type, samples: sampled[index] ?? null, low: low[index], high: high[index] })
        : null
    const title = index === 0 ? fullName : `${fullName} (${index + 1})`
    const metrics =
      data === null
        ? []
        : soundMetrics(title, [{ ...normal(o), data: scaled(data, factorOf(o)) }], o.warnings)
    const benchmark = benchmarkOf({
      suite,
      path,
      name,
      params: withEnv,
      metrics,
      failure: 'asv recorded a failure',
    })
    return value === SKIPPED ? { ...benchmark, status: 'skipped', message: null } : benchmark
  })
}

/** The index counts through the last parameter first, as itertools.product does. */
function combination(
  params: readonly (readonly string[])[],
  names: readonly string[],
  index: number,
): [string, string][] {
  const pairs: [string, string][] = []
  let rest = index
  for (let axis = params.length - 1; axis >= 0; axis--) {
    const values = params[axis] ?? []
    if (values.length === 0) continue
    pairs.unshift([names[axis] ?? `param${axis + 1}`, values[rest % values.length] ?? ''])
    rest = Math.floor(rest / values.length)
  }
  return pairs
}

function dataOf(
  value: number,
  o: { type: string; samples: readonly number[] | null; low: unknown; high: unknown },
): MetricData | null {
  if (o.samples !== null && o.samples.length > 0) return samples('batch', [[...o.samples]])
  // The size of an object: the same each time.
  if (o.type === 'memory') return exact(value)
  const { low, high } = o
  // Infinite bounds, with too few samples, were written bare.
  const spread =
    typeof low === 'number' && typeof high === 'number'
      ? ({ kind: 'ci', low, high, level: 0.99 } as const)
      : null
  return summary(o.type.startsWith('time') ? 'median' : 'other', value, { spread })
}

function scaled(data: MetricData, factor: number): MetricData {
  switch (data.kind) {
    case 'exact':
      return { ...data, value: data.value * factor }
    case 'samples':
      return { ...data, groups: data.groups.map((group) => group.map((value) => value * factor)) }
    case 'summary':
      return {
        ...data,
        centre: data.centre * factor,
        spread:
          data.spread?.kind === 'ci'
            ? { ...data.spread, low: data.spread.low * factor, high: data.spread.high * factor }
            : data.spread,
      }
    default:
      return data satisfies never
  }
}

const factorOf = ({ unit }: Described): number => normalUnit(unit)?.factor ?? 1

function normal({ type, unit }: Described): { id: string; unit: string; better: 'lower' | 'higher' | null } {
  const known = normalUnit(unit)
  if (type === 'track') return { id: 'value', unit: known?.unit ?? unit, better: null }
  const id = type.endsWith('memory') ? 'memory' : type.startsWith('time') ? 'time' : type
  return { id, unit: known?.unit ?? unit, better: known?.better ?? null }
}
