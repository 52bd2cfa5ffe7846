import type { TrendPoint } from '../model/trend.ts'
import { rounded } from './rounded.ts'

const MOST = 60

/**
 * The points that can be compared with the newest as a few values, oldest first: each the middle one of as
 * many neighbours, so that a step long ago is in it and one odd run is not.
 */
export function sparklineOf(points: readonly TrendPoint[]): number[] {
  const since = points.slice(
    Math.max(
      0,
      points.findLastIndex((point) => point.break !== null),
    ),
  )
  // Levels are on one processor; values of several are no line.
  const levels = since.at(-1)?.level == null ? [] : since.flatMap(({ level }) => level?.value ?? [])
  const values = levels.length > 0 ? levels : since.map(({ value }) => value)
  const size = Math.max(1, Math.ceil(values.length / MOST))
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) =>
    rounded(middle(values.slice(i * size, (i + 1) * size))),
  )
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
