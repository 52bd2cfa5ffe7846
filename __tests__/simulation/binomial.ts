import { normalQuantile } from '../../src/stats/normal.ts'
import type { Share } from './measures.ts'

/**
 * Limits within which the true rate lies, each with one-sided confidence `confidence`: Wilson's score interval
 * (E. B. Wilson, JASA 22 (1927), 209-212).
 */
export function rateLimits({ hits, of }: Share, confidence = 0.975): { low: number; high: number } {
  const z = normalQuantile(confidence)
  const rate = hits / of
  const centre = rate + (z * z) / (2 * of)
  const spread = z * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  return { low: (centre - spread) / scale, high: (centre + spread) / scale }
}
