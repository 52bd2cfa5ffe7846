import { z } from 'zod'
import { MAX_METRICS, usualMetric } from './metric.ts'
import { metricIdSchema } from './metric-schema.ts'
import type { SideName } from './side.ts'

/** From a millionth of a nanosecond, which is as good as nothing, to eleven days. */
const nanoseconds = z.number().min(1e-6).max(1e15)

/** One value a metric, by its id, in the unit that the survey gives; never negative. */
const reportedValues = z
  .record(metricIdSchema, z.number().nonnegative())
  .refine((values) => Object.keys(values).length <= MAX_METRICS, `more than ${MAX_METRICS} metrics`)

/** Quantiles (type 7) of the per-call times of one benchmark in one process, in ns. */
export const timingStats = z.object({
  samples: z.int().nonnegative(),
  min: nanoseconds,
  mean: nanoseconds,
  p10: nanoseconds,
  p50: nanoseconds,
  p75: nanoseconds,
  max: nanoseconds,
  /** CPU time over wall time inside the window; well below 1 means contention or I/O. */
  cpuShare: z.number().nonnegative(),
  /** Of individually timed calls, where the plan asks for them. */
  tail: z
    .object({ calls: z.int().positive(), p95: nanoseconds, p99: nanoseconds, max: nanoseconds })
    .nullable(),
  /** What the benchmark itself reported, one value a metric. */
  values: reportedValues.optional(),
})
export type TimingStats = z.infer<typeof timingStats>

/**
 * One execution of a command: the values that its tool reported of one benchmark. Benchgate timed none of
 * them.
 */
const executionStats = z.object({ values: reportedValues })
export type ExecutionStats = z.infer<typeof executionStats>

/** What one process measured of one benchmark. */
export const processStats = z.union([timingStats, executionStats])
export type ProcessStats = TimingStats | ExecutionStats

/** What Benchgate timed itself; null for an execution of a command. */
export const timingOf = (stats: ProcessStats): TimingStats | null => ('p10' in stats ? stats : null)

/**
 * A metric's value in one process, in the metric's unit. Null where the process did not report it or timed
 * too few calls for it.
 */
export function metricValue(metric: string, stats: ProcessStats): number | null {
  const { values } = stats
  if (values !== undefined && Object.hasOwn(values, metric)) return values[metric]!
  const timing = timingOf(stats)
  return timing && (usualMetric(metric)?.of?.(timing) ?? null)
}

/** What the four processes a side of one block measured of one benchmark. */
export type MeasuredBlock = Record<SideName, ProcessStats[]>
