import { z } from 'zod'
import type { IngestedBenchmark, MetricData, ResultFile } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { benchmarkOf, type MetricDraft, samples, soundMetrics, summary } from '../benchmark.ts'
import { throughput } from './criterion.ts'
import { refusal, shaped } from '../forms/json-shape.ts'
import { jsonLinesOf, numeric } from '../forms/lines.ts'
import { MAX_BENCHMARKS, withoutTwins } from '../twins.ts'
import { normalUnit } from '../../model/units.ts'

/** Reads the messages of `cargo criterion --message-format=json`, one object on each line. */
export const cargoCriterion: Adapter = {
  name: 'cargo-criterion',
  title: 'cargo-criterion: `--message-format=json`',
  recognises: ({ text, files }) => files === null && /"reason":\s?"benchmark-complete"/.test(text),
  read,
}

const text = z.string().max(10_000)
const estimateSchema = z
  .object({ estimate: z.number(), lower_bound: z.number(), upper_bound: z.number(), unit: text })
  .nullish()
const messageSchema = z.object({
  id: text,
  iteration_count: z.array(z.unknown()).nullish(),
  measured_values: z.array(z.unknown()).nullish(),
  unit: text.nullish(),
  throughput: z
    .array(z.object({ per_iteration: z.number(), unit: text }))
    .max(10)
    .nullish(),
  typical: estimateSchema,
})
type Message = z.output<typeof messageSchema>

/** The confidence that cargo-criterion computes with; a message does not carry it. */
const LEVEL = 0.95

function read(input: Input): ResultFile {
  const warnings: string[] = []
  const benchmarks: IngestedBenchmark[] = []
  for (const json of jsonLinesOf(input.text, () => {})) {
    if (json['reason'] !== 'benchmark-complete') continue
    if (benchmarks.length === MAX_BENCHMARKS)
      throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`)
    benchmarks.push(toBenchmark(shaped(messageSchema, { ...input, json }, 'cargo-criterion'), warnings))
  }
  if (benchmarks.length === 0) {
    throw refusal(
      input,
      'no message `benchmark-complete` is in it; give what `cargo criterion --message-format=json` prints',
    )
  }
  return {
    tool: 'cargo-criterion',
    version: null,
    environment: {},
    benchmarks: withoutTwins(input, benchmarks, 'give each benchmark a name of its own'),
    warnings,
  }
}

function toBenchmark(message: Message, warnings: string[]): IngestedBenchmark {
  const written = message.unit ?? message.typical?.unit ?? 'ns'
  const known = normalUnit(written)
  const data = dataOf(message, known?.factor ?? 1)
  const isTime = known?.unit === 'ns'
  const drafts: MetricDraft[] = [
    {
      id: isTime ? 'time' : written,
      unit: known?.unit ?? written,
      // Another measurement than time, such as instructions, is a cost as well: the tool's words are made for nothing else.
      better: 'lower',
      data,
    },
  ]
  const work = message.throughput?.find(
    ({ unit, per_iteration: amount }) => amount > 0 && (unit === 'bytes' || unit === 'elements'),
  )
  if (isTime && data !== null && work !== undefined) {
    drafts.push(throughput(data, work.unit === 'bytes' ? 'B/s' : 'ops/s', work.per_iteration))
  }
  // The id has group, function and value joined by slashes, as in the directory of Criterion.rs.
  return benchmarkOf({ name: message.id, metrics: soundMetrics(message.id, drafts, warnings) })
}

function dataOf(
  { iteration_count: counts, measured_values: values, typical }: Message,
  factor: number,
): MetricData | null {
  if (counts?.length && counts.length === values?.length) {
    return samples('batch', [values.map((value, at) => (numeric(value) / numeric(counts[at])) * factor)])
  }
  if (typical == null) return null
  const { estimate, lower_bound: low, upper_bound: high } = typical
  return summary('other', estimate * factor, {
    spread: { kind: 'ci', low: low * factor, high: high * factor, level: LEVEL },
  })
}
