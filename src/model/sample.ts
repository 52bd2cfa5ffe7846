import { z } from 'zod'

/** From a millionth of a nanosecond, which is nothing, to eleven days. */
const nanoseconds = z.number().min(1e-6).max(1e15)

/** Quantiles (type 7) of the per-call times of one benchmark in one process, in ns. */
export const forkStats = z.object({
  samples: z.int().nonnegative(),
  min: nanoseconds,
  mean: nanoseconds,
  p10: nanoseconds,
  p50: nanoseconds,
  p75: nanoseconds,
  max: nanoseconds,
  /** CPU time over wall time inside the window; well below 1 means contention or I/O. */
  cpuShare: z.number().nonnegative(),
  /** Of individually timed calls, where the plan asked for them. */
  tail: z
    .object({ calls: z.int().positive(), p95: nanoseconds, p99: nanoseconds, max: nanoseconds })
    .nullable(),
})
export type ForkStats = z.infer<typeof forkStats>

/** What the four processes a side of one block said of one benchmark. */
export interface MeasuredBlock {
  base: ForkStats[]
  head: ForkStats[]
}
