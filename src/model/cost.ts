import { type MetricId, metricInfo } from './metric.ts'

/** ln(1 + fraction) or its mirror: how much log cost a relative worsening of a metric by `fraction` (0 to 1 where higher is better) is. */
export function worseningCost(metric: MetricId, fraction: number): number {
  return metricInfo(metric).better === 'lower' ? Math.log1p(fraction) : -Math.log1p(-fraction)
}

/** The log cost (negative) of an improvement by `fraction`: 10 % faster is .9 of the time, or 1.1 of the throughput. */
export function improvementCost(metric: MetricId, fraction: number): number {
  return metricInfo(metric).better === 'lower' ? Math.log1p(-fraction) : -Math.log1p(fraction)
}

/** The effect head / base - 1 in the metric's own direction that a log cost difference stands for. */
export function costToEffect(metric: MetricId, cost: number): number {
  return Math.expm1(metricInfo(metric).better === 'lower' ? cost : -cost)
}

/** By how much worse, as a positive fraction of the metric's own value, a log cost difference is. */
export function costToWorsening(metric: MetricId, cost: number): number {
  return metricInfo(metric).better === 'lower' ? Math.expm1(cost) : -Math.expm1(-cost)
}
