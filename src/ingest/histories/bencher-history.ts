import { z } from 'zod'
import type { Input } from '../adapter.ts'
import { shaped } from '../forms/json.ts'
import { refusal } from '../refusal.ts'
import { parseJsonText } from '../forms/json-text.ts'

// What Bencher's API and `bencher perf` answer to a query: a line for each branch, testbed, benchmark (with its parameters)
// and measure, with a point for each report. Servers until 2026 write a point's three values in `metric`; later ones write
// any number of named values in `metrics`.

const MAX_LENGTH = 256 * 2 ** 20
const MAX_LINES = 100_000
const MAX_POINTS = 100_000
const MAX_NAME = 10_000

const name = z.string().max(MAX_NAME)
const named = z.object({ name })
const number = z.number().nullish()
const point = z.object({
  iteration: z.number().nullish(),
  start_time: z.string().max(100),
  end_time: z.string().max(100).nullish(),
  version: z.object({ number, hash: z.string().max(200).nullish() }).nullish(),
  metric: z.object({ value: number, lower_value: number, upper_value: number }).nullish(),
  metrics: z.record(z.string().max(MAX_NAME), z.object({ value: number })).nullish(),
})
const schema = z.object({
  project: z.object({ name, slug: name.nullish(), url: name.nullish() }),
  results: z
    .array(
      z.object({
        branch: named,
        testbed: named,
        benchmark: named,
        parameter: z.object({ set: z.record(z.string().max(MAX_NAME), z.unknown()).nullish() }).nullish(),
        measure: z.object({ name, slug: name.nullish(), units: name.nullish() }),
        metrics: z.array(point).max(MAX_POINTS),
      }),
    )
    .max(MAX_LINES),
})

/** One benchmark's measure on one branch and testbed. */
export interface BencherLine {
  branch: string
  testbed: string
  benchmark: string
  parameters: Record<string, string>
  /** `units` is free text: `nanoseconds (ns)`. */
  measure: { name: string; slug: string | null; units: string | null }
  points: BencherPoint[]
}

/** One report's value; `low` and `high` mean what its adapter put there. */
interface BencherPoint {
  /** ISO 8601. */
  start: string
  iteration: number
  /** Of the branch, counted by Bencher; the hash is git's where the reporter sent it. */
  version: { number: number | null; hash: string | null }
  value: number
  low: number | null
  high: number | null
}

/** What Bencher answered to a query of its plots. */
export interface BencherHistory {
  project: { name: string; slug: string | null; url: string | null }
  lines: BencherLine[]
  /** Sentences for people: what was left out, and why. */
  warnings: string[]
}

/** Reads the JSON of `bencher perf`; `path` is for messages. Throws a UserError ('results') when it is something else. */
export function parseBencherHistory(text: string, path: string): BencherHistory {
  const input: Input = { path, text: '', json: undefined, files: null }
  if (text.length > MAX_LENGTH) throw refusal(input, `it is longer than ${MAX_LENGTH} characters`)
  const { json, problem } = parseJsonText(text)
  if (json === undefined) throw refusal(input, problem ?? 'it is no JSON of bencher perf')
  const { project, results } = shaped(schema, { ...input, json }, 'bencher perf')
  let dropped = 0
  const lines = results.map(({ branch, testbed, benchmark, parameter, measure, metrics }): BencherLine => {
    const points = metrics.flatMap((written) => pointOf(written) ?? [])
    dropped += metrics.length - points.length
    return {
      branch: branch.name,
      testbed: testbed.name,
      benchmark: benchmark.name,
      parameters: Object.fromEntries(
        Object.entries(parameter?.set ?? {}).map(([key, value]) => [
          key,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      ),
      measure: { name: measure.name, slug: measure.slug ?? null, units: measure.units ?? null },
      points,
    }
  })
  return {
    project: { name: project.name, slug: project.slug ?? null, url: project.url ?? null },
    lines,
    warnings: dropped === 0 ? [] : [`${dropped} of the points: without a value called "value"`],
  }
}

function pointOf({
  start_time,
  iteration,
  version,
  metric,
  metrics,
}: z.infer<typeof point>): BencherPoint | null {
  const named = new Map(Object.entries(metrics ?? {}))
  const value = named.get('value')?.value ?? metric?.value
  if (value === null || value === undefined) return null
  return {
    start: start_time,
    iteration: iteration ?? 0,
    version: { number: version?.number ?? null, hash: version?.hash ?? null },
    value,
    low: named.get('lower_value')?.value ?? metric?.lower_value ?? null,
    high: named.get('upper_value')?.value ?? metric?.upper_value ?? null,
  }
}
