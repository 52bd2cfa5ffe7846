import { z } from 'zod'
import { MAX_METRICS, usualMetric } from './metric.ts'
import { metricIdSchema } from './metric-schema.ts'
import type { SideName } from './side.ts'

/** From a millionth of a nanosecond, which is as good as nothing, to eleven days. */
const nanoseconds = z.number().min(1e-6).max(1e15)
/** Above any number of cores, for windows that are shorter than a tick of the clock of the processor. */
const MAX_CPU_SHARE = 1e6

/** One value a metric, by its id, in the unit that the survey gives; never negative. */
const reportedValues = z
  .record(metricIdSchema, z.number().nonnegative())
  .refine((values) => Object.keys(values).length <= MAX_METRICS, `more than ${MAX_METRICS} metrics`)

/** Rounding of an interpolated quantile, and of a mean of equal values. */
const ROUNDING = 1 + 1e-9
const ascend = (...values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || values[i - 1]! <= value * ROUNDING)

const tail = z
  .object({ calls: z.int().positive(), p95: nanoseconds, p99: nanoseconds, max: nanoseconds })
  .refine(
    ({ p95, p99, max }) => ascend(p95, max) && ascend(p99, max),
    'its percentiles are above its maximum',
  )

/** Quantiles (type 7) of the per-call times of one benchmark in one process, in ns. */
export const timingStats = z
  .object({
    samples: z.int().positive(),
    min: nanoseconds,
    mean: nanoseconds,
    p10: nanoseconds,
    p50: nanoseconds,
    p75: nanoseconds,
    max: nanoseconds,
    /** CPU time over wall time inside the window; well below 1 means contention or I/O. */
    cpuShare: z.number().nonnegative().max(MAX_CPU_SHARE),
    /** Of individually timed calls, where the plan asks for them. */
    tail: tail.nullable(),
    /** What the benchmark itself reported, one value a metric. */
    values: reportedValues.optional(),
  })
  .refine(
    ({ min, mean, p10, p50, p75, max }) => ascend(min, p10, p50, p75, max) && ascend(min, mean, max),
    'its quantiles do not ascend from min to max',
  )
export type TimingStats = z.infer<typeof timingStats>

/**
 * One execution of a command: the values that its tool reported of one benchmark. Benchgate timed none of
 * them.
 */
const executionStats = z.strictObject({ values: reportedValues })
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
