/**
 * A number with the five significant digits that noise leaves of it; whole ones in full, since a count is
 * exact.
 */
export function rounded(value: number): number {
  if (Number.isInteger(value)) return value
  const exponent = 4 - Math.floor(Math.log10(Math.abs(value)))
  const power = POWERS[exponent]
  // A whole number divided by a power of ten that is exact gives the double nearest to the decimal.
  return power === undefined ? Number(value.toPrecision(5)) : Math.round(value * power) / power
}

export const roundedOrNull = (value: number | null | undefined): number | null =>
  value == null ? null : rounded(value)

/** Powers of ten that are exact as doubles. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))
