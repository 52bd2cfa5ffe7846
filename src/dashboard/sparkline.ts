import { rounded } from './rounded.ts'

const MOST = 60

/**
 * The course of a trend in a few values, oldest first: each the middle one of as many neighbours, so that a
 * step long ago is in it and one odd run is not.
 */
export function sparklineOf(values: readonly number[]): number[] {
  const size = Math.max(1, Math.ceil(values.length / MOST))
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) =>
    rounded(middle(values.slice(i * size, (i + 1) * size))),
  )
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
