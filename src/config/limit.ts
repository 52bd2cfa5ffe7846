import { usualMetricIn } from '../model/metric.ts'
import { isTimed, normalUnit, unitKind, unitOf } from '../model/unit.ts'
import { type Complaint, quoted } from './config-error.ts'
import { calledIn, type Quantity, notAQuantity, parseQuantity, unknownUnit, wantsUnit } from './quantity.ts'

// `max` and `min`: quantities in the metric's own unit.

/** Below this, and above `MOST`, a number is a slip: a thousandth of a nanosecond, of an operation a second. */
const LEAST = 0.001
const MOST = 1e15

const ANY_EXAMPLE = '10 ms'

/** What a limit says, written as a text or as a bare number; null when it is none. */
export function readLimit(written: unknown): Quantity | null {
  if (typeof written === 'string') return parseQuantity(written)
  return typeof written === 'number' && isUsable(written) ? { value: written, unit: null } : null
}

const isUsable = (value: number): boolean => Number.isFinite(value) && value >= 0

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
 * What is wrong with a limit of a metric whose units (normal forms) are known; null when nothing is. `written` has passed
 * `checkLimit`.
 */
export function checkUnit(
  written: string | number,
  metric: string,
  units: readonly string[],
): Complaint | null {
  const quantity = readLimit(written)
  if (quantity === null) return null
  const text = String(written)
  const { unit } = quantity
  const isCount = units.some((known) => unitKind(known) === 'count')
  if (unit === null) return isCount ? null : wantsUnit(text, units.flatMap(offersIn))
  if (units.includes(unit)) return null
  const remedy = `Write for example ${units.map(exampleIn).filter(isFirst).join(' or ')}`
  if (unitKind(unit) === 'ratio') {
    return {
      message: `${quoted(text)} is a percentage where ${units.map(calledIn).filter(isFirst).join(' or ')} is wanted`,
      remedy: `${remedy}. A limit relative to the base is \`max-regression\`.`,
    }
  }
  if (normalUnit(unit) === null && !isCount) return unknownUnit(unit, units)
  const other = otherMetricIn(unit)
  return {
    message: `${quoted(text)} is ${calledIn(unit)}, and \`${metric}\` is ${isCount ? 'counted' : `measured in ${units.join(' or ')}`}`,
    remedy: other === null ? `${remedy}.` : `${remedy}, or limit \`${other}\`.`,
  }
}

/** A metric that could be limited by such a quantity; null: what is counted has no usual name. */
const otherMetricIn = (unit: string): string | null =>
  isTimed(unit) || unitKind(unit) === 'size' ? usualMetricIn(unit) : null

/** A bare number is offered as whole bytes too, which is how most tools print memory. */
const offersIn = (unit: string): string[] =>
  unitKind(unit) === 'size' ? ['64 B', exampleIn(unit)] : [exampleIn(unit)]

const exampleIn = (unit: string): string => unitOf(unit).example

const isFirst = (text: string, index: number, all: readonly string[]): boolean => all.indexOf(text) === index
