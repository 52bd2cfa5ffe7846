import { VERDICTS } from '../model/assessment.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import type { History, LogChange, RecordedCommit, Step, Trend, TrendPoint } from '../model/trend.ts'
import { unitOf } from '../model/unit.ts'
import { medianInPlace } from '../stats/noise.ts'
import { eventsOf } from './events.ts'
import { levelsOf, type Levels } from './level.ts'
import type { Recorded, RecordedSeries } from './recorded.ts'
import { type FoundStep, stepsOf } from './steps.ts'
import { type Track, trackOf, valueOf } from './track.ts'

/** What is known of a branch besides its runs. */
export interface HistoryContext {
  /** The absolute limits of a benchmark and metric, in the unit; null: it has none. */
  limitsOf: (
    key: BenchmarkKey,
    metric: string,
    unit: string,
  ) => { max: LimitLevels | null; min: LimitLevels | null } | null
  /** Why the present level of a benchmark and metric is accepted; null: it is not. */
  acceptedBy: (key: BenchmarkKey, metric: string) => string | null
  /** Names of release tags by the sha of their commit. */
  releases: ReadonlyMap<string, readonly string[]>
  now: Date
}

interface LimitLevels {
  warn: number | null
  fail: number | null
}

const Z95 = 1.959964

/** All that the recorded runs of a branch show. */
export function historyOf(recorded: Recorded, context: HistoryContext): History {
  const commits = recorded.commits.map((commit): RecordedCommit => ({
    ...commit,
    releases: context.releases.get(commit.sha) ?? [],
  }))
  const points = newestPoints(recorded)
  const trends = recorded.series.map((series) => trendOf(recorded, series, context, points))
  return {
    ref: recorded.ref,
    key: recorded.key,
    commits,
    trends,
    events: eventsOf(trends, commits),
    precision: { flagged: 0, recurred: 0, accepted: 0, vanished: 0, open: 0 },
  }
}

function trendOf(
  recorded: Recorded,
  series: RecordedSeries,
  context: HistoryContext,
  pointsOf: (series: RecordedSeries) => TrendPoint[],
): Trend {
  const { suite, name, occurrence, metric, unit, better } = series
  const track = trackOf(recorded, series)
  const found = stepsOf(track, scaleOf(unit))
  return {
    suite,
    name,
    occurrence,
    metric,
    unit,
    better,
    // Millions of points are many objects: they are made for whoever reads them, one trend at a time.
    get points() {
      return pointsOf(series)
    },
    steps: withStanding(
      found.map((step, i) => stepOf(step, { recorded, series, track, context, until: found[i + 1]?.at })),
    ),
    creep: null,
    forecast: null,
    burn: null,
    milestones: { first: null, best: null, release: null },
  }
}

const scaleOf = (unit: string): number => unitOf(unit).small

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
  const scale = track.lastWithoutLog.at(-1) === -1 ? null : scaleOf(series.unit)
  const levels = levelsOf(track, scale)
  return Array.from(series.at, (at, i) => ({
    at,
    value: series.value[i]!,
    low: series.low[i]!,
    high: series.high[i]!,
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

function levelAt({ level, error }: Levels, i: number, scale: number | null): TrendPoint['level'] {
  const [log, deviation] = [level[i]!, error[i]!]
  if (!Number.isFinite(log) || !Number.isFinite(deviation)) return null
  return {
    value: valueOf(log, scale),
    low: valueOf(log - Z95 * deviation, scale),
    high: valueOf(log + Z95 * deviation, scale),
  }
}

function stepOf(
  found: FoundStep,
  o: {
    recorded: Recorded
    series: RecordedSeries
    track: Track
    context: HistoryContext
    until: number | undefined
  },
): Step {
  const { series, track, context } = o
  const { metric, better } = series
  const worse = found.change > 0 === (better === 'lower')
  const last = series.at.length - 1
  const placeOf = (point: number) => series.at[Math.min(Math.max(point, 0), last)]!
  const [from, to] = found.isLinked ? [found.at - 1, found.at] : [found.at - 2, found.at + 1]
  const change: LogChange = {
    log: found.change,
    low: found.change - Z95 * found.error,
    high: found.change + Z95 * found.error,
  }
  const after = medianInPlace(track.value.slice(found.at, Math.min(found.at + 50, o.until ?? last + 1)))
  return {
    at: placeOf(found.at),
    from: placeOf(from),
    to: placeOf(to),
    change,
    worse,
    before: after / Math.exp(found.change),
    after,
    confirmedAt: placeOf(found.confirmedAt),
    standing: null,
    accepted: worse ? (acceptedIn(o, from, to) ?? context.acceptedBy(series, metric)) : null,
  }
}

/** The first commit of a range whose regression was accepted when it was recorded. */
function acceptedIn(
  { recorded, series }: { recorded: Recorded; series: RecordedSeries },
  from: number,
  to: number,
): string | null {
  for (let i = Math.max(0, from + 1); i <= to && i < series.at.length; i++) {
    if (VERDICTS[series.verdict[i]! - 1] !== 'accepted') continue
    const { sha, pull } = recorded.commits[series.at[i]!]!
    return `accepted in ${sha.slice(0, 7)}${pull === null ? '' : ` (#${pull})`}`
  }
  return null
}

/** Steps with their standing: one is fixed when later ones took back half of it. */
function withStanding(steps: readonly Step[]): Step[] {
  return steps.map((step, i) => {
    if (!step.worse || step.accepted !== null) return step
    let since = 0
    const isFixed = steps.slice(i + 1).some(({ change }) => {
      since += change.log
      return since / step.change.log <= -0.5
    })
    return { ...step, standing: isFixed ? 'fixed' : 'standing' }
  })
}
