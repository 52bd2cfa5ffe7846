import type { Finding } from '../model/finding.ts'
import type { Metric } from '../model/metric.ts'
import { isTimed } from '../model/unit.ts'
import { quantile } from '../stats/quantile.ts'

/** The metric that says which share of a load test's requests failed. */
export const ERROR_RATE = 'error-rate'

/**
 * Errors of more than one request in a thousand, where base has none, make other numbers of what the times
 * stand for.
 */
const ERRORS_APPEAR = 0.001

/**
 * Why a time or a rate is void; null: it is not. A request that fails at once is fast: where more of them
 * fail than on base, times and throughput are those of another service. `rates` are fractions, one a process.
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
