import { VERDICTS } from '../model/assessment.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import type { History, LogChange, RecordedCommit, Step, Trend, TrendPoint } from '../model/trend.ts'
import { unitOf } from '../model/unit.ts'
import { Z95 } from '../stats/change-point.ts'
import { burnOf } from './burn.ts'
import { creepOf } from './creep.ts'
import { eventsOf } from './events.ts'
import { type AbsoluteLimits, forecastOf } from './forecast.ts'
import { levelsOf, type Levels, newestLogs } from './level.ts'
import { milestonesOf } from './milestones.ts'
import { precisionOf } from './precision.ts'
import type { Recorded, RecordedSeries } from './recorded.ts'
import { trackOf, valueOf } from './track.ts'
import { trendSteps } from './trend-steps.ts'

/** What the history of a branch depends on besides its runs. */
export interface HistoryContext {
  /** The absolute limits of a benchmark and metric, in the unit; null: it has none. */
  limitsOf: (key: BenchmarkKey, metric: string, unit: string) => AbsoluteLimits | null
  /** The reason with which a change of this size was accepted; null: it was not accepted. */
  acceptedBy: (key: BenchmarkKey, metric: string, change: LogChange) => string | null
  /** Names of release tags by the sha of their commit. */
  releases: ReadonlyMap<string, readonly string[]>
  now: Date
}

/** The trends and events of the recorded runs of a branch. */
export function historyOf(recorded: Recorded, context: HistoryContext): History {
  const commits = recorded.commits.map((commit): RecordedCommit => ({
    ...commit,
    releases: context.releases.get(commit.sha) ?? [],
  }))
  const points = newestPoints(recorded)
  const trends = recorded.series.map((series) => trendOf(recorded, series, { context, commits, points }))
  // The points of a trend are made when they are asked for, and most trends were never flagged.
  const flagged = () =>
    trends.filter((_, i) => recorded.series[i]!.verdict.some((verdict) => FLAGGED.has(verdict)))
  const precision = once(() => precisionOf(flagged(), commits))
  return {
    ref: recorded.ref,
    key: recorded.key,
    commits,
    trends,
    events: eventsOf(trends, commits),
    get precision() {
      return precision()
    },
  }
}

/** As `RecordedSeries` writes the verdicts that an alert is counted for. */
const FLAGGED = new Set([VERDICTS.indexOf('regression') + 1, VERDICTS.indexOf('accepted') + 1])

/**
 * A trend. All but its steps is computed when it is read for the first time: a gate reads the steps alone.
 */
function trendOf(
  recorded: Recorded,
  series: RecordedSeries,
  o: {
    context: HistoryContext
    commits: readonly RecordedCommit[]
    points: (series: RecordedSeries) => TrendPoint[]
  },
): Trend {
  const { context, commits } = o
  const { suite, name, occurrence, metric, unit, better } = series
  const track = trackOf(recorded, series)
  const steps = trendSteps({ recorded, series, track, context })
  const limits = context.limitsOf(series, metric, unit)
  const creeping = once(() => {
    const values = newestLogs(trackOf(recorded, series)).map(({ point, log }) => ({
      at: series.at[point]!,
      // Creep is looked for in what confirmed steps leave, except for the steps of a creep themselves.
      log: log + stepsAfter(steps, series.at[point]!),
    }))
    const creep = creepOf(values, commits, better)
    return { creep, forecast: forecastOf(values, creep, commits, limits) }
  })
  const burn = once(() => (limits === null ? null : burnOf(o.points(series), commits, limits, context.now)))
  const milestones = once(() => milestonesOf(o.points(series), steps, commits, better))
  return {
    suite,
    name,
    occurrence,
    metric,
    unit,
    better,
    // Millions of points are many objects: they are made for whoever reads them, one trend at a time.
    get points() {
      return o.points(series)
    },
    steps,
    get creep() {
      return creeping().creep
    },
    get forecast() {
      return creeping().forecast
    },
    get burn() {
      return burn()
    },
    get milestones() {
      return milestones()
    },
  }
}

const stepsAfter = (steps: readonly Step[], at: number): number =>
  steps.reduce((sum, step) => (step.at > at && step.creptTo === undefined ? sum + step.change.log : sum), 0)

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** Makes the points of a series; those that were asked for last are kept. */
function newestPoints(recorded: Recorded): (series: RecordedSeries) => TrendPoint[] {
  let last: RecordedSeries | null = null
  let points: TrendPoint[] = []
  return (series) => {
    if (series !== last) points = trendPoints(recorded, series)
    last = series
    return points
  }
}

function trendPoints(recorded: Recorded, series: RecordedSeries): TrendPoint[] {
  const track = trackOf(recorded, series)
  const scale = track.lastWithoutLog.at(-1) === -1 ? null : unitOf(series.unit).small
  const levels = levelsOf(track, scale)
  return Array.from(series.at, (at, i) => ({
    at,
    value: series.value[i]!,
    low: series.low[i]!,
    high: series.high[i]!,
    ...unitOfPoint(recorded, series, i),
    change: Number.isNaN(series.change[i]!)
      ? null
      : { log: series.change[i]!, low: series.changeLow[i]!, high: series.changeHigh[i]! },
    verdict: VERDICTS[series.verdict[i]! - 1] ?? null,
    break: track.breaks[i]!,
    otherEnvironment:
      i > 0 && (track.machine[i] !== track.machine[i - 1] || track.software[i] !== track.software[i - 1]),
    level: levelAt(levels, i, scale),
  }))
}

function unitOfPoint({ units }: Recorded, series: RecordedSeries, i: number): Pick<TrendPoint, 'unit'> {
  const unit = units[series.units[i]!]!
  return unit === series.unit ? {} : { unit }
}

function levelAt({ level, error }: Levels, i: number, scale: number | null): TrendPoint['level'] {
  const [log, deviation] = [level[i]!, error[i]!]
  const value = valueOf(log, scale)
  const low = valueOf(log - Z95 * deviation, scale)
  const high = valueOf(log + Z95 * deviation, scale)
  return [value, low, high].every(Number.isFinite) ? { value, low, high } : null
}
