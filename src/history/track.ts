import type { Break } from '../model/trend.ts'
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
  /** Numbers of processors, of what is installed (Node, image), and of stretches without a break. */
  machine: Int32Array
  software: Int32Array
  epoch: Int32Array
  breaks: readonly (Break | null)[]
}

const Z95 = 1.959964
/** No interval is narrower than what rounding leaves. */
const LEAST_ERROR = 1e-4

export function trackOf(recorded: Recorded, series: RecordedSeries): Track {
  const { commits, runs } = recorded
  const n = series.at.length
  const pointOf = new Map(Array.from(series.at, (at, i) => [commits[at]!.sha, i]))
  const [machines, programs] = [new Map<string, number>(), new Map<string, number>()]
  const numbered = (known: Map<string, number>, text: string): number => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  }
  const track = {
    value: series.value,
    lastWithoutLog: new Int32Array(n),
    parents: new Int32Array(n),
    links: new Float64Array(n),
    linkErrors: new Float64Array(n),
    machine: new Int32Array(n),
    software: new Int32Array(n),
    epoch: new Int32Array(n),
    breaks: Array.from({ length: n }, (_, i) => breakAt(recorded, series, i)),
  }
  for (let i = 0; i < n; i++) {
    const run = runs[series.run[i]!]!
    const parent = commits[series.at[i]!]!.parent
    const found = Number.isNaN(series.change[i]!) || parent === null ? -1 : (pointOf.get(parent) ?? -1)
    track.parents[i] = found < i ? found : -1
    track.links[i] = series.change[i]!
    track.linkErrors[i] = Math.max((series.changeHigh[i]! - series.changeLow[i]!) / (2 * Z95), LEAST_ERROR)
    track.machine[i] = numbered(machines, run.cpu)
    track.software[i] = numbered(programs, JSON.stringify([run.node, run.image]))
    track.epoch[i] = i === 0 ? 0 : track.epoch[i - 1]! + Number(track.breaks[i] !== null)
    track.lastWithoutLog[i] = series.value[i]! > 0 ? (track.lastWithoutLog[i - 1] ?? -1) : i
  }
  return track
}

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

/** Changes that the intervals are believed without, as many as are then held against them. */
const BELIEVED = 20
const NARROWEST = 0.7
const WIDEST = 3

/**
 * By how much the intervals of changes are too narrow (above 1) or too wide. Those that stopped early are a
 * little too wide by design, and what differs from job to job is in none.
 */
export function linkScale({ parents, links, linkErrors }: Track, from: number, to: number): number {
  const scores: number[] = []
  for (let i = from; i < to; i++) if (parents[i]! >= 0) scores.push(Math.abs(links[i]! / linkErrors[i]!))
  if (scores.length === 0) return 1
  const seen = MAD_TO_SIGMA * medianInPlace(Float64Array.from(scores))
  const together = (BELIEVED + scores.length * seen ** 2) / (BELIEVED + scores.length)
  return Math.min(Math.max(Math.sqrt(together), NARROWEST), WIDEST)
}

/** The sum of changes up to each point; a change that was not measured counts as none. */
export function pathOf({ parents, links }: Track, from: number, to: number): Float64Array {
  const path = new Float64Array(to - from)
  for (let i = from + 1; i < to; i++) {
    path[i - from] = path[i - from - 1]! + (parents[i] === i - 1 ? links[i]! : 0)
  }
  return path
}
