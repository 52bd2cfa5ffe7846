import type { Comparison, Decision } from '../model/comparison.ts'
import type { GatedMetric } from '../model/plan.ts'
import type { MeasuredBlock } from '../model/sample.ts'
import { quantile } from '../stats/quantile.ts'
import { costBlocks } from './extract.ts'

/** Tolerance for logs of equal ratios, which differ in their last digits. */
const ROUNDING = 1e-9

type ExactComparison = Pick<Comparison, 'decision' | 'pairs'> & {
  estimate: number
  low: number
  high: number
}

/**
 * Compares a deterministic metric. Where all processes of a side agree, the difference is a fact, not an
 * estimate, and one block is enough. Where they disagree after all, `low` and `high` are the least and the
 * greatest difference between any two processes of the two sides: a change counts when the medians differ by
 * the warn level and no two processes differ in the opposite direction. Results are differences in log cost,
 * positive is worse; null without a block.
 */
export function compareExactly(
  { levels, limited, metric }: Pick<GatedMetric, 'levels' | 'limited' | 'metric'>,
  measured: readonly MeasuredBlock[],
): ExactComparison | null {
  const blocks = costBlocks(metric, measured)
  if (blocks.length === 0) return null
  const base = blocks.flatMap((block) => block.base)
  const head = blocks.flatMap((block) => block.head)
  const estimate = quantile(head, 0.5) - quantile(base, 0.5)
  const low = Math.min(...head) - Math.max(...base)
  const high = Math.max(...head) - Math.min(...base)
  const decision = limited ? decideRange({ estimate, low, high }, levels.warn) : null
  return { decision, estimate, low, high, pairs: head.length }
}

function decideRange(
  { estimate, low, high }: { estimate: number; low: number; high: number },
  warnLog: number,
): Decision {
  if (estimate >= warnLog - ROUNDING) return low > 0 ? 'regression' : 'inconclusive'
  if (estimate <= -warnLog + ROUNDING && high < 0) return 'improvement'
  return low > 0 ? 'slower-small' : 'unchanged'
}

/**
 * The decision on a difference in log cost (positive is worse) between two deterministic values. `warnLog` >
 * 0.
 */
export const decideExactly = (estimate: number, warnLog: number): Decision =>
  decideRange({ estimate, low: estimate, high: estimate }, warnLog)
