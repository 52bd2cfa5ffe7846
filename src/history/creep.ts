import type { Better } from '../model/metric.ts'
import type { Creep, LogChange, RecordedCommit } from '../model/trend.ts'
import { isStepLike } from '../stats/line-or-step.ts'
import { mannKendall } from '../stats/mann-kendall.ts'
import { type Line, theilSen } from '../stats/theil-sen.ts'

/** How many of the newest values are tested for creep: at most, and at least. */
const WINDOW = 60
const FEWEST = 20
const LEVEL = 0.001
/** The smallest change over the window that is reported. It is also that of steps. */
const LEAST = Math.log(1.02)

export const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/** The natural logarithm of a trend's value on one commit (an index into the commits). */
export interface LogValue {
  at: number
  log: number
}

/** The part of a commit that creep needs. */
export type Dated = Pick<RecordedCommit, 'time'>

/**
 * The steady change of the newest values that no single step explains; null: there is none. `values` are
 * those comparable with the newest one, oldest first. They are absolute values after centring, each measured
 * by itself. Fused levels would not do: their errors carry over from one commit to the next, like a trend.
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
