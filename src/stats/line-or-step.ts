import { median } from 'simple-statistics'
import type { Line } from './theil-sen.ts'

const SHORTEST_SEGMENT = 3
/** What a value costs that is three standard deviations off, or further. */
const WORST = 9

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
  const sigma = spread(y) || Math.min(...[offLine, ...steps].map(typical))
  return Math.min(...steps.map((off) => cost(off, sigma))) + handicap < cost(offLine, sigma)
}

const splits = (n: number): number[] =>
  Array.from({ length: n - 2 * SHORTEST_SEGMENT + 1 }, (_, i) => i + SHORTEST_SEGMENT)

function offMedian(values: readonly number[]): number[] {
  const centre = median([...values])
  return values.map((value) => value - centre)
}

const typical = (off: readonly number[]): number => 1.4826 * median(off.map(Math.abs))

/** The standard deviation of a value, from neighbours: no trend and few steps are in it. */
const spread = (y: readonly number[]): number =>
  typical(offMedian(y.slice(1).map((value, i) => value - y[i]!))) / Math.SQRT2

const cost = (off: readonly number[], sigma: number): number =>
  off.reduce((sum, value) => sum + (value === 0 ? 0 : Math.min((value / sigma) ** 2, WORST)), 0)
