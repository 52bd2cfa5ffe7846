import { invariant } from '../errors.ts'
import { type Block, type Grade, PAIRS_PER_BLOCK } from '../model/comparison.ts'
import { smallestP } from '../stats/aligned-rank.ts'
import { processSigma, shiftEstimate, shiftInterval } from '../stats/hodges-lehmann.ts'
import { minimumDetectableEffect, noiseGrade, pairsToDetect } from '../stats/power.ts'
import { checkBlocks } from './check-blocks.ts'
import { blocksToReject } from './sequential.ts'

/** What a row reports of its blocks, in log cost unless stated otherwise. */
export interface Description {
  /** Difference head - base: positive is worse. */
  estimate: number
  low: number
  high: number
  level: 0.95
  /** Standard deviation of one process's log value. */
  sigma: number
  grade: Grade
  /**
   * Smallest slowdown that these pairs detect with 90 % power: a fraction, not a log. Null where they can
   * detect none.
   */
  mde: number | null
  /** Pairs, in whole blocks, that detect a slowdown of the fail level with 90 % power. */
  pairsNeeded: number
  pairs: number
}

/**
 * Why the blocks ended: at the last planned look, at an earlier look that decided, or because they only
 * confirm a detected change.
 */
export type Ending = 'planned' | 'early' | 'confirming'

/**
 * Estimate, interval, noise and power of one hypothesis from all its blocks (at least one). `q` is the false
 * discovery rate over `hypotheses`, `lastWeight` the weight of the last planned look, `failLog` > 0 the fail
 * level as a log cost.
 */
export function describe(
  blocks: readonly Block[],
  o: { ending: Ending; hypotheses: number; q: number; lastWeight: number; failLog: number },
): Description {
  invariant(blocks.length > 0, 'nothing to describe')
  checkBlocks('a comparison', blocks)
  const estimate = shiftEstimate(blocks)
  const sigma = processSigma(blocks, estimate)
  const pairs = blocks.reduce((sum, { base, head }) => sum + Math.min(base.length, head.length), 0)
  const hardestLevel = (o.q * o.lastWeight) / o.hypotheses
  return {
    estimate,
    ...shiftInterval(blocks, sideLevel(blocks, o.ending)),
    level: 0.95,
    sigma,
    grade: noiseGrade(sigma),
    // However large the change, a few blocks cannot give a smaller p.
    mde: smallestP(blocks) > hardestLevel ? null : minimumDetectableEffect(sigma, pairs, hardestLevel),
    pairsNeeded:
      Math.max(
        blocksToReject(hardestLevel),
        Math.ceil(pairsToDetect(sigma, o.failLog, hardestLevel) / PAIRS_PER_BLOCK),
      ) * PAIRS_PER_BLOCK,
    pairs,
  }
}

/**
 * Level of each side of the interval. Stopping early favours estimates that happen to be large (or small), so
 * that a plain 95 % interval covers only 91 to 94 %; .01 a side restores 94 to 98 % in every simulated kind
 * of noise. Confirming blocks are not selected by their estimate, and a plain interval of theirs is right;
 * but it is shown only for changes that were detected, and .015 a side makes up for those that were missed,
 * whose intervals do not cover them.
 */
const SIDE_LEVELS: Readonly<Record<Ending, number>> = { planned: 0.025, early: 0.01, confirming: 0.015 }

/** A single block cannot give less than 1/70 a side, so that level is used rather than no interval. */
const sideLevel = (blocks: readonly Block[], ending: Ending): number =>
  Math.min(0.025, Math.max(SIDE_LEVELS[ending], smallestP(blocks)))
