import type { Better } from './metric.ts'

/**
 * Where higher is better, no more can be lost than all of it, which has no logarithm: this share stands for
 * all of it and more.
 */
const ALMOST_ALL = 0.999

/** ln(1 + fraction) or its mirror: how much log cost a relative worsening of a metric by `fraction` is. */
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

/** The effect head / base - 1 in the metric's own direction that a log cost difference stands for. */
export function costToEffect(better: Better, cost: number): number {
  return Math.expm1(better === 'lower' ? cost : -cost)
}

/** By how much worse, as a positive fraction of the metric's own value, a log cost difference is. */
export function costToWorsening(better: Better, cost: number): number {
  return better === 'lower' ? Math.expm1(cost) : -Math.expm1(-cost)
}
