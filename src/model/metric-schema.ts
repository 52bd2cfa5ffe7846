import { z } from 'zod'
import { BETTER, MAX_METRIC_ID, MAX_UNIT, type Metric, ONE_LINE } from './metric.ts'

// Schemas of what files and processes say about metrics. They are apart from metric.ts so that no measuring
// process loads zod.

export const betterSchema = z.enum(BETTER)

/**
 * Name of a metric: `time`, `bytes`, `hit-rate`, or a tool's own word. Any text without control characters.
 */
export const metricIdSchema = z
  .string()
  .min(1)
  .max(MAX_METRIC_ID)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u)
  .refine((id) => id !== '__proto__', 'is a name that objects keep for themselves')

/** A unit in normal form; an unknown one stays as its source spells it. */
export const unitSchema = z.string().max(MAX_UNIT).regex(ONE_LINE)

export const metricSchema = z.strictObject({
  id: metricIdSchema,
  unit: unitSchema,
  better: betterSchema,
  exact: z
    .boolean()
    .describe('The same code gives the same value, so that values are compared without a test'),
}) satisfies z.ZodType<Metric>
