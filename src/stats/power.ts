import { RANK_EFFICIENCY } from './hodges-lehmann.ts'
import { normalQuantile } from './normal.ts'

/** Quantile that leaves 10 %: all statements about power here are at 90 %. */
const POWER_90 = normalQuantile(0.9)

/**
 * Smallest relative slowdown (a fraction, .05 = 5 %) that `pairs` pairs of processes show with 90 % power,
 * for a process sigma on the log scale and a one-sided level in (0, 1).
 *
 * Source: normal approximation of the two-sample test, n = pairs a side, times the efficiency 3/pi of ranks
 * (E. L. Lehmann, "Nonparametrics", 1975, section 2.4).
 */
export function minimumDetectableEffect(sigma: number, pairs: number, level: number): number {
  return Math.expm1((normalQuantile(1 - level) + POWER_90) * sigma * Math.sqrt(2 / (RANK_EFFICIENCY * pairs)))
}

/**
 * Pairs (whole, at least 1) that show the log effect `effectLog` > 0 with 90 % power: the same formula solved
 * for n.
 */
export function pairsToDetect(sigma: number, effectLog: number, level: number): number {
  const errors = (normalQuantile(1 - level) + POWER_90) * (sigma / effectLog)
  return Math.max(1, Math.ceil((2 / RANK_EFFICIENCY) * errors * errors))
}

/**
 * Grade of a benchmark's noise from its process sigma on the log scale: A <= 1 %, B <= 2, C <= 4, D <= 8, E
 * above.
 */
export function noiseGrade(sigma: number): 'A' | 'B' | 'C' | 'D' | 'E' {
  if (sigma <= 0.01) return 'A'
  if (sigma <= 0.02) return 'B'
  if (sigma <= 0.04) return 'C'
  return sigma <= 0.08 ? 'D' : 'E'
}
