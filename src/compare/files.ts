import { invariant } from '../errors.ts'
import type { Baseline } from '../model/baseline.ts'
import type { Finding } from '../model/finding.ts'
import type { Better, Metric } from '../model/metric.ts'
import type { MetricData } from '../model/result-file.ts'
import { isSpeed } from '../model/unit.ts'
import { quantileError } from '../stats/quantile-error.ts'
import { quantile } from '../stats/quantile.ts'
import { resolution, roundingError } from '../stats/resolution.ts'
import { studentQuantile } from '../stats/student.ts'
import { difference, type Estimate, interval, meanEstimate } from '../stats/welch.ts'

// Results that somebody else measured: nobody drew their order at random, so that no exact test is to be had.
// What is known of how they vary goes into a Welch interval, and what one run cannot show of that is added as
// a floor.

/** One metric of one benchmark, and what each result file of a side says of it, at least one file a side. */
export type FilesPair = Pick<Metric, 'better' | 'unit' | 'exact'> &
  Pick<Extract<Baseline, { kind: 'files' }>, 'base' | 'head'>

/** What every answer says of the data. */
interface Basis {
  /** Independent values behind each side: files, else groups of the one file, else 1. */
  groups: { base: number; head: number }
  /** What the answer rests on, and what it lacks. */
  findings: Finding[]
}

/** `estimate`, `low` and `high` are log costs of head against base: positive is worse. */
export type FilesComparison =
  | (Basis & {
      /** The two values are what they are: low = estimate = high. */
      kind: 'exact'
      estimate: number
      low: number
      high: number
      baseValue: number
      headValue: number
    })
  | (Basis & {
      /**
       * `groups`: both sides have several values whose differences are the error. `summary`: at least one has
       * a single one, with a spread.
       */
      kind: 'groups' | 'summary'
      estimate: number
      /** 95 % interval of this one comparison, whatever the number of others. */
      low: number
      high: number
      /** Standard error of the estimate, the floor included, and its degrees of freedom (may be Infinity). */
      error: number
      df: number
      /**
       * In the metric's unit, so that head / base - 1 is the estimate: geometric means where there are
       * several values.
       */
      baseValue: number
      headValue: number
    })
  | (Basis & {
      /** A side has one value, and nobody says how it varies: no interval, and never more than a warning. */
      kind: 'unknown-spread'
      estimate: number
      baseValue: number
      headValue: number
    })
  | (Basis & {
      /**
       * `zero`: a value is 0, and there is no ratio to it. `below-zero`: a value is negative or not finite.
       * `unlike`: the sides hold different statistics, such as a mean and a median.
       */
      kind: 'incomparable'
      why: 'zero' | 'below-zero' | 'unlike'
      /** Whether the values are deterministic: then `change` is certain although it is no ratio. */
      exact: boolean
      /** Which way head's value lies from base's; null where that cannot be said. */
      change: 'worse' | 'better' | 'none' | null
      /** Null for `unlike`. */
      baseValue: number | null
      headValue: number | null
    })

const LEVEL = 0.95

/**
 * Half-width that no interval of a measured metric goes below, unless many files show how runs differ: runs
 * of unchanged code on one machine differ by a percent each, on which the spread inside one of them is
 * silent.
 */
const FLOOR = Math.log(1.03)
/**
 * The same as a standard error of the difference: a standard deviation of 1.07 % between the runs of a side.
 * It is added to what was measured, not a bound below it. With runs that differ by 1 % and values inside them
 * by 1 to 5 %, intervals then cover 96 to 97 % (92 % with a bound, 69 to 89 % without); with runs that differ
 * by 1.5 % one or two of a hundred unchanged families of 50 are flagged, for five or six with a bound.
 */
const UNSEEN_ERROR = FLOOR / studentQuantile((1 + LEVEL) / 2, Infinity)
/**
 * Files a side whose differences are trusted to show how runs differ: from four on, plain Welch intervals
 * cover 95 to 96 %. Processes of one file are not: they share their minute and their machine. Where minutes
 * differ by 1 %, ten processes a side cover 55 % without the floor and 96 % with it.
 */
