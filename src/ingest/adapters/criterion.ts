import { z } from 'zod'
import type { IngestedBenchmark, MetricData, ResultFile } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { benchmarkOf, type MetricDraft, samples, soundMetrics, summary } from '../benchmark.ts'
import { refusal, shaped } from '../forms/json-shape.ts'
import { numeric } from '../forms/lines.ts'
import { MAX_BENCHMARKS, withoutTwins } from '../twins.ts'

/** Reads `target/criterion`: of each benchmark the last run, in `new/`; `base/`, `change/` and reports are left alone. */
export const criterion: Adapter = {
  name: 'criterion',
  title: 'Criterion.rs: the directory `target/criterion`',
  recognises: ({ files }) => files !== null && [...files.keys()].some(isBenchmark),
  read,
}

const isBenchmark = (path: string): boolean => `/${path}`.endsWith('/new/benchmark.json')

const text = z.string().max(10_000)
const benchmarkSchema = z.object({
  group_id: text,
  function_id: text.nullish(),
  value_str: text.nullish(),
  throughput: z.unknown().optional(),
})
const sampleSchema = z.object({ iters: z.array(z.unknown()), times: z.array(z.unknown()) })
const estimateSchema = z
  .object({
    point_estimate: z.number(),
    confidence_interval: z.object({
      confidence_level: z.number(),
      lower_bound: z.number(),
      upper_bound: z.number(),
    }),
  })
  .nullish()
const estimatesSchema = z.object({ mean: estimateSchema, slope: estimateSchema })

function read(input: Input): ResultFile {
  const files = input.files ?? new Map<string, string>()
  const paths = [...files.keys()].filter(isBenchmark).sort()
  if (paths.length === 0) {
    throw refusal(
      input,
      'no `new/benchmark.json` of Criterion.rs is in it; give the directory `target/criterion`',
    )
  }
  if (paths.length > MAX_BENCHMARKS) throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`)
  const warnings: string[] = []
  const benchmarks = paths.map((path) => toBenchmark(path, files, input, warnings))
  return {
    tool: 'Criterion.rs',
    version: null,
    environment: {},
    benchmarks: withoutTwins(
      input,
      benchmarks,
      'give each benchmark a name of its own, or delete the directory and run again',
    ),
    warnings,
  }
}

function toBenchmark(
  path: string,
  files: ReadonlyMap<string, string>,
  input: Input,
  warnings: string[],
): IngestedBenchmark {
  const folder = path.slice(0, -'benchmark.json'.length)
  const content = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const text = files.get(folder + name)
    return text === undefined
      ? null
      : shaped(
          schema,
          { ...input, path: `${input.path}/${folder}${name}`, json: parsed(text) },
          'Criterion.rs',
        )
  }
  // Directories are cut and cleaned of signs; only this file has the names.
  const described = content('benchmark.json', benchmarkSchema)!
  const sample = content('sample.json', sampleSchema)
  const time =
    sample === null ? estimated(content('estimates.json', estimatesSchema)) : measured(sample, folder, input)
  const { group_id: group, function_id: fn = null, value_str: value = null } = described
  const own = [fn, value].filter((part) => part !== null).join('/')
  const drafts: MetricDraft[] = [{ id: 'time', unit: 'ns', better: 'lower', data: time }]
  const work = workOf(described.throughput)
  if (time !== null && work !== null) drafts.push(throughput(time, work.unit, work.amount))
  return benchmarkOf({
    path: own === '' ? [] : [group],
    name: own === '' ? group : own,
    metrics: soundMetrics([group, own].filter(Boolean).join('/'), drafts, warnings),
    failure: 'there is no sample.json of it',
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Times of one iteration: a row is a batch, and in the linear mode each batch is longer than the one before. */
function measured({ iters, times }: z.output<typeof sampleSchema>, folder: string, input: Input): MetricData {
  if (iters.length !== times.length) {
    throw refusal(
      input,
      `${folder}sample.json has ${iters.length} iteration counts and ${times.length} times`,
    )
  }
  return samples('batch', [times.map((time, at) => numeric(time) / numeric(iters[at]))])
}

function estimated(estimates: z.output<typeof estimatesSchema> | null): MetricData | null {
  // The slope is what the tool prints; there is none when all batches have one length.
  const estimate = estimates?.slope ?? estimates?.mean
  if (estimate == null) return null
  const { confidence_level: level, lower_bound: low, upper_bound: high } = estimate.confidence_interval
  return summary(estimates?.slope == null ? 'mean' : 'other', estimate.point_estimate, {
    spread: { kind: 'ci', low, high, level },
  })
}

/** What one iteration gets through: `{"Bytes": 4096}`, `{"Elements": 100}`. */
function workOf(written: unknown): { unit: 'B/s' | 'ops/s'; amount: number } | null {
  if (typeof written !== 'object' || written === null) return null
  for (const [kind, amount] of Object.entries(written)) {
    if (typeof amount !== 'number' || !(amount > 0)) continue
    if (kind === 'Bytes' || kind === 'BytesDecimal') return { unit: 'B/s', amount }
    if (kind === 'Elements') return { unit: 'ops/s', amount }
  }
  return null
}

/** The same measurement as a rate; times of 0 have none. */
export function throughput(time: MetricData, unit: 'B/s' | 'ops/s', amount: number): MetricDraft {
  const rate = (ns: number): number => (amount * 1e9) / ns
  const draft = { id: 'throughput', unit, better: 'higher' } as const
  switch (time.kind) {
    case 'samples':
      return {
        ...draft,
        data: samples(
          time.of,
          time.groups.map((group) => group.filter((ns) => ns > 0).map(rate)),
        ),
      }
    case 'summary': {
      const { centre, spread, ...rest } = time
      const turned =
        spread?.kind === 'ci' && spread.low > 0
          ? { ...spread, low: rate(spread.high), high: rate(spread.low) }
          : null
      return { ...draft, data: centre > 0 ? { ...rest, centre: rate(centre), spread: turned } : null }
    }
    case 'exact':
      return { ...draft, data: null }
    default:
      return time satisfies never
  }
}
