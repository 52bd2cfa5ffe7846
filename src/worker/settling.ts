import { quantile } from '../stats/quantile.ts'

const SEGMENT_NS = 10e6
/** Fewer samples have no lower quartile to speak of. */
const LEAST_SAMPLES = 4
const LEAST_SEGMENTS = 6
/** A segment this much slower than the end of the trace belongs to the time before. */
const SLOWER = 1.05
/** Share of segments that may be slower by accident: a collection, a neighbour on the machine. */
const ACCIDENTS = 0.1

/**
 * When a benchmark that started cold ran as fast as at the end of its trace, in ms from the start; null where the trace is too
 * short to say, or has no steady end. V8 moves a function to its next compiler when it is through with the last one, and
 * a loop that never returns may wait a tenth of a second for that: a window in which it happens in some processes and not
 * in others measures chance.
 *
 * `timesNs` are times per call in the order of time, each the mean of `batch` calls.
 */
export function settledAfterMs(timesNs: Float64Array, batch: number): number | null {
  const levels = levelsOf(timesNs, batch)
  if (levels.length < LEAST_SEGMENTS) return null
  const end = levels.slice(-Math.ceil(levels.length / 3))
  const limit = SLOWER * quantile(end, 0.5)
  const isSteadyFrom = (start: number): boolean => {
    const rest = levels.slice(start)
    return rest.filter((level) => level > limit).length <= ACCIDENTS * rest.length
  }
  if (!isSteadyFrom(levels.length - end.length)) return null
  const first = levels.findIndex((level, i) => level <= limit && isSteadyFrom(i))
  return (first * SEGMENT_NS) / 1e6
}

/** Lower quartiles of stretches of ten milliseconds: what else the machine did should not count. */
function levelsOf(timesNs: Float64Array, batch: number): number[] {
  const levels: number[] = []
  let segment: number[] = []
  let lengthNs = 0
  for (const ns of timesNs) {
    segment.push(ns)
    lengthNs += ns * batch
    if (lengthNs < SEGMENT_NS) continue
    if (segment.length >= LEAST_SAMPLES) levels.push(quantile(segment, 0.25))
    segment = []
    lengthNs = 0
  }
  return levels
}
