import type { Break } from '../model/trend.ts'
import { Z95 } from '../stats/change-point.ts'
import type { Link } from '../stats/fusion.ts'
import { MAD_TO_SIGMA, medianInPlace } from '../stats/noise.ts'
import type { Recorded, RecordedSeries } from './recorded.ts'

/** A series as numbers that levels and steps are worked out from: one row a point, oldest first. */
export interface Track {
  value: Float64Array
  /** The nearest point up to each one, itself included, whose value has no logarithm; -1: there is none. */
  lastWithoutLog: Int32Array
  /** Index of the point of the parent from which the change was measured; -1: none. */
  parents: Int32Array
  /** The change from it as a logarithm, and its standard error; NaN: not measured. */
  links: Float64Array
  linkErrors: Float64Array
  /** Changes from pinned commits further back, between which no break lies. They are for the level alone. */
  anchors: readonly Link[]
  /** Numbers of processors, of what is installed (Node, image), and of stretches without a break. */
  machine: Int32Array
  software: Int32Array
  epoch: Int32Array
  breaks: readonly (Break | null)[]
  /** Benchmarks that were measured together with this one. */
  series: Int32Array
}

/** No interval is narrower than what rounding leaves. */
const LEAST_ERROR = 1e-4

export function trackOf(recorded: Recorded, series: RecordedSeries): Track {
  const { parents, machines, software } = recorded
  const n = series.at.length
  const pointOf = new Int32Array(parents.length).fill(-1)
  for (let i = 0; i < n; i++) pointOf[series.at[i]!] = i
  const track: Track = {
    value: series.value,
    lastWithoutLog: new Int32Array(n),
    parents: new Int32Array(n),
    links: new Float64Array(n),
    linkErrors: new Float64Array(n),
    anchors: [],
    machine: new Int32Array(n),
    software: new Int32Array(n),
    epoch: new Int32Array(n),
    series: series.at.map((at) => recorded.benchmarks[at]!),
    breaks: Array.from({ length: n }, (_, i) => breakAt(recorded, series, i)),
  }
  for (let i = 0; i < n; i++) {
    const run = series.run[i]!
    const parent = parents[series.at[i]!]!
    const found = Number.isNaN(series.change[i]!) || parent < 0 ? -1 : pointOf[parent]!
    track.parents[i] = found < i ? found : -1
    track.links[i] = series.change[i]!
    track.linkErrors[i] = errorOf(series.changeLow[i]!, series.changeHigh[i]!)
    track.machine[i] = machines[run]!
    track.software[i] = software[run]!
    track.epoch[i] = i === 0 ? 0 : track.epoch[i - 1]! + Number(track.breaks[i] !== null)
    track.lastWithoutLog[i] = series.value[i]! > 0 ? (i === 0 ? -1 : track.lastWithoutLog[i - 1]!) : i
  }
  if (series.anchors.size > 0) track.anchors = anchorsOf(recorded, series, track)
  return track
}

function anchorsOf({ commits }: Recorded, series: RecordedSeries, { epoch }: Track): Link[] {
  const pointOf = new Map(Array.from(series.at, (at, i) => [commits[at]!.sha, i]))
  return [...series.anchors].flatMap(([to, { sha, log, low, high }]) => {
    const from = pointOf.get(sha) ?? to
    // It was measured with the suite and settings of its newer end, and does not apply across a break.
    if (from >= to || epoch[from] !== epoch[to]) return []
    return [{ from, to, difference: log, error: errorOf(low, high) }]
  })
}

const errorOf = (low: number, high: number): number => Math.max((high - low) / (2 * Z95), LEAST_ERROR)

/** Why a point cannot be compared with the one before it; null: it can. */
function breakAt({ runs }: Recorded, series: RecordedSeries, i: number): Break | null {
  if (i === 0) return null
  const [run, former] = [runs[series.run[i]!]!, runs[series.run[i - 1]!]!]
  if (run.importedFrom !== former.importedFrom) return 'tool'
  if (series.units[i] !== series.units[i - 1]) return 'unit'
  if (series.edited[i] === 1) return 'edited'
  return run.config === former.config ? null : 'settings'
}

/**
 * The values of points as logarithms. A series that may be zero or below (the growth of a heap, a number of
 * errors) has the generalised logarithm asinh(x / 2s): that of x / s for values well beyond the scale s, and
 * x / 2s near zero.
 *
 * Source: B. P. Durbin, J. S. Hardin, D. M. Hawkins and D. M. Rocke, "A variance-stabilizing transformation
 * for gene-expression microarray data", Bioinformatics 18 (2002), S105-S110.
 */
export function logsOf(values: Float64Array, scale: number | null): Float64Array {
  return values.map(scale === null ? Math.log : (value) => Math.asinh(value / (2 * scale)))
}

/** The value of which `log` is the logarithm of `logsOf`. */
export const valueOf = (log: number, scale: number | null): number =>
  scale === null ? Math.exp(log) : 2 * scale * Math.sinh(log)

/** The stated intervals weigh as much as so many observed changes. */
const BELIEVED = 20
const NARROWEST = 0.7
const WIDEST = 3

/**
 * The factor by which the intervals of changes are too narrow (above 1) or too wide. Intervals of comparisons
 * that stopped early are a little too wide by design, and none includes what differs from job to job.
 */
export function linkScale({ parents, links, linkErrors }: Track, from: number, to: number): number {
  const scores = new Float64Array(to - from)
  let count = 0
  for (let i = from; i < to; i++) if (parents[i]! >= 0) scores[count++] = Math.abs(links[i]! / linkErrors[i]!)
  if (count === 0) return 1
  const seen = MAD_TO_SIGMA * medianInPlace(scores.subarray(0, count))
  const together = (BELIEVED + count * seen ** 2) / (BELIEVED + count)
  return Math.min(Math.max(Math.sqrt(together), NARROWEST), WIDEST)
}

/** The sum of changes up to each point; a change that was not measured counts as none. */
export function pathOf({ parents, links }: Track): Float64Array {
  const path = new Float64Array(links.length)
  for (let i = 1; i < path.length; i++) path[i] = path[i - 1]! + (parents[i] === i - 1 ? links[i]! : 0)
  return path
}
