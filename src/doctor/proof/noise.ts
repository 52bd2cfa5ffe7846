import { Q, planLooks } from '../../compare/sequential.ts'
import { relativeLevels } from '../../judge/verdict.ts'
import type { Row } from '../../model/assessment.ts'
import { PAIRS_PER_BLOCK } from '../../model/comparison.ts'
import { MOST_BLOCKS } from '../../model/plan.ts'
import { formatLevel, percentDigits, plural } from '../../report/quantity.ts'
import { minimumDetectableEffect, noiseGrade, pairsToDetect } from '../../stats/power.ts'
import { quantile } from '../../stats/quantile.ts'
import { type Found, ok, skipped, warning } from '../check.ts'
import { labelOf } from './label.ts'

/** Benchmarks that are named one by one. */
const NAMED = 5

/** How a benchmark varies here, and what a whole gate would see of it. */
interface Sight {
  row: Row
  sigma: number
  /** Smallest slowdown that is seen with 90 % power, as a log cost. */
  least: number
  /** Log cost at which the budget fails; null: no change of it is limited. */
  fail: number | null
}

/**
 * How small a change a gate of `pairs` pairs can see here, from rows whose sides are the same commit. The
 * formula and its level are those of a report's rows, at the pairs that are planned and not at those that an
 * unchanged benchmark needs.
 */
export function noiseOf(rows: readonly Row[], pairs: number): Found[] {
  const tested = rows.filter(({ budget, exact }) => budget?.maxRegression != null && !exact).length
  const level = (Q * planLooks(pairs).at(-1)!.weight) / Math.max(1, tested)
  const seen = rows.flatMap((row): Sight[] =>
    row.sigma === null || row.exact ? [] : [sightOf(row, row.sigma, { pairs, level })],
  )
  const timed = rows.filter(({ exact }) => !exact).length
  if (seen.length === 0) return [skipped('no benchmark was measured often enough to tell')]
  const blurred = seen
    .filter(({ least, fail }) => fail !== null && least > fail)
    .sort((a, b) => b.least - a.least)
  return [
    ok(summaryOf(seen, timed, pairs)),
    ...blurred.slice(0, NAMED).map((one) => blurredBudget(one, { pairs, level })),
    ...(blurred.length > NAMED ? [others(blurred.slice(NAMED))] : []),
  ]
}

function sightOf(row: Row, sigma: number, { pairs, level }: { pairs: number; level: number }): Sight {
  const maxRegression = row.budget?.maxRegression ?? null
  return {
    row,
    sigma,
    least: Math.log1p(minimumDetectableEffect(sigma, pairs, level)),
    fail: maxRegression?.fail == null ? null : relativeLevels(row, { maxRegression }).fail,
  }
}

function summaryOf(seen: readonly Sight[], of: number, pairs: number): string {
  const median = (values: readonly number[]) => quantile(values, 0.5)
  const worst = seen.reduce((most, one) => (one.least > most.least ? one : most))
  const noise = (sigma: number) => `${noiseGrade(sigma)} (${percentDigits(sigma)} %)`
  const change = (least: number) => `${percentDigits(Math.expm1(least))} %`
  const typical = median(seen.map(({ sigma }) => sigma))
  const least = median(seen.map((one) => one.least))
  const unmeasured = of - seen.length
  const said =
    seen.length === 1
      ? `noise ${noise(worst.sigma)}; ${pairs} pairs detect changes of ${change(worst.least)} or more`
      : `median noise ${noise(typical)}, worst ${noise(worst.sigma)} (${labelOf(worst.row)}); ${pairs} pairs detect changes of ${change(least)} or more in the median benchmark, and of ${change(worst.least)} or more in the worst`
  return unmeasured === 0 ? said : `${said}; ${plural(unmeasured, 'other')} could not be measured in time`
}

function blurredBudget(
  { row, sigma, least, fail }: Sight,
  { pairs, level }: { pairs: number; level: number },
): Found {
  const limit = formatLevel(row.budget!.maxRegression!.fail!)
  const needed = PAIRS_PER_BLOCK * Math.ceil(pairsToDetect(sigma, fail!, level) / PAIRS_PER_BLOCK)
  const seen = `${percentDigits(Math.expm1(least))} %`
  const isInReach = needed <= MOST_BLOCKS * PAIRS_PER_BLOCK
  return warning(
    `${labelOf(row)} fails from ${limit} on, but ${pairs} pairs detect only changes of ${seen} or more here`,
    isInReach
      ? `About ${needed} pairs would detect ${limit}: raise \`measure.time-limit\`, or the budget to ${roundUp(least)} %.`
      : `Raise its budget to ${roundUp(least)} %, let the benchmark do more work in each call, or measure on a quieter machine.`,
    row.budget!.where,
  )
}

const roundUp = (cost: number): number => Math.ceil(100 * Math.expm1(cost))

const others = (blurred: readonly Sight[]): Found =>
  warning(
    `${plural(blurred.length, 'more budget')} below what can be detected here, such as that of ${labelOf(blurred[0]!.row)}`,
    'Measure on a quieter machine, or raise these budgets too.',
  )
