/** Median of numbers that are sorted in place; NaN of none. */
export function medianInPlace(values: Float64Array): number {
  const { length } = values
  if (length === 0) return NaN
  values.sort()
  const middle = length >> 1
  return length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2
}

/** Turns a median absolute deviation into a standard deviation, for normal noise. */
export const MAD_TO_SIGMA = 1.4826

/**
 * Standard deviation of the noise of a series whose level moves seldom: 1.4826 MAD(differences of neighbours)
 * / sqrt 2. Values that are NaN are skipped; NaN where fewer than two are left.
 *
 * Source: P. Fearnhead and G. Rigaill, "Changepoint Detection in the Presence of Outliers", JASA 114 (2019),
 * 169-183.
 */
export function noiseOfDifferences(values: Float64Array): number {
  const differences = new Float64Array(values.length)
  let count = 0
  let before = NaN
  for (const value of values) {
    if (Number.isNaN(value)) continue
    if (!Number.isNaN(before)) differences[count++] = value - before
    before = value
  }
  const found = differences.subarray(0, count)
  const centre = medianInPlace(found)
  for (let i = 0; i < count; i++) found[i] = Math.abs(found[i]! - centre)
  return (MAD_TO_SIGMA * medianInPlace(found)) / Math.SQRT2
}
