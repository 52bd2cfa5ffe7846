import type * as library from '../library.ts'
import {
  type Better,
  isSuiteMetric,
  MAX_METRIC_ID,
  MAX_METRICS,
  MAX_UNIT,
  type MeasuredValue,
  ONE_LINE,
  PRIMARY,
} from '../model/metric.ts'

const MAX_SHOWN = 60

/** Values from one stretch of a benchmark: before its window, or from the first sample that counts on. */
interface Stretch {
  count: number
  /**
   * Updated with every value, so that nothing overflows and the mean of equal values is exactly that value.
   */
  mean: number
  /** The first value that is no measurement, as text. */
  unusable: string | null
}

/** No metric that a suite reports is assumed to be exact. */
type ReportedValue = Omit<MeasuredValue, 'exact'>

/** The values that one benchmark reports under one id. */
interface Series {
  readonly id: string
  /** As in the first call, of whatever type. */
  readonly unit: unknown
  readonly better: unknown
  /** The direction, from the first call that gives one. */
  direction: Better | null
  /** Why no value is used, even if it is good. */
  fault: string | null
  current: Stretch
  /** The last stretch before the current one that has a value. */
  earlier: Stretch
}

let isOpen = false
const all = new Map<string, Series>()
/** The series of the last call, which most often is that of the next call too. */
let latest: Series | null = null
/** Problems of the benchmark that belong to no series. */
let namelessProblem: string | null = null
let overflowProblem: string | null = null
let strayProblem: string | null = null

/**
 * The function that replaces benchgate's metric() in a suite. A benchmark may call it in every iteration, so
 * it updates two numbers a series, never throws, and leaves reporting problems to those who read the metrics.
 */
export const metric: typeof library.metric = (id, value, options) => {
  const series = latest !== null && id === latest.id ? latest : find(id, options)
  if (series === null) return
  if (options?.unit !== series.unit || options?.better !== series.better) compare(series, options)
  const stretch = series.current
  if (typeof value === 'number' && value >= 0 && value < Infinity) {
    stretch.mean += (value - stretch.mean) / ++stretch.count
  } else {
    stretch.unusable ??= show(value)
  }
}

/** Starts a benchmark, to which everything reported from now on belongs. */
export function openMetrics(): void {
  closeMetrics()
  isOpen = true
}

/** Called before each sample until the first that counts. Values reported so far are set aside. */
export function beginWindow(): void {
  for (const series of all.values()) {
    const { current, earlier } = series
    if (isEmpty(current)) continue
    series.earlier = current
    series.current = earlier
    earlier.count = 0
    earlier.mean = 0
    earlier.unusable = null
  }
}

/** What the benchmark reported. It can report nothing more from now on. */
export function takeMetrics(): { metrics: ReportedValue[]; metricProblems: string[] } {
  isOpen = false
  const metrics: ReportedValue[] = []
  const metricProblems = [namelessProblem, overflowProblem].filter((problem) => problem !== null)
  for (const { id, unit, direction, fault, current, earlier } of all.values()) {
    const { mean, unusable } = isEmpty(current) ? earlier : current
    if (fault !== null) metricProblems.push(fault)
    else if (unusable !== null) {
      metricProblems.push(
        `metric ${show(id)}: ${unusable} was reported; a value is a finite number, 0 or above`,
      )
    } else metrics.push({ id, value: mean, unit: typeof unit === 'string' ? unit : '', better: direction })
  }
  return { metrics, metricProblems }
}

/** Ends a benchmark and forgets what it reported. */
export function closeMetrics(): void {
  isOpen = false
  all.clear()
  latest = null
  namelessProblem = null
  overflowProblem = null
}

/** Problems with calls that belong to no benchmark. */
export const strayProblems = (): string[] => (strayProblem === null ? [] : [strayProblem])

const isEmpty = ({ count, unusable }: Stretch) => count === 0 && unusable === null

