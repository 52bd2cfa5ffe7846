import type { Block } from '../model/comparison.ts'
import {
  type Better,
  individualCallsFor,
  isSuiteMetric,
  type Metric,
  type SuiteMetricId,
} from '../model/metric.ts'
import { type ForkStats, type MeasuredBlock, type ProcessStats, timingOf } from '../model/sample.ts'

/** Zero has no logarithm. What is below this counts as this: a billionth of a byte, an allocation or an error in a request. */
const SMALLEST = 1e-9

/** Units in which zero is no measurement: something ran, so it took time. */
const NEVER_ZERO: ReadonlySet<string> = new Set(['ns', 'ops/s', 'B/s'])

/** A metric's value in one process, in the metric's unit; null when the process did not report it or has too few calls for it. */
export function metricValue(metric: string, stats: ProcessStats): number | null {
  const { values } = stats
  if (values !== undefined && Object.hasOwn(values, metric)) return values[metric]!
  const timing = timingOf(stats)
  return timing !== null && isSuiteMetric(metric) ? timedValue(metric, timing) : null
}

function timedValue(metric: SuiteMetricId, stats: ForkStats): number | null {
  const calls = individualCallsFor(metric)
  if (calls > 0 && (stats.tail === null || stats.tail.calls < calls)) return null
  switch (metric) {
    case 'time':
      return stats.p10
    case 'time.p50':
      return stats.p50
    case 'time.p75':
      return stats.p75
    case 'time.min':
      return stats.min
    case 'time.mean':
      return stats.mean
    case 'time.p95':
      return stats.tail?.p95 ?? null
    case 'time.p99':
      return stats.tail?.p99 ?? null
    case 'time.max':
      return stats.tail?.max ?? null
    case 'throughput':
      return 1e9 / stats.p10
  }
}

/** Log cost of a value, zero included: see Block. */
export function costOf(better: Better, value: number): number {
  const log = Math.log(Math.max(value, SMALLEST))
  return better === 'lower' ? log : -log
}

/** The blocks of one metric in which every process delivered it. */
export function costBlocks(metric: Metric, measured: readonly MeasuredBlock[]): Block[] {
  const blocks: Block[] = []
  for (const block of measured) {
    const base = costs(metric, block.base)
    const head = costs(metric, block.head)
    if (base && head && base.length > 0 && head.length > 0) blocks.push({ base, head })
  }
  return blocks
}

function costs(metric: Metric, side: readonly ProcessStats[]): number[] | null {
  const found: number[] = []
  for (const stats of side) {
    if (!isUsable(metric, stats)) return null
    found.push(costOf(metric.better, metricValue(metric.id, stats)!))
  }
  return found
}

/** True when a process has a value of the metric that can be compared. */
export function isUsable({ id, unit }: Metric, stats: ProcessStats): boolean {
  const value = metricValue(id, stats)
  return value !== null && Number.isFinite(value) && (value > 0 || (value === 0 && !NEVER_ZERO.has(unit)))
}

/** A metric's values in those processes that have it. */
export const valuesIn = (metric: string, processes: readonly ProcessStats[]): number[] =>
  processes.map((stats) => metricValue(metric, stats)).filter((value) => value !== null)
