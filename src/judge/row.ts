import type { Row } from '../model/assessment.ts'
import type { Comparison } from '../model/comparison.ts'
import { costToEffect } from '../model/cost.ts'
import type { Finding } from '../model/finding.ts'
import type { GatedMetric } from '../model/plan.ts'
import type { Judgement } from './verdict.ts'

/**
 * The reported row of one benchmark and metric, whose log costs become effects: head / base - 1. `configFile`
 * is the file that holds its waiver.
 */
export function rowOf(
  gated: GatedMetric,
  comparison: Comparison,
  judgement: Judgement,
  configFile: string | null,
): Row {
  const { budget, metric, places } = gated
  const { limit, verdict, waiver } = judgement
  // Against a base of zero there is no ratio.
  const hasRatio = comparison.base.value !== 0
  const effect = (cost: number | null) =>
    cost === null || (cost !== 0 && !hasRatio)
      ? null
      : // An unknown bound is infinite, and JSON has no number for infinity.
        Math.min(costToEffect(metric.better, cost), Number.MAX_VALUE)
  const [a, b] = [effect(comparison.low), effect(comparison.high)]
  return {
    id: gated.benchmark,
    benchmark: gated.name,
    suite: gated.suite,
    occurrence: gated.occurrence,
    metric: metric.id,
    unit: metric.unit,
    better: metric.better,
    exact: comparison.exact,
    verdict,
    severity: judgement.severity,
    effect: effect(comparison.estimate),
    interval:
      a === null || b === null || (!hasRatio && comparison.pairs > 0)
        ? null
        : { low: Math.min(a, b), high: Math.max(a, b), level: 0.95 },
    p: comparison.p,
    pairs: comparison.pairs,
    sigma: comparison.sigma,
    grade: comparison.grade,
    mde: comparison.mde,
    pairsNeeded: verdict === 'inconclusive' ? comparison.pairsNeeded : null,
    base: comparison.base,
    head: comparison.head,
    budget: budget && (limit === null ? budget : { ...budget, where: places[limit] ?? null }),
    confirmed: comparison.confirmed,
    edited: gated.edited,
    ...(gated.edit?.own === null && { suiteFrom: 'head' as const }),
    location: gated.location,
    notes: [...judgement.findings, ...ownSuites(gated)],
    waiver: waiver && {
      upTo: waiver.upTo,
      reason: waiver.reason,
      until: waiver.until,
      where: `${configFile ?? 'config'}:${waiver.line}`,
      added: waiver.added === true,
    },
    history: [],
  }
}

/** Why a benchmark that head edits or adds was not measured with head's suite on base. */
const ownSuites = ({ presence, edit }: GatedMetric): Finding[] =>
  edit === undefined || edit.own === null
    ? []
    : [{ code: presence === 'head' ? 'suite-not-on-base' : 'own-suites', why: edit.own }]
