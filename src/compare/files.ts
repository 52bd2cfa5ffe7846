import { invariant } from '../errors.ts'
import type { Baseline } from '../model/baseline.ts'
import type { Finding } from '../model/finding.ts'
import type { Better, Metric } from '../model/metric.ts'
import type { MetricData } from '../model/result-file.ts'
import { SIDES } from '../model/side.ts'
import { isSpeed, isTimedZero } from '../model/unit.ts'
import { quantileError } from '../stats/quantile-error.ts'
import { quantile } from '../stats/quantile.ts'
import { resolution, roundingError } from '../stats/resolution.ts'
import { studentQuantile } from '../stats/student.ts'
import { difference, type Estimate, interval, meanEstimate } from '../stats/welch.ts'

// Compares results that somebody else measured. Their order was not randomised, so no exact test is possible.
// What is known of their spread goes into a Welch interval, and a floor is added for what a single run cannot
// show.

/** One metric of one benchmark, with the data of each result file, at least one file a side. */
export type FilesPair = Pick<Metric, 'better' | 'unit' | 'exact'> &
  Pick<Extract<Baseline, { kind: 'files' }>, 'base' | 'head'>

/** What every comparison of files says about its data. */
interface Basis {
  /** Independent values of each side: files, or else groups of the only file, or else 1. */
  groups: { base: number; head: number }
  /** What the comparison rests on, and what it lacks. */
  findings: Finding[]
}

/** `estimate`, `low` and `high` are differences in log cost, head - base: positive is worse. */
export type FilesComparison =
  | (Basis & {
      /** Two deterministic values: low = estimate = high. */
      kind: 'exact'
      estimate: number
      low: number
      high: number
      baseValue: number
      headValue: number
    })
  | (Basis & {
      /**
       * `groups`: both sides have several values, whose differences give the error. `summary`: at least one
       * side has a single value with a spread.
       */
      kind: 'groups' | 'summary'
      estimate: number
      /** 95 % interval of this comparison alone, not corrected for the number of others. */
      low: number
      high: number
      /**
       * Standard error of the estimate (log cost), the floor included, and its degrees of freedom (may be
       * Infinity).
       */
      error: number
      df: number
      /**
       * In the metric's unit. They are chosen so that head / base - 1 is the estimate as an effect: geometric
       * means where there are several values.
       */
      baseValue: number
      headValue: number
    })
  | (Basis & {
      /** A side has one value of unknown spread: there is no interval, and never more than a warning. */
      kind: 'unknown-spread'
      estimate: number
      baseValue: number
      headValue: number
    })
  | (Basis & {
      /**
       * `zero`: a value is 0, so there is no ratio. `timed-zero`: a time or a rate is 0, which is no value.
       * `below-zero`: a value is negative or not finite. `unlike`: the sides hold different statistics, such
       * as a mean and a median.
       */
      kind: 'incomparable'
      why: 'zero' | 'timed-zero' | 'below-zero' | 'unlike'
      /** Whether the values are deterministic. If so, `change` is certain even without a ratio. */
      exact: boolean
      /** The direction of head's value from base's; null where it is unknown. */
      change: 'worse' | 'better' | 'none' | null
      /** In the metric's unit; null for `unlike`. */
      baseValue: number | null
      headValue: number | null
    })

const LEVEL = 0.95

/**
 * Least half-width (log) of the interval of a measured metric, unless many files show how runs differ. Runs
 * of unchanged code on one machine differ by about a percent, which the spread inside a single run does not
 * show.
 */
const FLOOR = Math.log(1.03)
/**
 * The floor as a standard error of the difference (log): a standard deviation of 1.07 % between the runs of a
 * side. It is added to the measured error, not used as a lower bound. With runs that differ by 1 % and values
 * inside them by 1 to 5 %, intervals then cover 96 to 97 % (92 % with a bound, 69 to 89 % without either);
 * with runs that differ by 1.5 %, one or two of a hundred unchanged families of 50 are flagged, instead of
 * five or six with a bound.
 */
const UNSEEN_ERROR = FLOOR / studentQuantile((1 + LEVEL) / 2, Infinity)
/**
 * Files a side from which on their differences are trusted to show how runs differ: plain Welch intervals
 * then cover 95 to 96 %. Processes of one file are not trusted in this way, because they share a machine and
 * a moment. Where moments differ by 1 %, ten processes a side cover 55 % without the floor and 96 % with it.
 */
