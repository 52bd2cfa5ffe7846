import { compare } from '../compare/compare.ts'
import { confirmFinding } from '../compare/confirm.ts'
import { costBlocks } from '../compare/extract.ts'
import { DEFAULT_MAX_REGRESSION, relativeLevels } from '../judge/verdict.ts'
import { type Comparison, PAIRS_PER_BLOCK } from '../model/comparison.ts'
import { shiftEstimate } from '../stats/hodges-lehmann.ts'
import { firstBlocks, freshBlocks, type Findings, Q, type Target } from './state.ts'
import { valuesIn } from './stored.ts'

/**
 * What a target's processes say. Where a finding was measured again, only the fresh blocks count: what was chosen because it looked
 * large looks larger than it is, and in them the benchmark ran alone.
 */
export function comparisonOf(state: Findings, target: Target): Comparison {
  const { hypothesis, limits, metric } = target
  const first = firstBlocks(state, target)
  const fresh = freshBlocks(state, target)
  const decision = state.progress.get(target.key)?.decision ?? null
  const lastLook = state.looks.at(-1)!
  const freshCosts = costBlocks(metric, fresh)
  // Without a fresh block nothing was shown either way.
  const finding = decision === 'regression' || decision === 'improvement' ? decision : null
  const asked = finding !== null && hypothesis !== null && freshCosts.length > 0
  const confirmed = asked ? confirmFinding({ finding, fresh: freshCosts, hypothesis }).stands : null
  const comparison = compare({
    metric,
    measured: metric.exact ? [...first, ...fresh] : asked ? fresh : first,
    fresh,
    // A hypothesis that no look decided is open, never settled.
    decision:
      confirmed === false ? 'inconclusive' : (decision ?? (hypothesis === null ? null : 'inconclusive')),
    p: state.progress.get(target.key)?.pWorse ?? null,
    ending: asked ? 'confirming' : first.length < lastLook.blocks ? 'early' : 'planned',
    confirmed,
    hypotheses: Math.max(1, testedAmong(state.targets)),
    q: Q,
    lastWeight: lastLook.weight,
    failLog: hypothesis?.failLog ?? Math.log1p(DEFAULT_MAX_REGRESSION),
    limited: limits.maxRegression !== null || state.request.command !== 'check',
    warnLog: relativeLevels(metric, limits, DEFAULT_MAX_REGRESSION).warn,
  })
  const headInterval = comparison.headInterval ?? rangeOfFiles(state, target)
  if (!asked || comparison.pairs === 0) return { ...comparison, headInterval }
  const firstCosts = costBlocks(metric, first)
  return {
    ...comparison,
    headInterval,
    pairs: comparison.pairs + PAIRS_PER_BLOCK * firstCosts.length,
    first: { estimate: shiftEstimate(firstCosts), hadNeighbours: hadNeighbours(state, target) },
  }
}

/** Whether the blocks that found something held other benchmarks, and those that confirm did not. */
const hadNeighbours = ({ survey }: Findings, { suite }: Target): boolean =>
  !survey.indivisible.includes(suite) &&
  survey.benchmarks.filter((one) => one.suite === suite && one.source === 'suite').length > 1

const tested = new WeakMap<readonly Target[], number>()

/** How many of the targets are tested; counted once, for each of them asks. */
function testedAmong(targets: readonly Target[]): number {
  let count = tested.get(targets)
  if (count === undefined)
    tested.set(targets, (count = targets.filter(({ hypothesis }) => hypothesis !== null).length))
  return count
}

/** Fewer result files than an interval needs are held against a limit as they are: nobody measures them again. */
function rangeOfFiles(state: Findings, target: Target): Comparison['headInterval'] {
  if (state.results === null) return null
  const values = valuesIn(
    target.metric.id,
    firstBlocks(state, target).flatMap(({ head }) => head),
  )
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) }
}
