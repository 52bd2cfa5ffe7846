import { costBlocks } from '../compare/extract.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Block } from '../model/comparison.ts'
import { type GatedMetric, MOST_BLOCKS } from '../model/plan.ts'
import { type Measuring, measureRound, refuseNoBlock } from './blocks.ts'
import { measurableOn, measuredOf } from './facts.ts'

/**
 * Which comparisons need another block, asked before each one: for a question other than a budget's, in place
 * of the plan's looks and of the confirming blocks. It gets what can be measured on both sides, with all
 * blocks so far in log costs.
 */
export type StopRule = (comparisons: readonly Comparable[]) => readonly GatedMetric[]

interface Comparable {
  gated: GatedMetric
  blocks: readonly Block[]
}

/** Blocks after which a metric without a single comparable value gets no further one. */
const BLOCKS_IN_VAIN = 2

/** Measures block after block until nothing needs another one, or time is up. */
export async function measureUntil(
  state: Measuring,
  rule: StopRule,
): Promise<Assessment['summary']['stoppedBy']> {
  const { plan, facts, deadline } = state
  for (let round = 0; ; round++) {
    const open = rule(
      plan.gated.flatMap((gated) => {
        if (measurableOn(facts, gated) !== 'both') return []
        const { first } = measuredOf(facts, gated)
        const blocks = costBlocks(gated.metric, first)
        return first.length >= BLOCKS_IN_VAIN && blocks.length === 0 ? [] : [{ gated, blocks }]
      }),
    )
    if (open.length === 0) return 'decided'
    if (round === MOST_BLOCKS) return 'max-pairs'
    const inTime = await measureRound(state, open, facts.first, {
      stage: `block ${round + 1}`,
      round,
      deadline,
      portion: ({ suite }) => suite,
    })
    if (inTime) continue
    refuseNoBlock(state)
    return 'time-limit'
  }
}
