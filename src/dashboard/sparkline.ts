import { rounded } from './rounded.ts'

const MOST = 60

/**
 * A trend in a few values, oldest first. Each is the median of equally many neighbours, so that an old step
 * shows and a single odd run does not.
 */
export function sparklineOf(values: readonly number[]): number[] {
  const size = Math.max(1, Math.ceil(values.length / MOST))
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) =>
    rounded(middle(values.slice(i * size, (i + 1) * size))),
  )
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
