import { compare } from '../compare/compare.ts'
import { confirmFinding } from '../compare/confirm.ts'
import { costBlocks } from '../compare/extract.ts'
import { DEFAULT_MAX_REGRESSION } from '../judge/verdict.ts'
import type { Comparison } from '../model/comparison.ts'
import { firstBlocks, freshBlocks, type Findings, Q, type Target } from './state.ts'

/** What a target's processes say, those of the confirm stage included. */
export function comparisonOf(state: Findings, target: Target): Comparison {
  const { hypothesis, metric } = target
  const first = firstBlocks(state, target)
  const fresh = freshBlocks(state, target)
  const decision = state.progress.get(target.key)?.decision ?? null
  const lastLook = state.looks.at(-1)!
  const freshCosts = costBlocks(metric, fresh)
  // Without a fresh block nothing was shown either way.
  const asked = decision === 'regression' && hypothesis !== null && freshCosts.length > 0
  const confirmed = asked ? confirmFinding({ fresh: freshCosts, hypothesis }).stands : null
  return compare({
    metric,
    measured: [...first, ...fresh],
    fresh,
    // A hypothesis that no look decided is open, never settled.
    decision: confirmed === false ? 'inconclusive' : (decision ?? (hypothesis === null ? null : 'inconclusive')),
    p: state.progress.get(target.key)?.pWorse ?? null,
    stoppedEarly: first.length < lastLook.blocks,
    confirmed,
    hypotheses: Math.max(1, state.targets.filter(({ hypothesis }) => hypothesis !== null).length),
    q: Q,
    lastWeight: lastLook.weight,
    failLog: hypothesis?.failLog ?? Math.log1p(DEFAULT_MAX_REGRESSION),
  })
}