const FILES_THAT_SHOW_ALL = 4
/** Values in a group from which on its fast end is steadier than its middle. */
const VALUES_FOR_FAST_END = 10
/** Standard error of the median over that of the mean, for normal values. */
const MEDIAN_ERROR = Math.sqrt(Math.PI / 2)
/**
 * Standard deviation of normal values over their median absolute deviation. Source: P. J. Rousseeuw and C.
 * Croux, "Alternatives to the Median Absolute Deviation", JASA 88 (1993), 1273-1283.
 */
const SD_OF_MAD = 1.4826

/**
 * Compares one metric of one benchmark. Each group becomes one statistic, each file the median over its
 * groups; then the files, or the groups of the only file, are compared by their logs.
 */
export function compareFiles(pair: FilesPair): FilesComparison {
  invariant(pair.base.length > 0 && pair.head.length > 0, 'results of one side alone were to be compared')
  const findings: Finding[] = []
  if (pair.exact || [...pair.base, ...pair.head].every(({ kind }) => kind === 'exact')) {
    const [base, head] = [steadyValue(pair.base), steadyValue(pair.head)]
    const groups = { base: pair.base.length, head: pair.head.length }
    if (base !== null && head !== null) return compareSteady(pair.better, base, head, groups)
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
  return compareMeasured(
    pair.better,
    sides,
    resolution([...pair.base, ...pair.head].flatMap(valuesOf)),
    findings,
  )
}

/** The one value that all files of a side agree on; null when they differ or tell of a spread. */
function steadyValue(files: readonly MetricData[]): number | null {
  if (files.some((data) => data.kind === 'summary' && hasWidth(data.spread))) return null
  const values = new Set(files.flatMap(valuesOf))
  const [only] = values
  return values.size === 1 && only !== undefined ? only : null
}

/** Every number of a file, as it stands there. */
function valuesOf(data: MetricData): number[] {
  if (data.kind === 'samples') return data.groups.flat()
  return data.kind === 'summary' ? [data.centre] : [data.value]
}

function hasWidth(spread: Summary['spread']): boolean {
  if (spread === null) return false
  return spread.kind === 'ci' || spread.kind === 'unknown' ? spread.low < spread.high : spread.value > 0
}

function compareSteady(better: Better, base: number, head: number, groups: Basis['groups']): FilesComparison {
  const values = { baseValue: base, headValue: head, groups, findings: [] }
  if (base >= 0 && base === head) return { kind: 'exact', estimate: 0, low: 0, high: 0, ...values }
  const refused = refusal(better, [base], [head])
  if (refused) return { ...values, ...refused, exact: true, findings: [...refused.findings] }
  const estimate = cost(better, Math.log(head) - Math.log(base))
  return { kind: 'exact', estimate, low: estimate, high: estimate, ...values }
}

/** A difference as a cost: positive is worse. */
const cost = (better: Better, difference: number): number =>
  better === 'lower' ? difference : 0 - difference

/** Why the values of two sides have no log ratio; null when they have one. */
function refusal(better: Better, base: readonly number[], head: readonly number[]) {
  const values = [...base, ...head]
  if (values.every((value) => Number.isFinite(value) && value > 0)) return null
  if (!values.every((value) => Number.isFinite(value) && value >= 0)) {
    const findings: Finding[] = [{ code: 'no-ratio' }]
    return { kind: 'incomparable', why: 'below-zero', change: null, findings } as const
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
/** A probability stands for that quantile. */
type Statistic = Summary['statistic'] | number

/**
 * The statistic that both sides are compared by; null when there is none. Tools' summaries fix it. Of samples
 * it is the 10th percentile of times, which sees a real slowdown with the least noise, and the 90th of rates,
 * which is the same calls: a benchmark basis as a time and as a throughput gets one verdict. With few values,
 * or in other units, the median.
 */
function commonStatistic({ better, unit, base, head }: FilesPair): Statistic | null {
  const data = [...base, ...head]
  const given = new Set(data.flatMap((entry) => (entry.kind === 'summary' ? [entry.statistic] : [])))
  const [only, other] = given
  const groups = data.flatMap((entry) => (entry.kind === 'samples' ? groupsOf(entry) : []))
  if (other !== undefined || (only === 'other' && groups.length > 0)) return null
  if (only !== undefined) return only
  // Both sides by the same one, else the number of values alone would make a difference.
  const isMany = groups.length > 0 && groups.every((group) => group.length >= VALUES_FOR_FAST_END)
  if (!isMany || !isSpeed({ unit, better })) return 0.5
  return better === 'lower' ? 0.1 : 0.9
}

/** A value that stands for a whole process is a group of its own. */
function groupsOf({ of, groups }: Extract<MetricData, { kind: 'samples' }>): number[][] {
  return of === 'process' ? groups.flat().map((value) => [value]) : groups
}

interface Side {
  /** Independent values, at least one, as they are. */
  values: number[]
  /** Standard error of the only value over the value; null when there are several, or nobody says. */
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

/** Which quantile a summary's statistic is; `mean` and `other` are none. */
function probabilityOf(statistic: Exclude<Statistic, 'mean'>): number {
  if (typeof statistic === 'number') return statistic
  invariant(statistic !== 'other', 'a statistic that nobody names was to be computed')
  return { min: 0, median: 0.5, max: 1 }[statistic]
}

/**
 * Error of one group's statistic, over it. Extremes have none: how far the least of a sample is from the
 * least possible is unknown.
 */
function sampleError(group: readonly number[], value: number, statistic: Statistic): Side['relativeError'] {
  if (group.length < 2 || statistic === 'min' || statistic === 'max') return null
  const error =
    statistic === 'mean' ? meanEstimate(group).error : quantileError(group, probabilityOf(statistic))
  return { error: error / value, df: group.length - 1 }
}

/** What a tool's spread says of the error of its centre, over the centre; null where that is not defined. */
function summaryError({ statistic, centre, spread, count }: Summary): Side['relativeError'] {
  if (spread === null || spread.kind === 'unknown' || (count !== null && count < 2)) return null
  const df = count === null ? Infinity : count - 1
  if (spread.kind === 'ci' || spread.kind === 'rme') {
    if (!(spread.level > 0 && spread.level < 1)) return null
    // The longer half: of a lopsided interval it is the one that the outliers made.
    const reach =
      spread.kind === 'ci' ? Math.max(spread.high - centre, centre - spread.low) / centre : spread.value
    return { error: reach / studentQuantile((1 + spread.level) / 2, df), df }
  }
  if (statistic !== 'mean' && statistic !== 'median') return null
  // Distances from a median say nothing of a mean that the outliers moved.
  if (spread.kind === 'mad' && statistic !== 'median') return null
  if (spread.kind !== 'sem' && count === null) return null
  const sd = spread.kind === 'mad' ? SD_OF_MAD * spread.value : spread.value
  const ofMean = spread.kind === 'sem' ? spread.value : sd / Math.sqrt(count ?? 1)
  return { error: (ofMean * (statistic === 'median' ? MEDIAN_ERROR : 1)) / centre, df }
}

function compareMeasured(
  better: Better,
  { base, head }: { base: Side; head: Side },
  step: number,
  findings: Finding[],
): FilesComparison {
  const basis = { groups: { base: base.values.length, head: head.values.length }, findings }
  const middle = { baseValue: quantile(base.values, 0.5), headValue: quantile(head.values, 0.5) }
  const refused = refusal(better, base.values, head.values)
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
  // Of the whole side: all its values were rounded alike, and more of them do not average it away.
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

/** The log of a side's value with its error; null when nothing tells the error. */
function logOf(side: Side): Estimate | null {
  if (side.values.length > 1) return meanEstimate(side.values.map(Math.log))
  // To first order the error of a log is the relative error.
  return side.relativeError && { value: meanLog(side), ...side.relativeError }
}

/** Whether a side's values show all by which runs differ. */
const showsAll = ({ values, isFiles }: Side): boolean => isFiles && values.length >= FILES_THAT_SHOW_ALL
