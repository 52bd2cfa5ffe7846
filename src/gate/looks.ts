import { comparePaired } from '../compare/paired.ts'
import { testableBlocks } from '../compare/paired.ts'
import { decideLook, type Progress, Q } from '../compare/sequential.ts'
import { nextOccurrence } from '../model/benchmark.ts'
import type { Comparison } from '../model/comparison.ts'
import type { Survey } from '../model/evidence.ts'
import type { GatedMetric, Plan } from '../model/plan.ts'
import { type Facts, measuredOf } from './facts.ts'

/** What the looks have decided so far, by the key of a gated metric. */
export type Decided = ReadonlyMap<string, Progress>

/**
 * Takes one look at all hypotheses together, over the blocks of the rounds before it. `final` decides what is
 * still undecided.
 */
export function takeLook(
  { gated, looks }: Plan,
  facts: Facts,
  progress: Decided,
  { lookIndex, final }: { lookIndex: number; final: boolean },
): Decided {
  const hypotheses = gated.flatMap(({ hypothesis }) => hypothesis ?? [])
  if (hypotheses.length === 0) return progress
  const rounds = looks[lookIndex]!.blocks
  const blocks = new Map(
    gated.map((one) => {
      const seen = measuredOf(facts, one).first.filter(({ round }) => round < rounds)
      return [one.key, testableBlocks(one.metric, seen)]
    }),
  )
  return decideLook({ looks, lookIndex, final, q: Q, hypotheses, blocks, progress })
}

/**
 * Takes every look again, at the same blocks and in the same order. Under the budgets used while measuring,
 * this makes the decisions that were made then.
 */
export function takeAllLooks(plan: Plan, facts: Facts): Decided {
  const { looks } = plan
  // The number of looks follows from the blocks. The last look decides whatever is undecided, which may be
  // more than before when the budgets are different. Blocks that only narrow intervals lie behind all looks:
  // those that were not taken find no new block, and decide what the last one that was taken decided.
  const rounds = [...facts.first.values()].reduce(
    (most, blocks) => Math.max(most, (blocks.at(-1)?.round ?? -1) + 1),
    0,
  )
  const last = looks.findIndex(({ blocks }) => blocks >= rounds)
  const taken = rounds === 0 ? 0 : last === -1 ? looks.length : last + 1
  let progress: Decided = new Map()
  for (let lookIndex = 0; lookIndex < taken; lookIndex++)
    progress = takeLook(plan, facts, progress, { lookIndex, final: lookIndex === taken - 1 })
  return progress
}

/** What the blocks of one benchmark and metric show so far. */
export function pairedComparison(
  plan: Plan,
  facts: Facts,
  gated: GatedMetric,
  { progress, timeUp }: { progress: Decided; timeUp: boolean },
): Comparison {
  return comparePaired(gated, measuredOf(facts, gated), {
    plan,
    progress: progress.get(gated.key) ?? null,
    hasNeighbours: hasNeighbours(facts, gated),
    timeUp,
  })
}

/**
 * Whether the first blocks of a benchmark hold other benchmarks of its suite, which confirming blocks do not.
 */
const hasNeighbours = ({ survey }: Facts, { suite }: GatedMetric): boolean =>
  !survey.indivisible.includes(suite) && (timedIn(survey.benchmarks).get(suite) ?? 0) > 1

/** How many benchmarks of each suite share processes. Counted once: every comparison asks. */
function timedIn(benchmarks: Survey['benchmarks']): ReadonlyMap<string, number> {
  const known = counted.get(benchmarks)
  if (known !== undefined) return known
  const counts = new Map<string, number>()
  for (const { suite, source } of benchmarks) if (source === 'suite') nextOccurrence(counts, suite)
  counted.set(benchmarks, counts)
  return counts
}
const counted = new WeakMap<Survey['benchmarks'], ReadonlyMap<string, number>>()
