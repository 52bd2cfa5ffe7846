import { normalCdf } from './normal.ts'
import { EMPTY_SUM, convolve, subsetSums, tailShares, type SumCounts } from './subset-sums.ts'

/**
 * The values of one randomised block, one a process; the two sides may differ in size but neither is empty.
 */
export interface Sides {
  readonly base: readonly number[]
  readonly head: readonly number[]
}

/**
 * One-sided p-values within (0, 1]: `upper` is small when head lies above base, `lower` when it lies below.
 */
export interface Tails {
  upper: number
  lower: number
}

/** The test of "head = base + delta" on fixed blocks, for any number of hypothesised deltas. */
export interface AlignedRankTest {
  /**
   * Doubled joint midranks (integers, block after block, base before head) of the aligned residuals at delta.
   */
  ranks(delta: number): Int32Array
  /** Exact p-values of ranks that `ranks` gave. */
  tails(ranks: Int32Array): Tails
  /** Normal approximation of the p-value on that side, with the exact mean and variance. */
  normalTail(ranks: Int32Array, side: keyof Tails): number
  /**
   * Whether the exact p-value on that side is at most `level`; spares the exact sum where it clearly is not.
   */
  rejects(ranks: Int32Array, side: keyof Tails, level: number): boolean
}

interface Span {
  start: number
  /** First head value. */
  middle: number
  end: number
}

const byValue = (a: number, b: number): number => a - b

/**
 * The smallest p-value that the aligned rank test can give on blocks of these sizes: one over all
 * arrangements.
 */
export function smallestP(blocks: readonly Sides[]): number {
  return blocks.reduce((p, { base, head }) => p / choose(base.length + head.length, head.length), 1)
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
  return ways
}

/**
 * The aligned rank test within blocks, made exact by the randomised order of each block: subtract delta from
 * head, align each block on its median, rank all residuals jointly, and compare the sum of head ranks with
 * its distribution when in every block each choice of head processes is equally likely. Needs no assumption
 * on the noise. Throws a RangeError on an empty side or a value that is not finite.
 *
 * Source: J. L. Hodges and E. L. Lehmann, "Rank Methods for Combination of Independent Experiments in
 * Analysis of Variance", Annals of Mathematical Statistics 33 (1962), 482-497.
 */
export function alignedRankTest(blocks: readonly Sides[]): AlignedRankTest {
  if (blocks.length === 0) throw new RangeError('the aligned rank test needs at least one block')
  const spans: Span[] = []
  const sorted: number[] = []
  for (const { base, head } of blocks) {
    if (base.length === 0 || head.length === 0) throw new RangeError('a block has an empty side')
    const start = sorted.length
    sorted.push(...[...base].sort(byValue), ...[...head].sort(byValue))
    spans.push({ start, middle: start + base.length, end: sorted.length })
  }
  const values = Float64Array.from(sorted)
  if (!values.every(Number.isFinite)) throw new RangeError('a block holds a value that is not finite')

  const residuals = new Float64Array(values.length)
  // Kept from one delta to the next: nearby deltas order the residuals nearly alike, which insertion sort
  // likes.
  const order = Int32Array.from(values.keys())

  function ranks(delta: number): Int32Array {
    for (const span of spans) align(values, residuals, span, delta)
    sortByResidual(order, residuals)
    return doubledMidranks(order, residuals)
  }

  function tails(ranks: Int32Array): Tails {
    // Without ties (or with odd groups only) every doubled rank is even, and half the range does.
    const unit = ranks.every((rank) => rank % 2 === 0) ? 2 : 1
    const half = spans.length >> 1
    let first: SumCounts = EMPTY_SUM
    let second: SumCounts = EMPTY_SUM
    let observed = 0
    for (const [i, span] of spans.entries()) {
      const block = ranks.subarray(span.start, span.end)
      const sums = subsetSums(unit === 2 ? block.map((rank) => rank / 2) : block, span.end - span.middle)
      if (i < half) first = convolve(first, sums)
      else second = convolve(second, sums)
      observed += headSum(ranks, span)
    }
    return tailShares(first, second, observed / unit)
  }

  function rejects(ranks: Int32Array, side: keyof Tails, level: number): boolean {
    if (normalTail(ranks, spans, side) > 0.1 + 2 * level) return false
    // The bound on the right forgives the last rounding of a p-value that is an exact fraction.
    return tails(ranks)[side] <= level * (1 + 1e-12)
  }

  return { ranks, tails, normalTail: (ranks, side) => normalTail(ranks, spans, side), rejects }
}

/** Writes the residuals of one block: values less delta on head, less the median of the block. */
function align(values: Float64Array, residuals: Float64Array, span: Span, delta: number): void {
  const { start, middle, end } = span
  const size = end - start
  const upperMiddle = size >> 1
  let b = start
  let h = middle
  let previous = 0
  let current = 0
  // Both sides are sorted: merge them up to the middle.
  for (let i = 0; i <= upperMiddle; i++) {
    previous = current
    const takeBase = h >= end || (b < middle && values[b]! <= values[h]! - delta)
    current = takeBase ? values[b++]! : values[h++]! - delta
  }
  const median = size % 2 === 1 ? current : (previous + current) / 2
  for (let i = start; i < middle; i++) residuals[i] = values[i]! - median
  for (let i = middle; i < end; i++) residuals[i] = values[i]! - delta - median
}

function sortByResidual(order: Int32Array, residuals: Float64Array): void {
  for (let i = 1; i < order.length; i++) {
    const item = order[i]!
    const value = residuals[item]!
    let j = i - 1
    while (j >= 0 && residuals[order[j]!]! > value) {
      order[j + 1] = order[j]!
      j--
    }
    order[j + 1] = item
  }
}

/**
 * Twice the midrank: the places i to j (from 1) of a group of equal residuals share (i + j) / 2, doubled i +
 * j.
 */
function doubledMidranks(order: Int32Array, residuals: Float64Array): Int32Array {
  const ranks = new Int32Array(order.length)
  for (let start = 0; start < order.length;) {
    const value = residuals[order[start]!]!
    let end = start + 1
    while (end < order.length && residuals[order[end]!] === value) end++
    for (let i = start; i < end; i++) ranks[order[i]!] = start + 1 + end
    start = end
  }
  return ranks
}

function headSum(ranks: Int32Array, { middle, end }: Span): number {
  let sum = 0
  for (let i = middle; i < end; i++) sum += ranks[i]!
  return sum
}

/** Normal approximation of one tail, with the exact mean and variance of the permutation distribution. */
function normalTail(ranks: Int32Array, spans: readonly Span[], side: keyof Tails): number {
  let excess = 0
  let variance = 0
  for (const span of spans) {
    const { start, middle, end } = span
    const size = end - start
    let sum = 0
    let squares = 0
    for (let i = start; i < end; i++) {
      sum += ranks[i]!
      squares += ranks[i]! * ranks[i]!
    }
    const heads = end - middle
    excess += headSum(ranks, span) - (heads * sum) / size
    variance += ((heads * (middle - start)) / (size * (size - 1))) * (squares - (sum * sum) / size)
  }
  if (variance === 0) return 1
  const z = excess / Math.sqrt(variance)
  return normalCdf(side === 'upper' ? -z : z)
}
