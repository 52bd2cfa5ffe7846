import type { TimingStats } from '../model/sample.ts'
import { medianOf, valuesOfAll } from './own-value.ts'

/** Numbers of one version, medians over its processes. Times are in ns. */
export interface Summary {
  p10: number
  p50: number
  /** Null when too few calls were timed one by one. */
  p99: number | null
  min: number
  opsPerSecond: number
  /** Samples of all processes together. */
  samples: number
}

/** Summarises at least one process. */
export function summarise(side: readonly TimingStats[]): Summary {
  const of = (metric: string) => medianOf(valuesOfAll(metric, side))
  const known = (metric: string) => of(metric) ?? Number.NaN
  return {
    p10: known('time'),
    p50: known('time.p50'),
    p99: of('time.p99'),
    min: known('time.min'),
    opsPerSecond: known('throughput'),
    samples: side.reduce((sum, { samples }) => sum + samples, 0),
  }
}
