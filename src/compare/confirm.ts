import type { Block } from '../model/comparison.ts'
import type { Hypothesis } from '../model/plan.ts'
import { alignedRankTest } from '../stats/aligned-rank.ts'
import { shiftEstimate } from '../stats/hodges-lehmann.ts'
import { checkBlocks } from './check-blocks.ts'

/**
 * Fresh blocks of the confirm stage. Three blocks confirm 96 % of the 5 % slowdowns detected (process sigma 3
 * %), two only 89 %.
 */
export const CONFIRM_BLOCKS = 3

/**
 * Level of the second, independent test. It is not corrected, because it faces only the few hypotheses
 * already detected.
 */
const CONFIRM_LEVEL = 0.05

/**
 * Tests a detected change again on fresh blocks alone (log costs, measured with the two checkouts'
 * directories swapped). It stands when they too show a change in that direction, one-sided exact p <= .05, of
 * at least the floor. `estimate` is a log cost: positive is worse.
 */
export function confirmChange(input: {
  detected: 'regression' | 'improvement'
  fresh: readonly Block[]
  hypothesis: Hypothesis
}): { stands: boolean; p: number; estimate: number } {
  const { detected, fresh, hypothesis } = input
  checkBlocks(hypothesis.key, fresh)
  const test = alignedRankTest(fresh)
  const tails = test.tails(test.ranks(0))
  const estimate = shiftEstimate(fresh)
  const [p, size] = detected === 'regression' ? [tails.upper, estimate] : [tails.lower, -estimate]
  return { stands: p <= CONFIRM_LEVEL && size >= hypothesis.warnLog, p, estimate }
}
