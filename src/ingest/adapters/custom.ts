import { z } from 'zod'
import type { IngestedBenchmark, Spread } from '../../model/result-file.ts'
import type { Adapter } from '../adapter.ts'
import { MAX_BENCHMARKS } from '../benchmark.ts'
import { Collected, bounds } from '../collect.ts'
import { isRecord, quantity, refusal, shaped } from '../forms/json-shape.ts'
import { keyOf } from '../forms/key.ts'
import { valueMetric } from '../forms/value-metric.ts'

const MAX_RANGE = 100

const file = z.array(
  z.object({
    name: z.string(),
    value: quantity,
    unit: z.string(),
    range: z.union([z.string(), z.number()]).nullish(),
  }),
)

/**
 * Reads a list of `{ name, value, unit, range? }`, the custom format of github-action-benchmark. Whether more is better
 * stands in that action's `tool:`, not in the file; here the unit says it for times and rates, else the config has to.
 */
export const custom: Adapter = {
  name: 'custom',
  title: 'custom JSON: a list of { name, value, unit, range? }, as github-action-benchmark takes',

  recognises: ({ json }) =>
    Array.isArray(json) &&
    json.length > 0 &&
    json.every(
      (entry) =>
        isRecord(entry) &&
        typeof entry.name === 'string' &&
        typeof entry.unit === 'string' &&
        (typeof entry.value === 'number' || entry.value === null),
    ),

  read(input) {
    const warnings: string[] = []
    const benchmarks: IngestedBenchmark[] = []
    const byName = new Map<string, IngestedBenchmark>()
    for (const { name, value, unit, range } of shaped(file, input, 'github-action-benchmark')) {
      const key = keyOf([name], {})
      const collected = new Collected(key, warnings)
      collected.summary(valueMetric(unit), 'other', value, { spread: spreadOf(value, range) })
      const outcome = collected.outcome()
      // One name with two units is one benchmark with two metrics; with the same metric it is two benchmarks of one key.
      const first = byName.get(name)
      const isNew = outcome.metrics.every(({ id }) => first?.metrics.every((metric) => metric.id !== id))
      if (first !== undefined && first.status === 'ok' && outcome.status === 'ok' && isNew) {
        first.metrics.push(...outcome.metrics)
        continue
      }
      if (benchmarks.length === MAX_BENCHMARKS)
        throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`)
      const benchmark = { key, suite: null, path: [], name, params: {}, ...outcome }
      benchmarks.push(benchmark)
      if (first === undefined) byName.set(name, benchmark)
    }
    return { tool: 'custom', version: null, environment: {}, benchmarks, warnings }
  },
}

/** `3`, `"± 3"` and `"5%"`: what the number means is not defined, so that it is no more than a hint. */
function spreadOf(
  value: number | null | undefined,
  range: string | number | null | undefined,
): Spread | null {
  if (value == null || range == null) return null
  const text = String(range).slice(0, MAX_RANGE)
  const match = /^\s*(?:±|\+\/?-)?\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(%)?/i.exec(text)
  if (match === null) return null
  const margin = Number(match[1]) * (match[2] === undefined ? 1 : Math.abs(value) / 100)
  return bounds(value - margin, value + margin)
}