const FILES_THAT_SHOW_ALL = 4
/** Values in a group from which on the fast end varies less than the middle. */
const VALUES_FOR_FAST_END = 10
/** Standard error of the median over that of the mean, for normal values. */
const MEDIAN_ERROR = Math.sqrt(Math.PI / 2)
/**
 * Standard deviation of normal values over their median absolute deviation. Source: P. J. Rousseeuw and C.
 * Croux, "Alternatives to the Median Absolute Deviation", JASA 88 (1993), 1273-1283.
 */
const SD_OF_MAD = 1.4826

/**
 * Compares one metric of one benchmark. Each group is reduced to one statistic and each file to the median
 * over its groups. Then the logs of the files' values are compared, or those of the groups where a side has
 * only one file.
 */
export function compareFiles(pair: FilesPair): FilesComparison {
  invariant(pair.base.length > 0 && pair.head.length > 0, 'results of one side alone were to be compared')
  const findings: Finding[] = []
  if (pair.exact || [...pair.base, ...pair.head].every(({ kind }) => kind === 'exact')) {
    const [base, head] = [steadyValue(pair.base), steadyValue(pair.head)]
    const groups = { base: pair.base.length, head: pair.head.length }
    if (base !== null && head !== null) return compareSteady(pair, base, head, groups)
    findings.push({ code: 'unsteady' })
  }
  const statistic = commonStatistic(pair)
  if (statistic === null) {
    return {
      kind: 'incomparable',
      why: 'unlike',
      exact: false,
      change: null,
      baseValue: null,
      headValue: null,
      groups: { base: pair.base.length, head: pair.head.length },
      findings: [...findings, { code: 'different-statistics' }],
    }
  }
  const sides = { base: sideOf(pair.base, statistic), head: sideOf(pair.head, statistic) }
  return compareMeasured(pair, sides, resolution([...pair.base, ...pair.head].flatMap(valuesOf)), findings)
}

/** The one value on which all files of a side agree; null when they differ or give a spread. */
function steadyValue(files: readonly MetricData[]): number | null {
  if (files.some((data) => data.kind === 'summary' && hasWidth(data.spread))) return null
  const values = new Set(files.flatMap(valuesOf))
  const [only] = values
  return values.size === 1 && only !== undefined ? only : null
}

/** Every number in a file, in the metric's unit. */
function valuesOf(data: MetricData): number[] {
  if (data.kind === 'samples') return data.groups.flat()
  return data.kind === 'summary' ? [data.centre] : [data.value]
}

function hasWidth(spread: Summary['spread']): boolean {
  if (spread === null) return false
  return spread.kind === 'ci' || spread.kind === 'unknown' ? spread.low < spread.high : spread.value > 0
}

type Kind = Pick<FilesPair, 'better' | 'unit'>

function compareSteady(kind: Kind, base: number, head: number, groups: Basis['groups']): FilesComparison {
  const { better, unit } = kind
  const values = { baseValue: base, headValue: head, groups, findings: [] }
  if (base >= 0 && base === head && !isTimedZero(unit, base))
    return { kind: 'exact', estimate: 0, low: 0, high: 0, ...values }
  const refused = refusal(kind, [base], [head])
  if (refused)
    return {
      ...values,
      ...refused,
      exact: refused.why !== 'timed-zero',
      findings: [...refused.findings],
    }
  const estimate = cost(better, Math.log(head) - Math.log(base))
  return { kind: 'exact', estimate, low: estimate, high: estimate, ...values }
}

/** A difference of logs as a cost: positive is worse. */
const cost = (better: Better, difference: number): number =>
  better === 'lower' ? difference : 0 - difference

