import type { Row, RowBudget } from '../model/assessment.ts'
import type { Comparison } from '../model/comparison.ts'
import { costToEffect } from '../model/cost.ts'
import type { Metric } from '../model/metric.ts'
import type { Judgement } from './verdict.ts'

/** What a row is about, known before anything is measured. */
export interface Subject {
  benchmark: string
  suite: string
  metric: Metric
  budget: RowBudget | null
  edited: boolean
  location: string | null
}

/** The reported row of a compared benchmark and metric. `configFile` names where a waiver stands. */
export function comparedRow(
  subject: Subject,
  comparison: Comparison,
  judgement: Judgement,
  configFile: string | null,
): Row {
  const { better } = subject.metric
  // Above nothing, anything is infinitely more: there is no ratio.
  const hasRatio = comparison.base.value !== 0
  const effect = (cost: number | null) => (cost === null || !hasRatio ? null : costToEffect(better, cost))
  const isNothing = !hasRatio && comparison.head.value === 0 && comparison.estimate !== null
  const ends = [effect(comparison.low), effect(comparison.high)]
  const [a, b] = ends
  const { waiver } = judgement
  return {
    ...emptyRow(subject),
    verdict: judgement.verdict,
    severity: judgement.severity,
    effect: isNothing ? 0 : effect(comparison.estimate),
    interval: a == null || b == null ? null : { low: Math.min(a, b), high: Math.max(a, b), level: 0.95 },
    p: comparison.p,
    pairs: comparison.pairs,
    sigma: comparison.sigma,
    grade: comparison.grade,
    mde: comparison.mde,
    pairsNeeded: judgement.verdict === 'inconclusive' ? comparison.pairsNeeded : null,
    base: comparison.base,
    head: comparison.head,
    confirmed: comparison.confirmed,
    notes: judgement.notes,
    waiver: waiver && {
      upTo: waiver.upTo,
      reason: waiver.reason,
      until: waiver.until,
      where: `${configFile ?? 'config'}:${waiver.line}`,
      added: waiver.added === true,
    },
  }
}

/** The reported row of a benchmark that could not be compared. */
export function absentRow(
  subject: Subject,
  finding: Pick<Row, 'verdict' | 'severity' | 'notes'>,
  head: Row['head'] = { value: null, p50: null },
): Row {
  return { ...emptyRow(subject), ...finding, head }
}

function emptyRow(subject: Subject): Row {
  const { id, unit, better, exact } = subject.metric
  return {
    benchmark: subject.benchmark,
    suite: subject.suite,
    metric: id,
    unit,
    better,
    exact,
    verdict: 'insufficient',
    severity: 'pass',
    effect: null,
    interval: null,
    p: null,
    pairs: 0,
    sigma: null,
    grade: null,
    mde: null,
    pairsNeeded: null,
    base: { value: null, p50: null },
    head: { value: null, p50: null },
    budget: subject.budget,
    confirmed: null,
    edited: subject.edited,
    location: subject.location,
    notes: [],
    waiver: null,
    history: [],
  }
}
