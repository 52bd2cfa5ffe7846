import { didYouMean } from './nearest.ts'
import { type Complaint, quoted } from './problem.ts'

export type Dimension = 'percentage' | 'time' | 'rate'

/** `value` is a fraction, nanoseconds or operations per second. */
export interface Quantity {
  dimension: Dimension
  value: number
}

// Micro has two code points, U+00B5 and U+03BC, and keyboards disagree on which.
const UNITS = new Map<string, Quantity>([
  ['%', { dimension: 'percentage', value: 0.01 }],
  ['ns', { dimension: 'time', value: 1 }],
  ['us', { dimension: 'time', value: 1e3 }],
  ['\u00b5s', { dimension: 'time', value: 1e3 }],
  ['\u03bcs', { dimension: 'time', value: 1e3 }],
  ['ms', { dimension: 'time', value: 1e6 }],
  ['s', { dimension: 'time', value: 1e9 }],
  ['min', { dimension: 'time', value: 60e9 }],
  ['h', { dimension: 'time', value: 3600e9 }],
  ['ops/s', { dimension: 'rate', value: 1 }],
  ['kops/s', { dimension: 'rate', value: 1e3 }],
  ['Mops/s', { dimension: 'rate', value: 1e6 }],
  ['Gops/s', { dimension: 'rate', value: 1e9 }],
])

/** Other spellings of µs, which a list of units can do without. */
const MICRO_TOO: ReadonlySet<string> = new Set(['us', '\u03bcs'])

/** The written-out units that people try, and what to write for them. */
const UNIT_WORDS = new Map<string, string>([
  ['percent', '%'],
  ['nsec', 'ns'],
  ['usec', 'us'],
  ['msec', 'ms'],
  ['pct', '%'],
  ['sec', 's'],
  ['secs', 's'],
  ['second', 's'],
  ['seconds', 's'],
  ['m', 'min'],
  ['mins', 'min'],
  ['minutes', 'min'],
  ['hr', 'h'],
  ['hour', 'h'],
  ['hours', 'h'],
  ['hz', 'ops/s'],
  ['ops', 'ops/s'],
  ['/s', 'ops/s'],
])

export const DIMENSION_WORDS: Record<Dimension, string> = {
  percentage: 'a percentage',
  time: 'a time',
  rate: 'a rate',
}

const DIGITS = '[0-9]{1,15}(\\.[0-9]{1,15})?'
const NUMBER = new RegExp(`^${DIGITS}$`)
const QUANTITY = new RegExp(`^(?<digits>${DIGITS})\\s*(?<unit>[^\\s0-9.].*)$`, 'su')

/** What one place in the file accepts. */
export interface QuantityKind {
  dimensions: readonly Dimension[]
  /** `high` is excluded for percentages and included for times and rates; `low` likewise. */
  low: number
  high: number
  range: string
  examples: readonly [string, ...string[]]
  /** Said when the dimension is wrong: which other key the user may have wanted. */
  otherwise: string
}

const relative = {
  dimensions: ['percentage'],
  otherwise: 'A limit in time or operations per second belongs to `max` or `min`.',
} as const

export const REGRESSION: QuantityKind = {
  ...relative,
  low: 0,
  high: 10,
  range: 'above 0 % and below 1000 %',
  examples: ['5%'],
}

export const ACCEPTED: QuantityKind = {
  ...REGRESSION,
  examples: ['20%'],
  otherwise: 'It is relative to the base.',
}

export const IMPROVEMENT: QuantityKind = {
  ...relative,
  low: 0,
  high: 1,
  range: 'above 0 % and below 100 %',
  examples: ['10%'],
}

export const LIMIT: QuantityKind = {
  dimensions: ['time', 'rate'],
  low: 0.001,
  high: 1e15,
  range: 'more than 0 and less than 1e15 ns or ops/s',
  examples: ['10 ms', '50 kops/s'],
  otherwise: 'A limit relative to the base is `max-regression`.',
}

export const TIME_PER_BENCHMARK: QuantityKind = {
  dimensions: ['time'],
  low: 5e6,
  high: 10e9,
  range: 'from 5 ms to 10 s',
  examples: ['60 ms'],
  otherwise: 'Units of time are ns, µs, ms, s, min and h.',
}

export const TIME_LIMIT: QuantityKind = {
  dimensions: ['time'],
  low: 1e9,
  high: 6 * 3600e9,
  range: 'from 1 s to 6 h',
  examples: ['15 min'],
  otherwise: 'Units of time are ns, µs, ms, s, min and h.',
}

