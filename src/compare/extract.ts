import type { Block } from '../model/comparison.ts'
import type { Better, Metric } from '../model/metric.ts'
import { type MeasuredBlock, metricValue, type ProcessStats } from '../model/sample.ts'
import { unitOf } from '../model/unit.ts'

/**
 * Zero has no logarithm. Values below this are treated as this: a billionth of a byte, of an allocation, or
 * of the requests.
 */
const SMALLEST = 1e-9

/** Log cost of a value, zero included: see Block. */
export function costOf(better: Better, value: number): number {
  const log = Math.log(Math.max(value, SMALLEST))
  return better === 'lower' ? log : -log
}

/** The blocks, in log costs, in which every process has a usable value of the metric. */
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
  return value !== null && Number.isFinite(value) && (value > 0 || (value === 0 && unitOf(unit).canBeZero))
}

/** A metric's values, in its unit, of the processes that have one. */
export const valuesIn = (metric: string, processes: readonly ProcessStats[]): number[] =>
  processes.map((stats) => metricValue(metric, stats)).filter((value) => value !== null)
