import { type Scale, scaleFor, unitOf } from '../model/unit.ts'
import { shorten } from './text/one-line.ts'

/** A unit that is not ours may be a sentence: what is printed of it, in cells. */
const MAX_UNIT = 20
/** Digits that a number of this program can have. */
const MAX_DIGITS = 15
/** From here on a number is written with an exponent: 1.23e+16. */
const MAX_INTEGER = 1e15

// What these functions return is one line and short, whatever the unit; but the unit is text from outside,
// which every surface has to make inert in its own way.

/** One value in the unit that people would choose: `4.21 ms`, `1.23 %`, `48 B`; `—` where there is none. */
export function formatQuantity(value: number | null, unit: string): string {
  if (value === null) return '—'
  return inScale([value], scaleOf(value, unit), unit, 3).text
}

/**
 * Base and head in one unit and, within a tenfold, with as many decimals: `4.21 → 4.98 ms`. Values that
 * differ by as much as a change is printed for get the digits in which they differ, so that `15.3 → 15.3 µs`
 * is never beside a change; exact values get them however little they differ, since one byte more is a
 * finding. Values more than a thousandfold apart keep their own units, and so does a side that has no value.
 */
export function formatPair(base: number | null, head: number | null, unit: string, exact = false): string {
  if (base === null || head === null || apart(base, head, unit)) {
    return `${formatQuantity(base, unit)} → ${formatQuantity(head, unit)}`
  }
  const greatest = Math.max(Math.abs(base), Math.abs(head))
  const difference = Math.abs(head - base)
  const usual = difference < 0.02 * greatest ? 4 : 3
  const scale = scaleOf(greatest, unit)
  const short = inScale([base, head], scale, unit, usual)
  if (!(exact ? difference > 0 : difference >= LEAST_SHOWN * Math.abs(base))) return short.text
  const finest = exact ? scaleOf(0, unit) : scale
  for (let digits = usual; digits <= MAX_DIGITS; digits += 1) {
    const pair = inScale([base, head], digits === usual ? scale : finest, unit, digits)
    if (pair.digits[0] !== pair.digits[1]) return pair.text
  }
  return short.text
}

/** The least change that has a percentage, of base: half of 0.01 %. */
const LEAST_SHOWN = 5e-5

/** Values of one unit, with `count` significant digits of the largest. */
function inScale(values: readonly number[], scale: Scale, unit: string, count: number) {
  const numbers = values.map((value) => scaled(value, scale))
  // Integers may be numbers of things, which are written in full.
  const digits = digitsOf(numbers, count, scale.factor === 1 && unitOf(unit).isCountable)
  return { digits, text: withSymbol(digits.join(' → '), scale.symbol) }
}

/** The largest numbers have no percentage among the numbers; -0 is 0. */
const scaled = (value: number, { factor }: Scale): number =>
  Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value / factor)) + 0

/** The unit to print beside a metric: none where it would repeat the metric's name, as of `instructions`. */
export const unitBeside = ({ metric, unit }: { metric: string; unit: string }): string =>
  unit === metric && unitOf(unit).scales.every(({ symbol }) => symbol === unit) ? '' : unit

/** A limit as a person wrote it: `10 ms`, `50 kops/s`, without digits that say nothing. */
export function formatLimit(value: number, unit: string): string {
  const scale = scaleOf(value, unit)
  return withSymbol(trimmed(scaled(value, scale)), scale.symbol)
}

/** A fraction as a level: .05 is `5 %`, .025 is `2.5 %`. */
export const formatLevel = (fraction: number): string => `${trimmed(fraction * 100)} %`

/** A fraction's percentage without its sign: one decimal, two below .1 %, none from 100 % on. */
export function percentDigits(fraction: number): string {
  const percent = Math.min(Math.abs(fraction) * 100, Number.MAX_VALUE)
  if (percent >= 1e6) return percent.toExponential(1)
  if (percent >= 99.95) return grouped(percent)
  return percent.toFixed(percent > 0 && percent < 0.095 ? 2 : 1)
}

