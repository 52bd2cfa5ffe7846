/**
 * Distribution-free interval for the median of the values' distribution, in their unit: the k-th smallest and
 * k-th largest of n values with the largest k for which 2 P(Bin(n, 1/2) < k) <= 1 - level. Null when even the
 * extremes do not reach the level (n < 6 at .95). Covers at least `level`, exactly by the binomial.
 *
 * Source: W. R. Thompson, "On Confidence Ranges for the Median", Annals of Mathematical Statistics 7 (1936),
 * 122-128.
 */
export function medianInterval(
  values: readonly number[],
  level = 0.95,
): { low: number; high: number } | null {
  const n = values.length
  const sideLevel = (1 - level) / 2
  // P(Bin(n, 1/2) < k) grows term by term; the tiny allowance forgives the rounding of 1 - level.
  let term = 0.5 ** n
  let below = term
  let k = 0
  while (below <= sideLevel * (1 + 1e-12)) {
    k++
    term *= (n - k + 1) / k
    below += term
  }
  if (k === 0) return null
  const ascending = [...values].sort((a, b) => a - b)
  return { low: ascending[k - 1]!, high: ascending[n - k]! }
}
