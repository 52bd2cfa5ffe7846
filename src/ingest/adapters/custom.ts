import { z } from 'zod'
import type { Spread } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { isRecord, shaped } from '../forms/json.ts'
import { bounds, type Maybe, numberIn, numeric, valueMetric } from '../forms/metrics.ts'

const MAX_RANGE = 100

const file = z.array(
  z.object({
    name: z.string(),
    value: z.unknown().optional(),
    unit: z.string(),
    range: z.union([z.string(), z.number()]).nullish().catch(null),
  }),
)

/**
 * Reads a list of `{ name, value, unit, range? }`, the custom format of github-action-benchmark. Whether more
 * is better stands in that action's `tool:`, not in the file; here the unit says it for times and rates, else
 * the config has to.
 */
export const custom = adapter({
  name: 'custom',
  title: 'custom JSON: a list of { name, value, unit, range? }, as github-action-benchmark takes',

  // One odd entry does not make it another file.
  recognises: ({ json }) => Array.isArray(json) && json.some(isEntry),

  read(input, results) {
    for (const { name, value: written, unit, range } of shaped(file, input, 'github-action-benchmark')) {
      const metric = valueMetric(unit)
      const value = written == null ? null : numeric(written)
      if (Number.isNaN(value)) {
        results.add(results.unreadable({ name, measures: metric }, written))
        continue
      }
      const next = results.benchmark({
        name,
        metrics: [numberIn(unit, metric, value, spreadOf(value, range))],
        measures: metric,
      })
      // One name with two units is one benchmark with two metrics; with the same metric it is two benchmarks
      // of one name.
      const first = results.find(next.key)
      const isNew = next.metrics.every(({ id }) => first?.metrics.every((metric) => metric.id !== id))
      if (first?.status === 'ok' && next.status === 'ok' && isNew) first.metrics.push(...next.metrics)
      else results.put(next)
    }
  },
})

const isEntry = (entry: unknown): boolean =>
  isRecord(entry) &&
  typeof entry.name === 'string' &&
  typeof entry.unit === 'string' &&
  (entry.value === null || !Number.isNaN(numeric(entry.value)))

/** `3`, `"± 3"` and `"5%"`: what the number means is not defined, so that it is no more than a hint. */
function spreadOf(value: Maybe, range: string | Maybe): Spread | null {
  if (value == null || range == null) return null
  const text = String(range).slice(0, MAX_RANGE)
  const match = /^\s*(?:±|\+\/?-)?\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(%)?/i.exec(text)
  if (match === null) return null
  const margin = Number(match[1]) * (match[2] === undefined ? 1 : Math.abs(value) / 100)
  return bounds(value - margin, value + margin)
}