/** Reads `5%`, `10 ms`, `50 kops/s`; null when it is not a number with a unit that Benchgate knows. */
export function parseQuantity(text: string): Quantity | null {
  const { digits, unit } = QUANTITY.exec(text)?.groups ?? {}
  const base = unit === undefined ? undefined : UNITS.get(unit)
  if (base === undefined || digits === undefined) return null
  // Dividing by 100 rounds better than multiplying by .01: 7% is to be .07.
  const value = base.dimension === 'percentage' ? Number(digits) / 100 : Number(digits) * base.value
  return { dimension: base.dimension, value }
}

/** What a text of this kind looks like, for editors: the units, not the range. */
export function quantityPattern(kind: QuantityKind): string {
  const units = unitsOf(kind).map((unit) => unit.replaceAll('/', '\\/'))
  return `^${DIGITS}\\s*(${units.join('|')})$`
}

const unitsOf = (kind: QuantityKind): string[] =>
  [...UNITS].filter(([, { dimension }]) => kind.dimensions.includes(dimension)).map(([unit]) => unit)

const withExample = (kind: QuantityKind): string => `Write for example ${kind.examples.join(' or ')}.`

/** A bare number: says which units make it a quantity of this kind. */
function wantsUnit(number: string, kind: QuantityKind): Complaint {
  const digits = NUMBER.test(number) ? number : '10'
  const units = kind.examples.map((example) => `${digits}${example.replace(/^[0-9]+/, '')}`)
  // .05 may be a fraction or a small percentage; both are offered.
  if (kind.dimensions.includes('percentage') && Number(digits) < 1)
    units.unshift(`${Number((Number(digits) * 100).toPrecision(6))}%`)
  return { message: `${quoted(number)} has no unit`, remedy: `Write it with one: ${units.join(' or ')}.` }
}

/** What is wrong with a text where a quantity of this kind is wanted; null when nothing is. */
export function checkQuantity(text: string, kind: QuantityKind): Complaint | null {
  const quantity = parseQuantity(text)
  if (quantity === null) return notAQuantity(text, kind)
  const { dimension, value } = quantity
  if (!kind.dimensions.includes(dimension)) {
    const wanted = kind.dimensions.map((dimension) => DIMENSION_WORDS[dimension]).join(' or ')
    return {
      message: `${quoted(text)} is ${DIMENSION_WORDS[dimension]} where ${wanted} is wanted`,
      remedy: `${withExample(kind)} ${kind.otherwise}`,
    }
  }
  const inside =
    dimension === 'percentage'
      ? value > kind.low && value < kind.high
      : value >= kind.low && value <= kind.high
  if (inside) return null
  return { message: `${quoted(text)} is out of range`, remedy: `It must be ${kind.range}.` }
}

function notAQuantity(text: string, kind: QuantityKind): Complaint {
  if (text.trim() === '') return { message: 'the text is empty', remedy: withExample(kind) }
  if (/^[-\u2212]/.test(text)) {
    return { message: `${quoted(text)} is negative`, remedy: `It must be ${kind.range}.` }
  }
  if (/^[0-9]*\.?[0-9]+$/.test(text)) return wantsUnit(text, kind)
  if (/^[0-9]+,[0-9]+/.test(text)) {
    return {
      message: `${quoted(text)} has a comma in its number`,
      remedy: `Write a decimal point, and no thousands separator.`,
    }
  }
  const unit = QUANTITY.exec(text)?.groups?.['unit']
  if (unit === undefined || /^e[-+0-9]/i.test(unit)) {
    return {
      message: `${quoted(text)} is not a number with a unit`,
      remedy: `${withExample(kind)} Numbers are plain decimals of at most 15 digits.`,
    }
  }
  if (/^([kMGT]i?)?(B|bytes?)$/i.test(unit)) {
    return { message: `${quoted(text)}: amounts of memory are not supported yet`, remedy: withExample(kind) }
  }
  const units = unitsOf(kind)
  const word = UNIT_WORDS.get(unit.toLowerCase())
  const meant = word !== undefined && units.includes(word) ? word : didYouMean(unit, units)
  return {
    message: `unknown unit ${quoted(unit)}`,
    remedy:
      meant === null
        ? `The units here are ${units.filter((unit) => !MICRO_TOO.has(unit)).join(', ')}.`
        : `Did you mean ${quoted(meant)}?`,
  }
}
