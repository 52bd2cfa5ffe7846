import type { Finding } from '../model/finding.ts'
import type { Metric } from '../model/metric.ts'
import { isTimed } from '../model/unit.ts'
import { quantile } from '../stats/quantile.ts'

/** The metric for the fraction of a load test's requests that failed. */
export const ERROR_RATE = 'error-rate'

/**
 * Rise of the error rate (a difference of fractions) above which times no longer measure the same work: one
 * request in a thousand.
 */
const ERRORS_APPEAR = 0.001

/**
 * Why a time or a rate is void; null where it is not. A request that fails at once is fast, so where more
 * requests fail than on base, times and throughput describe a different service. `rates` are fractions, one a
 * process.
 */
export function riseOfErrors(
  { id, unit }: Pick<Metric, 'id' | 'unit'>,
  rates: Record<'base' | 'head', readonly number[]>,
): Finding | null {
  if (!isTimed(unit) || id === ERROR_RATE || rates.base.length === 0) return null
  if (rates.head.length === 0) return { code: 'error-rate-unknown' }
  const [base, head] = [quantile(rates.base, 0.5), quantile(rates.head, 0.5)]
  if (head - base <= ERRORS_APPEAR) return null
  return { code: 'error-rate-rose', base, head }
}
