import { z } from 'zod'
import { adapter, type Input } from '../adapter.ts'
import { at, isRecord, numbers, shaped } from '../forms/json.ts'
import { ALLOCS, BYTES, exact, type Maybe, samples, summary, time } from '../forms/metrics.ts'
import { refusal } from '../refusal.ts'
import type { ResultsBuilder } from '../results-builder.ts'

// The file is [versions, values], and each value in it is a pair of its Julia type and its fields.

const TOOL = 'BenchmarkTools.save'

const typed = z.tuple([z.string().max(200), z.unknown()])
const fileSchema = z.tuple([
  z.object({ Julia: z.string().max(100).nullish(), BenchmarkTools: z.string().max(100).nullish() }),
  z.array(z.unknown()),
])
const groupSchema = z.object({ data: z.record(z.string(), z.unknown()) })
const estimateSchema = z.object(numbers('time', 'gctime', 'memory', 'allocs'))
const trialSchema = z.object({ times: z.array(z.unknown()), ...numbers('memory', 'allocs') })

/** Deeper than anyone nests groups. */
const MAX_DEPTH = 64

/** Reads what Julia's BenchmarkTools saves: groups of trials, or of one estimate of each. */
export const benchmarktoolsJl = adapter({
  name: 'benchmarktools-jl',
  title: 'BenchmarkTools.jl: JSON of BenchmarkTools.save',
  empty: 'it holds no trial and no estimate',

  recognises: ({ json }) =>
    Array.isArray(json) &&
    json.length === 2 &&
    at(json[0], 'BenchmarkTools') !== undefined &&
    Array.isArray(json[1]),

  read(input, results) {
    const [versions, values] = shaped(fileSchema, input, TOOL)
    results.version = versions.BenchmarkTools ?? null
    results.describe({ julia: versions.Julia })
    for (const value of values) addValue(value, [], input, results)
  },
})

function addValue(value: unknown, path: readonly string[], input: Input, results: ResultsBuilder): void {
  if (path.length > MAX_DEPTH) throw refusal(input, `groups are nested deeper than ${MAX_DEPTH}`)
  const [type, fields] = shaped(typed, input, TOOL, value)
  const place = { path: path.slice(0, -1), name: path.at(-1) ?? 'benchmark' }
  switch (type) {
    case 'BenchmarkGroup':
      for (const [key, inner] of Object.entries(shaped(groupSchema, input, TOOL, fields ?? null).data))
        addValue(inner, [...path, key], input, results)
      return
    case 'Trial': {
      const { times, memory, allocs } = shaped(trialSchema, input, TOOL, fields ?? null)
      // A value is the mean of `evals` calls.
      results.add({ ...place, metrics: [samples(time(), 'batch', [times]), ...allocated(memory, allocs)] })
      return
    }
    case 'TrialEstimate': {
      const { time: ns, gctime, memory, allocs } = shaped(estimateSchema, input, TOOL, fields ?? null)
      // Median, minimum or mean: whoever saved it knows, the file does not say.
      const collecting = summary({ ...time(), id: 'gc-time' }, 'other', gctime)
      const metrics = [summary(time(), 'other', ns), ...allocated(memory, allocs), collecting]
      results.add({ ...place, metrics })
      return
    }
    default:
      // A TrialRatio or TrialJudgement has been compared already.
      if (isRecord(fields)) {
        const title = path.join('/') || place.name
        results.warnings.push(`${title}: a ${type} is no measurement and is left out`)
      }
  }
}

const allocated = (memory: Maybe, allocs: Maybe) => [exact(BYTES, memory), exact(ALLOCS, allocs)]
