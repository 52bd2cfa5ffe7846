import { type GatedMetric, RECORDED_BLOCKS } from '../model/plan.ts'
import { isTimed } from '../model/unit.ts'
import { comparisonSoFar, type Measuring, measureRound } from './blocks.ts'
import { measurableOn, measuredOf } from './facts.ts'
import type { Decided } from './looks.ts'

/** Half the width, in log cost, at which an interval is narrow enough to show steps of 2 % in a history. */
const NARROW = 0.008
/** If even all blocks would leave an interval that many times as wide, they are not worth their time. */
const FAR = 2
/** After so many blocks it can be predicted how wide an interval will become. */
const TELLING_BLOCKS = 2

/** Whether further blocks make a recorded change worth more. Chosen by simulation: `history/README.md`. */
export function needsNarrowing({ low, high }: { low: number; high: number }, blocks: number): boolean {
  const half = (high - low) / 2
  if (half <= NARROW || blocks >= RECORDED_BLOCKS) return false
  return blocks < TELLING_BLOCKS || half * Math.sqrt(blocks / RECORDED_BLOCKS) <= FAR * NARROW
}

/**
 * Measures further blocks of recorded changes, decided or not, until their intervals are narrow, or cannot
 * become so: no later run measures a change from the parent again, and often a single block decides it. This
 * takes the time that the looks left.
 *
 * The rounds are numbered after those of the last planned look, so that no look ever sees these blocks:
 * whoever takes the looks again decides as if they were not there.
 */
export async function narrowChanges(state: Measuring, progress: Decided): Promise<void> {
  const { plan, facts } = state
  const firstRound = plan.looks.at(-1)!.blocks
  const blocksOf = (gated: GatedMetric) => measuredOf(facts, gated).first.length
  let wide = plan.gated.filter((gated) => isTooWide(state, gated, progress))
  for (let i = 0; i < RECORDED_BLOCKS && wide.length > 0; i++) {
    const before = wide.map(blocksOf)
    await measureRound(state, wide, facts.first, {
      stage: `narrowing intervals, block ${i + 1}`,
      round: firstRound + i,
      deadline: state.deadline,
      portion: ({ suite }) => suite,
      isDecided: true,
    })
    // What failed, or has no time left, is not tried again.
    wide = wide.filter((gated, k) => blocksOf(gated) > before[k]! && isTooWide(state, gated, progress))
  }
}

function isTooWide(state: Measuring, gated: GatedMetric, progress: Decided): boolean {
  const { metric } = gated
  if (metric.exact || !isTimed(metric.unit) || measurableOn(state.facts, gated) !== 'both') return false
  // A detected change is measured again in fresh blocks, and only those are recorded.
  const decision = progress.get(gated.key)?.decision
  if (decision === 'regression' || decision === 'improvement') return false
  const blocks = measuredOf(state.facts, gated).first.length
  if (blocks >= RECORDED_BLOCKS) return false
  const { low, high } = comparisonSoFar(state, gated, progress)
  return low !== null && high !== null && needsNarrowing({ low, high }, blocks)
}
