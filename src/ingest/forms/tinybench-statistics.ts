import { z } from 'zod'
import type { Spread } from '../../model/result-file.ts'
import { type Collected, spreadOf } from '../collect.ts'
import { quantity } from './json-shape.ts'
import { THROUGHPUT, timeMetric } from './time-metrics.ts'

const NS_PER_MS = 1e6
/**
 * Clocks go in steps of 10 to 100 ns. Of shorter times most values are the same step or the next, so that the median jumps by a
 * whole one from run to run while nothing deviates from it.
 */
const MANY_STEPS_NS = 2000

const distribution = z.object({
  samples: z.array(z.unknown()).nullish(),
  samplesCount: quantity,
  min: quantity,
  mean: quantity,
  p50: quantity,
  p99: quantity,
  sd: quantity,
  sem: quantity,
  mad: quantity,
})

/** What tinybench 3 and later says of a task; vitest 5 passes it on. Latency in ms, throughput in operations a second. */
export const taskStatistics = z.object({ latency: distribution, throughput: distribution.nullish() })

/** What tinybench 2 says of a task; vitest up to 3 passes it on. Times in ms. */
export const flatStatistics = z.object({
  samples: z.array(z.unknown()).nullish(),
  sampleCount: quantity,
  min: quantity,
  mean: quantity,
  median: quantity,
  p99: quantity,
  sd: quantity,
  sem: quantity,
  rme: quantity,
  hz: quantity,
})

/** Adds what tinybench 3 and later measured. */
export function addTask(collected: Collected, { latency, throughput }: z.infer<typeof taskStatistics>): void {
  addTimes(collected, { ...latency, median: latency.p50, count: latency.samplesCount })
  if (throughput == null) return
  // The median, as of the times: a few calls that took next to no time multiply the mean of the rates.
  const { p50, mean, sem, samplesCount: count } = throughput
  if (p50 == null) collected.summary(THROUGHPUT, 'mean', mean, { spread: spreadOf('sem', sem), count })
  else
    collected.summary(THROUGHPUT, 'median', p50, {
      spread: aroundMedian(throughput, hasManySteps(latency.p50)),
      count,
    })
}

/** Adds what tinybench 2 measured. */
export function addFlat(collected: Collected, flat: z.infer<typeof flatStatistics>): void {
  const count = flat.sampleCount ?? flat.samples?.length
  addTimes(collected, { ...flat, count })
  collected.summary(THROUGHPUT, 'mean', flat.hz, {
    spread: flat.rme == null ? null : { kind: 'rme', value: flat.rme / 100, level: 0.95 },
    count,
  })
}

/** Of a time in ms. */
const hasManySteps = (ms: number | null | undefined): boolean => ms != null && ms * NS_PER_MS >= MANY_STEPS_NS

/** One pause can make the standard deviation ten times the median; it leaves the deviation around the median alone. */
function aroundMedian(
  { sd, mad }: { sd?: number | null | undefined; mad?: number | null | undefined },
  hasManySteps: boolean,
): Spread | null {
  return mad != null && mad > 0 && hasManySteps ? { kind: 'mad', value: mad } : spreadOf('sd', sd)
}

interface Times {
  samples?: unknown[] | null | undefined
  count?: number | null | undefined
  min?: number | null | undefined
  mean?: number | null | undefined
  median?: number | null | undefined
  p99?: number | null | undefined
  sd?: number | null | undefined
  sem?: number | null | undefined
  mad?: number | null | undefined
}

function addTimes(
  collected: Collected,
  { samples, count, min, mean, median, p99, sd, sem, mad }: Times,
): void {
  const time = timeMetric(NS_PER_MS)
  // The median before the mean: one pause of the garbage collector moves the mean of a short run by half.
  if (samples?.length) collected.samples(time, 'iteration', [samples])
  else if (median == null) collected.summary(time, 'mean', mean, { spread: spreadOf('sd', sd), count })
  else
    collected.summary(time, 'median', median, {
      spread: aroundMedian({ sd, mad }, hasManySteps(median)),
      count,
    })
  collected.summary(timeMetric(NS_PER_MS, 'min'), 'min', min)
  collected.summary(timeMetric(NS_PER_MS, 'mean'), 'mean', mean, { spread: spreadOf('sem', sem), count })
  collected.summary(timeMetric(NS_PER_MS, 'p99'), 'other', p99)
}
