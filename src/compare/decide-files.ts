import { invariant } from '../errors.ts'
import { type Comparison, type Decision, nothingCompared } from '../model/comparison.ts'
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts'
import { pAbove } from '../stats/welch.ts'
import { decideExactly } from './exact.ts'
import type { FilesComparison } from './files.ts'

/**
 * One comparison, and the log costs (both above 0) that a change for the worse must reach for a warning and
 * for a failure.
 */
export interface FilesHypothesis {
  comparison: FilesComparison
  levels: { warn: number; fail: number }
}

export interface FilesDecision {
  /** Null where the values cannot be compared. */
  decision: Decision | null
  /** One-sided p-value of "worse by at most the warn level", not corrected; null where nothing is tested. */
  p: number | null
}

/**
 * Decides all comparisons of one change together; the results are in their order.
 *
 * A regression is a 95 % interval wholly above the warn level whose p-value also withstands
 * Benjamini-Hochberg at `q` over all that were tested. Where nothing slowed by more than the warn level, at
 * most a share `q` of changes is flagged, however many benchmarks there are; elsewhere at most that share of
 * the flagged ones is false, on average. Improvements are a family of their own, mirrored. Unchanged is an
 * interval wholly below the fail level. Values of unknown spread are inconclusive. Exact values are decided
 * by their levels alone and belong to no family.
 *
 * The promise is as good as the standard errors. Single runs that really differ by 2 %, twice what the floor
 * assumes, flag 11 to 23 of a hundred unchanged families of 50; only more files a side can show such
 * differences.
 *
 * Bonferroni's intervals keep the same promise where nothing changed, but detect fewer of five benchmarks of
 * fifty that slowed by 15 % (three forks a side: 78 instead of 90 %), and the interval in a row would widen
 * with the size of the suite.
 */
export function decideFiles(hypotheses: readonly FilesHypothesis[], q = 0.05): FilesDecision[] {
  for (const { levels } of hypotheses) {
    invariant(levels.warn > 0 && levels.fail > 0, 'a level of a result is not above 0')
  }
  const tested = hypotheses.flatMap(({ comparison, levels }, at) => {
    if (comparison.kind !== 'groups' && comparison.kind !== 'summary') return []
    const { estimate: value, error, df } = comparison
    const worse = pAbove({ value, error, df }, levels.warn)
    return [{ at, worse, better: pAbove({ value: -value, error, df }, levels.warn) }]
  })
  const isWorse = benjaminiHochberg(
    tested.map(({ worse }) => worse),
    q,
  )
  const isBetter = benjaminiHochberg(
    tested.map(({ better }) => better),
    q,
  )
  const results = new Map(
    tested.map(({ at, worse }, i) => [at, { p: worse, isWorse: isWorse[i]!, isBetter: isBetter[i]! }]),
  )
  return hypotheses.map((hypothesis, at) => decide(hypothesis, results.get(at)))
}

function decide(
  { comparison, levels }: FilesHypothesis,
  result: { p: number; isWorse: boolean; isBetter: boolean } | undefined,
): FilesDecision {
  switch (comparison.kind) {
    case 'exact':
      return { decision: decideExactly(comparison.estimate, levels.warn), p: null }
    case 'unknown-spread':
      return { decision: 'inconclusive', p: null }
    case 'incomparable':
      return { decision: comparison.exact ? FROM_ZERO[comparison.change ?? 'none'] : null, p: null }
    case 'groups':
    case 'summary': {
      invariant(result !== undefined, 'a measured comparison was not tested')
      const { p, isWorse, isBetter } = result
      if (isWorse && comparison.low > levels.warn) return { decision: 'regression', p }
      if (isBetter && comparison.high < -levels.warn) return { decision: 'improvement', p }
      return { decision: comparison.high < levels.fail ? 'unchanged' : 'inconclusive', p }
    }
    default:
      return comparison satisfies never
  }
}

/** A deterministic change from zero to something, or back, is beyond every level. */
const FROM_ZERO = { worse: 'regression', better: 'improvement', none: null } as const

/** A comparison of files and its decision, in the form that all comparisons share. */
export function comparisonOfFiles(comparison: FilesComparison, { decision, p }: FilesDecision): Comparison {
  const { kind, baseValue, headValue, findings } = comparison
  const isNothing = kind === 'incomparable' && estimateAtZero(comparison) === 0
  return {
    ...nothingCompared({ exact: kind === 'exact' || (kind === 'incomparable' && comparison.exact) }),
    decision: isNothing ? 'unchanged' : decision,
    p,
    estimate: kind === 'incomparable' ? estimateAtZero(comparison) : comparison.estimate,
    ...(kind === 'incomparable' || kind === 'unknown-spread'
      ? {}
      : { low: comparison.low, high: comparison.high }),
    base: { value: baseValue, p50: null },
    head: { value: headValue, p50: null },
    obstacle: decision === null && !isNothing ? { findings: [], severity: 'pass' } : null,
    basis: findings,
  }
}

/** The log cost between values of which one is zero; null where it is base's, or they have no ratio. */
function estimateAtZero({
  why,
  change,
  baseValue,
  headValue,
}: Extract<FilesComparison, { kind: 'incomparable' }>): number | null {
  if (why !== 'zero' || headValue !== 0) return null
  if (baseValue === 0) return 0
  // A value that falls to zero is an effect of -100 %, whichever direction is better.
  return change === 'better' ? -Infinity : Infinity
}