/** Why the values of two sides have no log ratio; null when they have one. */
function refusal({ better, unit }: Kind, base: readonly number[], head: readonly number[]) {
  const values = [...base, ...head]
  if (values.every((value) => Number.isFinite(value) && value > 0)) return null
  if (!values.every((value) => Number.isFinite(value) && value >= 0)) {
    const findings: Finding[] = [{ code: 'no-ratio' }]
    return { kind: 'incomparable', why: 'below-zero', change: null, findings } as const
  }
  const coarse = SIDES.filter((side) => ({ base, head })[side].some((value) => isTimedZero(unit, value)))
  if (coarse.length > 0) {
    const findings: Finding[] = [{ code: 'timed-zero', sides: coarse, unit }]
    return { kind: 'incomparable', why: 'timed-zero', change: null, findings } as const
  }
  const by = cost(better, quantile(head, 0.5) - quantile(base, 0.5))
  const change = by === 0 ? 'none' : by > 0 ? 'worse' : 'better'
  return {
    kind: 'incomparable',
    why: 'zero',
    change,
    findings: [{ code: 'zero-value' }] as Finding[],
  } as const
}

type Summary = Extract<MetricData, { kind: 'summary' }>
/** A number is the probability of a quantile. */
type Statistic = Summary['statistic'] | number

/**
 * The statistic by which both sides are compared; null where they have none in common. A tool's summaries
 * determine it. For samples it is the 10th percentile of times, which sees a real slowdown with the least
 * noise, and the 90th of rates, which is the same calls: a benchmark reported as a time and as a throughput
 * gets one verdict. For few values and for other units it is the median.
 */
function commonStatistic({ better, unit, base, head }: FilesPair): Statistic | null {
  const data = [...base, ...head]
  const given = new Set(data.flatMap((entry) => (entry.kind === 'summary' ? [entry.statistic] : [])))
  const [only, other] = given
  const groups = data.flatMap((entry) => (entry.kind === 'samples' ? groupsOf(entry) : []))
  if (other !== undefined || (only === 'other' && groups.length > 0)) return null
  if (only !== undefined) return only
  // Both sides use one statistic; otherwise the number of values alone would make a difference.
  const isMany = groups.length > 0 && groups.every((group) => group.length >= VALUES_FOR_FAST_END)
  if (!isMany || !isSpeed({ unit, better })) return 0.5
  return better === 'lower' ? 0.1 : 0.9
}

/** A value that describes a whole process is a group of its own. */
function groupsOf({ of, groups }: Extract<MetricData, { kind: 'samples' }>): number[][] {
  return of === 'process' ? groups.flat().map((value) => [value]) : groups
}

interface Side {
  /** Independent values in the metric's unit, at least one. */
  values: number[]
  /**
   * Relative standard error (a fraction) of the only value; null when there are several values or the error
   * is unknown.
   */
  relativeError: { error: number; df: number } | null
  /** Whether each value is a file. */
  isFiles: boolean
}

function sideOf(files: readonly MetricData[], statistic: Statistic): Side {
  const [first] = files
  invariant(first !== undefined, 'a side without results')
  if (files.length > 1) {
    return { values: files.map((file) => fileValue(file, statistic)), relativeError: null, isFiles: true }
  }
  if (first.kind !== 'samples') {
    const relativeError = first.kind === 'summary' ? summaryError(first) : { error: 0, df: Infinity }
    return { values: [fileValue(first, statistic)], relativeError, isFiles: false }
  }
  const groups = groupsOf(first)
  const values = groups.map((group) => statisticOf(group, statistic))
  const relativeError = values.length > 1 ? null : sampleError(groups[0]!, values[0]!, statistic)
  return { values, relativeError, isFiles: false }
}

function fileValue(data: MetricData, statistic: Statistic): number {
  if (data.kind === 'exact') return data.value
  if (data.kind === 'summary') return data.centre
  const values = groupsOf(data).map((group) => statisticOf(group, statistic))
  return values.length === 1 ? values[0]! : quantile(values, 0.5)
}

function statisticOf(group: readonly number[], statistic: Statistic): number {
  if (statistic === 'mean') return group.reduce((sum, value) => sum + value, 0) / group.length
  return quantile(group, probabilityOf(statistic))
}

/** The probability of the quantile that a summary's statistic is; `mean` and `other` are no quantiles. */
function probabilityOf(statistic: Exclude<Statistic, 'mean'>): number {
  if (typeof statistic === 'number') return statistic
  invariant(statistic !== 'other', 'a statistic that nobody names was to be computed')
  return { min: 0, median: 0.5, max: 1 }[statistic]
}

/**
 * Relative standard error (a fraction) of one group's statistic. Extremes have none: how far the least value
 * of a sample is from the least possible one is unknown.
 */
