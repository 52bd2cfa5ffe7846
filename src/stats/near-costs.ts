/**
 * The approximate cost of the first (or last) n values about their median, for each n: the sum of
 * min((x - median)^2 / sigma^2, outlier). Values that are NaN are skipped. The sums are not computed anew for
 * each n, but updated, over the values close enough to the median not to be outliers. So they are off by
 * rounding, by less than `nearCostError`.
 */
export function nearCosts(
  values: Float64Array,
  { sigma, outlier, isReversed }: { sigma: number; outlier: number; isReversed: boolean },
): Float64Array {
  const n = values.length
  const costs = new Float64Array(n + 1)
  const sorted = n <= kept.length ? kept : new Float64Array(n)
  const reach = Math.sqrt(outlier) * sigma
  const weight = 1 / sigma ** 2
  // The sums are over the ascending values from `low` to before `high`, which are no outliers.
  let [size, low, high, sum, squares] = [0, 0, 0, 0, 0]
  let origin = NaN
  for (let k = 0; k < n; k++) {
    costs[k + 1] = costs[k]!
    const value = values[isReversed ? n - 1 - k : k]!
    if (Number.isNaN(value)) continue
    if (size === 0) origin = value
    // Relative to the first value, so that the squared numbers are as small as the differences.
    const one = value - origin
    let place = size++
    for (; place > 0 && sorted[place - 1]! > one; place--) sorted[place] = sorted[place - 1]!
    sorted[place] = one
    if (place < low) {
      low++
      high++
    } else if (place <= high) {
      high++
      sum += one
      squares += one * one
    }
    const middle = size >> 1
    const median = size % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
    for (; low < high && sorted[low]! < median - reach; low++) {
      sum -= sorted[low]!
      squares -= sorted[low]! * sorted[low]!
    }
    for (; low < high && sorted[high - 1]! > median + reach; high--) {
      sum -= sorted[high - 1]!
      squares -= sorted[high - 1]! * sorted[high - 1]!
    }
    for (; low > 0 && sorted[low - 1]! >= median - reach; low--) {
      sum += sorted[low - 1]!
      squares += sorted[low - 1]! * sorted[low - 1]!
    }
    for (; high < size && sorted[high]! <= median + reach; high++) {
      sum += sorted[high]!
      squares += sorted[high]! * sorted[high]!
    }
    const within = high - low
    costs[k + 1] =
      (squares - 2 * median * sum + within * median * median) * weight + (size - within) * outlier
  }
  return costs
}

/** Room for stretches of the usual length. */
const kept = new Float64Array(64)

/**
 * Bounds a few hundred roundings of sums of squares. `range`: the largest difference of two values, in
 * sigmas.
 */
export const nearCostError = (range: number): number => 1e-6 + 1e-10 * range ** 2
