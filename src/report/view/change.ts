import type { Row } from '../../model/assessment.ts'
import { isSpeed, isTimedZero } from '../../model/unit.ts'
import { percentDigits } from '../quantity.ts'

/** What of a row or of a stored comparison says how much it changed. */
export type Changed = Pick<Row, 'better' | 'unit' | 'effect' | 'interval'>

const SPEED = { worse: 'slower', better: 'faster' }
const SIZE = { worse: 'more', better: 'less' }
const LEVEL = { worse: 'lower', better: 'higher' }
const MIXED = { worse: 'worse', better: 'better' }

/** Words for worse and better: times and rates get slower; of the rest there is more, or it gets lower. */
export const directionOf = (row: Pick<Row, 'unit' | 'better'>) =>
  isSpeed(row) ? SPEED : row.better === 'lower' ? SIZE : LEVEL

/** Words for several rows together: `slower` is said only where all of them are speeds. */
export const directionOfAll = (rows: readonly Pick<Row, 'unit' | 'better'>[]) =>
  rows.every((row) => isSpeed(row)) ? SPEED : MIXED

/**
 * Effects are head / base - 1 in the metric's own direction; people read "slower" and "faster", so the sign
 * is turned once, here: `worse` is positive when the head is worse.
 */
export const worse = (row: Pick<Row, 'better'>, effect: number): number =>
  row.better === 'lower' ? effect : -effect

/** How much worse the head is, as a fraction; negative when it is better, null when nobody knows. */
export const worsening = (row: Pick<Row, 'better' | 'effect'>): number | null =>
  row.effect === null ? null : worse(row, row.effect)

/** Its rank: what was zero and no longer is has no ratio, and is worse or better than any that has one. */
export function rankOf(row: Pick<Row, 'better' | 'effect' | 'unit' | 'base' | 'head'>): number {
  const from0 = changeFromZero(row)
  return worsening(row) ?? (from0 === 0 ? 0 : worse(row, from0 * Infinity))
}

/**
 * 1 or -1 where base is zero, so that there is no ratio, and head is above or below it; else 0, as for times
 * and rates, where zero is no value.
 */
function changeFromZero({
  effect,
  unit,
  base,
  head,
}: Pick<Row, 'effect' | 'unit' | 'base' | 'head'>): number {
  if (isTimedZero(unit, base.value)) return 0
  return effect === null && base.value === 0 && head.value !== null ? Math.sign(head.value) : 0
}

/** What stands where there is nothing to say. */
export const NOTHING = '—'

/** What is said beside a change for which nothing was estimated. */
export const EXACT = 'exact'

/** `18.3 % slower`, `12.5 % more`, `3.1 % lower`, `no difference`; `—` without an estimate. */
export function effectWords(row: Pick<Row, 'better' | 'unit' | 'effect'>): string {
  const by = worsening(row)
  if (by === null) return NOTHING
  return isShown(by) ? `${percentDigits(by)} % ${sideOf(row, by)}` : 'no difference'
}

/** Whether the digits that are printed of a fraction differ from zero. */
const isShown = (fraction: number): boolean => Number(percentDigits(fraction)) !== 0

/** How a row changed. An exact value that differs is never the same; from zero there is no percentage. */
export function changeWords(
  row: Pick<Row, 'better' | 'unit' | 'effect' | 'base' | 'head' | 'exact'>,
): string {
  const from0 = changeFromZero(row)
  if (from0 !== 0) return from0 > 0 ? 'up from 0' : 'down from 0'
  const by = worsening(row)
  const isSame = row.base.value === 0 && row.head.value === 0 && !isTimedZero(row.unit, 0)
  if (by === null) return isSame ? 'no difference' : NOTHING
  const tiny = row.exact && by !== 0 && !isShown(by)
  return tiny ? `under 0.01 % ${sideOf(row, by)}` : effectWords(row)
}

const sideOf = (row: Pick<Row, 'unit' | 'better'>, by: number): string =>
  directionOf(row)[by > 0 ? 'worse' : 'better']

/**
 * The interval in the sense of the words beside it, without a sign: `15.1 to 21.7` is a range of "slower"
 * where they say slower. An end that they do not cover says its own direction: `0.3 faster to 1.1 slower`.
 */
export function intervalWords(row: Changed, between = ' to '): string | null {
  if (row.interval === null) return null
  const by = worsening(row) ?? 0
  const [low, high] = [worse(row, row.interval.low), worse(row, row.interval.high)].sort((one, other) =>
    by < 0 ? other - one : one - other,
  ) as [number, number]
  const side = (end: number) => (isShown(end) ? sideOf(row, end) : null)
  const from = side(low) ?? side(high)
  const to = side(high) ?? side(low)
  if (from !== to) return `${percentDigits(low)} ${from}${between}${percentDigits(high)} ${to}`
  const nearer = [low, high].sort((one, other) => Math.abs(one) - Math.abs(other))
  const range = nearer.map(percentDigits).join(between)
  return to === null || to === side(by) ? range : `${range} ${to}`
}

/**
 * What is said beside the change of a row: its interval; `exact` where nothing was estimated; and where
 * values that should not vary did so, how far. Null where there is nothing to say.
 */
export function besideWords(row: Changed & Pick<Row, 'exact'>, between = ' to '): string | null {
  const interval = intervalWords(row, between)
  if (!row.exact) return interval
  // Ends come from logarithms, which leave a difference in the last digit.
  const varied = row.interval !== null && row.interval.high - row.interval.low >= 1e-9
  return varied ? `varied: ${interval}` : EXACT
}
