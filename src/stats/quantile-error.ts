import { incompleteBeta } from './incomplete-beta.ts'

/**
 * Standard deviations of its place beyond which an order statistic has no weight that a double would keep.
 */
const REACH = 9

/**
 * Standard error of the type 7 quantile of a sample of independent values, in their unit; a single value
 * gives 0, an empty sample or a probability outside [0, 1] throws a RangeError. An outlier far from the
 * quantile adds nothing to it.
 *
 * The quantile lies at place r = 1 + (n - 1) p of the ordered sample, and an order statistic of that place is
 * distributed like the sample's quantile function at a Beta(r, n + 1 - r) variable; the error is the standard
 * deviation of that.
 *
 * Source: J. S. Maritz and R. G. Jarrett, "A Note on Estimating the Variance of the Sample Median", JASA 73
 * (1978), 194-196, with the place of type 7.
 */
export function quantileError(values: readonly number[], probability: number): number {
  const n = values.length
  if (n === 0) throw new RangeError('a quantile needs at least one value')
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`a probability lies within [0, 1], got ${probability}`)
  }
  const ascending = [...values].sort((x, y) => x - y)
  const place = 1 + (n - 1) * probability
  const rest = n + 1 - place
  const middle = place / (n + 1)
  const reach = REACH * Math.sqrt((middle * (1 - middle)) / (n + 2))
  const first = Math.max(0, Math.floor((middle - reach) * n))
  const last = Math.min(n, Math.ceil((middle + reach) * n))
  let before = incompleteBeta(first / n, place, rest)
  // Deviations from one of the values, so that the squares of large numbers do not cancel.
  const origin = ascending[Math.round(place) - 1]!
  let sum = 0
  let squares = 0
  for (let i = first; i < last; i++) {
    const after = incompleteBeta((i + 1) / n, place, rest)
    const deviation = ascending[i]! - origin
    sum += (after - before) * deviation
    squares += (after - before) * deviation ** 2
    before = after
  }
  return Math.sqrt(Math.max(0, squares - sum ** 2))
}
