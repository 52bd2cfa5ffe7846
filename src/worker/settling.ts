import { quantile } from '../stats/quantile.ts'

const SEGMENT_NS = 10e6
/** Fewer samples have no meaningful lower quartile. */
const LEAST_SAMPLES = 4
const LEAST_SEGMENTS = 6
/** A segment slower than the end of the trace by this factor belongs to the time before it settled. */
const SLOWER = 1.05
/** Fraction of segments that may be slow by accident: a garbage collection, or other load on the machine. */
const ACCIDENTS = 0.1

/**
 * The time after which a benchmark that started cold had reached its speed at the end of the trace, in ms
 * from the start. Null where the trace is too short to say, or has no steady end. V8 moves a function to its
 * next compiler once the last one is done, and a loop that never returns may wait a tenth of a second for
 * that: a window in which it happens in some processes and not in others measures chance.
 *
 * `timesNs` are times per call in the order of time, each the mean of `batch` calls.
 */
export function settledAfterMs(timesNs: Float64Array, batch: number): number | null {
  const segments = segmentsOf(timesNs, batch)
  if (segments.length < LEAST_SEGMENTS) return null
  const end = segments.slice(-Math.ceil(segments.length / 3))
  const limit =
    SLOWER *
    quantile(
      end.map(({ level }) => level),
      0.5,
    )
  const isSteadyFrom = (start: number): boolean => {
    const rest = segments.slice(start)
    return rest.filter(({ level }) => level > limit).length <= ACCIDENTS * rest.length
  }
  if (!isSteadyFrom(segments.length - end.length)) return null
  return segments.find(({ level }, i) => level <= limit && isSteadyFrom(i))!.startNs / 1e6
}

interface Segment {
  startNs: number
  /** Lower quartile of the times per call, in ns, which other load on the machine hardly affects. */
  level: number
}

/** Segments of ten milliseconds. */
function segmentsOf(timesNs: Float64Array, batch: number): Segment[] {
  const segments: Segment[] = []
  let times: number[] = []
  let startNs = 0
  let endNs = 0
  for (const ns of timesNs) {
    times.push(ns)
    endNs += ns * batch
    if (endNs - startNs < SEGMENT_NS) continue
    if (times.length >= LEAST_SAMPLES) segments.push({ startNs, level: quantile(times, 0.25) })
    times = []
    startNs = endNs
  }
  return segments
}
