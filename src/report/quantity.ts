import type { Unit } from '../model/metric.ts'

/** `factor` units of a metric make one `symbol`. */
interface Scale {
  symbol: string
  factor: number
}

const TIMES: readonly Scale[] = [
  { symbol: 's', factor: 1e9 },
  { symbol: 'ms', factor: 1e6 },
  { symbol: 'µs', factor: 1e3 },
  { symbol: 'ns', factor: 1 },
]
const RATES: readonly Scale[] = [
  { symbol: 'Gops/s', factor: 1e9 },
  { symbol: 'Mops/s', factor: 1e6 },
  { symbol: 'kops/s', factor: 1e3 },
  { symbol: 'ops/s', factor: 1 },
]
const SCALES: Record<Unit, readonly Scale[]> = { ns: TIMES, 'ops/s': RATES }
const SMALLEST: Record<Unit, Scale> = {
  ns: { symbol: 'ns', factor: 1 },
  'ops/s': { symbol: 'ops/s', factor: 1 },
}

/** One value in the unit that people would choose: `4.21 ms`, `50.1 kops/s`; `—` where there is none. */
export function formatQuantity(value: number | null, unit: Unit): string {
  if (value === null) return '—'
  const { symbol, factor } = scaleOf(value, unit)
  return `${significant(value / factor, 3)} ${symbol}`
}

/**
 * Base and head in one unit, `4.21 → 4.98 ms`, with a fourth digit where three would hide the change. Values more than
 * a thousandfold apart keep their own units, and so does a side that has no value.
 */
export function formatPair(base: number | null, head: number | null, unit: Unit): string {
  if (base === null || head === null || apart(base, head)) {
    return `${formatQuantity(base, unit)} → ${formatQuantity(head, unit)}`
  }
  const { symbol, factor } = scaleOf(Math.max(base, head), unit)
  const digits = Math.abs(head - base) < 0.02 * Math.max(base, head) ? 4 : 3
  return `${significant(base / factor, digits)} → ${significant(head / factor, digits)} ${symbol}`
}

/** A limit as a person wrote it: `10 ms`, `50 kops/s`, without digits that say nothing. */
export function formatLimit(value: number, unit: Unit): string {
  const { symbol, factor } = scaleOf(value, unit)
  return `${trimmed(value / factor)} ${symbol}`
}

/** A fraction as a level: .05 is `5 %`, .025 is `2.5 %`. */
export const formatLevel = (fraction: number): string => `${trimmed(fraction * 100)} %`

/** A fraction's percentage without its sign: one decimal, two below .1 %, none from 100 % on. */
export function percentDigits(fraction: number): string {
  const percent = Math.abs(fraction) * 100
  if (percent >= 1e6) return percent.toExponential(1)
  if (percent >= 99.95) return grouped(percent)
  return percent.toFixed(percent > 0 && percent < 0.095 ? 2 : 1)
}

/** Wall time: `8.4 s`, `5 min 12 s`, `1 h 3 min`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${trimmed(Math.round(seconds * 10) / 10)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600)
    return [`${Math.floor(whole / 60)} min`, whole % 60 ? `${whole % 60} s` : ''].join(' ').trim()
  const minutes = Math.round(whole / 60)
  return [`${grouped(Math.floor(minutes / 60))} h`, minutes % 60 ? `${minutes % 60} min` : '']
    .join(' ')
    .trim()
}

/** An integer with commas: 5,000. */
export const grouped = (value: number): string => Math.round(value).toLocaleString('en-US')

/** `1 benchmark`, `2 benchmarks`. */
export const plural = (count: number, noun: string, many = `${noun}s`): string =>
  `${grouped(count)} ${count === 1 ? noun : many}`

const apart = (a: number, b: number): boolean => Math.max(a, b) > 1000 * Math.min(a, b)

/** The unit that people would choose for a value; from 999.5 on the next one, since three digits would print it as 1000. */
export const scaleOf = (value: number, unit: Unit): Scale =>
  SCALES[unit].find(({ factor }) => Math.abs(value) >= factor * 0.9995) ?? SMALLEST[unit]

function significant(value: number, digits: number): string {
  const size = Math.abs(value)
  if (size === 0) return '0'
  if (size >= 1e7 || size < 1e-4) return value.toExponential(digits - 1)
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)))
  const fixed = value.toFixed(decimals)
  // 9.999 rounds to 10.00 and would show a digit too many.
  const rounded = Number(fixed)
  if (decimals > 0 && Math.floor(Math.log10(Math.abs(rounded))) > Math.floor(Math.log10(size))) {
    return rounded.toFixed(decimals - 1)
  }
  return rounded >= 1000 && decimals === 0 ? grouped(rounded) : fixed
}

function trimmed(value: number): string {
  if (value !== 0 && (Math.abs(value) >= 1e7 || Math.abs(value) < 1e-4)) return value.toExponential(2)
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 })
}
