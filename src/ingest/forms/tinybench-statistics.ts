import { z } from 'zod'
import type { IngestedMetric, Spread } from '../../model/result-file.ts'
import { numbers, values } from './json.ts'
import { decimal, grouped, isDigits } from './numbers.ts'
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
    summary(ns, 'mean', decimal(cell(MEAN_2)), { spread, count }),
    ...averages,
    summary(THROUGHPUT, 'mean', rate2(cell), { spread, count }),
  ].filter((metric) => metric !== null)
}

const MEAN_2 = /^Average Time \(ns\)$/
const RATE_2 = /^ops\/sec$/

/**
 * Version 2 shows the rate as a whole number with what stands between thousands where it runs: 1.234 may be
 * a thousand times as much as it looks. The mean, of which it is the inverse, tells.
 */
function rate2(cell: (column: RegExp) => string): number | null {
  const written = cell(RATE_2)
  const readings = [grouped(written), decimal(written.replaceAll(/[.,'\u{2019}\u{a0}\u{202f}]/gu, ''))]
  const rate = 1e9 / (decimal(cell(MEAN_2)) ?? NaN)
  return readings.find((value) => value !== null && Math.abs(value / rate - 1) < 0.1) ?? readings[0]!
}

/** The first number of a row that is in another notation than those that are read; null: there is none. */
export function oddNumber(cell: (column: RegExp) => string): string | null {
  const words = [/^Latency med/, /^Latency a/, /^Throughput med/, MEAN_2].flatMap((column) =>
    cell(column)
      .split(/ ± /, 2)
      .map((word) => word.replace(/%$/, '')),
  )
  const isOdd = (word: string) => isDigits(word) && decimal(word) === null
  const rate = cell(RATE_2)
  return words.find(isOdd) ?? (isDigits(rate) && rate2(cell) === null ? rate : null)
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
