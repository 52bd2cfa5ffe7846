import { normalUnit, type Scale, scaleFor, unitKind, unitOf } from '../model/unit.ts'
import { didYouMean } from '../model/nearest-names.ts'
import { type Complaint, quoted } from './config-error.ts'

/** A number and the unit that it was written in. */
export interface Quantity {
  /** In `unit`: 5% is .05, 10 ms is 1e7. */
  value: number
  /** In normal form, such as `ns` or `fraction`; any other word as written; null: a bare number. */
  unit: string | null
}

/** What a quantity in a unit is called in a sentence. */
export const calledIn = (unit: string | null): string =>
  unit === null ? 'a bare number' : (unitOf(unit).called ?? `a number of ${quoted(unit)}`)

/** Words that people try and that are no units, and what to write for them. */
const MEANT = new Map([
  ['pct', '%'],
  ['m', 'min'],
  ['ops', 'ops/s'],
  ['/s', 'ops/s'],
])

const DIGITS = '[0-9]{1,15}(\\.[0-9]{1,15})?'
// A unit begins with a letter or a sign like %, so that `1,5 ms`, `1_000` and `5 -3` are none. 40 characters
// are the most that a metric's unit has.
const WORD = '[\\p{L}\\p{Sc}%‰°#\\/]([^\\p{C}\\p{Zl}\\p{Zp}]{0,38}[^\\p{C}\\p{Z}])?'
const QUANTITY = new RegExp(`^(?<digits>${DIGITS})(\\s*(?<word>${WORD}))?$`, 'u')
/** `1e3 ms`: an exponent, and no unit that begins with an e. */
const EXPONENT = /^[0-9.]+e[-+0-9]/i

/** For editors, simple enough for every engine: all that `parseQuantity` reads, and a few units more. */
export const ANY_QUANTITY = `^(?![0-9.]+[eE][-+0-9])${DIGITS}(\\s*[^\\s0-9.,_+-].*)?$`

/** A number with the unit as written. */
function split(text: string): { digits: string; word: string | null } | null {
  const { digits, word } = QUANTITY.exec(text)?.groups ?? {}
  return digits === undefined || EXPONENT.test(text) ? null : { digits, word: word ?? null }
}

/** Reads `5%`, `64 KiB`, `40 frames`, `1200`; null for all but a plain decimal with or without a unit. */
export function parseQuantity(text: string): Quantity | null {
  const written = split(text)
  if (written === null) return null
  const { digits, word } = written
  if (word === null) return { value: Number(digits), unit: null }
  const normal = normalUnit(word)
  if (normal === null) return { value: Number(digits), unit: word }
  const { unit, factor } = normal
  // Dividing by 100 rounds better than multiplying by .01: 7% is to be .07.
  return { value: factor === 0.01 ? Number(digits) / 100 : Number(digits) * factor, unit }
}

/** A limit as the config file takes it; of memory in steps of 1000 or of 1024, whichever is shorter. */
export function limitText(value: number, unit: string): string {
  const { scales, binary, offered } = unitOf(unit)
  const written = scales.filter(({ symbol, factor }) => factor === 1 || offered.includes(symbol))
  const [decimal, inBinary] = [inScale(value, written), inScale(value, binary)]
  return inBinary !== null && inBinary.length < decimal!.length ? inBinary : decimal!
}

function inScale(value: number, scales: readonly Scale[]): string | null {
  if (scales.length === 0) return null
  const { symbol, factor } = scaleFor(value, scales)
  const space = symbol === '' || symbol === '%' ? '' : ' '
  return `${digits(factor === 0.01 ? value * 100 : value / factor)}${space}${symbol}`
}

/** Without the noise of binary fractions; of what is counted, one more is a difference. */
const digits = (value: number): string => String(Number(value.toPrecision(12)))

/** What one place in the file accepts, where that is one kind of quantity whatever the metric. */
export interface QuantityKind {
  unit: string
  /** `high` is excluded for percentages and included for times; `low` likewise. */
  low: number
  high: number
  range: string
  example: string
  /** Said when the kind is wrong: which other key the user may have wanted. */
  otherwise: string
}

export const REGRESSION: QuantityKind = {
  unit: 'fraction',
  low: 0,
  high: 10,
  range: 'above 0 % and below 1000 %',
  example: '5%',
  otherwise: 'A limit in time or operations per second belongs to `max` or `min`.',
}

const otherwise = 'It is relative to the base.'
export const ACCEPTED: QuantityKind = { ...REGRESSION, example: '20%', otherwise }

export const IMPROVEMENT: QuantityKind = {
  ...REGRESSION,
  high: 1,
  range: 'above 0 % and below 100 %',
  example: '10%',
}

