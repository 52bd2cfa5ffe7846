import { gammaln } from 'simple-statistics'
import { incompleteBeta } from './incomplete-beta.ts'
import { normalCdf, normalQuantile } from './normal.ts'

/**
 * From here on the normal distribution differs by less than 1e-4 of the probability, out to ten standard
 * deviations.
 */
const ALMOST_NORMAL = 1e8

function checkDegrees(df: number): void {
  if (!(df > 0)) throw new RangeError(`degrees of freedom are above zero, got ${df}`)
}

/**
 * Probability that a variable with Student's t distribution is above t (any number, infinities included);
 * `df` > 0, whole or not, Infinity for the normal distribution. Throws a RangeError on other degrees of
 * freedom.
 *
 * Source: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.7.1 and 26.5.27.
 */
export function studentTail(t: number, df: number): number {
  checkDegrees(df)
  if (df >= ALMOST_NORMAL) return normalCdf(-t)
  const half = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2
  return t > 0 ? half : 1 - half
}

/**
 * Quantile of Student's t distribution for a probability within (0, 1); 0 and 1 give the infinities. Throws a
 * RangeError on any other probability and on degrees of freedom that are not above zero. Relative error about
 * 1e-9.
 *
 * The tail is convex above zero, and heavier than that of the normal: Newton's steps from the normal quantile
 * all go upwards and cannot overshoot.
 */
export function studentQuantile(probability: number, df: number): number {
  checkDegrees(df)
  const normal = normalQuantile(probability)
  if (df >= ALMOST_NORMAL || !Number.isFinite(normal) || normal === 0) return normal
  const tail = Math.min(probability, 1 - probability)
  const front = Math.exp(gammaln((df + 1) / 2) - gammaln(df / 2)) / Math.sqrt(df * Math.PI)
  let t = Math.abs(normal)
  // Far out one step multiplies t by 1 + 1/df, near the end it doubles the digits; a hundred are never needed
  // for a level in use.
  for (let i = 0; i < 1000; i++) {
    const density = front * (1 + (t * t) / df) ** (-(df + 1) / 2)
    const step = (studentTail(t, df) - tail) / density
    t += step
    if (Math.abs(step) <= 1e-13 * t) break
  }
  return probability < 0.5 ? -t : t
}
