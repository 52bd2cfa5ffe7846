import { z } from 'zod'

export const betterSchema = z.enum(['lower', 'higher'])
export type Better = z.infer<typeof betterSchema>

/** Longer names come from files that were not what they seemed. */
export const MAX_METRIC_ID = 100
/** Metrics of one benchmark that are looked at. */
export const MAX_METRICS = 64

/** A name of a metric: `time`, `bytes`, `hit-rate`, or a tool's own word. Any text without control characters. */
export const metricIdSchema = z
  .string()
  .min(1)
  .max(MAX_METRIC_ID)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u)
  .refine((id) => id !== '__proto__', 'is a name that objects keep for themselves')

/** `ns`, `ops/s`, `B`, `B/s`, `count`, `fraction`; a unit that is none of these stays as its source spells it. */
export const unitSchema = z
  .string()
  .max(40)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u)

export const metricSchema = z.strictObject({
  id: metricIdSchema,
  unit: unitSchema,
  better: betterSchema,
  exact: z
    .boolean()
    .describe('The same code gives the same value, so that values are compared without a test'),
})

/** One thing that is measured: all that comparing and judging ask of it. */
export type Metric = z.infer<typeof metricSchema>

interface SuiteMetric {
  unit: string
  better: Better
  /** Individually timed calls that one process must deliver before the statistic means anything; 0: batches do. */
  individualCalls: number
}

/**
 * What Benchgate takes of every benchmark of a suite. `time` is the 10th percentile of a process's batch times: the statistic
 * with the least noise of those that see a real slowdown, and therefore the one that the gate decides on.
 */
const SUITE_METRICS = {
  time: { unit: 'ns', better: 'lower', individualCalls: 0 },
  'time.p50': { unit: 'ns', better: 'lower', individualCalls: 0 },
  'time.p75': { unit: 'ns', better: 'lower', individualCalls: 0 },
  'time.p95': { unit: 'ns', better: 'lower', individualCalls: 200 },
  'time.p99': { unit: 'ns', better: 'lower', individualCalls: 1000 },
  'time.min': { unit: 'ns', better: 'lower', individualCalls: 0 },
  'time.max': { unit: 'ns', better: 'lower', individualCalls: 200 },
  'time.mean': { unit: 'ns', better: 'lower', individualCalls: 0 },
  throughput: { unit: 'ops/s', better: 'higher', individualCalls: 0 },
} as const satisfies Record<string, SuiteMetric>

export type SuiteMetricId = keyof typeof SUITE_METRICS
export const SUITE_METRIC_IDS = Object.keys(SUITE_METRICS) as SuiteMetricId[]

export const isSuiteMetric = (id: string): id is SuiteMetricId => Object.hasOwn(SUITE_METRICS, id)

/** A metric that every benchmark of a suite has. */
export function suiteMetric(id: SuiteMetricId): Metric {
  const { unit, better } = SUITE_METRICS[id]
  return { id, unit, better, exact: false }
}

/** Calls that a process must time one by one for a metric, 0 for none. */
export const individualCallsFor = (id: string): number =>
  isSuiteMetric(id) ? SUITE_METRICS[id].individualCalls : 0

/**
 * What tools report under these names and in these units; a config file can be checked against it before anything is measured.
 * `throughput` may be in operations or in bytes a second.
 */
const USUAL: Record<string, { units: readonly string[]; better: Better }> = {
  throughput: { units: ['ops/s', 'B/s'], better: 'higher' },
  bytes: { units: ['B'], better: 'lower' },
  allocs: { units: ['count'], better: 'lower' },
  size: { units: ['B'], better: 'lower' },
  memory: { units: ['B'], better: 'lower' },
  instructions: { units: ['instructions', 'count'], better: 'lower' },
  'cpu-time': { units: ['ns'], better: 'lower' },
  'error-rate': { units: ['fraction'], better: 'lower' },
}

/** What is known of a metric by its name alone; null: its source has to say. */
export function usualMetric(id: string): { units: readonly string[]; better: Better } | null {
  if (Object.hasOwn(USUAL, id)) return USUAL[id]!
  if (!isSuiteMetric(id)) return null
  const { unit, better } = SUITE_METRICS[id]
  return { units: [unit], better }
}

/** Word that a budget writes in place of a name: the first metric that a benchmark reports, `time` in every suite. */
export const PRIMARY = 'primary'