/** The series of an id, created by its first call; null where the call does not count. */
function find(id: unknown, options: unknown): Series | null {
  const known = typeof id === 'string' ? all.get(id) : undefined
  if (known !== undefined) {
    latest = known
    return known
  }
  if (!isOpen) {
    strayProblem ??= `metric ${show(id)} was reported outside any benchmark, or after its last measured call, and counts for none`
  } else if (typeof id !== 'string') {
    namelessProblem ??= `metric ${show(id)}: ${ID_RULE}`
  } else if (all.size === MAX_METRICS) {
    overflowProblem ??= `metric ${show(id)} and any after it are left out: a benchmark has at most ${MAX_METRICS}`
  } else {
    latest = begin(id, options)
    all.set(id, latest)
    return latest
  }
  return null
}

const ID_RULE = `an id is a text of 1 to ${MAX_METRIC_ID} characters that can be printed`

function begin(id: string, options: unknown): Series {
  const { unit, better } = fieldsOf(options)
  return {
    id,
    unit,
    better,
    direction: isDirection(better) ? better : null,
    fault: faultOf(id, options),
    current: { count: 0, mean: 0, unusable: null },
    earlier: { count: 0, mean: 0, unusable: null },
  }
}

function fieldsOf(options: unknown): { unit?: unknown; better?: unknown } {
  return typeof options === 'object' && options !== null ? options : {}
}

const isDirection = (better: unknown): better is Better => better === 'lower' || better === 'higher'

function faultOf(id: string, options: unknown): string | null {
  const { unit = '', better, ...others } = fieldsOf(options)
  const unknown = Object.keys(others)[0]
  const fault = (problem: string) => `metric ${show(id)}: ${problem}`
  if (id === '' || id.length > MAX_METRIC_ID || !ONE_LINE.test(id)) return fault(ID_RULE)
  if (id === '__proto__')
    return fault('objects keep this name for themselves; report the value under another one')
  if (isSuiteMetric(id) || id === PRIMARY)
    return fault('Benchgate uses this name itself; report the value under another one')
  if (options !== undefined && options !== null && typeof options !== 'object') {
    return fault(
      `its options are an object, such as { unit: 'ms', better: 'lower' }, and not ${show(options)}`,
    )
  }
  if (unknown !== undefined) return fault(`it has the options unit and better, and no ${show(unknown)}`)
  if (typeof unit !== 'string' || unit.length > MAX_UNIT || !ONE_LINE.test(unit)) {
    return fault(
      `a unit is a text of at most ${MAX_UNIT} characters that can be printed, and not ${show(unit)}`,
    )
  }
  if (better !== undefined && !isDirection(better)) {
    return fault(`better is 'lower' or 'higher', and not ${show(better)}`)
  }
  return null
}

/**
 * Handles a call that differs from the first call of its metric. It may omit the direction, which does not
 * change the meaning of a value, but not the unit, which does.
 */
function compare(series: Series, options: unknown): void {
  const { id } = series
  const { unit = '', better } = fieldsOf(options)
  const firstUnit = series.unit ?? ''
  if (unit !== firstUnit) {
    series.fault ??= `metric ${show(id)} is reported ${inUnit(firstUnit)} and ${inUnit(unit)}: it needs one unit`
  }
  if (better === undefined || better === series.direction) return
  if (series.direction === null && isDirection(better)) series.direction = better
  else {
    series.fault ??= `metric ${show(id)} is reported with better: ${show(series.direction)} and with better: ${show(better)}`
  }
}

const inUnit = (unit: unknown) => (unit === '' ? 'without a unit' : `in ${show(unit)}`)

/** Any value as short text on one line. */
function show(value: unknown): string {
  if (typeof value === 'string') {
    const text = JSON.stringify(value.slice(0, MAX_SHOWN))
    return value.length > MAX_SHOWN ? `${text}…` : text
  }
  if (typeof value === 'bigint') return `the bigint ${String(value).slice(0, MAX_SHOWN)}`
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object'
  return String(value).slice(0, MAX_SHOWN)
}
