import { CONFIRM_BLOCKS } from '../compare/confirm.ts'
import { absoluteState } from '../judge/limits.ts'
import { type GatedMetric, USUAL_BLOCKS } from '../model/plan.ts'
import { comparisonSoFar, headInterval, isPromiseOpen, type Measuring, measureRound } from './blocks.ts'
import { measurableOn } from './facts.ts'
import type { Decided } from './looks.ts'

/** How findings are measured again. */
export interface Confirming {
  progress: Decided
  /** Lets the two checkouts change places. */
  swap: () => Promise<void>
  /** Suites whose checkouts cannot. */
  builtInPlace: ReadonlySet<string>
}

/**
 * Measures every finding again in fresh blocks, with the checkouts swapped, so that a directory cannot be
 * what differs, and each benchmark of a suite in processes of its own, so that a neighbour cannot. A command
 * that was built for its directory is measured where it is: what a build wrote into a checkout may name its
 * path, and would then start the other side.
 */
export async function confirmFindings(state: Measuring, confirming: Confirming): Promise<void> {
  const { worse = [], better = [] } = Object.groupBy(
    state.plan.gated.filter((gated) => measurableOn(state.facts, gated) !== 'nowhere'),
    (gated) => findingOn(state, gated, confirming.progress) ?? 'none',
  )
  const findings = [...worse, ...better]
  if (findings.length === 0) return
  // Findings that nobody confirmed would have cost their time for nothing: half of the limit comes on top for
  // them.
  const deadline = Math.max(state.deadline, performance.now()) + state.request.config.measure.timeLimitMs / 2
  const isFixed = ({ suite }: GatedMetric): boolean => confirming.builtInPlace.has(suite)
  const rounds = (gated: readonly GatedMetric[]) => confirmRounds(state, gated, confirming.progress, deadline)
  await rounds(findings.filter(isFixed))
  if (!findings.every(isFixed)) await confirming.swap()
  // What may fail the gate comes first, should there not be time for all.
  for (const some of [worse, better]) await rounds(some.filter((gated) => !isFixed(gated)))
}

/** Which way a benchmark's first blocks have it changed beyond what chance explains; null: no way. */
function findingOn(state: Measuring, gated: GatedMetric, progress: Decided): 'worse' | 'better' | null {
  // Four values a side agree by chance now and then, where what is called deterministic varies after all.
  if (gated.metric.exact && comparisonSoFar(state, gated, progress).decision === 'regression') return 'worse'
  const decision = progress.get(gated.key)?.decision
  if (decision === 'regression') return 'worse'
  if (absoluteState(gated.limits, headInterval(state.facts, gated)).startsWith('beyond')) return 'worse'
  return decision === 'improvement' ? 'better' : null
}

async function confirmRounds(
  state: Measuring,
  findings: readonly GatedMetric[],
  progress: Decided,
  deadline: number,
): Promise<void> {
  // An execution of a command measures all that it has, however little of it is asked for.
  const alone = ({ suite, benchmark }: GatedMetric): string =>
    state.commands.has(suite) ? suite : `${suite}\n${benchmark}`
  for (let round = 0; round < USUAL_BLOCKS; round++) {
    const open = findings.filter((gated) => round < blocksToConfirm(state, gated, progress))
    if (open.length === 0) return
    const stage = `confirming, block ${round + 1}`
    await measureRound(state, open, state.facts.fresh, { stage, round, deadline, portion: alone })
  }
}

/**
 * Blocks that a finding is measured again in. What every process said alike needs one to be a fact, and no
 * test. A promised improvement is held against its limit by these blocks alone: they go on while that is
 * open.
 */
function blocksToConfirm(state: Measuring, gated: GatedMetric, progress: Decided): number {
  if (gated.metric.exact) return 1
  return isPromiseOpen(gated, comparisonSoFar(state, gated, progress)) ? USUAL_BLOCKS : CONFIRM_BLOCKS
}
