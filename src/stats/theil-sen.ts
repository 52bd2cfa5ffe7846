import { median } from 'simple-statistics'
import { kendallVariance } from './mann-kendall.ts'
import { normalQuantile } from './normal.ts'

/** A straight line through points, with the interval of its slope. */
export interface Line {
  slope: number
  low: number
  high: number
  /** The line's value at x. */
  at(x: number): number
}

/**
 * The line whose slope is the median of the slopes between all pairs of points with unlike x, through the
 * median of what is left; null where fewer than two x differ. The interval inverts Kendall's test by its
 * normal approximation with ties in x and y, and is unbounded on a side that the slopes do not reach.
 *
 * Source: P. K. Sen, "Estimates of the Regression Coefficient Based on Kendall's Tau", JASA 63 (1968),
 * 1379-1389.
 */
export function theilSen(x: readonly number[], y: readonly number[], level = 0.95): Line | null {
  const slopes: number[] = []
  for (let j = 1; j < x.length; j++) {
    for (let i = 0; i < j; i++) if (x[i] !== x[j]) slopes.push((y[j]! - y[i]!) / (x[j]! - x[i]!))
  }
  if (slopes.length === 0) return null
  const ascending = Float64Array.from(slopes).sort()
  const slope = median([...ascending])
  const variance = kendallVariance(x.length, groupSizes(x), groupSizes(y))
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(variance)
  const below = Math.round((slopes.length - reach) / 2) - 1
  const intercept = median(y.map((value, i) => value - slope * x[i]!))
  return {
    slope,
    low: ascending[below] ?? -Infinity,
    high: ascending[slopes.length - 1 - below] ?? Infinity,
    at: (place) => intercept + slope * place,
  }
}

function groupSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>()
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return [...sizes.values()]
}