/** Wall time: `8.4 s`, `5 min 12 s`, `1 h 3 min`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${trimmed(Math.round(seconds * 10) / 10)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.round(whole / 60)
  const [count, large, small] = whole < 3600 ? [whole, 'min', 's'] : [minutes, 'h', 'min']
  return `${grouped(Math.floor(count / 60))} ${large}${count % 60 ? ` ${count % 60} ${small}` : ''}`
}

/** A number for programs: what arithmetic leaves behind its 15th digit is not said. */
export const plainNumber = (value: number): string =>
  `${Number.isSafeInteger(value) ? value : Number(value.toPrecision(MAX_DIGITS))}`

/** An integer with commas: 5,000. */
export const grouped = (value: number): string => (Math.round(value) + 0).toLocaleString('en-US')

/** `1 benchmark`, `2 benchmarks`. */
export const plural = (count: number, noun: string, many = `${noun}s`): string =>
  `${grouped(count)} ${count === 1 ? noun : many}`

const DAYS_BELOW_WEEKS = 2
/** What is further away than ten years is not stated. */
const MAX_WEEKS = 520

/** `6 to 11 weeks`, `3 to 9 days`; where the end is open, or far away, `6 weeks or later`. */
export function weeksSpan({ low, high }: { low: number; high: number | null }): string {
  const isNear = high !== null && high < DAYS_BELOW_WEEKS
  const [factor, noun] = isNear ? [7, 'day'] : [1, 'week']
  const first = Math.max(0, Math.floor(low * factor))
  const last = high === null || high > MAX_WEEKS ? null : Math.max(1, Math.ceil(high * factor))
  if (last === null) return first === 0 ? 'a few days or later' : `${plural(first, noun)} or later`
  if (first === 0) return `at most ${plural(last, noun)}`
  return first === last ? `about ${plural(last, noun)}` : `${first} to ${plural(last, noun)}`
}

/** The unit that people would choose for a value; from 999.5 on, which would print as 1000, the next one. */
export function scaleOf(value: number, unit: string): Scale {
  const { kind, scales } = unitOf(unit)
  const scale = scaleFor(value, scales, 0.9995)
  return kind === 'other' ? { ...scale, symbol: shorten(scale.symbol.trim(), MAX_UNIT) } : scale
}

/** Zero is zero in every unit. */
function apart(a: number, b: number, unit: string): boolean {
  const [less, more] = [Math.abs(a), Math.abs(b)].sort((one, other) => one - other) as [number, number]
  return less > 0 && more > 1000 * less && scaleOf(a, unit).factor !== scaleOf(b, unit).factor
}

const withSymbol = (digits: string, symbol: string): string =>
  symbol === '' ? digits : `${digits} ${symbol}`

function digitsOf(values: readonly number[], count: number, counted: boolean): string[] {
  const inFull = (value: number) => {
    const size = Math.abs(value)
    return size < MAX_INTEGER && (Number.isInteger(value) || (size >= 1e4 && count <= 4))
  }
  if (counted && values.every((value) => inFull(value))) return values.map(grouped)
  const sizes = values.map((value) => Math.abs(value)).filter((size) => size > 0)
  const greatest = Math.max(...sizes)
  const alike = sizes.length > 1 && greatest <= 10 * Math.min(...sizes)
  return values.map((value) => significant(value, count, alike ? greatest : Math.abs(value)))
}

/** A value with so many significant digits of a number of that size. */
function significant(value: number, digits: number, size: number): string {
  if (size === 0) return '0'
  return isExtreme(size) ? scientific(value, digits) : fixed(value, decimalsOf(size, digits))
}

/** What would be too many digits or zeros. */
const isExtreme = (size: number): boolean => size >= 1e7 || size < 1e-4

/** Decimals of a number that is to have so many significant digits. */
function decimalsOf(size: number, digits: number): number {
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)))
  // 9.999 rounds to 10.00 and would show a digit too many.
  const rounded = Number(size.toFixed(decimals))
  const grew = Math.floor(Math.log10(rounded)) > Math.floor(Math.log10(size))
  return grew ? Math.max(0, decimals - 1) : decimals
}

function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals)
  if (Math.abs(Number(text)) < 1000) return text
  return Number(text).toLocaleString('en-US', { minimumFractionDigits: decimals })
}

function trimmed(value: number): string {
  const size = Math.abs(value)
  if (size >= MAX_INTEGER || (size > 0 && size < 1e-4)) return scientific(value, 3)
  if (Number.isInteger(value)) return grouped(value)
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 })
}

const scientific = (value: number, digits: number): string => value.toExponential(digits - 1)
