import { concernedBy } from '../../config/target.ts'
import { resolveBudget, waiverFor } from '../../config/budgets.ts'
import { relativeLevels } from '../../judge/verdict.ts'
import type { Row } from '../../model/assessment.ts'
import type { BenchmarkKey } from '../../model/benchmark.ts'
import { NO_LIMITS } from '../../model/comparison.ts'
import type { Config } from '../../model/config.ts'
import { costToWorsening } from '../../model/cost.ts'
import { PRIMARY } from '../../model/metric.ts'
import { formatLevel, formatLimit } from '../../report/quantity.ts'
import { keyOfRow } from '../../report/view/labels.ts'

/** How slow a benchmark is made, as a multiple of its time; more where its limit is further off. */
const TIMES = 3
/** A benchmark that may become so slow has no limit to speak of. */
const MOST_TIMES = 10
/** A slowdown is to be beyond an absolute limit by this factor, so that noise cannot hide it. */
const BEYOND = 1.5

/** Why a slowdown of a benchmark cannot fail the gate, and the line that says so. */
interface Weakness {
  /** A clause. */
  because: string
  /** Whether somebody meant it: a severity or a waiver may concern a few benchmarks for good reason. */
  isMeant: boolean
  place: string | null
}

/** What a planted slowdown has to be, and whether it could fail. */
export interface Prospect {
  times: number
  weakness: Weakness | null
}

/** What the budget of a row makes of a slowdown, `primary` being the first metric of its benchmark. */
export function prospectOf(config: Config, row: Row, primary: string, today: string): Prospect {
  const key = keyOfRow(row)
  const { severity, maxRegression, max, min, lines } = resolveBudget(config, key, row.metric, primary)
  const at = (line: number | null) =>
    config.file === null || line === null ? null : `${config.file}:${line}`
  const weak = (how: 'meant' | 'slip', because: string, place: string | null, times = TIMES): Prospect => ({
    times,
    weakness: { because, isMeant: how === 'meant', place },
  })
  if (severity !== 'fail')
    return weak(
      'meant',
      `\`severity: ${severity}\` lets nothing fail`,
      at(lineOfSeverity(config, key, row.metric, primary)),
    )
  const limits = [maxRegression, max, min]
  const lineOfFirst = lines.maxRegression ?? lines.max ?? lines.min
  if (limits.every((levels) => levels?.fail == null))
    return weak('slip', 'it has no level that fails', at(lineOfFirst))
  const times = timesFor(row, { maxRegression, max, min })
  if (times > MOST_TIMES)
    return weak(
      'slip',
      `${limitWords(row, { maxRegression, max, min })} is no limit`,
      at(lineOfFirst),
      MOST_TIMES,
    )
  const waiver = waiverFor(config, key, row.metric, primary)
  const isLive = waiver !== null && (waiver.until === null || today <= waiver.until)
  const isCovered = isLive && waiver.upTo >= costToWorsening(row.better, Math.log(times))
  // A waiver concerns regressions, and no absolute limit.
  if (isCovered && max?.fail == null && min?.fail == null)
    return weak(
      'meant',
      `a regression of up to ${formatLevel(waiver.upTo)} is accepted`,
      at(waiver.line),
      times,
    )
  return { times, weakness: null }
}

interface Levels {
  maxRegression: { fail: number | null } | null
  max: { fail: number | null } | null
  min: { fail: number | null } | null
}

/** How many times as slow a benchmark has to be, so that one of its limits is clearly broken. */
function timesFor(row: Row, { maxRegression, max, min }: Levels): number {
  const { base, better } = row
  const metric = { id: row.metric, unit: row.unit, better, exact: row.exact }
  const needed: number[] = []
  if (maxRegression?.fail != null) {
    const limits = { ...NO_LIMITS, maxRegression: { warn: null, fail: maxRegression.fail } }
    needed.push(Math.exp(relativeLevels(metric, limits).fail))
  }
  if (base.value !== null && base.value > 0) {
    if (max?.fail != null) needed.push(max.fail / base.value)
    if (min?.fail != null && min.fail > 0) needed.push(base.value / min.fail)
  }
  const nearest = Math.min(...needed)
  // What breaks a relative limit of usual size is planted in any case.
  return BEYOND * nearest <= TIMES ? TIMES : BEYOND * nearest
}

function limitWords({ unit }: Row, { maxRegression, max, min }: Levels): string {
  const said = [
    maxRegression?.fail == null ? [] : [`\`max-regression\` of ${formatLevel(maxRegression.fail)}`],
    max?.fail == null ? [] : [`\`max\` of ${formatLimit(max.fail, unit)}`],
    min?.fail == null ? [] : [`\`min\` of ${formatLimit(min.fail, unit)}`],
  ]
  return said.flat().join(' and ')
}

/** The line of the rule that sets the severity of a metric; null: none does. */
const lineOfSeverity = (
  { budgets }: Config,
  key: BenchmarkKey,
  metric: string,
  primary: string | null,
): number | null =>
  budgets.findLast(
    (rule) =>
      rule.severity !== undefined &&
      concernedBy(rule)(key) &&
      (rule.metric === null || rule.metric === metric || (rule.metric === PRIMARY && metric === primary)),
  )?.line ?? null