function sampleError(group: readonly number[], value: number, statistic: Statistic): Side['relativeError'] {
  if (group.length < 2 || statistic === 'min' || statistic === 'max') return null
  const error =
    statistic === 'mean' ? meanEstimate(group).error : quantileError(group, probabilityOf(statistic))
  return { error: error / value, df: group.length - 1 }
}

/**
 * Relative standard error (a fraction) of a summary's centre, from the tool's spread; null where the spread
 * does not define it.
 */
function summaryError({ statistic, centre, spread, count }: Summary): Side['relativeError'] {
  if (spread === null || spread.kind === 'unknown' || (count !== null && count < 2)) return null
  const df = count === null ? Infinity : count - 1
  if (spread.kind === 'ci' || spread.kind === 'rme') {
    if (!(spread.level > 0 && spread.level < 1)) return null
    // The longer half of an asymmetric interval is the one that outliers made.
    const reach =
      spread.kind === 'ci' ? Math.max(spread.high - centre, centre - spread.low) / centre : spread.value
    return { error: reach / studentQuantile((1 + spread.level) / 2, df), df }
  }
  if (statistic !== 'mean' && statistic !== 'median') return null
  // Deviations from a median say nothing about a mean, which outliers move.
  if (spread.kind === 'mad' && statistic !== 'median') return null
  if (spread.kind !== 'sem' && count === null) return null
  const sd = spread.kind === 'mad' ? SD_OF_MAD * spread.value : spread.value
  const ofMean = spread.kind === 'sem' ? spread.value : sd / Math.sqrt(count ?? 1)
  return { error: (ofMean * (statistic === 'median' ? MEDIAN_ERROR : 1)) / centre, df }
}

function compareMeasured(
  kind: Kind,
  { base, head }: { base: Side; head: Side },
  step: number,
  findings: Finding[],
): FilesComparison {
  const basis = { groups: { base: base.values.length, head: head.values.length }, findings }
  const middle = { baseValue: quantile(base.values, 0.5), headValue: quantile(head.values, 0.5) }
  const { better } = kind
  const refused = refusal(kind, base.values, head.values)
  if (refused)
    return { ...refused, ...basis, ...middle, exact: false, findings: [...findings, ...refused.findings] }

  const [baseLog, headLog] = [logOf(base), logOf(head)]
  if (baseLog === null || headLog === null) {
    const estimate = cost(better, meanLog(head) - meanLog(base))
    const values = { baseValue: Math.exp(meanLog(base)), headValue: Math.exp(meanLog(head)) }
    return {
      kind: 'unknown-spread',
      estimate,
      ...values,
      ...basis,
      findings: [...findings, { code: 'unknown-spread' }],
    }
  }
  const isBetween = base.values.length > 1 && head.values.length > 1
  // One rounding error for the whole side: its values were rounded alike, and averaging more of them does not
  // remove it.
  const rounding = roundingError(step)
  const floor = showsAll(base) && showsAll(head) ? 0 : UNSEEN_ERROR
  const unseen = Math.hypot(floor, rounding / Math.exp(baseLog.value), rounding / Math.exp(headLog.value))
  const logRatio = difference(baseLog, headLog, unseen)
  const estimate = { ...logRatio, value: cost(better, logRatio.value) }
  return {
    kind: isBetween ? 'groups' : 'summary',
    estimate: estimate.value,
    ...interval(estimate, LEVEL),
    error: estimate.error,
    df: estimate.df,
    baseValue: Math.exp(baseLog.value),
    headValue: Math.exp(headLog.value),
    ...basis,
    findings: isBetween ? findings : [...findings, { code: 'one-run' }],
  }
}

const meanLog = ({ values }: Side): number =>
  values.reduce((sum, value) => sum + Math.log(value), 0) / values.length

/** The log of a side's value with its standard error; null where the error is unknown. */
function logOf(side: Side): Estimate | null {
  if (side.values.length > 1) return meanEstimate(side.values.map(Math.log))
  // To first order the error of a log is the relative error.
  return side.relativeError && { value: meanLog(side), ...side.relativeError }
}

/** Whether a side's values show everything by which runs differ. */
const showsAll = ({ values, isFiles }: Side): boolean => isFiles && values.length >= FILES_THAT_SHOW_ALL