export const TIME_PER_BENCHMARK: QuantityKind = {
  unit: 'ns',
  low: 5e6,
  high: 10e9,
  range: 'from 5 ms to 10 s',
  example: '30 ms',
  otherwise: 'Units of time are ns, µs, ms, s, min and h.',
}

export const TIME_LIMIT: QuantityKind = {
  ...TIME_PER_BENCHMARK,
  low: 1e9,
  high: 6 * 3600e9,
  range: 'from 1 s to 6 h',
  example: '15 min',
}

/** What a text of this kind looks like, for editors: the units, not the range. */
export const quantityPattern = ({ unit }: QuantityKind): string =>
  `^${DIGITS}\\s*(${accepted(unit).join('|')})$`

/** Micro has two code points, U+00B5 and U+03BC, and keyboards disagree on which. */
const accepted = (unit: string): readonly string[] => {
  const { offered } = unitOf(unit)
  return [...new Set([...offered, ...offered.map((word) => word.replace('\u00b5', '\u03bc'))])]
}

const writeFor = (example: string): string => `Write for example ${example}.`

/** What is wrong with a text where a quantity of this kind is wanted; null when nothing is. */
export function checkQuantity(text: string, kind: QuantityKind): Complaint | null {
  const word = split(text)?.word ?? null
  const quantity = parseQuantity(text)
  if (quantity === null) return notAQuantity(text, kind.example)
  if (word === null) return wantsUnit(text, [kind.example])
  const { value, unit } = quantity
  if (unit !== null && unit !== kind.unit && unitOf(unit).called !== null) {
    return {
      message: `${quoted(text)} is ${calledIn(unit)} where ${calledIn(kind.unit)} is wanted`,
      remedy: `${writeFor(kind.example)} ${kind.otherwise}`,
    }
  }
  if (!accepted(kind.unit).includes(word)) return unknownUnit(word, [kind.unit])
  const inside =
    unitKind(kind.unit) === 'ratio'
      ? value > kind.low && value < kind.high
      : value >= kind.low && value <= kind.high
  return inside ? null : { message: `${quoted(text)} is out of range`, remedy: `It must be ${kind.range}.` }
}

/** A bare number: says which units make it one of these examples. */
export function wantsUnit(text: string, examples: readonly string[]): Complaint {
  const units = examples.map((example) => `${text}${example.replace(/^[0-9]+/, '')}`)
  // .05 may be a fraction or a small percentage; both are offered.
  if (units.some((unit) => unit.endsWith('%')) && Number(text) < 1)
    units.unshift(`${Number((Number(text) * 100).toPrecision(6))}%`)
  return { message: `${quoted(text)} has no unit`, remedy: `Write it with one: ${units.join(' or ')}.` }
}

/** A word where one of these units (normal forms) is wanted. */
export function unknownUnit(word: string, units: readonly string[]): Complaint {
  const known = units.flatMap((unit) => unitOf(unit).offered)
  const meant = sameAs(word.toLowerCase(), known) ?? didYouMean(word, known)
  // `us` beside `µs` is one too many for a list.
  const choice = known.filter((spelling) => spelling !== 'us').join(', ')
  const remedy = meant === null ? `The units here are ${choice}.` : `Did you mean ${quoted(meant)}?`
  return { message: `unknown unit ${quoted(word)}`, remedy }
}

/**
 * The offered spelling of a unit that was written in another word, such as `s` for `seconds`; null: there is
 * none.
 */
function sameAs(word: string, offered: readonly string[]): string | null {
  const meant = MEANT.get(word) ?? word
  if (offered.includes(meant)) return meant
  const normal = normalUnit(meant)
  // Whoever writes `ns/op` or `Mb/S` means more than another spelling.
  if (normal === null || meant.includes('/')) return null
  const isSame = (other: ReturnType<typeof normalUnit>) =>
    other?.unit === normal.unit && other.factor === normal.factor
  return offered.find((spelling) => isSame(normalUnit(spelling))) ?? null
}

/** Why a text is no quantity at all. */
export function notAQuantity(text: string, example: string): Complaint {
  if (text.trim() === '') return { message: 'the text is empty', remedy: writeFor(example) }
  if (/^[-\u2212]/.test(text)) {
    return { message: `${quoted(text)} is negative`, remedy: `${writeFor(example)} Nothing here is below 0.` }
  }
  if (/^\.[0-9]+$/.test(text)) return wantsUnit(`0${text}`, [example])
  if (/^[0-9]+,[0-9]+/.test(text)) {
    const remedy = 'Write a decimal point, and no thousands separator.'
    return { message: `${quoted(text)} has a comma in its number`, remedy }
  }
  const remedy = `${writeFor(example)} Numbers are plain decimals of at most 15 digits.`
  return { message: `${quoted(text)} is not a number with a unit`, remedy }
}
