import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter, type Input } from '../adapter.ts'
import { parseBareJson } from '../forms/json-text.ts'
import { at, isRecord, shaped, values } from '../forms/json.ts'
import { oldFileWarnings } from '../forms/leftovers.ts'
import { exact, interval, inUnit, type Metric, samples, summary } from '../forms/metrics.ts'
import { stableName } from '../forms/names.ts'
import { refusal } from '../refusal.ts'
import type { ResultsBuilder } from '../results-builder.ts'

// asv keeps a file a commit and environment in .asv/results/MACHINE/, and what the benchmarks are in
// .asv/results/benchmarks.json. Python writes its NaN bare: a result that is NaN was skipped, one that is
// null failed.

/** Stands for a bare NaN; no tool writes it. */
const SKIPPED = 'benchgate: bare NaN'

/** The interval that asv states. */
const LEVEL = 0.99

const value = z.union([z.number(), z.null(), z.literal(SKIPPED)])
const entry = z.union([value, z.array(value)])
/**
 * Version 2 has a row whose last columns may be missing, by the names of the columns; version 1 the value
 * itself, or an object with `stats` when the benchmark has parameters or statistics.
 */
const resultSchema = z.object({
  result: entry.default(null),
  params: z.array(z.array(z.string())).nullish(),
  version: z.string().nullish().catch(null),
  samples: z.array(z.array(z.number()).nullable()).nullish(),
  stats_ci_99_a: values,
  stats_ci_99_b: values,
  stats: z.array(z.object({ ci_99: z.tuple([z.unknown(), z.unknown()]).nullish() }).nullable()).nullish(),
})
const schema = z.object({
  version: z.number(),
  commit_hash: z.string().max(200).nullish(),
  env_name: z.string().nullish(),
  params: z.record(z.string(), z.unknown()).default({}),
  benchmark_version: z.record(z.string(), z.unknown()).nullish().catch(null),
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

interface Result {
  values: readonly z.infer<typeof value>[]
  /** The values that each parameter takes, as Python's repr. */
  params: readonly (readonly string[])[]
  /** The hash of the benchmark's own source: asv compares no results of two. */
  version: string | null
  samples: readonly (readonly number[] | null)[]
  low: readonly unknown[]
  high: readonly unknown[]
}
interface Described {
  type: string
  unit: string
  paramNames: readonly string[]
}

export const asv = adapter({
  name: 'asv',
  title: 'asv: a file of .asv/results, or the directory',

  recognises: (input) => {
    if (input.files === null) return isResults(input.json)
    return [...input.files].some(([path, text]) => isResultsPath(path) && isResults(parseBareJson(text)))
  },

  read(input, results) {
    const described = descriptions(input)
    if (described === null) {
      results.warnings.push(
        'benchmarks.json is not beside the results: units are those that asv gives by name (time_ seconds, mem_ bytes)',
      )
    }
    const files = resultFiles(input).map((json) => shaped(schema, input, 'asv', json))
    const [first] = files
    if (first === undefined) throw refusal(input, 'it holds no results of asv')
    if (files.some(({ commit_hash }) => commit_hash !== first.commit_hash)) {
      throw refusal(input, `it holds the results of several commits, in ${files.length} files: name one`)
    }
    results.warnings.push(...oldFileWarnings(input, [...(input.files?.keys() ?? [])].filter(isResultsPath)))
    const texts = Object.entries(first.params).filter(([, value]) => typeof value === 'string')
    results.describe(Object.fromEntries(texts))
    for (const file of files) {
      const env = files.length > 1 ? (file.env_name ?? null) : null
      for (const [name, raw] of Object.entries(file.results)) {
        const result = withVersion(resultOf(raw, file, input), file.benchmark_version?.[name])
        addCombinations(results, name, result, {
          ...(described?.get(name) ?? presumed(name)),
          env,
        })
      }
    }
  },
})

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
  const file = { ...input, path: `${input.path}/benchmarks.json`, json: parseBareJson(text) }
  const written = shaped(benchmarksSchema, file, 'asv')
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

/**
 * The values of a parameter without their addresses in memory, and numbered where that leaves two alike, as
 * later versions of asv do it themselves.
 */
function distinct(values: readonly string[]): string[] {
  const names = values.map(stableName)
  const alike = Map.groupBy(names, (name) => name)
  const seen = new Map<string, number>()
  return names.map((name) => {
    const number = seen.get(name) ?? 0
    seen.set(name, number + 1)
    return alike.get(name)!.length === 1 ? name : `${name} (${number})`
  })
}

/** As asv itself takes the type of a benchmark from its name. */
function presumed(name: string): Described {
  const last = name.slice(name.lastIndexOf('.') + 1)
  const [, type, unit] = PRESUMED.find(([start]) => last.startsWith(start)) ?? ['', 'time', 'seconds']
  return { type, unit, paramNames: [] }
}

const PRESUMED = [
  ['mem_', 'memory', 'bytes'],
  ['peakmem_', 'peakmemory', 'bytes'],
  ['track_', 'track', 'unit'],
] as const

/** Version 1 has the versions of all benchmarks in a place of their own. */
const withVersion = (result: Result, written: unknown): Result =>
  typeof written === 'string' ? { ...result, version: result.version ?? written } : result

function resultOf(raw: unknown, file: z.infer<typeof schema>, input: Input): Result {
  let written: unknown = isRecord(raw) ? raw : { result: raw }
  if (file.version !== 1 && file.result_columns != null) {
    const row = shaped(values, input, 'asv', raw) ?? []
    written = Object.fromEntries(file.result_columns.map((name, index) => [name, row[index]]))
  }
  const { result, params, version, samples, stats, ...ci } = shaped(resultSchema, input, 'asv', written)
  return {
    values: Array.isArray(result) ? result : [result],
    params: (params ?? []).map(distinct),
    version: version ?? null,
    samples: samples ?? [],
    low: ci.stats_ci_99_a ?? stats?.map((of) => of?.ci_99?.[0]) ?? [],
    high: ci.stats_ci_99_b ?? stats?.map((of) => of?.ci_99?.[1]) ?? [],
  }
}

/**
 * One for each combination of parameters; when all failed at once there is one value, null, for all of them.
 */
function addCombinations(
  results: ResultsBuilder,
  fullName: string,
  result: Result,
  o: Described & { env: string | null },
): void {
  const steps = fullName.split('.')
  const name = steps.pop() ?? fullName
  const [suite = null, ...path] = steps
  const { values, params } = result
  const all = params.reduce((product, axis) => product * axis.length, 1)
  const isWhole = params.length > 0 && values.length < all
  if (isWhole && values.some((value) => value !== null)) {
    results.warnings.push(`${fullName}: ${values.length} results for ${all} combinations of parameters`)
  }
  for (const [index, value] of values.entries()) {
    const named = isWhole && values.length === 1 ? [] : combination(params, o.paramNames, index)
    const withEnv = [...named, ...(o.env === null ? [] : [['env', o.env]])]
    const measures = metricForm(o)
    const place = {
      suite,
      path,
      name,
      params: Object.fromEntries(withEnv),
      version: result.version,
      measures,
    }
    if (value === SKIPPED) results.add({ ...place, status: 'skipped' })
    else if (value === null) results.add({ ...place, status: 'failed', message: 'asv recorded a failure' })
    else results.add({ ...place, metrics: [metricOf(value, index, result, o)] })
  }
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

function metricForm({ type, unit }: Described): Metric {
  const isTime = type.startsWith('time')
  const id = type === 'track' ? 'value' : type.endsWith('memory') ? 'memory' : isTime ? 'time' : type
  const normal = inUnit(unit)
  return { id, ...normal, better: type === 'track' ? null : normal.better }
}

function metricOf(value: number, index: number, result: Result, described: Described): IngestedMetric | null {
  const { type } = described
  const isTime = type.startsWith('time')
  const metric = metricForm(described)
  const batches = result.samples[index]
  if (batches?.length) return samples(metric, 'batch', [batches])
  // The size of an object: the same each time.
  if (type === 'memory') return exact(metric, value)
  // Infinite bounds, with too few samples, were written bare.
  const [low, high] = [result.low[index], result.high[index]].map((bound) =>
    typeof bound === 'number' && Number.isFinite(bound) ? bound : null,
  )
  return summary(metric, isTime ? 'median' : 'other', value, { spread: interval(low, high, LEVEL) })
}
