import type { IngestedMetric, MetricData, SampleUnit, Spread } from '../../model/result-file.ts'
import { isCounted, isTimed, normalUnit, unitKind } from '../../model/unit.ts'
import { decimal } from './numbers.ts'

/** What is measured, and how a tool writes its numbers. */
export interface Metric extends Omit<IngestedMetric, 'data'> {
  /** What the tool's numbers are multiplied by to be in `unit`; 1 unless given. */
  factor?: number
}

type Summary = Extract<MetricData, { kind: 'summary' }>
/** A number that a tool may not give. */
export type Maybe = number | null | undefined

// The ids are those of Benchgate's own metrics, so that a budget holds for both.

/**
 * A time for which less is better, which the tool writes in units of `factor` nanoseconds; `part` is a
 * statistic of it.
 */
export function time(factor = 1, part?: string): Metric {
  return { id: part === undefined ? 'time' : `time.${part}`, unit: 'ns', better: 'lower', factor }
}

/** Operations a second. */
export const THROUGHPUT: Metric = { id: 'throughput', unit: 'ops/s', better: 'higher' }
/** Memory that one iteration allocates. */
export const BYTES: Metric = { id: 'bytes', unit: 'B', better: 'lower' }
/** How often one iteration allocates. */
export const ALLOCS: Metric = { id: 'allocs', unit: 'count', better: 'lower' }
/** Memory at its highest. */
export const MEMORY: Metric = { id: 'memory', unit: 'B', better: 'lower' }
/** The share of requests that failed. */
export const ERROR_RATE: Metric = { id: 'error-rate', unit: 'fraction', better: 'lower' }

/** Numbers in a unit of any spelling: in its normal form where it is known, else in `unknown`. */
export function inUnit(written: string, unknown = written): Required<Omit<Metric, 'id'>> {
  return normalUnit(written) ?? { unit: unknown, factor: 1, better: null }
}

/** A unit as it is known, also where it stands in parentheses behind other words: `run (ns)`. */
export function knownUnit(written: string): string {
  const inside = /\(([^()]*)\)\s*$/.exec(written)?.[1] ?? ''
  return normalUnit(written) === null && normalUnit(inside) !== null ? inside : written
}

/** What a number amounts to of which a file says nothing but its unit, in whatever spelling. */
export function valueMetric(written: string): Metric {
  const normal = inUnit(written)
  const kind = unitKind(normal.unit)
  if (kind === 'time') return { id: 'time', ...normal }
  if (kind === 'rate') return { id: 'throughput', ...normal }
  // Bytes can be memory that is used or memory that is free; bytes a call are used.
  const isOpen = kind === 'size' && !written.includes('/')
  return { id: 'value', ...normal, better: isOpen ? null : normal.better }
}

/** Words in a metric's name that say that less of it is better, or that more is. */
const COSTS =
  'malloc mallocs alloc allocs allocated allocation allocations time duration latency elapsed memory heap rss resident bytes instructions syscall syscalls cycles faults misses switches threads retain retains release releases errors failures timeouts retries dropped rejected stalls leaked'
const GAINS = 'throughput bandwidth uptime saved savings free available headroom hits speedup'
const [COST_WORDS, GAIN_WORDS] = [COSTS, GAINS].map((words) => new Set(words.split(' ')))

/** Without its direction, where that is of the unit alone and the metric's own name contradicts it. */
export function unlessNamed<T extends Pick<Metric, 'unit' | 'better'>>(name: string, metric: T): T {
  const words = name
    .slice(0, MAX_NAME)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^a-z]+/)
  const against = metric.better === 'higher' ? COST_WORDS! : GAIN_WORDS!
  const isRate = isTimed(metric.unit) && unitKind(metric.unit) !== 'time'
  // Allocations and misses a second are a rate, and so is what their names count.
  const contradicts = (metric.better === 'higher') === isRate && words.some((word) => against.has(word))
  return contradicts ? { ...metric, better: null } : metric
}

/** Of the name of a metric that is looked at. */
const MAX_NAME = 200

/**
 * A number of which a file says nothing but its unit: deterministic where whole things are counted that the
 * same code does the same number of times, unless a spread says that they varied.
 */
