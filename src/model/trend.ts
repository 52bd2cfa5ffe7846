import type { Verdict } from './assessment.ts'
import type { BenchmarkKey } from './benchmark.ts'
import type { Better } from './metric.ts'
import { isTimed } from './unit.ts'

// The recorded history of one branch, as history/ works it out and as reports, the dashboard and bisect read
// it. Plain values: nothing of it holds a stored run.

/** A recorded commit. Of several runs of one commit the newest states the machine. */
export interface RecordedCommit {
  sha: string
  parent: string | null
  /** When the commit was made: ISO 8601, UTC. */
  time: string
  subject: string
  /** Number of the pull request that its subject names; null: none. */
  pull: number | null
  cpu: string
  node: string | null
  image: string | null
  /** Names of its release tags. */
  releases: readonly string[]
  /** The tool that recorded it; null: Benchgate. */
  importedFrom: string | null
}

/**
 * A natural logarithm of a ratio new / old, with its 95 % interval. Where values may be zero or below, it is
 * the difference of the generalised logarithms of `history/track.ts`.
 */
export interface LogChange {
  log: number
  low: number
  high: number
}

/** new / old - 1 of a logarithm, with as many digits as stored runs and columns keep of one. */
export const effectOfLog = (log: number): number => Number(Math.expm1(log).toPrecision(6))

/**
 * Why the values before a point cannot be compared with it: the commit edits the benchmark, it was measured
 * with other settings, in another unit, or by another tool.
 */
export type Break = 'edited' | 'settings' | 'unit' | 'tool'

/** One benchmark and metric on one recorded commit. */
export interface TrendPoint {
  /** Index into the commits of the history. */
  at: number
  /** Median, lower and upper quartile of the processes' values. */
  value: number
  low: number
  high: number
  /** The unit of these, where it is not that of the trend. */
  unit?: string
  /** Against the parent, measured in the same job; null: not measured. */
  change: LogChange | null
  verdict: Verdict | null
  /** Null: comparable with the point before. */
  break: Break | null
  /** Whether the processor, Node or the image differ from those of the point before. */
  otherEnvironment: boolean
  /**
   * The level of the series on the newest processor model, in the unit of the trend, with its 95 % interval:
   * absolute values and changes from the parent, fused. Null where too little is known of its processor.
   */
  level: { value: number; low: number; high: number } | null
}

/** A change point: a lasting step of one trend. Its place never changes once it is confirmed. */
export interface Step {
  /** Index into the commits: the first commit on the new level, as estimated. */
  at: number
  /**
   * The commits among which it happened: after commit `from`, the last that is surely on the old level, and
   * up to `to`, the first that is surely on the new one. Indexes into the commits.
   */
  from: number
  to: number
  change: LogChange
  /** True where the change is for the worse. */
  worse: boolean
  /** Levels around it, in the unit of the trend. */
  before: number
  after: number
  /** Index of the commit whose run confirmed it. */
  confirmedAt: number
  /**
   * Where it went on in small steps the same way, a creep: index of the first commit that is surely on the
   * newest level. `change` is the whole, the place stays that of the first step.
   */
  creptTo?: number
  /**
   * Whether the level is still worse: null for an improvement and for what was accepted, which are new
   * levels. `fixed`: a later step took back half of it or more.
   */
  standing: 'standing' | 'fixed' | null
  /** Why it is the new level: a commit of it was accepted, or an entry of the config file accepts it. */
  accepted: string | null
}

/** A steady change for which no single step accounts. */
export interface Creep {
  /** Index into the commits: where the window begins, and its last. */
  from: number
  to: number
  /** Over a week (7 days of commit time), and over a commit. */
  perWeek: LogChange
  perCommit: LogChange
  worse: boolean
  /** Mann-Kendall, two-sided. */
  p: number
}

