import type { Levels } from '../model/config.ts'
import type { Creep, Forecast, RecordedCommit } from '../model/trend.ts'
import { medianInterval } from '../stats/order-statistic.ts'
import { quantile } from '../stats/quantile.ts'
import { type LogValue, WEEK_MS } from './creep.ts'

/** Absolute limits of a budget, in the unit of the trend. */
export interface AbsoluteLimits {
  max: Levels | null
  min: Levels | null
}

/** A pace that was seen for less time is no pace, and nobody plans for more than a year. */
const SHORTEST_WEEKS = 1
const FARTHEST_WEEKS = 52
/** How far ahead it is believed, in times of the time for which it was seen. */
const FARTHEST_SPANS = 4

/**
 * When creeping values reach the nearest limit ahead at their present pace; null: there is none, or not
 * within reach. `values` are those that `creepOf` was given.
 */
export function forecastOf(
  values: readonly LogValue[],
  creep: Creep | null,
  commits: readonly RecordedCommit[],
  limits: AbsoluteLimits | null,
): Forecast | null {
  if (creep === null || limits === null) return null
  const window = values.filter(({ at }) => at >= creep.from && at <= creep.to)
  const weeks = window.map(({ at }) => Date.parse(commits[at]!.time) / WEEK_MS)
  const { log: slope, low, high } = creep.perWeek
  // In the middle of the window the error of the line's height does not depend on that of its slope.
  const middle = quantile(weeks, 0.5)
  const heights = window.map(({ log }, i) => log - slope * (weeks[i]! - middle))
  const height = quantile(heights, 0.5)
  const newest = Math.max(...weeks)
  const span = newest - Math.min(...weeks)
  const rises = slope > 0
  const ahead = nearestAhead(limits, rises, Math.exp(height + slope * (newest - middle)))
  if (ahead === null || span < SHORTEST_WEEKS) return null
  const uncertain = medianInterval(heights) ?? { low: height, high: height }
  const [near, far] = rises ? [uncertain.high, uncertain.low] : [uncertain.low, uncertain.high]
  const [steep, flat] = rises ? [high, low] : [low, high]
  const weeksTo = (from: number, pace: number): number =>
    Math.max(0, middle - newest + (Math.log(ahead.limit) - from) / pace)
  const soonest = weeksTo(near, steep)
  if (soonest > Math.min(FARTHEST_WEEKS, FARTHEST_SPANS * span)) return null
  const reaches = rises ? flat > 0 : flat < 0
  return { ...ahead, weeks: { low: soonest, high: reaches ? weeksTo(far, flat) : null } }
}

type Limit = Pick<Forecast, 'limit' | 'kind' | 'severity'>

/** The next limit in the direction of a value that rises or falls; null: all are behind it. */
function nearestAhead({ max, min }: AbsoluteLimits, rises: boolean, value: number): Limit | null {
  const levels = rises ? max : min
  const kind = rises ? 'max' : 'min'
  const found = (['warn', 'fail'] as const).flatMap((severity): Limit[] => {
    const limit = levels?.[severity] ?? null
    const isAhead = limit !== null && limit > 0 && (rises ? limit > value : limit < value)
    return isAhead ? [{ limit, kind, severity }] : []
  })
  // Where both are one limit it fails.
  return (
    found.toSorted(
      (a, b) => Math.abs(a.limit - value) - Math.abs(b.limit - value) || (a.severity === 'fail' ? -1 : 1),
    )[0] ?? null
  )
}