export function numberIn(
  written: string,
  metric: Metric,
  value: Maybe,
  spread: Spread | null = null,
): IngestedMetric | null {
  const isWhole = value != null && Number.isInteger(value * (metric.factor ?? 1))
  const varies = spread !== null && 'low' in spread && spread.low < spread.high
  return isWhole && !varies && isCounted(written)
    ? exact(metric, value)
    : summary(metric, 'other', value, { spread })
}

/** One number that stands for many; null where the tool gives none. */
export function summary(
  { factor = 1, ...metric }: Metric,
  statistic: Summary['statistic'],
  centre: Maybe,
  more: { spread?: Spread | null; count?: Maybe } = {},
): IngestedMetric | null {
  if (centre == null) return null
  const { spread = null, count = null } = more
  const counted = count !== null && Number.isFinite(count) && count >= 0
  const data = { statistic, centre: centre * factor, spread: spread && scaled(spread, factor) }
  return { ...metric, data: { kind: 'summary', ...data, count: counted ? count : null } }
}

/** Statistics of one metric under their own names, such as `time.min` and `time.p99`. */
export const parts = (metric: Metric, values: Readonly<Record<string, Maybe>>, count: Maybe = null) =>
  Object.entries(values).map(([part, value]) => {
    const statistic = part === 'min' || part === 'max' || part === 'mean' ? part : 'other'
    return summary({ ...metric, id: `${metric.id}.${part}` }, statistic, value, { count })
  })

/** A deterministic number; null where the tool gives none. */
export function exact({ factor = 1, ...metric }: Metric, value: Maybe): IngestedMetric | null {
  return value == null ? null : { ...metric, data: { kind: 'exact', value: value * factor } }
}

/**
 * Values in groups: those of one run belong together. What is no number is left out later, with a warning.
 */
export function samples(
  { factor = 1, ...metric }: Metric,
  of: SampleUnit,
  groups: readonly (readonly unknown[])[],
): IngestedMetric {
  const scaled = groups.map((group) => group.map((value) => numeric(value) * factor))
  return { ...metric, data: { kind: 'samples', of, groups: scaled } }
}

/** Values each of which is of a process of its own, of those that have one. */
export function ofProcesses(metric: Metric, values: readonly Maybe[]): IngestedMetric {
  const groups = values.filter((value) => value != null).map((value) => [value])
  return samples(metric, 'process', groups)
}

/**
 * What the same code does the same number of times, such as allocating: the one number on which all values
 * agree. Where they do not, somebody else allocated too, and they are values like others.
 */
export function counted(
  metric: Metric,
  of: SampleUnit,
  groups: readonly (readonly number[])[],
): IngestedMetric {
  const [only, other] = new Set(groups.flat())
  return (other === undefined ? exact(metric, only) : null) ?? samples(metric, of, groups)
}

/** A number of JSON, also one in quotes; NaN for what is none. */
export function numeric(value: unknown): number {
  if (typeof value === 'number') return value
  return (typeof value === 'string' ? decimal(value.trim()) : null) ?? Number.NaN
}

/** A deviation or an error that a tool states, where it states one. */
export function spreadOf(kind: 'sd' | 'sem', value: Maybe): Spread | null {
  return value == null ? null : { kind, value }
}

/** The relative margin of the mean in percent, where a tool states it. */
export function relativeMargin(percent: Maybe, level: number): Spread | null {
  return percent == null ? null : { kind: 'rme', value: percent / 100, level }
}

/** A confidence interval, where both of its ends are there. */
export function interval(low: Maybe, high: Maybe, level: number): Spread | null {
  return low == null || high == null ? null : { kind: 'ci', low, high, level }
}

/** Bounds whose meaning no one defines, where both are there. */
export function bounds(low: Maybe, high: Maybe): Spread | null {
  return low == null || high == null ? null : { kind: 'unknown', low, high }
}

function scaled(spread: Spread, factor: number): Spread {
  if (spread.kind === 'rme') return spread
  return 'value' in spread
    ? { ...spread, value: spread.value * factor }
    : { ...spread, low: spread.low * factor, high: spread.high * factor }
}
