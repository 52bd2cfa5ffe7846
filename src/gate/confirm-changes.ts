import { CONFIRM_BLOCKS } from '../compare/confirm.ts'
import { absoluteState } from '../judge/limits.ts'
import { type GatedMetric, USUAL_BLOCKS } from '../model/plan.ts'
import { comparisonSoFar, headInterval, isPromiseOpen, type Measuring, measureRound } from './blocks.ts'
import { measurableOn } from './facts.ts'
import type { Decided } from './looks.ts'

/** How detected changes are measured again. */
export interface Confirming {
  progress: Decided
  /** Exchanges head's directory with that of base, or of base with head's suites. */
  swap: (other: 'base' | 'overlay') => Promise<void>
  /** Suites that cannot be measured in exchanged directories. */
  builtInPlace: ReadonlySet<string>
}

/**
 * Measures every detected change again in fresh blocks. The checkouts are swapped, so that the directory
 * cannot be the cause, and each benchmark of a suite gets processes of its own, so that no neighbour can be.
 * A command that was built for its directory is measured there: a build may write the path of its checkout
 * into files, which after a swap would start the other side.
 */
export async function confirmChanges(state: Measuring, confirming: Confirming): Promise<void> {
  const { worse = [], better = [] } = Object.groupBy(
    state.plan.gated.filter((gated) => measurableOn(state.facts, gated) !== 'nowhere'),
    (gated) => directionOf(state, gated, confirming.progress) ?? 'none',
  )
  const changes = [...worse, ...better]
  if (changes.length === 0) return
  // Without confirmation, the time spent on detecting a change would be wasted, so half of the limit is
  // added.
  const deadline = Math.max(state.deadline, performance.now()) + state.request.config.measure.timeLimitMs / 2
  const isFixed = ({ suite }: GatedMetric): boolean => confirming.builtInPlace.has(suite)
  const rounds = (gated: readonly GatedMetric[]) => confirmRounds(state, gated, confirming.progress, deadline)
  await rounds(changes.filter(isFixed))
  // Changes that may fail the gate come first, in case there is no time for all.
  for (const some of [worse, better]) {
    for (const other of ['base', 'overlay'] as const) {
      const movable = some.filter((gated) => !isFixed(gated) && comparedWith(gated) === other)
      if (movable.length === 0) continue
      await confirming.swap(other)
      await rounds(movable)
    }
  }
}

/** The checkout in which a benchmark's base runs. */
const comparedWith = ({ edit }: GatedMetric): 'base' | 'overlay' => (edit?.own === null ? 'overlay' : 'base')

/** The direction in which the first blocks show a change that chance does not explain; null: none. */
function directionOf(state: Measuring, gated: GatedMetric, progress: Decided): 'worse' | 'better' | null {
  // A metric that is called deterministic but varies may agree by chance in four values a side.
  if (gated.metric.exact && comparisonSoFar(state, gated, progress).decision === 'regression') return 'worse'
  const decision = progress.get(gated.key)?.decision
  if (decision === 'regression') return 'worse'
  if (absoluteState(gated.limits, headInterval(state.facts, gated)).startsWith('beyond')) return 'worse'
  return decision === 'improvement' ? 'better' : null
}

async function confirmRounds(
  state: Measuring,
  changes: readonly GatedMetric[],
  progress: Decided,
  deadline: number,
): Promise<void> {
  // An execution of a command measures all of its benchmarks, however few are wanted.
  const alone = ({ suite, benchmark }: GatedMetric): string =>
    state.commands.has(suite) ? suite : `${suite}\n${benchmark}`
  for (let round = 0; round < USUAL_BLOCKS; round++) {
    const open = changes.filter((gated) => round < blocksToConfirm(state, gated, progress))
    if (open.length === 0) return
    const stage = `confirming, block ${round + 1}`
    await measureRound(state, open, state.facts.fresh, { stage, round, deadline, portion: alone })
  }
}

/**
 * Blocks in which a detected change is measured again. A deterministic metric needs no test, and one block to
 * make sure. A promised improvement is compared with its limit in these blocks alone, which therefore go on
 * while that is undecided.
 */
function blocksToConfirm(state: Measuring, gated: GatedMetric, progress: Decided): number {
  if (gated.metric.exact) return 1
  return isPromiseOpen(gated, comparisonSoFar(state, gated, progress)) ? USUAL_BLOCKS : CONFIRM_BLOCKS
}
