/** A difference between two points that was measured by itself: `to` - `from`, where `from` comes before. */
export interface Link {
  from: number
  to: number
  difference: number
  error: number
}

/** Values of a series, and what is known of the differences between some of them. */
export interface Fusible {
  /** Measured values, NaN where there is none, and their standard errors. */
  values: Float64Array
  errors: Float64Array
  links: readonly Link[]
}

/**
 * The levels that agree best with values and differences, by weighted least squares, with their standard
 * errors: NaN and infinite where nothing is known. Points are eliminated from the newest to the oldest: what
 * a point says about earlier points is added to these points and to links among them, like a star that
 * becomes a mesh in a network of resistors. Nothing is subtracted, so no digits are lost. If each point is
 * linked to one earlier point, no links are added, and few if later points share a release, so the time is
 * linear. The errors are the elements of the inverse matrix at the same links.
 *
 * Sources: H. Rue and L. Held, "Gaussian Markov Random Fields" (2005), sections 2.4 and 2.5. A. M. Erisman
 * and W. F. Tinney, "On computing certain elements of the inverse of a sparse matrix", Communications of the
 * ACM 18 (1975), 177-179.
 */
export function fuse({ values, errors, links }: Fusible): { levels: Float64Array; errors: Float64Array } {
  const n = values.length
  const precision = new Float64Array(n)
  const weighted = new Float64Array(n)
  /** For each point, the earlier points that it is linked to, with the precision of each link. */
  const before = Array.from({ length: n }, (): Neighbour[] => [])
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(values[i]!)) continue
    precision[i] = 1 / errors[i]! ** 2
    weighted[i] = precision[i]! * values[i]!
  }
  for (const { from, to, difference, error } of links) {
    const weight = 1 / error ** 2
    addTo(before[to]!, from, weight)
    weighted[to]! += weight * difference
    weighted[from]! -= weight * difference
  }
  for (let i = n - 1; i >= 0; i--) {
    const own = precision[i]!
    const near = before[i]!
    for (const { weight } of near) precision[i]! += weight
    for (const [k, one] of near.entries()) {
      const share = one.weight / precision[i]!
      precision[one.point]! += share * own
      weighted[one.point]! += share * weighted[i]!
      for (let l = 0; l < k; l++) {
        const other = near[l]!
        const [low, high] = one.point < other.point ? [one.point, other.point] : [other.point, one.point]
        addTo(before[high]!, low, share * other.weight)
      }
    }
  }
  return substituted(precision, weighted, before)
}

interface Neighbour {
  point: number
  weight: number
  /** Covariance of the two levels. */
  shared: number
}

function addTo(neighbours: Neighbour[], point: number, weight: number): void {
  const known = neighbours.find((one) => one.point === point)
  if (known === undefined) neighbours.push({ point, weight, shared: NaN })
  else known.weight += weight
}

/** Levels and errors from the oldest point to the newest, each from those before it. */
function substituted(
  precision: Float64Array,
  weighted: Float64Array,
  before: readonly Neighbour[][],
): { levels: Float64Array; errors: Float64Array } {
  const n = precision.length
  const levels = new Float64Array(n)
  const variance = new Float64Array(n)
  const shared = (a: number, b: number): number =>
    a === b ? variance[a]! : before[Math.max(a, b)]!.find(({ point }) => point === Math.min(a, b))!.shared
  for (let i = 0; i < n; i++) {
    const near = before[i]!
    let sum = weighted[i]!
    variance[i] = 1 / precision[i]!
    for (const { point, weight } of near) sum += weight * levels[point]!
    for (const one of near) {
      one.shared = 0
      for (const { point, weight } of near) one.shared += (weight / precision[i]!) * shared(one.point, point)
      variance[i]! += (one.weight / precision[i]!) * one.shared
    }
    levels[i] = variance[i] === Infinity ? NaN : sum / precision[i]!
  }
  return { levels, errors: variance.map(Math.sqrt) }
}
