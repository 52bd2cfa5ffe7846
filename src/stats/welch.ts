import { mean, sampleStandardDeviation } from 'simple-statistics'
import { studentQuantile, studentTail } from './student.ts'

/**
 * A number that was estimated: its standard error, and how many degrees of freedom that error rests on
 * (Infinity: it is known).
 */
export interface Estimate {
  value: number
  error: number
  df: number
}

/**
 * The mean of at least two values, with the error that follows from how they differ. Throws a RangeError on
 * fewer.
 */
export function meanEstimate(values: readonly number[]): Estimate {
  if (values.length < 2) throw new RangeError(`an error needs at least two values, got ${values.length}`)
  const data = [...values]
  return {
    value: mean(data),
    error: sampleStandardDeviation(data) / Math.sqrt(data.length),
    df: data.length - 1,
  }
}

/**
 * `head` - `base` of two independent estimates whose errors may differ. `unseen` is a standard error of the
 * difference that neither of the two shows and that is taken as known (0 for none).
 *
 * Source: B. L. Welch, "The Generalization of Student's Problem", Biometrika 34 (1947), 28-35; degrees of
 * freedom by F. E. Satterthwaite, "An Approximate Distribution of Estimates of Variance Components",
 * Biometrics Bulletin 2 (1946), 110-114.
 */
export function difference(base: Estimate, head: Estimate, unseen = 0): Estimate {
  const variance = base.error ** 2 + head.error ** 2 + unseen ** 2
  const doubt = base.error ** 4 / base.df + head.error ** 4 / head.df
  return {
    value: head.value - base.value,
    error: Math.sqrt(variance),
    df: doubt > 0 ? variance ** 2 / doubt : Infinity,
  }
}

/** Two-sided interval of an estimate at a level within (0, 1). */
export function interval({ value, error, df }: Estimate, level: number): { low: number; high: number } {
  // Known without error: any quantile times nothing.
  const reach = error === 0 ? 0 : studentQuantile((1 + level) / 2, df) * error
  return { low: value - reach, high: value + reach }
}

/** One-sided p-value of "the true value is at most `limit`". */
export function pAbove({ value, error, df }: Estimate, limit: number): number {
  if (error === 0) return value > limit ? 0 : 1
  return studentTail((value - limit) / error, df)
}
