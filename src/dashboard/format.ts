import type { Verdict } from '../model/assessment.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import type { Better } from '../model/metric.ts'
import type {
  AlertPrecision,
  Break,
  Creep,
  Forecast,
  Burn,
  Milestones,
  RecordedCommit,
  Step,
  TrendEvent,
} from '../model/trend.ts'

// What the dashboard's page reads, and what is written for it: one index, one file a benchmark, and the
// changes of some commits in one file. Types alone, because the page loads no schema; whoever writes them is
// this program. Columns are arrays of equal length. Whole numbers, sizes of steps and factors are in full,
// others have five significant digits.

/** `index.json`, or the element with the id `index`. */
export interface DashboardIndex {
  schema: 1
  /** Version of Benchgate that wrote it. */
  by: string
  /** ISO 8601, UTC. */
  writtenAt: string
  /** Such as `owner/name`; null: not known. */
  repository: string | null
  /** Where the repository is on the web, without a slash at the end, https only; null: no links. */
  url: string | null
  /** Name of the recorded branch, such as `main`, and the gate's key. */
  branch: string
  key: string
  /** Oldest first. */
  commits: readonly RecordedCommit[]
  trends: readonly TrendSummary[]
  /** Oldest first; `members` name trends by their index. */
  events: readonly TrendEvent[]
  precision: AlertPrecision
  /** Commits in each file of changes. */
  commitsPerFile: number
}

/** The levels of one limit, in the metric's unit; fractions for a relative limit. */
interface DashboardLevels {
  warn: number | null
  fail: number | null
}

/** What the overview shows of one benchmark and metric. */
export interface TrendSummary extends BenchmarkKey {
  metric: string
  unit: string
  better: Better
  /** Index of the benchmark's file, which holds all of its metrics. */
  file: number
  /** Commits that have it, and the index of the newest of them. */
  points: number
  newest: number
  /** The newest value, and the newest change from a parent as a logarithm. */
  value: number
  change: number | null
  /** At most 60 values, oldest first, of those that can be compared with the newest. */
  sparkline: readonly number[]
  budget: {
    maxRegression: DashboardLevels | null
    max: DashboardLevels | null
    min: DashboardLevels | null
  } | null
  /** How it is now, the worst first. */
  status: 'over-budget' | 'slower' | 'creeping' | 'steady' | 'faster'
  steps: readonly Step[]
  creep: Creep | null
  forecast: Forecast | null
  burn: Burn | null
  milestones: Milestones
}

/** `benchmarks/<n>.json`, or the element with the id `benchmark-<n>`: all metrics of one benchmark. */
export interface BenchmarkFile {
  schema: 1
  metrics: readonly TrendColumns[]
}

/** The points of one trend, oldest first. */
export interface TrendColumns {
  /** Index of the trend in the index. */
  trend: number
  /** Indexes into the commits, ascending. */
  at: readonly number[]
  value: readonly number[]
  low: readonly number[]
  high: readonly number[]
  level: readonly (number | null)[]
  levelLow: readonly (number | null)[]
  levelHigh: readonly (number | null)[]
  /** Natural logarithms. */
  change: readonly (number | null)[]
  changeLow: readonly (number | null)[]
  changeHigh: readonly (number | null)[]
  /** Most commits have none of these: [index of the point, what]. `unchanged` goes without saying. */
  verdicts: readonly (readonly [number, Verdict])[]
  breaks: readonly (readonly [number, Break | 'environment'])[]
}

/** `commits/<n>.json`: what each of some commits changed. In one HTML file it is read from all benchmarks. */
export interface CommitsFile {
  schema: 1
  /** Index of its first commit. */
  from: number
  /** [commit, trend, value, change, its low, its high, verdict], by commit. */
  rows: readonly (readonly [
    number,
    number,
    number,
    number | null,
    number | null,
    number | null,
    Verdict | null,
  ])[]
}
