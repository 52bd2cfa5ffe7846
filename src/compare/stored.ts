import type { Better } from '../model/metric.ts'
import { quantile } from '../stats/quantile.ts'

/**
 * Standard deviation of a log value between jobs, where too few stored runs show it: hosted runners differ by 3.8 to 14.4 %
 * (git-perf's study of variance), those with one model of processor by less.
 */
const UNKNOWN_SPREAD = 0.1
/** Stored runs that show how much runs differ. */
const MIN_RUNS = 8
const Z_95 = 1.96
/** Makes the median absolute deviation of normal data their standard deviation. */
const MAD_TO_SIGMA = 1.4826

/**
 * Head's value against that of a run in another job, in log costs (positive is worse). `earlier` are the medians of stored runs
 * with the same processor, oldest first; from their successive differences follows how much two jobs differ, which no number
 * of processes in one job can show. Null without values.
 */
export function compareWithStored(
  better: Better,
  values: { head: readonly number[]; stored: readonly number[]; earlier: readonly number[] },
): { estimate: number; low: number; high: number } | null {
  const head = logMedian(values.head)
  const stored = logMedian(values.stored)
  if (head === null || stored === null) return null
  const estimate = better === 'lower' ? head - stored : stored - head
  const reach = Z_95 * Math.SQRT2 * spreadOf(values.earlier)
  return { estimate, low: estimate - reach, high: estimate + reach }
}

function spreadOf(earlier: readonly number[]): number {
  if (earlier.length < MIN_RUNS) return UNKNOWN_SPREAD
  const steps = earlier.slice(1).map((value, i) => Math.abs(Math.log(value / earlier[i]!)))
  // Two runs beside each other differ by both their spreads.
  return Math.max((MAD_TO_SIGMA * quantile(steps, 0.5)) / Math.SQRT2, 0.005)
}

function logMedian(values: readonly number[]): number | null {
  const usable = values.filter((value) => Number.isFinite(value) && value > 0)
  return usable.length === 0 ? null : Math.log(quantile(usable, 0.5))
}
