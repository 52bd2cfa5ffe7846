import { usualMetricIn } from '../model/metric.ts'
import { isTimed, normalUnit, unitKind, unitOf } from '../model/unit.ts'
import { type Complaint, quoted } from './config-error.ts'
import {
  calledIn,
  type Quantity,
  notAQuantity,
  parseQuantity,
  unknownUnit,
  wantsUnit,
} from './written-quantity.ts'

// `max` and `min`: quantities in the metric's own unit.

/**
 * Below this, and above `MOST`, a number is a slip: a thousandth of a nanosecond, of an operation a second.
 */
const LEAST = 0.001
const MOST = 1e15

const ANY_EXAMPLE = '10 ms'

/** What a limit says, written as a text or as a bare number; null when it is none. */
export function readLimit(written: string | number): Quantity | null {
  if (typeof written === 'string') return parseQuantity(written)
  return Number.isFinite(written) && written >= 0 ? { value: written, unit: null } : null
}

/** What is wrong with a limit whatever its metric is; null when nothing is. */
export function checkLimit(written: string | number): Complaint | null {
  const quantity = readLimit(written)
  if (quantity === null) return notAQuantity(String(written), ANY_EXAMPLE)
  const { value, unit } = quantity
  const least = unit === null || unitOf(unit).canBeZero ? 0 : LEAST
  if (value >= least && value <= MOST) return null
  const range = least === 0 ? 'at most 1e15' : `more than 0 and less than 1e15 ${unit}`
  return { message: `${quoted(String(written))} is out of range`, remedy: `It must be ${range}.` }
}

/**
 * What is wrong with the unit of a limit where those of its metric (normal forms) are known; null: nothing.
 */
export function checkUnit(
  text: string,
  { unit }: Quantity,
  metric: string,
  units: readonly string[],
): Complaint | null {
  const isCount = units.some((known) => unitKind(known) === 'count')
  if (unit === null) return isCount ? null : wantsUnit(text, units.flatMap(offersIn))
  if (units.includes(unit)) return null
  const remedy = `Write for example ${either(units.map((known) => unitOf(known).example))}`
  if (unitKind(unit) === 'ratio') {
    return {
      message: `${quoted(text)} is a percentage where ${either(units.map(calledIn))} is wanted`,
      remedy: `${remedy}. A limit relative to the base is \`max-regression\`.`,
    }
  }
  if (normalUnit(unit) === null && !isCount) return unknownUnit(unit, units)
  // What is counted has no usual name.
  const other = isTimed(unit) || unitKind(unit) === 'size' ? usualMetricIn(unit) : null
  const measured = isCount ? 'counted' : `measured in ${units.join(' or ')}`
  return {
    message: `${quoted(text)} is ${calledIn(unit)}, and \`${metric}\` is ${measured}`,
    remedy: other === null ? `${remedy}.` : `${remedy}, or limit \`${other}\`.`,
  }
}

/** A bare number is offered as whole bytes too, which is how most tools print memory. */
const offersIn = (unit: string): string[] => [
  ...(unitKind(unit) === 'size' ? ['64 B'] : []),
  unitOf(unit).example,
]

const either = (words: readonly string[]): string => [...new Set(words)].join(' or ')
