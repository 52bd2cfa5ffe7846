import { nearCostError, nearCosts } from './near-costs.ts'
import { medianInPlace } from './noise.ts'

/** A stretch of a series, at most a few dozen values: what was measured, and differences from neighbours. */
export interface Stretch {
  /** NaN where there is none. */
  values: Float64Array
  /** Standard deviation of one value. */
  sigma: number
  /** Difference to the value before, measured by itself, with its standard error; NaN: not measured. */
  links: Float64Array
  linkErrors: Float64Array
  /** 1 where earlier values are not comparable: a change there shows only in a link, not in values. */
  barred: Uint8Array
  /** How many series are searched for a change at the same time. */
  series: number
}

export interface ChangePoint {
  /** Index of the first value on the new level. */
  at: number
  /** The old level; NaN: no value is known of it. */
  level: number
  /** New level - old level, with its standard error. */
  change: number
  error: number
  /** Whether a measured difference shows that the change is at exactly this value. */
  isLinked: boolean
}

/** No value costs more, in squared standard deviations: what lies further away is an outlier. */
export const OUTLIER = 9
/** The most that a measured difference counts for a change: it is from many processes, but from one run. */
const LINK_OUTLIER = 25
/** Fewest values on a level. */
export const MINIMUM = 3
/**
 * The fewest values on a new level for a change that shows in values alone. Commits that are pushed
 * together share a machine and its load: of the false changes that three values in a row show in recorded
 * histories, two thirds are gone with the fifth, and no lasting one is lost by waiting for it.
 */
const CONFIRMING = 5
/** Squared standard errors at which a measured difference alone is a change. */
const LINK_PENALTY = 9
/** Standard errors of a 95 % interval. */
export const Z95 = 1.959964
/** Standard errors at which later differences take a measured one back. */
const TAKEN_BACK = 2.5

/**
 * The most likely change of level in a stretch; null: none is worth its penalty. Robust optimal partitioning
 * into two levels: a level costs the sum of min((x - median)^2 / sigma^2, 9), a change costs 4 ln n. Called
 * after each value since the last change, as `history/steps.ts` does, it partitions a series one change at a
 * time.
 *
 * Where m series are watched, a change costs 2 ln m more: among a hundred benchmarks chance alone would
 * change one every few commits otherwise.
 *
 * The place of a measured difference is known, so it needs no search: it is a change from 3 of its standard
 * errors on, and where it excludes a change, the values cannot show one. Its cost is capped at 25.
 *
 * Sources: P. Fearnhead and G. Rigaill, JASA 114 (2019), 169-183 (biweight cost); R. Killick, P. Fearnhead
 * and I. A. Eckley, "Optimal Detection of Changepoints With a Linear Computational Cost", JASA 107 (2012),
 * 1590-1598 (penalised partitioning).
 */
export function findChange(stretch: Stretch): ChangePoint | null {
  const { values, links } = stretch
  const n = values.length
  if (n <= MINIMUM || !mayChange(stretch)) return null
  const before = levelsUpTo(values, stretch.sigma)
  const reversed = levelsUpTo(values.toReversed(), stretch.sigma)
  const penalty = 4 * Math.log(before.count[n]!) + penaltyOf(stretch.series)
  const limit = linkLimit(stretch.series)
  const whole = before.cost[n]!
  let best: ChangePoint | null = null
  let most = 0
  for (let at = 1; at <= n - MINIMUM; at++) {
    const isClear = Math.abs(links[at]!) >= limit * stretch.linkErrors[at]!
    // At most places no change is worth exact costs.
    if (!isClear && !(whole - before.cost[at]! - reversed.cost[n - at]! > penalty)) continue
    const sides: Sides = {
      whole,
      old: { level: before.level[at]!, cost: before.cost[at]!, count: before.count[at]! },
      new: { level: reversed.level[n - at]!, cost: reversed.cost[n - at]!, count: reversed.count[n - at]! },
    }
    const found = Number.isNaN(links[at]!)
      ? unlinked(stretch, at, sides, penalty)
      : linked(stretch, at, sides, { penalty, limit, isClear })
    if (found === null || found.gain <= most) continue
    most = found.gain
    best = found.point
  }
  // If every place needed that many values, changes would be placed too early.
  if (best === null || (!best.isLinked && reversed.count[n - best.at]! < CONFIRMING)) return null
  // Medians of few values may differ by chance: a level that may be the old one waits for more.
  return Math.abs(best.change) > Z95 * best.error ? best : null
}

