import { median } from 'simple-statistics'
import { MINIMUM, OUTLIER } from './change-point.ts'
import { MAD_TO_SIGMA, noiseOfDifferences } from './noise.ts'
import type { Line } from './theil-sen.ts'

/**
 * Whether a single step between two medians describes the values better than the line does, by the sum of
 * squares, each cut at three standard deviations; better by more than `handicap`. `x` ascends, six places
 * or more.
 *
 * The step has a parameter more, and steps are far more frequent than lines: one makes up for the other. With
 * a handicap of 4 ln n, as change points have, most steps of 5 % at 3 % of noise would pass for lines.
 */
export function isStepLike(x: readonly number[], y: readonly number[], line: Line, handicap = 0): boolean {
  const offLine = y.map((value, i) => value - line.at(x[i]!))
  const steps = splits(y.length).map((at) => [...offMedian(y.slice(0, at)), ...offMedian(y.slice(at))])
  // Exact values often equal the one before.
  const sigma = noiseOfDifferences(Float64Array.from(y)) || Math.min(...[offLine, ...steps].map(typical))
  return Math.min(...steps.map((off) => cost(off, sigma))) + handicap < cost(offLine, sigma)
}

const splits = (n: number): number[] => Array.from({ length: n - 2 * MINIMUM + 1 }, (_, i) => i + MINIMUM)

function offMedian(values: readonly number[]): number[] {
  const centre = median([...values])
  return values.map((value) => value - centre)
}

const typical = (off: readonly number[]): number => MAD_TO_SIGMA * median(off.map(Math.abs))

const cost = (off: readonly number[], sigma: number): number =>
  off.reduce((sum, value) => sum + (value === 0 ? 0 : Math.min((value / sigma) ** 2, OUTLIER)), 0)
