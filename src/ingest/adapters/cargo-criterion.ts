import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { shaped, text, values } from '../forms/json.ts'
import { jsonLinesOf } from '../forms/lines.ts'
import { interval, inUnit, numeric, samples, summary } from '../forms/metrics.ts'
import { rateOf } from './criterion.ts'
import { unitKind } from '../../model/unit.ts'

const estimateSchema = z
  .object({ estimate: z.number(), lower_bound: z.number(), upper_bound: z.number(), unit: text })
  .nullish()
const messageSchema = z.object({
  id: text,
  iteration_count: values,
  measured_values: values,
  unit: text.nullish(),
  throughput: z
    .array(z.object({ per_iteration: z.number(), unit: text }))
    .max(10)
    .nullish(),
  typical: estimateSchema,
})

/** The confidence that cargo-criterion computes with; a message does not carry it. */
const LEVEL = 0.95

/** Reads the messages of `cargo criterion --message-format=json`, one object on each line. */
export const cargoCriterion = adapter({
  name: 'cargo-criterion',
  title: 'cargo-criterion: `--message-format=json`',
  empty: 'no message `benchmark-complete` is in it; give what `cargo criterion --message-format=json` prints',
  twins: 'give each benchmark a name of its own',
  recognises: ({ text }) => /"reason":\s?"benchmark-complete"/.test(text),

  read(input, results) {
    for (const json of jsonLinesOf(input.text)) {
      if (json['reason'] !== 'benchmark-complete') continue
      const message = shaped(messageSchema, input, 'cargo-criterion', json)
      // The id has group, function and value joined by slashes, as in the directory of Criterion.rs.
      results.add({ name: message.id, metrics: metricsOf(message) })
    }
  },
})

function metricsOf(message: z.output<typeof messageSchema>): (IngestedMetric | null)[] {
  const { iteration_count: counts, measured_values: totals, typical, throughput } = message
  const written = message.unit ?? message.typical?.unit ?? 'ns'
  const { unit, factor } = inUnit(written)
  const isTime = unitKind(unit) === 'time'
  // Another measurement than time, such as instructions, is a cost as well: the tool's words are made for
  // nothing else.
  const metric = { id: isTime ? 'time' : written, unit, better: 'lower', factor } as const
  const first =
    counts?.length && counts.length === totals?.length
      ? samples(metric, 'batch', [totals.map((total, at) => numeric(total) / numeric(counts[at]))])
      : summary(metric, 'other', typical?.estimate, {
          spread: interval(typical?.lower_bound, typical?.upper_bound, LEVEL),
        })
  const work = throughput?.find(
    ({ unit, per_iteration: amount }) => amount > 0 && (unit === 'bytes' || unit === 'elements'),
  )
  if (!isTime || first === null || work === undefined) return [first]
  return [first, rateOf(first.data, work.unit === 'bytes' ? 'B/s' : 'ops/s', work.per_iteration)]
}
