import { invariant } from '../errors.ts'
import type { TimingStats } from './sample.ts'

// Everything that is known about a metric from its name. To measure another metric of suites, add a row to
// METRICS.

export const BETTER = ['lower', 'higher'] as const
export type Better = (typeof BETTER)[number]

/** A longer name comes from a file that is not what it seems to be. */
export const MAX_METRIC_ID = 100
export const MAX_UNIT = 40
/** The most metrics of one benchmark that are read. */
export const MAX_METRICS = 64
/** Text without control characters and line breaks. */
export const ONE_LINE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u

/** One thing that is measured: all that comparing and judging need to know of it. */
export interface Metric {
  id: string
  unit: string
  better: Better
  exact: boolean
}

/** A metric as its source describes it: in any unit, and with null where the better direction is unknown. */
export interface MeasuredMetric extends Pick<Metric, 'id' | 'unit'> {
  better: Better | null
}

/** One value in its own unit, as a benchmark or a tool reported it. */
export interface MeasuredValue extends MeasuredMetric {
  value: number
  exact: boolean
}

interface Descriptor {
  id: string
  /** In normal form. Benchgate itself measures in the first one. */
  units: readonly [string, ...string[]]
  better: Better
  /** How Benchgate takes the value from one process of a suite; null: only tools and benchmarks report it. */
  of: ((timing: TimingStats) => number | null) | null
  /** Calls that one process must time one by one before the statistic means anything. */
  callsNeeded: number
}

const timed = (id: string, of: Descriptor['of'], callsNeeded = 0): Descriptor => ({
  id,
  units: ['ns'],
  better: 'lower',
  of,
  callsNeeded,
})

const timedTail = (
  id: string,
  callsNeeded: number,
  of: (tail: NonNullable<TimingStats['tail']>) => number,
): Descriptor =>
  timed(id, ({ tail }) => (tail === null || tail.calls < callsNeeded ? null : of(tail)), callsNeeded)

const reported = (id: string, units: Descriptor['units'], better: Better = 'lower'): Descriptor => ({
  id,
  units,
  better,
  of: null,
  callsNeeded: 0,
})

/**
 * The metrics of suites, then those that only tools report. Names and units are listed so that a config file
 * can be checked before anything is measured. `time` is the 10th percentile of a process's batch times: of
 * the statistics that see a real slowdown it has the least noise, so the gate decides on it.
 */
const METRICS: readonly Descriptor[] = [
  timed('time', ({ p10 }) => p10),
  timed('time.p50', ({ p50 }) => p50),
  timed('time.p75', ({ p75 }) => p75),
  timedTail('time.p95', 200, ({ p95 }) => p95),
  timedTail('time.p99', 1000, ({ p99 }) => p99),
  timed('time.min', ({ min }) => min),
  timedTail('time.max', 200, ({ max }) => max),
  timed('time.mean', ({ mean }) => mean),
  { ...reported('throughput', ['ops/s', 'B/s'], 'higher'), of: ({ p10 }) => 1e9 / p10 },
  reported('bytes', ['B']),
  reported('allocs', ['count']),
  reported('size', ['B']),
  reported('memory', ['B']),
  reported('instructions', ['instructions', 'count']),
  reported('cpu-time', ['ns']),
  reported('error-rate', ['fraction']),
]

const BY_ID: ReadonlyMap<string, Descriptor> = new Map(METRICS.map((metric) => [metric.id, metric]))

/** What is known of a metric by its name alone; null: its source has to describe it. */
export const usualMetric = (id: string): Descriptor | null => BY_ID.get(id) ?? null

/** Names that mean the same whichever tool reports them. */
export const USUAL_METRIC_IDS: readonly string[] = METRICS.map(({ id }) => id)

/** The name that a metric in this unit usually has; null: there is none. */
export const usualMetricIn = (unit: string): string | null =>
  METRICS.find(({ units }) => units.includes(unit))?.id ?? null

export const isSuiteMetric = (id: string): boolean => (BY_ID.get(id)?.of ?? null) !== null

/** What Benchgate measures of every benchmark of a suite. */
export const SUITE_METRIC_IDS: readonly string[] = USUAL_METRIC_IDS.filter(isSuiteMetric)

/** A metric that every benchmark of a suite has. It is never exact: times vary from process to process. */
export function suiteMetric(id: string): Metric {
  const known = usualMetric(id)
  invariant(known?.of != null, `${id} is no metric of suites`)
  return { id, unit: known.units[0], better: known.better, exact: false }
}

/** Calls that a process must time one by one for a metric; 0 where it needs none. */
export const callsNeeded = (id: string): number => usualMetric(id)?.callsNeeded ?? 0

/**
 * The word that a budget writes for the first metric that a benchmark reports, which is `time` in every
 * suite.
 */
export const PRIMARY = 'primary'
