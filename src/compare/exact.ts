import type { Comparison, Decision } from '../model/comparison.ts'
import type { GatedMetric } from '../model/plan.ts'
import type { MeasuredBlock } from '../model/sample.ts'
import { quantile } from '../stats/quantile.ts'
import { costBlocks } from './extract.ts'

/** Logs of equal ratios differ in the last digits. */
const ROUNDING = 1e-9

type ExactComparison = Pick<Comparison, 'decision' | 'pairs'> & {
  estimate: number
  low: number
  high: number
}

/**
 * Compares a deterministic metric: where every process of a side says the same, the difference is a fact and
 * no estimate, and one block is enough. Where they do not agree after all, `low` and `high` are the least and
 * the most that any two processes of the two sides differ by: a change counts when the medians differ by the
 * warn level and no two processes differ the other way. Log costs; null without a block.
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

/** What a difference in log cost between two deterministic values amounts to. */
export const decideExactly = (estimate: number, warnLog: number): Decision =>
  decideRange({ estimate, low: estimate, high: estimate }, warnLog)
