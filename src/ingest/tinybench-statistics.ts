import { z } from 'zod'
import { type Collected, spreadOf } from './collect.ts'
import { quantity } from './json-shape.ts'
import { THROUGHPUT, timeMetric } from './time-metrics.ts'

const NS_PER_MS = 1e6

const distribution = z.object({
  samples: z.array(z.unknown()).nullish(),
  samplesCount: quantity,
  min: quantity,
  mean: quantity,
  p50: quantity,
  p99: quantity,
  sd: quantity,
  sem: quantity,
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
  // Not the inverse of the latency: the mean of rates is not the rate of the mean.
  collected.summary(THROUGHPUT, 'mean', throughput?.mean, {
    spread: spreadOf('sem', throughput?.sem),
    count: throughput?.samplesCount,
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

interface Times {
  samples?: unknown[] | null | undefined
  count?: number | null | undefined
  min?: number | null | undefined
  mean?: number | null | undefined
  median?: number | null | undefined
  p99?: number | null | undefined
  sd?: number | null | undefined
  sem?: number | null | undefined
}

function addTimes(collected: Collected, { samples, count, min, mean, median, p99, sd, sem }: Times): void {
  const time = timeMetric(NS_PER_MS)
  const spread = spreadOf('sd', sd)
  // The median before the mean: one pause of the garbage collector moves the mean of a short run by half.
  if (samples?.length) collected.samples(time, 'iteration', [samples])
  else if (median == null) collected.summary(time, 'mean', mean, { spread, count })
  else collected.summary(time, 'median', median, { spread, count })
  collected.summary(timeMetric(NS_PER_MS, 'min'), 'min', min)
  collected.summary(timeMetric(NS_PER_MS, 'mean'), 'mean', mean, { spread: spreadOf('sem', sem), count })
  collected.summary(timeMetric(NS_PER_MS, 'p99'), 'other', p99)
}
