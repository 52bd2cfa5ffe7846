import { exactDecision } from '../compare/decide-results.ts'
import { costOf } from '../compare/extract.ts'
import { compareWithStored } from '../compare/stored.ts'
import { absentRow } from '../judge/row.ts'
import { atMost, DEFAULT_MAX_REGRESSION, relativeLevels } from '../judge/verdict.ts'
import type { Row } from '../model/assessment.ts'
import { costToEffect } from '../model/cost.ts'
import type { Stored, StoredMetric } from '../model/run.ts'
import { quantile } from '../stats/quantile.ts'
import { comparisonOf } from './comparison.ts'
import { ERROR_RATE, riseOfErrors } from './error-rise.ts'
import { firstBlocks, type Findings, type Target } from './state.ts'
import { earlierValues, storedMetric, valuesIn } from './stored.ts'

/**
 * A benchmark on head against the stored run that stands in for base; null when that run does not have it. What another job
 * measured is not controlled: it can warn, and never fail.
 */
export function standInRow(state: Findings, target: Target, stored: Stored): Row | null {
  const { benchmark, metric, limits } = target
  const { run } = stored.nearest ?? {}
  const known = run && storedMetric(run, benchmark, metric.id)
  if (!run || !known || known.unit !== metric.unit || known.values.length === 0) return null
  const { head } = comparisonOf(state, target)
  const turned = known.better !== metric.better
  const processes = firstBlocks(state, target).flatMap((block) => block.head)
  const values = valuesIn(metric.id, processes)
  const warning = atMost(limits, 'warn')
  const from = quantile(known.values, 0.5)
  const row: Row = {
    ...absentRow(target, { verdict: 'insufficient', severity: warning, notes: [] }, head),
    base: { value: from, p50: null },
  }
  if (values.length === 0) return row
  if (turned) {
    return {
      ...row,
      notes: [
        `${known.better} was better in the stored run, and now ${metric.better} is: they are not compared.`,
      ],
    }
  }
  const spoilt = riseOfErrors(metric, {
    base: storedMetric(run, benchmark, ERROR_RATE)?.values ?? [],
    head: valuesIn(ERROR_RATE, processes),
  })
  if (spoilt !== null) return { ...row, verdict: 'failed', notes: [spoilt] }
  const to = quantile(values, 0.5)
  const found =
    from === 0 || to === 0 ? atZero(target, { from, to }) : apart(target, { values, known, stored })
  const severity = found.verdict === 'regression' || found.verdict === 'insufficient' ? warning : 'pass'
  return { ...row, severity, ...found }
}

type Found = Pick<Row, 'verdict' | 'effect' | 'interval' | 'notes'>

/** There is no ratio to nothing. Of deterministic values it is certain all the same which one is worse. */
function atZero({ metric: { better, exact } }: Target, { from, to }: { from: number; to: number }): Found {
  if (from === to) return { verdict: 'unchanged', effect: 0, interval: null, notes: [] }
  const isWorse = better === 'lower' ? to > from : to < from
  const verdict = exact ? (isWorse ? 'regression' : 'improvement') : 'insufficient'
  return {
    verdict,
    effect: from === 0 ? null : -1,
    interval: null,
    notes: ['A value is 0: there is no ratio to it.'],
  }
}

function apart(
  { benchmark, limits, metric }: Target,
  { values, known, stored }: { values: readonly number[]; known: StoredMetric; stored: Stored },
): Found {
  const { better, exact } = metric
  const levels = relativeLevels(metric, limits, DEFAULT_MAX_REGRESSION)
  const effect = (cost: number) => costToEffect(better, cost)
  if (exact) {
    // What the two differ by is no matter of machines.
    const estimate = costOf(better, quantile(values, 0.5)) - costOf(better, quantile(known.values, 0.5))
    const change = effect(estimate)
    return {
      verdict: exactDecision(estimate, levels.warn),
      effect: change,
      interval: { low: change, high: change, level: 0.95 },
      notes: [],
    }
  }
  const { cpu } = stored.nearest!.run.run.environment
  const sameCpu = { ...stored, runs: stored.runs.filter(({ run }) => run.environment.cpu === cpu) }
  const found = compareWithStored(better, {
    head: values,
    stored: known.values,
    earlier: earlierValues(sameCpu, benchmark, metric.id),
  })
  if (found === null) return { verdict: 'insufficient', effect: null, interval: null, notes: [] }
  const { low, high } = found
  const ends = [effect(low), effect(high)]
  return {
    verdict:
      low > levels.warn
        ? 'regression'
        : high < 0
          ? 'improvement'
          : high < levels.fail
            ? 'unchanged'
            : 'inconclusive',
    effect: effect(found.estimate),
    interval: { low: Math.min(...ends), high: Math.max(...ends), level: 0.95 },
    notes: [],
  }
}
