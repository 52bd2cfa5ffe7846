import { median } from 'simple-statistics'
import { MINIMUM, OUTLIER } from './change-point.ts'
import { MAD_TO_SIGMA, medianInPlace, noiseOfDifferences } from './noise.ts'
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

/**
 * Whether one line describes values better than steps that follow each other in one direction, so that the
 * last of them, at `steps.at(-1)`, is no event of its own. Costs are those of `isStepLike` with the noise
 * given. For one step the contest is even, as there; each further one costs 2 ln n, which is what its place
 * and its size are worth by Schwarz's criterion. Neither may a step on top of the line be worth that much: a
 * large one in a creeping series is.
 *
 * Source: G. Schwarz, "Estimating the Dimension of a Model", Annals of Statistics 6 (1978), 461-464.
 */
export function isPartOfLine(
  x: readonly number[],
  y: readonly number[],
  steps: readonly number[],
  sigma: number,
): boolean {
  const levelOf = (place: number): number => steps.filter((step) => step <= place).length
  const levels = x.map(levelOf)
  const sides = levels.map((level) => Number(level === steps.length))
  const whole = sides.map(() => 0)
  const costWith = (groups: readonly number[], slope: number): number =>
    [...Map.groupBy(groups.keys(), (i) => groups[i]!).values()].reduce(
      (sum, places) => sum + cost(offMedian(places.map((i) => y[i]! - slope * x[i]!)), sigma),
      0,
    )
  const line = costWith(whole, slopeWithin(x, y, whole))
  const more = 2 * Math.log(x.length)
  return (
    line <= costWith(levels, 0) + (steps.length - 1) * more &&
    line <= costWith(sides, slopeWithin(x, y, sides)) + more
  )
}

/** The median slope between two values of one group. */
function slopeWithin(x: readonly number[], y: readonly number[], groups: readonly number[]): number {
  const slopes = new Float64Array((x.length * (x.length - 1)) / 2)
  let count = 0
  for (let j = 1; j < x.length; j++) {
    for (let i = 0; i < j; i++)
      if (groups[i] === groups[j]) slopes[count++] = (y[j]! - y[i]!) / (x[j]! - x[i]!)
  }
  return medianInPlace(slopes.subarray(0, count))
}
