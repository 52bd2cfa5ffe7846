import { planLooks, spendableWeights } from '../compare/sequential.ts'
import { type Block, PAIRS_PER_BLOCK } from '../model/comparison.ts'
import { MOST_BLOCKS } from '../model/plan.ts'
import { type AlignedRankTest, alignedRankTest, smallestP } from '../stats/aligned-rank.ts'
import { shiftEstimate, shiftInterval } from '../stats/hodges-lehmann.ts'

// Decisions from the blocks of one comparison. All numbers are log costs, head - base: positive is worse.

/** The change from base to head, with its 95 % interval. */
export interface CostChange {
  log: number
  low: number
  high: number
}

/** The numbers of blocks after which the tests look: the gate's, with the same shares of the error rate. */
const LOOKS = planLooks(MOST_BLOCKS * PAIRS_PER_BLOCK)

const SIDE_LEVEL = 0.025

/** Estimate and 95 % interval from at least one block. For exact values the interval is a point. */
export function changeOf(blocks: readonly Block[]): CostChange {
  const level = Math.max(SIDE_LEVEL, smallestP(blocks))
  return { log: shiftEstimate(blocks), ...shiftInterval(blocks, level) }
}

/**
 * The result of the first look at which `find` has one; null: no look has yet. Each look gets the blocks by
 * then and its share of `level`. The shares sum to one, so that all looks together err at `level`.
 */
function atLooks<T>(
  blocks: readonly Block[],
  level: number,
  find: (test: AlignedRankTest, share: number) => T | null,
): T | null {
  const weights = spendableWeights(LOOKS, level, 1)
  for (const [i, look] of LOOKS.entries()) {
    if (look.blocks > blocks.length) return null
    if (weights[i] === 0) continue
    const found = find(alignedRankTest(blocks.slice(0, look.blocks)), level * weights[i]!)
    if (found !== null) return found
  }
  return null
}

const hasNoMoreLooks = (blocks: readonly Block[]): boolean => blocks.length >= MOST_BLOCKS

/** How the two ends of a range compare. */
export type EndsDecision = 'differ' | 'same' | 'open'

/** An interval of at most this part of the change, to either side, puts its middle between the levels. */
const PRECISE = 1 / 3

/**
 * Whether the ends of a range differ, wrongly with a chance of at most `level` where they do not. `same`: a
 * change of `least` or more is ruled out in both directions. `isEnough`: no further block would help.
 */
export function decideEnds(
  blocks: readonly Block[],
  o: { exact: boolean; least: number; level: number },
): { decision: EndsDecision; isEnough: boolean } {
  if (blocks.length === 0) return { decision: 'open', isEnough: false }
  if (o.exact) return { decision: shiftEstimate(blocks) === 0 ? 'same' : 'differ', isEnough: true }
  const decision =
    atLooks(blocks, o.level / 2, (test, share): EndsDecision | null => {
      const still = test.ranks(0)
      if (test.rejects(still, 'upper', share) || test.rejects(still, 'lower', share)) return 'differ'
      const isBelow = test.rejects(test.ranks(o.least), 'lower', share)
      return isBelow && test.rejects(test.ranks(-o.least), 'upper', share) ? 'same' : null
    }) ?? 'open'
  if (decision !== 'differ') return { decision, isEnough: decision === 'same' || hasNoMoreLooks(blocks) }
  const { log, low, high } = changeOf(blocks)
  const width = Math.max(high - log, log - low)
  return { decision, isEnough: width <= PRECISE * Math.abs(log) || hasNoMoreLooks(blocks) }
}

/**
 * On which level a commit is: `near` the first of two levels, or `far` from it, near the second. `between`:
 * surely on neither. `unclear`: still undecided after the last look.
 */
export type Level = 'near' | 'far' | 'between' | 'unclear'

/** A commit within this part of the step to either side of its middle is on neither level. */
const MIDDLE = 0.3

/**
 * Which of two levels a commit is on, by the change that its blocks show; null: another block is needed.
 * Decided by the middle between them: a commit that truly is on one of them, or beyond it, is taken for the
 * other with a chance of at most `level`, and for neither with the same.
 */
export function decideLevel(
  blocks: readonly Block[],
  o: { near: number; far: number; exact: boolean; level: number },
): Level | null {
  if (blocks.length === 0) return null
  const middle = (o.near + o.far) / 2
  const isFarAbove = o.far > o.near
  if (o.exact) return shiftEstimate(blocks) > middle === isFarAbove ? 'far' : 'near'
  const margin = MIDDLE * Math.abs(o.far - o.near)
  const found = atLooks(blocks, o.level, (test, share): Level | null => {
    const atMiddle = test.ranks(middle)
    if (test.rejects(atMiddle, 'upper', share)) return isFarAbove ? 'far' : 'near'
    if (test.rejects(atMiddle, 'lower', share)) return isFarAbove ? 'near' : 'far'
    const isBelow = test.rejects(test.ranks(middle + margin), 'lower', share)
    return isBelow && test.rejects(test.ranks(middle - margin), 'upper', share) ? 'between' : null
  })
  return found ?? (hasNoMoreLooks(blocks) ? 'unclear' : null)
}
