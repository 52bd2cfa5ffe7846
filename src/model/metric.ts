type Better = 'lower' | 'higher'
export type Unit = 'ns' | 'ops/s'

interface MetricInfo {
  unit: Unit
  better: Better
  /** Individually timed calls that one process must deliver before the statistic means anything; 0: batches do. */
  individualCalls: number
}

/**
 * Every metric that Benchgate knows. `time` is the 10th percentile of a process's batch times: the statistic with the
 * least noise of those that see a real slowdown, and therefore the one that the gate decides on.
 */
export const METRICS = {
  time: { unit: 'ns', better: 'lower', individualCalls: 0 },
  'time.p50': { unit: 'ns', better: 'lower', individualCalls: 0 },
  'time.p75': { unit: 'ns', better: 'lower', individualCalls: 0 },
  'time.p95': { unit: 'ns', better: 'lower', individualCalls: 200 },
  'time.p99': { unit: 'ns', better: 'lower', individualCalls: 1000 },
  'time.min': { unit: 'ns', better: 'lower', individualCalls: 0 },
  'time.max': { unit: 'ns', better: 'lower', individualCalls: 200 },
  'time.mean': { unit: 'ns', better: 'lower', individualCalls: 0 },
  throughput: { unit: 'ops/s', better: 'higher', individualCalls: 0 },
} as const satisfies Record<string, MetricInfo>

export type MetricId = keyof typeof METRICS
export const METRIC_IDS = Object.keys(METRICS) as [MetricId, ...MetricId[]]

export const metricInfo = (id: MetricId): MetricInfo => METRICS[id]
