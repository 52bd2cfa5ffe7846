import type { Better } from '../model/metric.ts'
import type { Creep, LogChange, RecordedCommit } from '../model/trend.ts'
import { isStepLike } from '../stats/line-or-step.ts'
import { mannKendall } from '../stats/mann-kendall.ts'
import { type Line, theilSen } from '../stats/theil-sen.ts'

/** The newest values that are looked at, and how many there must be. */
const WINDOW = 60
const FEWEST = 20
const LEVEL = 0.001
/** A change over the window that is smaller than this is not worth a reader's time: the least step, too. */
const LEAST = Math.log(1.02)

export const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/** The natural logarithm of a trend's value on one commit (an index into the commits). */
export interface LogValue {
  at: number
  log: number
}

/** What is read of a commit. */
export type Dated = Pick<RecordedCommit, 'time'>

/**
 * The steady change of the newest values for which no single step accounts; null: there is none. `values` are
 * comparable with the newest one, oldest first, and each is measured by itself: the absolute values after
 * centring, not their fusion with the changes, whose errors go from one commit to the next and look like a
 * trend.
 */
export function creepOf(
  values: readonly LogValue[],
  commits: readonly Dated[],
  better: Better,
): Creep | null {
  const window = values.slice(-WINDOW)
  if (window.length < FEWEST) return null
  const logs = window.map(({ log }) => log)
  const { p } = mannKendall(logs)
  if (!(p < LEVEL)) return null
  const places = window.map(({ at }) => at)
  const byCommit = theilSen(places, logs)
  const byTime = theilSen(
    window.map(({ at }) => Date.parse(commits[at]!.time) / WEEK_MS),
    logs,
  )
  if (byCommit === null || byTime === null) return null
  const [from, to] = [places[0]!, places.at(-1)!]
  if (Math.abs(byCommit.slope) * (to - from) < LEAST || isStepLike(places, logs, byCommit)) return null
  const worse = byCommit.slope > 0 === (better === 'lower')
  return { from, to, perWeek: changeOf(byTime), perCommit: changeOf(byCommit), worse, p }
}

const changeOf = ({ slope, low, high }: Line): LogChange => ({ log: slope, low, high })
