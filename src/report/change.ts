import type { Row } from '../model/assessment.ts'
import { percentDigits } from './quantity.ts'

/** What of a row says how it changed. */
export type Changed = Pick<Row, 'better' | 'effect' | 'interval'>

/**
 * The change of a row in words. Effects are head / base - 1 in the metric's own direction; people read "slower" and
 * "faster", so the sign is turned once, here: `worse` is positive when the head is slower.
 */
export const worse = (row: Pick<Row, 'better'>, effect: number): number =>
  row.better === 'lower' ? effect : -effect

/** How much slower the head is, as a fraction; negative when it is faster, null when nobody knows. */
export const slowdown = (row: Pick<Row, 'better' | 'effect'>): number | null =>
  row.effect === null ? null : worse(row, row.effect)

/** `18.3 % slower`, `21.2 % faster`, `no difference`; `—` without an estimate. */
export function changeWords(row: Pick<Row, 'better' | 'effect'>): string {
  const by = slowdown(row)
  if (by === null) return '—'
  const digits = percentDigits(by)
  if (Number(digits) === 0) return 'no difference'
  return `${digits} % ${by > 0 ? 'slower' : 'faster'}`
}

/**
 * The interval in the sense of the words beside it: `15.1 to 21.7` is a range of "slower" when they say slower. One that
 * crosses zero carries signs, minus for the other word: `-1.2 to +0.8 %`.
 */
export function intervalWords(row: Changed, between = ' to '): string | null {
  if (row.interval === null) return null
  const toward = (slowdown(row) ?? 0) < 0 ? -1 : 1
  const ends = [worse(row, row.interval.low) * toward, worse(row, row.interval.high) * toward]
  const low = Math.min(...ends)
  const high = Math.max(...ends)
  if (low >= 0) return `${percentDigits(low)}${between}${percentDigits(high)}`
  return `${signed(low)}${between}${signed(high)} %`
}

const signed = (fraction: number): string => {
  const digits = percentDigits(fraction)
  if (Number(digits) === 0) return digits
  return `${fraction < 0 ? '-' : '+'}${digits}`
}
