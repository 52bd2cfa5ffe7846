// The ids are those of Benchgate's own metrics, so that a budget holds for both.

/** A time for which less is better, told in units of `factor` nanoseconds. */
export function timeMetric(factor: number, statistic?: 'min' | 'mean' | 'p75' | 'p99') {
  const id = statistic === undefined ? 'time' : `time.${statistic}`
  return { id, unit: 'ns', better: 'lower', factor } as const
}

/** Operations a second. */
export const THROUGHPUT = { id: 'throughput', unit: 'ops/s', better: 'higher' } as const

/** Memory that one iteration allocates. */
export const ALLOCATED = { id: 'bytes', unit: 'B', better: 'lower' } as const