/**
 * Whether a change may be worth its penalty, by approximate costs: at most commits none is by far, and exact
 * costs take many times longer.
 */
function mayChange({ values, sigma, links, linkErrors, series }: Stretch): boolean {
  const n = values.length
  const limit = linkLimit(series)
  let [count, least, most] = [0, Infinity, -Infinity]
  for (let i = 0; i < n; i++) {
    if (i > 0 && Math.abs(links[i]!) >= limit * linkErrors[i]!) return true
    if (Number.isNaN(values[i]!)) continue
    count++
    least = Math.min(least, values[i]!)
    most = Math.max(most, values[i]!)
  }
  const first = nearCosts(values, { sigma, outlier: OUTLIER, isReversed: false })
  const last = nearCosts(values, { sigma, outlier: OUTLIER, isReversed: true })
  const slack = 3 * nearCostError((most - least) / sigma)
  const dearest = first[n]! - 4 * Math.log(count) - penaltyOf(series) + slack
  for (let at = 1; at <= n - MINIMUM; at++) if (first[at]! + last[n - at]! < dearest) return true
  return false
}

/** The additional cost of a change if so many series are watched. */
const penaltyOf = (series: number): number => 2 * Math.log(series)

/** Standard errors at which a measured difference alone is a change. */
export const linkLimit = (series: number): number => Math.sqrt(LINK_PENALTY + penaltyOf(series))

interface Side {
  level: number
  cost: number
  count: number
}
interface Sides {
  whole: number
  old: Side
  new: Side
}
/** `gain`: how much cost the change saves beyond its penalty. */
type Found = { point: ChangePoint; gain: number } | null

/** For the first n values, for each n: their median, its cost, and how many of them are not NaN. */
function levelsUpTo(values: Float64Array, sigma: number) {
  const n = values.length
  const [level, cost] = [new Float64Array(n + 1).fill(NaN), new Float64Array(n + 1)]
  const count = new Int32Array(n + 1)
  const sorted = new Float64Array(n)
  for (let k = 0; k < n; k++) {
    const value = values[k]!
    let size = count[k]!
    if (Number.isNaN(value)) {
      level[k + 1] = level[k]!
      cost[k + 1] = cost[k]!
      count[k + 1] = size
      continue
    }
    let place = size++
    for (; place > 0 && sorted[place - 1]! > value; place--) sorted[place] = sorted[place - 1]!
    sorted[place] = value
    count[k + 1] = size
    const middle = size >> 1
    level[k + 1] = size % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
    cost[k + 1] = costOf(sorted, size, level[k + 1]!, sigma)
  }
  return { level, cost, count }
}

function costOf(values: Float64Array, size: number, level: number, sigma: number): number {
  let sum = 0
  for (let i = 0; i < size; i++) {
    const deviation = (values[i]! - level) / sigma
    sum += Math.min(deviation * deviation, OUTLIER)
  }
  return sum
}

/** Variance of the difference of two medians. */
const varianceOf = ({ sigma }: Stretch, sides: Sides): number =>
  ((Math.PI / 2) * sigma ** 2) / sides.old.count + ((Math.PI / 2) * sigma ** 2) / sides.new.count

function unlinked(stretch: Stretch, at: number, sides: Sides, penalty: number): Found {
  if (stretch.barred[at] === 1 || sides.old.count < MINIMUM || sides.new.count < MINIMUM) return null
  const gain = sides.whole - sides.old.cost - sides.new.cost - penalty
  const { level } = sides.old
  const change = sides.new.level - level
  if (!isReached(stretch, at, level, sides.new.level)) return null
  const error = Math.sqrt(varianceOf(stretch, sides))
  return { point: { at, level, change, error, isLinked: false }, gain }
}

