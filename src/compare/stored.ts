import { invariant } from '../errors.ts'
import type { RunBaseline } from '../model/baseline.ts'
import type { Comparison, Decision } from '../model/comparison.ts'
import type { Metric } from '../model/metric.ts'
import type { GatedMetric } from '../model/plan.ts'
import { SIDES } from '../model/side.ts'
import { isTimedZero } from '../model/unit.ts'
import { quantile } from '../stats/quantile.ts'
import { ERROR_RATE, riseOfErrors } from './error-rise.ts'
import { decideExactly } from './exact.ts'
import { costOf, valuesIn } from './extract.ts'
import { describeAlone, type HeadAlone, type Measured, sideOf } from './own-value.ts'

/**
 * Standard deviation of a log value between jobs, assumed where too few stored runs show it. Hosted runners
 * differ by 3.8 to 14.4 % (git-perf's study of variance), those with one model of processor by less.
 */
const UNKNOWN_SPREAD = 0.1
/** Stored runs from which on they show how much runs differ. */
const MIN_RUNS = 8
const Z_95 = 1.96
/** Turns the median absolute deviation of normal data into their standard deviation. */
const MAD_TO_SIGMA = 1.4826

/**
 * Compares head's value with that of a run in another job; estimate and interval are log costs, positive is
 * worse. The interval is that of two jobs, however many processes there were. Another job's conditions are
 * not controlled, so the comparison can warn but never fail.
 */
export function compareStored(
  { levels, metric }: Pick<GatedMetric, 'levels' | 'metric'>,
  baseline: RunBaseline,
  measured: Measured,
  head: HeadAlone,
): Comparison {
  const { metric: known, obstacle, basis } = baseline
  const alone = { ...describeAlone(metric, measured, head, null), basis }
  if (obstacle !== null) return { ...alone, obstacle: alone.obstacle ?? obstacle }
  if (alone.obstacle !== null) return alone
  invariant(known !== null && known.values.length > 0, 'a stored run without a value is compared with')
  const from = quantile(known.values, 0.5)
  const base = { value: from, p50: null }
  const processes = sideOf(measured.first, 'head')
  const values = valuesIn(metric.id, processes)
  if (known.better !== metric.better) {
    const turned = { code: 'direction-turned', stored: known.better, now: metric.better } as const
    return { ...alone, base, obstacle: { findings: [turned], severity: 'warn' } }
  }
  const voidBy = riseOfErrors(metric, { base: baseline.errorRates, head: valuesIn(ERROR_RATE, processes) })
  const compared = { ...alone, base, voidBy, obstacle: null }
  if (voidBy !== null) return compared
  const to = quantile(values, 0.5)
  const coarse = SIDES.filter((side) => isTimedZero(metric.unit, { base: from, head: to }[side]))
  if (coarse.length > 0) {
    const zero = { code: 'timed-zero', sides: coarse, unit: metric.unit } as const
    return { ...compared, doubts: [], obstacle: { findings: [zero], severity: 'warn' } }
  }
  if (from === 0 || to === 0) return { ...compared, ...compareWithZero(metric, { from, to }) }
  if (metric.exact) {
    // Two deterministic values do not depend on the machine.
    const estimate = costOf(metric.better, to) - costOf(metric.better, from)
    return {
      ...compared,
      decision: decideExactly(estimate, levels.warn),
      estimate,
      low: estimate,
      high: estimate,
    }
  }
  const estimate = costOf(metric.better, middle(values)) - costOf(metric.better, middle(known.values))
  const reach = Z_95 * Math.SQRT2 * spreadOf(baseline.earlier)
  const [low, high] = [estimate - reach, estimate + reach]
  return { ...compared, decision: decideInterval(low, high, levels), estimate, low, high }
}

/** The median, in the metric's unit, of the values above zero, which alone have a logarithm. */
const middle = (values: readonly number[]): number =>
  quantile(
    values.filter((value) => value > 0),
    0.5,
  )

function decideInterval(low: number, high: number, levels: GatedMetric['levels']): Decision {
  if (low > levels.warn) return 'regression'
  if (high < 0) return 'improvement'
  return high < levels.fail ? 'unchanged' : 'inconclusive'
}

/** There is no ratio to zero, but for deterministic values it is still certain which one is worse. */
function compareWithZero(
  { better, exact }: Metric,
  { from, to }: { from: number; to: number },
): Partial<Comparison> {
  if (from === to) return { decision: 'unchanged', estimate: 0 }
  const isWorse = better === 'lower' ? to > from : to < from
  const zero = { code: 'zero-value' } as const
  // A value that falls to zero is an effect of -100 %, whichever direction is better.
  const estimate = from === 0 ? null : better === 'lower' ? -Infinity : Infinity
  return exact
    ? { decision: isWorse ? 'regression' : 'improvement', estimate, doubts: [zero] }
    : { obstacle: { findings: [zero], severity: 'warn' }, estimate }
}

function spreadOf(earlier: readonly number[]): number {
  if (earlier.length < MIN_RUNS) return UNKNOWN_SPREAD
  const steps = earlier.slice(1).map((value, i) => Math.abs(Math.log(value / earlier[i]!)))
  // The difference of two neighbouring runs contains the spread of both.
  return Math.max((MAD_TO_SIGMA * quantile(steps, 0.5)) / Math.SQRT2, 0.005)
}
