import { z } from 'zod'
import type { IngestedBenchmark } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { at } from '../forms/at.ts'
import {
  MAX_BENCHMARKS,
  benchmarkOf,
  exact,
  type MetricDraft,
  samples,
  soundMetrics,
  summary,
} from '../benchmark.ts'
import { isRecord, refusal, shaped } from '../forms/json-shape.ts'

// The file is [versions, values], and each value in it is a pair of its Julia type and its fields.

const TOOL = 'BenchmarkTools.save'

const number = z.number().nullish()
const typed = z.tuple([z.string().max(200), z.unknown()])
const fileSchema = z.tuple([
  z.object({ Julia: z.string().max(100).nullish(), BenchmarkTools: z.string().max(100).nullish() }),
  z.array(z.unknown()).max(MAX_BENCHMARKS),
])
const groupSchema = z.object({ data: z.record(z.string(), z.unknown()) })
const estimateSchema = z.object({ time: number, gctime: number, memory: number, allocs: number })
const trialSchema = z.object({ times: z.array(z.number().nullable()), memory: number, allocs: number })

/** Deeper than anyone nests groups. */
const MAX_DEPTH = 64

/** Reads what Julia's BenchmarkTools saves: groups of trials, or of one estimate of each. */
export const benchmarktoolsJl: Adapter = {
  name: 'benchmarktools-jl',
  title: 'BenchmarkTools.jl: JSON of BenchmarkTools.save',
  recognises: ({ json }) =>
    Array.isArray(json) &&
    json.length === 2 &&
    at(json[0], 'BenchmarkTools') !== undefined &&
    Array.isArray(json[1]),
  read: (input) => {
    const [versions, values] = shaped(fileSchema, input, TOOL)
    const found: IngestedBenchmark[] = []
    const warnings: string[] = []
    for (const value of values) collect(value, [], { input, found, warnings })
    if (found.length === 0) throw refusal(input, 'it holds no trial and no estimate')
    const environment: Record<string, string> = versions.Julia ? { julia: versions.Julia } : {}
    return {
      tool: 'benchmarktools-jl',
      version: versions.BenchmarkTools ?? null,
      environment,
      benchmarks: found,
      warnings,
    }
  },
}

function collect(
  value: unknown,
  path: readonly string[],
  o: { input: Input; found: IngestedBenchmark[]; warnings: string[] },
): void {
  if (path.length > MAX_DEPTH) throw refusal(o.input, `groups are nested deeper than ${MAX_DEPTH}`)
  const [type, fields] = shaped(typed, { ...o.input, json: value }, TOOL)
  const name = path.at(-1) ?? 'benchmark'
  const title = path.join('/') || name
  switch (type) {
    case 'BenchmarkGroup':
      for (const [key, inner] of Object.entries(
        shaped(groupSchema, { ...o.input, json: fields }, TOOL).data,
      )) {
        collect(inner, [...path, key], o)
      }
      return
    case 'Trial':
    case 'TrialEstimate': {
      const drafts = type === 'Trial' ? ofTrial(fields, o.input) : ofEstimate(fields, o.input)
      const metrics = soundMetrics(title, drafts, o.warnings)
      o.found.push(benchmarkOf({ path: path.slice(0, -1), name, metrics }))
      if (o.found.length > MAX_BENCHMARKS)
        throw refusal(o.input, `it has more than ${MAX_BENCHMARKS} benchmarks`)
      return
    }
    default:
      // A TrialRatio or TrialJudgement has been compared already.
      if (isRecord(fields)) o.warnings.push(`${title}: a ${type} is no measurement and is left out`)
  }
}

const allocated = (memory: number | null | undefined, allocs: number | null | undefined): MetricDraft[] => [
  { id: 'bytes', unit: 'B', better: 'lower', data: exact(memory) },
  { id: 'allocs', unit: 'count', better: 'lower', data: exact(allocs) },
]

function ofTrial(fields: unknown, input: Input): MetricDraft[] {
  const { times, memory, allocs } = shaped(trialSchema, { ...input, json: fields }, TOOL)
  const values = times.map((time) => time ?? Number.NaN)
  return [
    // A value is the mean of `evals` calls.
    { id: 'time', unit: 'ns', better: 'lower', data: samples('batch', [values]) },
    ...allocated(memory, allocs),
  ]
}

function ofEstimate(fields: unknown, input: Input): MetricDraft[] {
  const { time, gctime, memory, allocs } = shaped(estimateSchema, { ...input, json: fields }, TOOL)
  // Median, minimum or mean: whoever saved it knows, the file does not say.
  return [
    { id: 'time', unit: 'ns', better: 'lower', data: summary('other', time) },
    ...allocated(memory, allocs),
    { id: 'gc-time', unit: 'ns', better: 'lower', data: summary('other', gctime) },
  ]
}