/** Whether enough values are on the new level, including the first: two outliers and one value are not. */
function isReached({ values }: Stretch, at: number, before: number, after: number): boolean {
  const isOn = (value: number) => Math.abs(value - after) < Math.abs(value - before)
  if (!isOn(values[at]!)) return false
  let count = 0
  for (let i = at; i < values.length && count < MINIMUM; i++) if (isOn(values[i]!)) count++
  return count === MINIMUM
}

function linked(
  stretch: Stretch,
  at: number,
  sides: Sides,
  { penalty, limit, isClear }: { penalty: number; limit: number; isClear: boolean },
): Found {
  const [link, error] = [stretch.links[at]!, stretch.linkErrors[at]!]
  const bySides = sides.new.level - sides.old.level
  const hasSides = sides.old.count > 0 && sides.new.count > 0
  if (!isClear && (stretch.barred[at] === 1 || !hasSides)) return null
  if (isTakenBack(stretch, at)) return null
  const variance = hasSides ? varianceOf(stretch, sides) : Infinity
  const together = (link / error ** 2 + (hasSides ? bySides / variance : 0)) / (1 / error ** 2 + 1 / variance)
  const least = isClear ? limit ** 2 : penalty
  const denied = Math.min((link / error) ** 2, LINK_OUTLIER)
  let best: Found = null
  for (const change of [together, link]) {
    const cost = hasSides ? shiftedCost(stretch, at, sides, change - bySides) : 0
    const gain = (hasSides ? sides.whole - cost : 0) + denied - ((link - change) / error) ** 2
    if (gain < least || gain <= (best?.gain ?? 0)) continue
    const isSure = change === link && change !== together
    const deviation = isSure ? error : Math.sqrt(1 / (1 / error ** 2 + 1 / variance))
    best = { point: { at, level: sides.old.level, change, error: deviation, isLinked: true }, gain }
  }
  return best && { ...best, gain: best.gain - Math.min(least, penalty) + Number.EPSILON }
}

/** The cost of two levels whose difference is `more` larger than that of the medians. */
function shiftedCost({ values, sigma }: Stretch, at: number, sides: Sides, more: number): number {
  const share = sides.new.count / (sides.old.count + sides.new.count)
  const levels = [sides.old.level - more * share, sides.new.level + more * (1 - share)] as const
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue
    sum += Math.min(((values[i]! - levels[i < at ? 0 : 1]) / sigma) ** 2, OUTLIER)
  }
  return sum
}

/** Whether the two differences after a measured one, or those before it, go back to where it came from. */
function isTakenBack({ links, linkErrors }: Stretch, at: number): boolean {
  return [1, -1].some((direction) => {
    let [sum, variance] = [0, 0]
    for (let k = 1; k < MINIMUM; k++) {
      const i = at + k * direction
      if (i < 1 || i >= links.length || Number.isNaN(links[i]!)) return false
      sum += links[i]!
      variance += linkErrors[i]! ** 2
      const isBack = sum * links[at]! < 0 && Math.abs(sum) >= Math.abs(links[at]!) / 2
      if (isBack && Math.abs(sum) >= TAKEN_BACK * Math.sqrt(variance)) return true
    }
    return false
  })
}

/** Whether the newest values are away from the level of all. If not, no search for a change is needed. */
export function isOffLevel(values: Float64Array, sigma: number, level: number): boolean {
  let count = 0
  for (let i = values.length - 1; i >= 0 && count < NEWEST; i--)
    if (!Number.isNaN(values[i]!)) newest[count++] = values[i]!
  return Math.abs(medianInPlace(newest.subarray(0, count)) - level) > OFF * sigma
}
const NEWEST = 5
const newest = new Float64Array(NEWEST)
const OFF = 0.3
