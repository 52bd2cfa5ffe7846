import { type MetricId, metricInfo } from '../model/metric.ts'
import type { Block } from '../model/comparison.ts'
import type { ForkStats, MeasuredBlock } from '../model/sample.ts'

/** A metric's value in one process, in the metric's unit; null when the process has too few calls for it. */
export function metricValue(metric: MetricId, stats: ForkStats): number | null {
  const { individualCalls } = metricInfo(metric)
  if (individualCalls > 0 && (stats.tail === null || stats.tail.calls < individualCalls)) return null
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

/** Log cost of a value: see Block. */
const cost = (metric: MetricId, value: number) =>
  metricInfo(metric).better === 'lower' ? Math.log(value) : -Math.log(value)

/** The blocks of one metric in which every process delivered it. */
export function costBlocks(metric: MetricId, measured: readonly MeasuredBlock[]): Block[] {
  const blocks: Block[] = []
  for (const block of measured) {
    const base = costs(metric, block.base)
    const head = costs(metric, block.head)
    if (base && head && base.length > 0 && head.length > 0) blocks.push({ base, head })
  }
  return blocks
}

function costs(metric: MetricId, side: readonly ForkStats[]): number[] | null {
  const values = side.map((stats) => metricValue(metric, stats))
  return values.every((value) => value !== null && Number.isFinite(value) && value > 0)
    ? (values as number[]).map((value) => cost(metric, value))
    : null
}
