import { normalUnit } from '../model/units.ts'
import { type Complaint, quoted } from './config-error.ts'
import { type Quantity, kindOf, notAQuantity, parseQuantity, unknownUnit, wantsUnit } from './quantity.ts'

// `max` and `min`: quantities in the metric's own unit.

/** Below this, and above `MOST`, a number is a slip: a thousandth of a nanosecond, of an operation a second. */
const LEAST = 0.001
const MOST = 1e15

/** Of these, zero would mean that nothing was done. Of bytes, allocations or errors it is what a limit may ask for. */
const NEVER_ZERO: ReadonlySet<string | null> = new Set(['ns', 'ops/s', 'B/s'])

const EXAMPLES = new Map([
  ['ns', '10 ms'],
  ['ops/s', '50 kops/s'],
  ['B', '64 KiB'],
  ['B/s', '50 MB/s'],
  ['fraction', '1%'],
])
const COUNT_EXAMPLE = '1200'
const ANY_EXAMPLE = '10 ms'
export const LIMIT_EXAMPLES = [...EXAMPLES.values(), COUNT_EXAMPLE]

/** A metric that could be limited by a quantity in this unit. */
const METRIC_IN = new Map([
  ['ns', 'time'],
  ['ops/s', 'throughput'],
  ['B/s', 'throughput'],
  ['B', 'bytes'],
])

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
  const least = NEVER_ZERO.has(unit) ? LEAST : 0
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
  const isCount = units.includes('count')
  if (unit === null) return isCount ? null : wantsUnit(text, units.flatMap(offersIn))
  if (units.includes(unit)) return null
  const remedy = `Write for example ${units.map(exampleIn).filter(isFirst).join(' or ')}`
  if (unit === 'fraction') {
    return {
      message: `${quoted(text)} is a percentage where ${units.map(kindOf).filter(isFirst).join(' or ')} is wanted`,
      remedy: `${remedy}. A limit relative to the base is \`max-regression\`.`,
    }
  }
  if (normalUnit(unit) === null && !isCount) return unknownUnit(unit, units)
  const other = METRIC_IN.get(unit)
  return {
    message: `${quoted(text)} is ${kindOf(unit)}, and \`${metric}\` is ${isCount ? 'counted' : `measured in ${units.join(' or ')}`}`,
    remedy: other === undefined ? `${remedy}.` : `${remedy}, or limit \`${other}\`.`,
  }
}

/** A bare number is offered as whole bytes too, which is how most tools print memory. */
const offersIn = (unit: string): string[] => (unit === 'B' ? ['64 B', exampleIn(unit)] : [exampleIn(unit)])

const exampleIn = (unit: string): string => EXAMPLES.get(unit) ?? COUNT_EXAMPLE

const isFirst = (text: string, index: number, all: readonly string[]): boolean => all.indexOf(text) === index
