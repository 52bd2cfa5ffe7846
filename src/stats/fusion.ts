/** Values of a series, and what is known of the differences between some of them. */
export interface Fusible {
  /** Measured values, NaN where there is none, and their standard errors. */
  values: Float64Array
  errors: Float64Array
  /** Of each point the index of one before it from which the difference was measured; -1: none was. */
  parents: Int32Array
  /** The differences, point - parent, and their standard errors. */
  links: Float64Array
  linkErrors: Float64Array
}

/**
 * The levels that agree best with values and differences, by weighted least squares, with their standard
 * errors: NaN and infinite where nothing is known. The normal equations are tridiagonal where each point's
 * parent is the one before, and otherwise those of a forest, which elimination from the leaves to the roots
 * and back solves without fill-in, in linear time.
 *
 * Source: H. Rue and L. Held, "Gaussian Markov Random Fields" (2005), sections 2.4 and 2.5.
 */
export function fuse(o: Fusible): { levels: Float64Array; errors: Float64Array } {
  const { values, errors, parents, links, linkErrors } = o
  const n = values.length
  const precision = new Float64Array(n)
  const weighted = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(values[i]!)) continue
    precision[i] = 1 / errors[i]! ** 2
    weighted[i] = precision[i]! * values[i]!
  }
  // What a point and those that stem from it say of its parent.
  const said = new Float64Array(n)
  const saidWeighted = new Float64Array(n)
  for (let i = n - 1; i >= 0; i--) {
    const parent = parents[i]!
    const own = precision[i]!
    if (parent < 0 || own === 0) continue
    said[i] = 1 / (1 / own + linkErrors[i]! ** 2)
    saidWeighted[i] = said[i]! * (weighted[i]! / own - links[i]!)
    precision[parent]! += said[i]!
    weighted[parent]! += saidWeighted[i]!
  }
  for (let i = 0; i < n; i++) {
    const parent = parents[i]!
    if (parent < 0) continue
    const others = precision[parent]! - said[i]!
    if (!(others > 0)) continue
    const fromParent = 1 / (1 / others + linkErrors[i]! ** 2)
    precision[i]! += fromParent
    weighted[i]! += fromParent * ((weighted[parent]! - saidWeighted[i]!) / others + links[i]!)
  }
  return {
    levels: weighted.map((sum, i) => sum / precision[i]!),
    errors: precision.map((one) => 1 / Math.sqrt(one)),
  }
}
