import { compareWithStored } from '../compare/stored.ts'
import { absentRow } from '../judge/row.ts'
import { atMost, DEFAULT_MAX_REGRESSION, relativeLevels } from '../judge/verdict.ts'
import type { Row } from '../model/assessment.ts'
import { costToEffect } from '../model/cost.ts'
import { quantile } from '../stats/quantile.ts'
import { comparisonOf } from './comparison.ts'
import { firstBlocks, type Findings, type Target } from './state.ts'
import { earlierValues, type Stored, storedMetric, valuesIn } from './stored.ts'

/**
 * A benchmark on head against the stored run that stands in for base; null when that run does not have it. What another job
 * measured is not controlled: it can warn, and never fail.
 */
export function standInRow(state: Findings, target: Target, stored: Stored): Row | null {
  const { benchmark, metric, limits } = target
  const known = stored.nearest && storedMetric(stored.nearest.run, benchmark, metric)
  if (!known) return null
  const head = valuesIn(metric, firstBlocks(state, target).flatMap((block) => block.head))
  const { cpu } = stored.nearest!.run.run.environment
  const sameCpu = { ...stored, runs: stored.runs.filter(({ run }) => run.environment.cpu === cpu) }
  const found = compareWithStored(metric, { head, stored: known.values, earlier: earlierValues(sameCpu, benchmark, metric) })
  const comparison = comparisonOf(state, target)
  if (found === null) {
    return absentRow(
      target,
      { verdict: 'insufficient', severity: atMost(limits, 'warn'), notes: [] },
      comparison.head,
    )
  }
  const levels = relativeLevels(metric, limits, DEFAULT_MAX_REGRESSION)
  const verdict =
    found.low > levels.warn ? 'regression' : found.high < 0 ? 'improvement' : found.high < levels.fail ? 'unchanged' : 'inconclusive'
  const ends = [costToEffect(metric, found.low), costToEffect(metric, found.high)]
  const severity = atMost(limits, verdict === 'regression' ? 'warn' : 'pass')
  return {
    ...absentRow(target, { verdict, severity, notes: [] }, comparison.head),
    base: { value: quantile(known.values, 0.5), p50: null },
    effect: costToEffect(metric, found.estimate),
    interval: { low: Math.min(...ends), high: Math.max(...ends), level: 0.95 },
  }
}
