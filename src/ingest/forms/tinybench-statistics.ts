import { z } from 'zod'
import type { IngestedMetric, Spread } from '../../model/result-file.ts'
import { numbers, values } from './json.ts'
import { decimal, grouped } from './numbers.ts'
import { type Maybe, parts, relativeMargin, samples, spreadOf, summary, THROUGHPUT, time } from './metrics.ts'

const NS_PER_MS = 1e6
/**
 * Clocks go in steps of 10 to 100 ns. Of shorter times most values are the same step or the next, so that the
 * median jumps by a whole one from run to run while nothing deviates from it.
 */
const MANY_STEPS_NS = 2000
/** The relative margin that tinybench 2 states is that of a 95 % interval of the mean. */
const RME_LEVEL = 0.95

const distribution = z.object({
  samples: values,
  ...numbers('samplesCount', 'min', 'mean', 'p50', 'p99', 'sd', 'sem', 'mad'),
})

/**
 * What tinybench 3 and later says of a task; vitest 5 passes it on. Latency in ms, throughput in operations a
 * second.
 */
export const taskStatistics = z.object({ latency: distribution, throughput: distribution.nullish() })

/** What tinybench 2 says of a task; vitest up to 3 passes it on. Times in ms. */
export const flatStatistics = z.object({
  samples: values,
  ...numbers('sampleCount', 'min', 'mean', 'median', 'p99', 'sd', 'sem', 'rme', 'hz'),
})

type Statistics = Partial<z.infer<typeof distribution>>

/** What tinybench 3 and later measured. */
export function taskMetrics({
  latency,
  throughput,
}: z.infer<typeof taskStatistics>): (IngestedMetric | null)[] {
  if (throughput == null) return timesOf(latency)
  // The median, as of the times: a few calls that took next to no time multiply the mean of the rates.
  const { p50, mean, sem, samplesCount: count } = throughput
  const rate =
    p50 == null
      ? summary(THROUGHPUT, 'mean', mean, { spread: spreadOf('sem', sem), count })
      : summary(THROUGHPUT, 'median', p50, { spread: aroundMedian(throughput, latency.p50), count })
  return [...timesOf(latency), rate]
}

/** What tinybench 2 measured. */
export function flatMetrics(flat: z.infer<typeof flatStatistics>): (IngestedMetric | null)[] {
  const count = flat.sampleCount ?? flat.samples?.length
  return [
    ...timesOf({ ...flat, p50: flat.median, samplesCount: count }),
    summary(THROUGHPUT, 'mean', flat.hz, { spread: relativeMargin(flat.rme, RME_LEVEL), count }),
  ]
}

/**
 * What a row of `bench.table()` says, whose cells read `130.00 ± 10.00` and `2474.8 ± 106.66%`. Versions 3 to
 * 6 differ in their words; version 2 shows means alone.
 */
export function shownMetrics(cell: (column: RegExp) => string): (IngestedMetric | null)[] {
  const shown = (column: RegExp) => cell(column).split(/ ± /, 2) as [string, string?]
  const count = decimal(cell(/^Samples$/))
  const ns = time()
  const [median, mad] = shown(/^Latency med(?:ian)? \(ns\)$/)
  const [mean, margin] = shown(/^Latency (?:avg|average) \(ns\)$/)
  const [medianRate, madOfRate] = shown(/^Throughput med(?:ian)? \(ops\/s\)$/)
  const [p50, rate] = [decimal(median), decimal(medianRate)]
  const around = (shown = ''): Spread | null => {
    const value = decimal(shown)
    return value !== null && value > 0 && p50! >= MANY_STEPS_NS ? { kind: 'mad', value } : null
  }
  const averages = [
    summary({ ...ns, id: 'time.mean' }, 'mean', decimal(mean), { spread: marginOf(margin), count }),
  ]
  if (p50 !== null)
    return [
      summary(ns, 'median', p50, { spread: around(mad), count }),
      ...averages,
      summary(THROUGHPUT, 'median', rate, { spread: around(madOfRate), count }),
    ].filter((metric) => metric !== null)
  const spread = marginOf(cell(/^Margin$/).replace(/^±/, ''))
  return [
    summary(ns, 'mean', decimal(cell(/^Average Time \(ns\)$/)), { spread, count }),
    ...averages,
    summary(THROUGHPUT, 'mean', grouped(cell(/^ops\/sec$/)), { spread, count }),
  ].filter((metric) => metric !== null)
}

const marginOf = (percent = '') => relativeMargin(decimal(percent.replace(/%$/, '')), RME_LEVEL)

/** A pause can make the standard deviation ten times as large; the one around the median hardly moves. */
function aroundMedian({ sd, mad }: Statistics, medianMs: Maybe): Spread | null {
  const hasManySteps = medianMs != null && medianMs * NS_PER_MS >= MANY_STEPS_NS
  return mad != null && mad > 0 && hasManySteps ? { kind: 'mad', value: mad } : spreadOf('sd', sd)
}

function timesOf(times: Statistics): (IngestedMetric | null)[] {
  const { samples: calls, samplesCount: count, min, mean, p50, p99, sd, sem } = times
  const ms = time(NS_PER_MS)
  return [
    // The median before the mean: one pause of the garbage collector moves the mean of a short run by half.
    calls?.length
      ? samples(ms, 'iteration', [calls])
      : p50 == null
        ? summary(ms, 'mean', mean, { spread: spreadOf('sd', sd), count })
        : summary(ms, 'median', p50, { spread: aroundMedian(times, p50), count }),
    ...parts(ms, { min }),
    summary({ ...ms, id: 'time.mean' }, 'mean', mean, { spread: spreadOf('sem', sem), count }),
    ...parts(ms, { p99 }),
  ]
}
