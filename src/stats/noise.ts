/** Numbers up to which sorting by insertion, and selecting, are faster than a call of the engine's sort. */
const FEW = 12
const SOME = 2_000

/** Median of numbers, which are left in another order; NaN of none. */
export function medianInPlace(values: Float64Array): number {
  const { length } = values
  if (length === 0) return NaN
  const middle = length >> 1
  if (length > SOME) values.sort()
  else if (length <= FEW) insertionSort(values)
  else {
    select(values, middle)
    if (length % 2 === 1) return values[middle]!
    let below = values[0]!
    for (let i = 1; i < middle; i++) if (values[i]! > below) below = values[i]!
    return (below + values[middle]!) / 2
  }
  return length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2
}

/** Median of the numbers that are not NaN; NaN of none. */
export function medianOf(values: Float64Array): number {
  const known = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) known[count++] = values[i]!
  return medianInPlace(known.subarray(0, count))
}

/**
 * Puts the number that sorting would put there at a place, and none that is larger before it.
 *
 * Source: C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4 (1961), 321-322.
 */
function select(values: Float64Array, place: number): void {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const pivot = values[place]!
    let [i, j] = [low, high]
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (pivot < values[j]!) j--
      if (i > j) break
      const value = values[i]!
      values[i++] = values[j]!
      values[j--] = value
    }
    if (j < place) low = i
    if (place < i) high = j
  }
}

function insertionSort(values: Float64Array): void {
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!
    let place = i
    for (; place > 0 && values[place - 1]! > value; place--) values[place] = values[place - 1]!
    values[place] = value
  }
}

/** Turns a median absolute deviation into a standard deviation, for normal noise. */
export const MAD_TO_SIGMA = 1.4826

/**
 * Standard deviation of the noise of a series whose level moves seldom: 1.4826 MAD(differences of neighbours)
 * / sqrt 2. Values that are NaN are skipped; NaN where fewer than two are left.
 *
 * Source: P. Fearnhead and G. Rigaill, "Changepoint Detection in the Presence of Outliers", JASA 114 (2019),
 * 169-183.
 */
export function noiseOfDifferences(values: Float64Array): number {
  const differences = new Float64Array(values.length)
  let count = 0
  let before = NaN
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (Number.isNaN(value)) continue
    if (!Number.isNaN(before)) differences[count++] = value - before
    before = value
  }
  const found = differences.subarray(0, count)
  const centre = medianInPlace(found)
  for (let i = 0; i < count; i++) found[i] = Math.abs(found[i]! - centre)
  return noiseOfDeviation(medianInPlace(found))
}

/** The same from the median absolute deviation of the differences. */
export const noiseOfDeviation = (deviation: number): number => (MAD_TO_SIGMA * deviation) / Math.SQRT2
