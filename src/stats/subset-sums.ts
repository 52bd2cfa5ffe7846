/** How many equally likely choices give each integer sum: `counts[i]` choices give `offset + i`. */
export interface SumCounts {
  offset: number
  counts: Float64Array
  /** Whether `counts` reads the same from either end. */
  symmetric: boolean
}

/** The counts of a sum with no terms: one way to give 0. */
export const EMPTY_SUM: SumCounts = { offset: 0, counts: Float64Array.of(1), symmetric: true }

/**
 * Counts the sums of every choice of `size` of the given integers (any order, repeats allowed), by the
 * recurrence over items "without it, or with it" (J. Pagano and D. Tritchler, "On Obtaining Permutation
 * Distributions in Polynomial Time", JASA 78 (1983), 435-440). Exact while the number of choices stays below
 * 2^53.
 */
export function subsetSums(items: ArrayLike<number>, size: number): SumCounts {
  const sorted = Int32Array.from(items).sort()
  const lowest = sorted[0] ?? 0
  let least = 0
  let most = 0
  for (let i = 0; i < size; i++) {
    least += sorted[i]!
    most += sorted[sorted.length - 1 - i]!
  }
  // Items are counted from the lowest one, which keeps the rows short; row r holds the sums of choices of r
  // items.
  const width = most - size * lowest + 1
  const rows = new Float64Array((size + 1) * width)
  rows[0] = 1
  const reach = new Int32Array(size + 1)
  for (let taken = 0; taken < sorted.length; taken++) {
    const item = sorted[taken]! - lowest
    for (let r = Math.min(taken + 1, size); r >= 1; r--) {
      const from = (r - 1) * width
      const to = r * width + item
      const end = reach[r - 1]!
      for (let sum = 0; sum <= end; sum++) rows[to + sum]! += rows[from + sum]!
      // Items come in ascending order, so the newest item always extends the longest reach.
      reach[r] = end + item
    }
  }
  const first = least - size * lowest
  return {
    offset: least,
    counts: rows.slice(size * width + first, (size + 1) * width),
    // Half of the items: what a choice leaves is a choice too.
    symmetric: 2 * size === sorted.length,
  }
}

/** Counts the sums of two independent parts (counts of choices multiply). */
export function convolve(a: SumCounts, b: SumCounts): SumCounts {
  const counts = new Float64Array(a.counts.length + b.counts.length - 1)
  const symmetric = a.symmetric && b.symmetric
  const wanted = symmetric ? (counts.length + 1) >> 1 : counts.length
  // A block has at most 70 different sums in a wide range: skipping its holes is what makes this fast.
  const [long, short] = a.counts.length >= b.counts.length ? [a.counts, b.counts] : [b.counts, a.counts]
  for (let j = 0; j < short.length && j < wanted; j++) {
    const ways = short[j]!
    if (ways === 0) continue
    const end = Math.min(long.length, wanted - j)
    for (let i = 0; i < end; i++) counts[i + j]! += ways * long[i]!
  }
  for (let i = wanted; i < counts.length; i++) counts[i] = counts[counts.length - 1 - i]!
  return { offset: a.offset + b.offset, counts, symmetric }
}

/**
 * Shares of all combined choices of two independent parts whose sum is at least (`upper`) and at most
 * (`lower`) the observed one. Spares the last and largest convolution, since only two of its cumulated values
 * are wanted.
 */
export function tailShares(a: SumCounts, b: SumCounts, observed: number): { upper: number; lower: number } {
  const below = new Float64Array(b.counts.length + 1)
  for (let i = 0; i < b.counts.length; i++) below[i + 1] = below[i]! + b.counts[i]!
  const above = new Float64Array(b.counts.length + 1)
  for (let i = b.counts.length - 1; i >= 0; i--) above[i] = above[i + 1]! + b.counts[i]!

  let upper = 0
  let lower = 0
  let choices = 0
  for (let i = 0; i < a.counts.length; i++) {
    const ways = a.counts[i]!
    if (ways === 0) continue
    choices += ways
    const rest = observed - a.offset - i - b.offset
    upper += ways * above[Math.min(Math.max(rest, 0), b.counts.length)]!
    lower += ways * below[Math.min(Math.max(rest + 1, 0), b.counts.length)]!
  }
  const all = choices * above[0]!
  return { upper: upper / all, lower: lower / all }
}
