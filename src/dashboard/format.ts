import type { Verdict } from '../model/assessment.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import type { Better } from '../model/metric.ts'
import type {
  AlertPrecision,
  Break,
  Creep,
  Forecast,
  Burn,
  LogChange,
  Milestones,
  RecordedCommit,
  Step,
  TrendEvent,
} from '../model/trend.ts'

// What the dashboard's page reads, and what is written for it: one index, one file a benchmark, and the
// changes of some commits in one file. Types alone, because the page loads no schema; whoever writes them is
// this program. Columns are arrays of equal length. Whole numbers, sizes of steps and factors are in full,
// others have five significant digits. In one HTML file each of these files is an element, its path the id.

/** `index.json` */
export interface DashboardIndex {
  schema: 1
  /** Folder of all other files, which no other writing of a dashboard has; null: elements of the page. */
  folder: string | null
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
  /** Where it stands: its newest level, or the newest value as measured. */
  now: number
  isLevel: boolean
  /** The newest change from a parent as a logarithm. */
  change: number | null
  /** At most 60 levels or values, oldest first, of those that can be compared with the newest. */
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

/** `benchmarks/<n>.json`: all metrics of one benchmark, as `packed.ts` writes and reads them. */
export interface BenchmarkFile {
  schema: 1
  metrics: readonly PackedColumns[]
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

/** What one commit did to one trend. */
export interface ChangeRow {
  trend: number
  value: number
  change: LogChange | null
  verdict: Verdict | null
}

/** `commits/<n>.json`: what each of some commits changed. */
export interface CommitsFile {
  schema: 1
  /** Index of its first commit. */
  from: number
  commits: readonly PackedChanges[]
}

/**
 * Columns in half the space. The ends of an interval repeat most digits of its middle, so that they are how
 * far they are from it, in the last of its five digits; logarithms are millionths.
 */
export interface PackedColumns extends PackedChanges, Pick<TrendColumns, 'trend' | 'level' | 'breaks'> {
  below: readonly number[]
  above: readonly number[]
  levelBelow: readonly (number | null)[]
  levelAbove: readonly (number | null)[]
}

/** What was measured of some indexes: of the commits of a trend, or of the trends of a commit. */
export interface PackedChanges {
  /** The first index, and from each index to the next. */
  gaps: readonly number[]
  value: readonly number[]
  change: readonly (number | null)[]
  changeBelow: readonly (number | null)[]
  changeAbove: readonly (number | null)[]
  /** As in `TrendColumns`. */
  verdicts: TrendColumns['verdicts']
}
