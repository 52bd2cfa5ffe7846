import { studentQuantile } from './student.ts'

/** The fewest unchanged runs that say how much a benchmark moves by itself. */
export const FEWEST_RUNS = 5

export interface UnflaggedLevels {
  /**
   * A level for each benchmark, in log cost; null where it has fewer than `FEWEST_RUNS` values, or none
   * that is not 0.
   */
  levels: readonly (number | null)[]
  /** Standard deviation of the changes around 0, in log cost; null as above. */
  spreads: readonly (number | null)[]
  /** Runs with a value of a benchmark that has a level. */
  runs: number
  /**
   * `ranks`: there are enough runs for a bound that holds for any noise. `student`: there are not, and
   * noise is taken to be normal beyond the largest value seen.
   */
  method: 'ranks' | 'student'
}

/**
 * The smallest levels that the changes of a further unchanged run are above in at most the share `atMost`
 * of runs, in any of the benchmarks together. `changes[b][i]` is the log cost (positive is worse) by which
 * benchmark b moved in run i although it did not change; null where there is no such value.
 *
 * All levels are one multiple of Student's bound. That of benchmark b is t(n, 1 - atMost / m) times the
 * root of the mean square of its n values, with m benchmarks sharing `atMost` by Bonferroni: for
 * independent normal noise around 0, a further value divided by that root has Student's t distribution
 * with n degrees of freedom. The multiple is an order statistic of the largest value of each run, in units
 * of the bound, where the bound for a run comes from the other runs, as it does for a further one: with
 * runs that are interchangeable, the next one is above the j-th smallest of n with probability at most 1 -
 * j / (n + 1), whatever the noise is and however the benchmarks of a run depend on each other. That is
 * exact for bounds that are given; for estimated ones the simulations below stand in for a proof. With (n +
 * 1) atMost < 1 no j is small enough; the multiple is then that of the largest run, and no smaller than 1.
 *
 * Measured with 20 benchmarks: of 120 runs for 1 %, further normal runs are above in .8 %, runs that a
 * machine moves together in .7 %, heavy tails (3 % of values five times as far off) in .6 %. Of 20
 * runs, where the tails are assumed, heavy ones are above in 4.2 % in place of 1 %; 1 / (n + 1)
 * is 4.8 %.
 *
 * Sources: Student, "The Probable Error of a Mean", Biometrika 6 (1908), 1-25; S. S. Wilks, "Determination
 * of Sample Sizes for Setting Tolerance Limits", Annals of Mathematical Statistics 12 (1941), 91-96; R. F.
 * Barber and others, "Predictive Inference with the Jackknife+", Annals of Statistics 49 (2021), 486-507,
 * for leaving a run out.
 */
export function unflaggedLevels(
  changes: readonly (readonly (number | null)[])[],
  atMost: number,
): UnflaggedLevels {
  if (!(atMost > 0 && atMost < 1)) throw new RangeError(`a share lies within (0, 1), got ${atMost}`)
  const sums = changes.map((values) => {
    const known = values.filter((value) => value !== null)
    const squares = known.reduce((sum, value) => sum + value * value, 0)
    return known.length >= FEWEST_RUNS && squares > 0 ? { n: known.length, squares } : null
  })
  const sharing = Math.max(1, sums.filter((sum) => sum !== null).length)
  const quantiles = new Map<number, number>()
  const bound = (n: number, squares: number) => {
    const quantile = quantiles.get(n) ?? studentQuantile(1 - atMost / sharing, n)
    quantiles.set(n, quantile)
    return quantile * Math.sqrt(Math.max(0, squares) / n)
  }
  const length = Math.max(0, ...changes.map((values) => values.length))
  const largest: number[] = []
  for (let run = 0; run < length; run++) {
    const inBounds = changes.flatMap((values, b) => {
      const [value, sum] = [values[run] ?? null, sums[b]!]
      if (value === null || sum === null) return []
      const others = bound(sum.n - 1, sum.squares - value * value)
      return [value <= 0 ? 0 : value / others]
    })
    if (inBounds.length > 0) largest.push(Math.max(...inBounds))
  }
  largest.sort((a, b) => a - b)
  const runs = largest.length
  // The tiny allowance forgives the rounding of 1 - atMost: 99 runs are enough for 1 %.
  const place = Math.ceil((1 - atMost) * (runs + 1) - 1e-9)
  const method = place <= runs ? 'ranks' : 'student'
  const multiple = method === 'ranks' ? largest[place - 1]! : Math.max(1, largest.at(-1) ?? 1)
  return {
    levels: sums.map((sum) => sum && multiple * bound(sum.n, sum.squares)),
    spreads: sums.map((sum) => sum && Math.sqrt(sum.squares / sum.n)),
    runs,
    method,
  }
}