/** When a trend reaches an absolute limit of its budget at its present pace. */
export interface Forecast {
  /** The limit, in the unit of the trend, and what it is. */
  limit: number
  kind: 'max' | 'min'
  severity: 'warn' | 'fail'
  /** Weeks from the newest commit; `high` null: at the slow end of the interval it is not reached. */
  weeks: { low: number; high: number | null }
}

/** The share of recorded runs whose interval lies beyond an absolute limit that fails. */
export interface Burn {
  limit: number
  kind: 'max' | 'min'
  /** Of the last 50 recorded runs at most, and of those of the last 30 days. */
  runs: { beyond: number; of: number }
  days: { beyond: number; of: number }
}

/** Levels that a reader compares the newest one with. Factor: newest / that one, as measured. */
export interface Milestones {
  first: { at: number; factor: number } | null
  best: { at: number; factor: number } | null
  release: { at: number; name: string; factor: number } | null
}

/** A metric of one benchmark over the recorded commits, oldest first, at least one point. */
export interface Trend extends BenchmarkKey {
  metric: string
  unit: string
  better: Better
  points: readonly TrendPoint[]
  /** Oldest first. */
  steps: readonly Step[]
  creep: Creep | null
  forecast: Forecast | null
  burn: Burn | null
  milestones: Milestones
}

/** Steps in one direction whose commit ranges overlap: one cause, as far as the branch can tell. */
export interface TrendEvent {
  /**
   * `4f1c2aa-slower` or `4f1c2aa-faster`: the commit at which the first of its steps to be confirmed begins.
   * It stays when other steps join, and is always a commit of the range.
   */
  id: string
  worse: boolean
  /**
   * Indexes into the commits, as those of a step. The range is the one that its steps share, except for steps
   * that do not share the commit of the id.
   */
  at: number
  from: number
  to: number
  /** The last to which one of them crept on; none did: absent. */
  creptTo?: number
  /** Indexes of the trends and of their steps: those that still stand first, then the largest change. */
  members: readonly { trend: number; step: number }[]
  /** `standing` while any of its members is. */
  standing: 'standing' | 'fixed' | null
  accepted: string | null
}

/** How often recorded regressions turned out to be real. */
export interface AlertPrecision {
  flagged: number
  recurred: number
  accepted: number
  vanished: number
  /** No later run on its processor model yet. */
  open: number
}

/** All that is known of one branch: what reports, dashboard, exports and bisect read. */
export interface History {
  /** Of the recorded branch, such as refs/heads/main. */
  ref: string
  key: string
  /** Oldest first. */
  commits: readonly RecordedCommit[]
  trends: readonly Trend[]
  /** Oldest first. */
  events: readonly TrendEvent[]
  precision: AlertPrecision
}

/**
 * The points that can be compared with the newest one, of one trend; with the newest measured one, where
 * other tools recorded later commits.
 */
export function comparablePoints(
  { commits }: Pick<History, 'commits'>,
  points: readonly TrendPoint[],
): readonly TrendPoint[] {
  const isMeasured = ({ at }: TrendPoint) => commits[at]!.importedFrom === null
  const measured = points.findLastIndex(isMeasured)
  const newest = measured === -1 ? points.length - 1 : measured
  const start = points.findLastIndex((point, index) => index <= newest && point.break !== null)
  const next = points.findIndex((point, index) => index > newest && point.break !== null)
  return points.slice(Math.max(0, start), next === -1 ? points.length : next)
}

/**
 * Points that can be compared as numbers on one scale, oldest first; the last is where the trend stands now,
 * wherever that is shown. Levels, since one run is noise and processors differ; values as measured where the
 * newest level is not known, or where no machine moves them.
 */
export function courseOf({ unit }: Pick<Trend, 'unit'>, points: readonly TrendPoint[]) {
  const areLevels = isTimed(unit) && points.at(-1)?.level != null
  const values = points.flatMap(({ level, value }) => (areLevels ? (level?.value ?? []) : value))
  return { values, areLevels }
}
