import type { Levels } from '../model/config.ts'
import type { Creep, Forecast, LogChange } from '../model/trend.ts'
import { medianInterval } from '../stats/order-statistic.ts'
import { quantile } from '../stats/quantile.ts'
import { type Dated, type LogValue, WEEK_MS } from './creep.ts'

/** Absolute limits of a budget, in the unit of the trend. */
export interface AbsoluteLimits {
  max: Levels | null
  min: Levels | null
}

/** A pace that was seen for less time is no pace, and nobody plans for more than a year. */
const SHORTEST_WEEKS = 1
const FARTHEST_WEEKS = 52
/** How far ahead a pace is extrapolated, as a multiple of the time for which it was observed. */
const FARTHEST_SPANS = 4
/** How many of the newest commits tell how fast commits follow one another. */
const TEMPO_COMMITS = 240
/** The first and the last decile: of ten stretches of as many commits, one was shorter, and one longer. */
const TEMPO_TAIL = 0.1

/**
 * When creeping values reach the nearest limit ahead at their present pace; null: there is none, or not
 * within reach. `values` are those that `creepOf` was given.
 *
 * Values may creep with time or with commits, and commits come in bursts and with gaps. The interval
 * therefore includes both: the pace by time, and the pace by commit, for which the number of commits to the
 * limit is turned into the time that so many commits took before.
 */
export function forecastOf(
  values: readonly LogValue[],
  creep: Creep | null,
  commits: readonly Dated[],
  limits: AbsoluteLimits | null,
): Forecast | null {
  if (creep === null || limits === null) return null
  const window = values.filter(({ at }) => at >= creep.from && at <= creep.to)
  const logs = window.map(({ log }) => log)
  const times = commits.slice(0, creep.to + 1).map(({ time }) => Date.parse(time) / WEEK_MS)
  const weeks = window.map(({ at }) => times[at]!)
  const span = Math.max(...weeks) - Math.min(...weeks)
  if (span < SHORTEST_WEEKS) return null
  const byTime = pathOf(weeks, logs, creep.perWeek)
  const byCommit = pathOf(
    window.map(({ at }) => at),
    logs,
    creep.perCommit,
  )
  const ahead = nearestAhead(limits, creep.perCommit.log > 0, Math.exp(byCommit.newest))
  if (ahead === null) return null
  const left = byTime.to(ahead.limit)
  const commitsLeft = byCommit.to(ahead.limit)
  const tempo = tempoOf(times.slice(-TEMPO_COMMITS))
  const low = Math.max(0, Math.min(left.low, tempo(commitsLeft.low, TEMPO_TAIL)))
  if (low > Math.min(FARTHEST_WEEKS, FARTHEST_SPANS * span)) return null
  const high = Math.max(left.high, tempo(commitsLeft.high, 1 - TEMPO_TAIL))
  return { ...ahead, weeks: { low, high: Number.isFinite(high) ? high : null } }
}

interface Path {
  /** The logarithm at the newest place. */
  newest: number
  /** Places from the newest one to where the limit is reached, with interval; Infinity: never. */
  to(limit: number): { low: number; high: number }
}

function pathOf(places: readonly number[], logs: readonly number[], pace: LogChange): Path {
  // In the middle the error of the line's height does not depend on that of its slope.
  const middle = quantile(places, 0.5)
  const heights = logs.map((log, i) => log - pace.log * (places[i]! - middle))
  const height = quantile(heights, 0.5)
  const { low, high } = medianInterval(heights) ?? { low: height, high: height }
  const ahead = Math.max(...places) - middle
  const [near, far, steep, flat] =
    pace.log > 0 ? [high, low, pace.high, pace.low] : [low, high, pace.low, pace.high]
  const arrives = Math.sign(flat) === Math.sign(pace.log)
  return {
    newest: height + pace.log * ahead,
    to: (limit) => ({
      low: (Math.log(limit) - near) / steep - ahead,
      high: arrives ? (Math.log(limit) - far) / flat - ahead : Infinity,
    }),
  }
}

/**
 * The weeks that a number of commits took in the past: a quantile of all stretches of so many, or of a third
 * of the past where that is fewer, and then in proportion.
 */
function tempoOf(times: readonly number[]): (commits: number, probability: number) => number {
  return (commits, probability) => {
    if (!Number.isFinite(commits)) return Infinity
    const length = Math.min(Math.max(1, Math.round(commits)), Math.floor(times.length / 3))
    const took = times.slice(length).map((time, i) => Math.max(0, time - times[i]!))
    return (quantile(took, probability) * commits) / length
  }
}

type Limit = Pick<Forecast, 'limit' | 'kind' | 'severity'>

/** The next limit in the direction in which a value moves; null: it passed all of them. */
function nearestAhead({ max, min }: AbsoluteLimits, rises: boolean, value: number): Limit | null {
  const levels = rises ? max : min
  const kind = rises ? 'max' : 'min'
  // Where both are one limit it fails.
  const found = (['fail', 'warn'] as const).flatMap((severity): Limit[] => {
    const limit = levels?.[severity] ?? null
    const isAhead = limit !== null && limit > 0 && (rises ? limit > value : limit < value)
    return isAhead ? [{ limit, kind, severity }] : []
  })
  return found.toSorted((a, b) => Math.abs(a.limit - value) - Math.abs(b.limit - value))[0] ?? null
}
