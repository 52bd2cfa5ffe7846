import { incompleteBeta } from './incomplete-beta.ts'

/** Sorts a copy; throws a RangeError on an empty sample or a probability outside [0, 1]. */
function orderedSample(values: readonly number[], probability: number): number[] {
  if (values.length === 0) throw new RangeError('a quantile needs at least one value')
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`a probability lies within [0, 1], got ${probability}`)
  }
  return [...values].sort((a, b) => a - b)
}

/**
 * Quantile of a sample by linear interpolation between order statistics (type 7, the default of R and NumPy),
 * in the values' unit; throws a RangeError on an empty sample or a probability outside [0, 1].
 *
 * Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", American Statistician 50
 * (1996), 361-365.
 */
export function quantile(values: readonly number[], probability: number): number {
  return between(orderedSample(values, probability), probability)
}

/** Lower quartile, median and upper quartile of a sample, as `quantile` has them, with one sort. */
export function quartiles(values: readonly number[]): [low: number, median: number, high: number] {
  const ascending = orderedSample(values, 0.5)
  return [between(ascending, 0.25), between(ascending, 0.5), between(ascending, 0.75)]
}

function between(ascending: readonly number[], probability: number): number {
  const place = (ascending.length - 1) * probability
  const lower = Math.floor(place)
  const low = ascending[lower]!
  const high = ascending[Math.min(lower + 1, ascending.length - 1)]!
  return low + (place - lower) * (high - low)
}

/**
 * Harrell-Davis quantile, in the values' unit: a mean of all order statistics weighted by Beta((n+1)p,
 * (n+1)(1-p)), steadier than type 7 in the tail of small samples. Throws a RangeError on an empty sample; a
 * probability of 0 or 1 gives the minimum or the maximum.
 *
 * Source: F. E. Harrell and C. E. Davis, "A New Distribution-Free Quantile Estimator", Biometrika 69 (1982),
 * 635-640.
 */
export function harrellDavis(values: readonly number[], probability: number): number {
  const ascending = orderedSample(values, probability)
  const n = ascending.length
  if (probability === 0) return ascending[0]!
  if (probability === 1) return ascending[n - 1]!
  const a = (n + 1) * probability
  const b = (n + 1) * (1 - probability)
  let sum = 0
  let before = 0
  for (let i = 0; i < n; i++) {
    const after = incompleteBeta((i + 1) / n, a, b)
    sum += (after - before) * ascending[i]!
    before = after
  }
  return sum
}
