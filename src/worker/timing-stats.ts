import type { TimingStats } from '../model/sample.ts'
import { harrellDavis, quantile } from '../stats/quantile.ts'
import type { Samples } from './sampling.ts'

/** Below this many calls the highest percent holds too few of them to interpolate a quantile. */
const ENOUGH_FOR_INTERPOLATION = 5_000

/** The statistics of one benchmark in one process, in ns. */
export function timingStats({ timesNs, cpuShare }: Samples, individualNs: Float64Array | null): TimingStats {
  const ascending = Array.from(timesNs).sort((a, b) => a - b)
  return {
    samples: ascending.length,
    min: ascending[0]!,
    mean: mean(ascending),
    p10: quantile(ascending, 0.1),
    p50: quantile(ascending, 0.5),
    p75: quantile(ascending, 0.75),
    max: ascending.at(-1)!,
    cpuShare,
    tail: individualNs && tailOf(individualNs),
  }
}

function tailOf(individualNs: Float64Array): NonNullable<TimingStats['tail']> {
  const ascending = Array.from(individualNs).sort((a, b) => a - b)
  const top = ascending.length < ENOUGH_FOR_INTERPOLATION ? harrellDavis : quantile
  return {
    calls: ascending.length,
    p95: quantile(ascending, 0.95),
    p99: top(ascending, 0.99),
    max: ascending.at(-1)!,
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
