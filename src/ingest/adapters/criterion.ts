import { z } from 'zod'
import type { IngestedMetric, MetricData } from '../../model/result-file.ts'
import { adapter, type Input } from '../adapter.ts'
import { parsed } from '../forms/json-text.ts'
import { shaped, text } from '../forms/json.ts'
import { leftoversAmong, leftoverWarnings } from '../forms/leftovers.ts'
import { interval, numeric, samples, summary, THROUGHPUT, time } from '../forms/metrics.ts'
import { refusal } from '../refusal.ts'

const isBenchmark = (path: string): boolean => `/${path}`.endsWith('/new/benchmark.json')

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

/** Reads `target/criterion`: of each benchmark the last run, in `new/`; all else is left alone. */
export const criterion = adapter({
  name: 'criterion',
  title: 'Criterion.rs: the directory `target/criterion`',
  tool: 'Criterion.rs',
  empty: 'no `new/benchmark.json` of Criterion.rs is in it; give the directory `target/criterion`',
  twins: 'give each benchmark a name of its own, or delete the directory and run again',
  recognises: ({ files }) => files !== null && [...files.keys()].some(isBenchmark),

  read(input, results) {
    const paths = [...(input.files ?? new Map<string, string>()).keys()].filter(isBenchmark).sort()
    const leftovers = leftoversAmong(input.times ?? new Map(), paths)
    results.warnings.push(
      ...leftoverWarnings(
        [...leftovers].map((path) => path.replace(/\/?new\/benchmark\.json$/, '')),
        'target/criterion',
      ),
    )
    for (const path of paths) {
      const folder = path.slice(0, -'benchmark.json'.length)
      const content = <T>(name: string, schema: z.ZodType<T>): T | null => {
        const text = input.files?.get(folder + name)
        const file = { ...input, path: `${input.path}/${folder}${name}` }
        return text === undefined ? null : shaped(schema, { ...file, json: parsed(text) }, 'Criterion.rs')
      }
      // Directories are cut and cleaned of signs; only this file has the names.
      const {
        group_id: group,
        function_id,
        value_str,
        throughput,
      } = content('benchmark.json', benchmarkSchema)!
      const sample = content('sample.json', sampleSchema)
      const first =
        sample === null
          ? estimated(content('estimates.json', estimatesSchema))
          : measured(sample, folder, input)
      // A benchmark that no longer exists cannot have failed.
      if (first === null && leftovers.has(path)) continue
      const own = [function_id, value_str].filter((part) => part != null).join('/')
      const work = workOf(throughput)
      results.add({
        path: own === '' ? [] : [group],
        name: own === '' ? group : own,
        metrics: [first, first === null || work === null ? null : rateOf(first.data, work.unit, work.amount)],
        message: 'there is no sample.json of it',
      })
    }
  },
})

/**
 * Times of one iteration: a row is a batch, and in the linear mode each batch is longer than the one before.
 */
function measured(
  { iters, times }: z.output<typeof sampleSchema>,
  folder: string,
  input: Input,
): IngestedMetric {
  if (iters.length !== times.length) {
    throw refusal(
      input,
      `${folder}sample.json has ${iters.length} iteration counts and ${times.length} times`,
    )
  }
  return samples(time(), 'batch', [times.map((time, at) => numeric(time) / numeric(iters[at]))])
}

function estimated(estimates: z.output<typeof estimatesSchema> | null): IngestedMetric | null {
  // The slope is what the tool prints; there is none when all batches have one length.
  const estimate = estimates?.slope ?? estimates?.mean
  if (estimate == null) return null
  const { confidence_level: level, lower_bound: low, upper_bound: high } = estimate.confidence_interval
  const statistic = estimates?.slope == null ? 'mean' : 'other'
  return summary(time(), statistic, estimate.point_estimate, { spread: interval(low, high, level) })
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

/** A time as a rate; times of 0 have none. */
export function rateOf(data: MetricData, unit: 'B/s' | 'ops/s', amount: number): IngestedMetric | null {
  const metric = { ...THROUGHPUT, unit }
  const rate = (ns: number): number => (amount * 1e9) / ns
  switch (data.kind) {
    case 'samples': {
      const groups = data.groups.map((group) => group.filter((ns) => ns > 0).map(rate))
      return samples(metric, data.of, groups)
    }
    case 'summary': {
      const { statistic, centre, spread, count } = data
      const turned =
        spread?.kind === 'ci' && spread.low > 0
          ? interval(rate(spread.high), rate(spread.low), spread.level)
          : null
      return summary(metric, statistic, centre > 0 ? rate(centre) : null, { spread: turned, count })
    }
    case 'exact':
      return null
    default:
      return data satisfies never
  }
}
