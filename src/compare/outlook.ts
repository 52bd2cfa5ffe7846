import { type Block, PAIRS_PER_BLOCK } from '../model/comparison.ts'
import type { Hypothesis, Look } from '../model/plan.ts'
import { processSigma, RANK_EFFICIENCY, shiftEstimate } from '../stats/hodges-lehmann.ts'
import { normalCdf, normalQuantile } from '../stats/normal.ts'
import { spendableWeights } from './sequential.ts'

export interface OutlookInput {
  /** All blocks of the hypothesis so far, in log costs; at least one. */
  blocks: readonly Block[]
  hypothesis: Hypothesis
  /** A slowdown of the fail level is already ruled out; only an improvement is still open. */
  failRuledOut: boolean
  looks: readonly Look[]
  /** Index of the last look that was taken. */
  lookIndex: number
  /** False discovery rate, and the number of hypotheses that it covers. */
  q: number
  hypotheses: number
}

/** One later look, and how likely it is to decide. */
export interface Prospect {
  /** Blocks measured by that look. */
  blocks: number
  /** Probability, 0 to 1, that this look decides. */
  probability: number
}

/**
 * How likely each remaining look is to decide a hypothesis, given its blocks so far: the estimate after N
 * pairs is normal around the estimate after n, with the variance that N - n pairs add. Deciding means ruling
 * out the fail level or proving a slowdown of at least the floor; once the fail level is ruled out, it means
 * proving an improvement.
 *
 * Source: predictive power, D. J. Spiegelhalter, L. S. Freedman and P. R. Blackburn, "Monitoring Clinical
 * Trials: Conditional or Predictive Power?", Controlled Clinical Trials 7 (1986), 8-17.
 */
export function outlook(input: OutlookInput): Prospect[] {
  const { blocks, hypothesis, failRuledOut, looks, lookIndex, q, hypotheses } = input
  const estimate = shiftEstimate(blocks)
  const sigma = processSigma(blocks, estimate)
  const standardError = (count: number): number =>
    sigma * Math.sqrt(2 / (RANK_EFFICIENCY * PAIRS_PER_BLOCK * count))
  const now = standardError(blocks.length)
  const weights = spendableWeights(looks, q, hypotheses)
  return looks.flatMap((look, i): Prospect[] => {
    if (i <= lookIndex || look.blocks <= blocks.length) return []
    const then = standardError(look.blocks)
    const spread = Math.sqrt(now ** 2 - then ** 2)
    const below = (limit: number): number =>
      spread === 0 ? Number(estimate < limit) : normalCdf((limit - estimate) / spread)
    const passes = below(hypothesis.failLog - normalQuantile(1 - look.beta) * then)
    const level = (q * weights[i]!) / hypotheses
    const proof = level === 0 ? Infinity : Math.max(normalQuantile(1 - level) * then, hypothesis.warnLog)
    const probability = failRuledOut ? below(-proof) : Math.min(1, passes + 1 - below(proof))
    return [{ blocks: look.blocks, probability }]
  })
}

/** A comparison with a lower probability of ever being decided is not worth its time. */
const HOPELESS = 0.1

/**
 * Blocks, at most `atMost`, by which a hypothesis is more likely decided than not, or else those of its most
 * promising look; null where no look is likely to decide it.
 */
export function blocksToDecide(input: OutlookInput, atMost: number): number | null {
  const prospects = outlook(input).filter(({ blocks }) => blocks <= atMost)
  const likely = prospects.find(({ probability }) => probability >= 0.5)
  if (likely !== undefined) return likely.blocks
  const best = prospects.reduce<Prospect | null>(
    (most, one) => (most === null || one.probability > most.probability ? one : most),
    null,
  )
  return best !== null && best.probability >= HOPELESS ? best.blocks : null
}
