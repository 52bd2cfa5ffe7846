import type { Better } from './metric.ts'

/**
 * Where higher is better, no more than the whole value can be lost, and a loss of everything has no
 * logarithm. This fraction stands for it, and for any larger one.
 */
const ALMOST_ALL = 0.999

/**
 * The log cost (positive) of a worsening by `fraction`: ln(1 + fraction), or its mirror where higher is
 * better.
 */
export function worseningCost(better: Better, fraction: number): number {
  return better === 'lower' ? Math.log1p(fraction) : -Math.log1p(-Math.min(fraction, ALMOST_ALL))
}

/**
 * The log cost (negative) of an improvement by `fraction`: 10 % faster is .9 of the time, or 1.1 of the
 * throughput.
 */
export function improvementCost(better: Better, fraction: number): number {
  return better === 'lower' ? Math.log1p(-fraction) : -Math.log1p(fraction)
}

/** The effect head / base - 1 that a difference in log cost stands for, in the metric's own direction. */
export function costToEffect(better: Better, cost: number): number {
  return Math.expm1(better === 'lower' ? cost : -cost)
}

/**
 * The worsening, as a positive fraction of the metric's own value, that a difference in log cost stands for.
 */
export function costToWorsening(better: Better, cost: number): number {
  return better === 'lower' ? Math.expm1(cost) : -Math.expm1(-cost)
}
