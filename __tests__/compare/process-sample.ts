import { gatedMetric } from '../../src/gate/gated-metrics.ts'
import { keyOf } from '../keys.ts'
import { NO_LIMITS } from '../../src/model/comparison.ts'
import type { RoundBlock } from '../../src/model/evidence.ts'
import type { Metric } from '../../src/model/metric.ts'
import type { GatedMetric } from '../../src/model/plan.ts'
import type { ExecutionStats, TimingStats, ProcessStats } from '../../src/model/sample.ts'

/** What Benchgate timed in one process of a suite. */
export const timing = (change: Partial<TimingStats> = {}): TimingStats => ({
  samples: 60,
  min: 90,
  mean: 105,
  p10: 100,
  p50: 110,
  p75: 120,
  max: 500,
  cpuShare: 1,
  tail: null,
  ...change,
})

/** What a tool reported in one execution of its command. */
export const executed = (values: Record<string, number>): ExecutionStats => ({ values })

export const metric = (id: string, unit: string, better: Metric['better'] = 'lower'): Metric => ({
  id,
  unit,
  better,
  exact: false,
})

/** A metric whose change is tested at the default levels, 2.5 % and 5 %. */
export const gatedOf = (one: Metric, limited = true): GatedMetric =>
  gatedMetric(keyOf('a', 's'), { metric: one, presence: 'both', limits: NO_LIMITS, limited })

/** One block a round; `sides` gives the processes of each side. */
export const blocksOf = (
  rounds: number,
  sides: { base?: ProcessStats[]; head?: ProcessStats[] },
): RoundBlock[] =>
  Array.from({ length: rounds }, (_, round) => ({ round, base: sides.base ?? [], head: sides.head ?? [] }))

/** Four processes around a time in ns, which differ by half a percent. */
export const timedAround = (ns: number, change: Partial<TimingStats> = {}): TimingStats[] =>
  [0.9975, 0.999, 1.001, 1.0025].map((factor) =>
    timing({ p10: ns * factor, p50: 1.1 * ns * factor, ...change }),
  )
