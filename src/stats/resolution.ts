/**
 * Values nearer to each other than this share of their size are one value with different rounding errors of
 * doubles.
 */
const SAME = 1e-4

/**
 * The step in which positive values seem to have been read off: the smallest distance between two that
 * differ, in their unit; 0 when there are fewer than three values or none differ. A clock of 10 ns gives 10;
 * where values are continuous it is the smallest of many gaps, and nothing beside their spread.
 */
export function resolution(values: readonly number[]): number {
  if (values.length < 3) return 0
  const ascending = Float64Array.from(values).sort()
  let step = Infinity
  for (let i = 1; i < ascending.length; i++) {
    const gap = ascending[i]! - ascending[i - 1]!
    if (gap > SAME * ascending[i]! && gap < step) step = gap
  }
  return Number.isFinite(step) ? step : 0
}

/**
 * The largest standard deviation that an error within half a step can have: all of one value may be rounded
 * the same way.
 */
export const roundingError = (step: number): number => step / 2
