import { normalCdf } from './normal.ts'

/** Up to here the null distribution is counted, beyond it the normal approximation is near enough. */
const EXACT_TO = 60

/**
 * Tests whether values have a trend in the order in which they are given: `s` is the number of pairs that
 * rise minus the number of those that fall, `p` is two-sided. Up to 60 values p is exact, ties included: all
 * orders of the values are equally likely without a trend. Beyond that it is the normal approximation with
 * the variance of tied values and a correction for continuity.
 *
 * Sources: H. B. Mann, "Nonparametric Tests Against Trend", Econometrica 13 (1945), 245-259; M. G. Kendall,
 * "Rank Correlation Methods" (1955). The number of orders with k inversions has the generating function
 * [n]!/([t1]! [t2]! ...) in q-factorials (P. A. MacMahon, "Combinatory Analysis" (1915)).
 */
export function mannKendall(values: readonly number[]): { s: number; p: number } {
  const n = values.length
  let s = 0
  for (let j = 1; j < n; j++) for (let i = 0; i < j; i++) s += Math.sign(values[j]! - values[i]!)
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ties = [...counts.values()]
  return { s, p: n <= EXACT_TO ? exactP(s, ties) : normalP(s, kendallVariance(n, ties)) }
}

/** The variance of `s` of n values without a trend, with the sizes of their groups of equal values. */
export function kendallVariance(n: number, ...groups: readonly (readonly number[])[]): number {
  const term = (t: number): number => t * (t - 1) * (2 * t + 5)
  return (term(n) - groups.flat().reduce((sum, t) => sum + term(t), 0)) / 18
}

function normalP(s: number, variance: number): number {
  if (s === 0) return 1
  return Math.min(1, 2 * normalCdf(-(Math.abs(s) - 1) / Math.sqrt(variance)))
}

/** By the number of values, since most series have no ties. */
const withoutTies: (Float64Array | undefined)[] = []

function exactP(s: number, ties: readonly number[]): number {
  const n = ties.length
  const hasTies = ties.some((size) => size > 1)
  const chances = hasTies ? inversionChances(ties) : (withoutTies[n] ??= inversionChances(ties))
  // Pairs that differ either rise or fall: their number minus twice the inversions is s.
  const inversions = (chances.length - 1 - Math.abs(s)) / 2
  let tail = 0
  for (let k = 0; k <= inversions; k++) tail += chances[k]!
  return Math.min(1, 2 * tail)
}

/**
 * The chance of each number of inversions of a random order. Each value that is added multiplies the
 * generating function by (1 - q^m) / (1 - q^i), where it is the m-th of all and the i-th of its group.
 */
function inversionChances(ties: readonly number[]): Float64Array {
  let chances = Float64Array.of(1)
  let m = 0
  for (const size of ties) {
    for (let i = 1; i <= size; i++) {
      m++
      const grown = new Float64Array(chances.length + m - i)
      for (let k = 0; k < grown.length; k++) {
        const added = (chances[k] ?? 0) - (k >= m ? (chances[k - m] ?? 0) : 0)
        grown[k] = (added * i) / m + (k >= i ? grown[k - i]! : 0)
      }
      chances = grown
    }
  }
  return chances
}
