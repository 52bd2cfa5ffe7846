import { shorten } from './printable.ts'

/** `factor` units of a metric make one `symbol`; '' is written as nothing. */
interface Scale {
  symbol: string
  factor: number
}

/** Steps of a thousand, largest first. Bytes are decimal too, as in transfer rates: 1 kB is 1,000 B. */
const steps = (symbol: string, prefixes: readonly string[]): readonly Scale[] =>
  prefixes.map((prefix, i) => ({ symbol: `${prefix}${symbol}`, factor: 1000 ** (prefixes.length - 1 - i) }))

const SCALES = new Map<string, readonly Scale[]>([
  [
    'ns',
    [
      { symbol: 's', factor: 1e9 },
      { symbol: 'ms', factor: 1e6 },
      { symbol: 'µs', factor: 1e3 },
      { symbol: 'ns', factor: 1 },
    ],
  ],
  ['ops/s', steps('ops/s', ['G', 'M', 'k', ''])],
  ['B', steps('B', ['T', 'G', 'M', 'k', ''])],
  ['B/s', steps('B/s', ['T', 'G', 'M', 'k', ''])],
  ['count', [{ symbol: '', factor: 1 }]],
  ['fraction', [{ symbol: '%', factor: 0.01 }]],
])
/** Never counted, always measured: 3 ns are 3.00 ns, while 3 allocations are 3. */
const MEASURED: ReadonlySet<string> = new Set(['ns', 'ops/s'])

/** A unit that is not ours may be a sentence: what is printed of it, in cells. */
const MAX_UNIT = 20
/** Digits that a number of this program can have. */
const MAX_DIGITS = 15
/** From here on a number is written with an exponent: 1.23e+16. */
const MAX_INTEGER = 1e15

// What these functions return is one line and short, whatever the unit; but the unit is text from outside, which every surface
// has to make inert in its own way.

/** One value in the unit that people would choose: `4.21 ms`, `50.1 kops/s`, `1.23 %`, `48 B`; `—` where there is none. */
export function formatQuantity(value: number | null, unit: string): string {
  if (value === null) return '—'
  return inScale([value], scaleOf(value, unit), unit, 3).text
}

/**
 * Base and head in one unit, `4.21 → 4.98 ms`, with a fourth digit where three would hide the change. Values more than
 * a thousandfold apart keep their own units, and so does a side that has no value. Exact values are told apart whatever it
 * takes, since one byte more is a finding: `1,048,576 → 1,048,577 B`.
 */
export function formatPair(base: number | null, head: number | null, unit: string, exact = false): string {
  if (base === null || head === null || apart(base, head, unit)) {
    return `${formatQuantity(base, unit)} → ${formatQuantity(head, unit)}`
  }
  const greatest = Math.max(Math.abs(base), Math.abs(head))
  const digits = Math.abs(head - base) < 0.02 * greatest ? 4 : 3
  const usual = inScale([base, head], scaleOf(greatest, unit), unit, digits)
  if (!exact || base === head || usual.digits[0] !== usual.digits[1]) return usual.text
  const finest = scaleOf(0, unit)
  for (let more = digits + 1; more < MAX_DIGITS; more += 1) {
    const pair = inScale([base, head], finest, unit, more)
    if (pair.digits[0] !== pair.digits[1]) return pair.text
  }
  return usual.text
}

function inScale(values: readonly number[], scale: Scale, unit: string, count: number) {
  const { symbol, factor } = scale
  const digits = values.map((value) => digitsOf(scaled(value, scale), count, isCounted(unit, factor)))
  return { digits, text: withSymbol(digits.join(' → '), symbol) }
}

/** The largest numbers have no percentage among the numbers. */
const scaled = (value: number, { factor }: Scale): number =>
  Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value / factor))

/** The unit to print beside a metric: none where it would say the metric's name again, as of `instructions`. */
export const unitBeside = ({ metric, unit }: { metric: string; unit: string }): string =>
  unit === metric && !SCALES.has(unit) ? '' : unit

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

/** The unit that people would choose for a value; from 999.5 on the next one, since three digits would print it as 1000. */
export function scaleOf(value: number, unit: string): Scale {
  const scales = SCALES.get(unit) ?? [{ symbol: shorten(unit.trim(), MAX_UNIT), factor: 1 }]
  return scales.find(({ factor }) => Math.abs(value) >= factor * 0.9995) ?? scales.at(-1)!
}

/** Zero is zero in every unit. */
const apart = (a: number, b: number, unit: string): boolean =>
  scaleOf(a, unit).factor !== scaleOf(b, unit).factor &&
  Math.min(Math.abs(a), Math.abs(b)) > 0 &&
  Math.max(Math.abs(a), Math.abs(b)) > 1000 * Math.min(Math.abs(a), Math.abs(b))

const withSymbol = (digits: string, symbol: string): string =>
  symbol === '' ? digits : `${digits} ${symbol}`

/** Whether integers may be numbers of things, which are written in full. */
const isCounted = (unit: string, factor: number): boolean => factor === 1 && !MEASURED.has(unit)

function digitsOf(value: number, digits: number, counted: boolean): string {
  const size = Math.abs(value)
  const inFull = counted && size < MAX_INTEGER && (Number.isInteger(value) || size >= 1e4)
  return inFull ? grouped(value) : significant(value, digits)
}

function significant(value: number, digits: number): string {
  const size = Math.abs(value)
  if (size === 0) return '0'
  if (size >= 1e7 || size < 1e-4) return scientific(value, digits)
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
  const size = Math.abs(value)
  if (size >= MAX_INTEGER || (size > 0 && size < 1e-4)) return scientific(value, 3)
  if (Number.isInteger(value)) return grouped(value)
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 })
}

const scientific = (value: number, digits: number): string => value.toExponential(digits - 1)
