import { centred } from '../stats/centring.ts'
import { findChange, isOffLevel, MINIMUM } from '../stats/change-point.ts'
import { noiseOfDifferences } from '../stats/noise.ts'
import { linkScale, logsOf, pathOf, type Track } from './track.ts'

/** Values in which a change is looked for, and those by which machines are centred. */
const WINDOW = 50
const CONTEXT = 100
/** No series is more precise than this, or a rounding would be a change. */
const LEAST_NOISE = 0.001
/** The smallest changes that are reported: of values, and of what was measured against the parent. */
const LEAST = Math.log(1.02)
const LEAST_LINKED = Math.log(1.01)

/** A confirmed step. Indexes into the points. */
export interface FoundStep {
  at: number
  confirmedAt: number
  /** By how much the level changes, as a logarithm, with its standard error. */
  change: number
  error: number
  isLinked: boolean
}

/**
 * The steps of a series, oldest first. A point is only looked at together with those before it, so that no
 * later run moves or removes what was found: what is confirmed stays.
 */
export function stepsOf(track: Track, scale: number): FoundStep[] {
  const found: FoundStep[] = []
  let last = 0
  for (let newest = MINIMUM; newest < track.value.length; newest++) {
    const change = changeUpTo(track, { newest, last, scale })
    if (change === null) continue
    last = change.at
    const least = change.isLinked ? LEAST_LINKED : LEAST
    if (Math.abs(change.change) >= least) found.push(change)
  }
  return found
}

/** The change that the points from the last one on show, of which `newest` is the newest. */
function changeUpTo(
  track: Track,
  { newest, last, scale }: { newest: number; last: number; scale: number },
): FoundStep | null {
  const end = newest + 1
  const first = Math.max(last, end - WINDOW)
  if (end - first <= MINIMUM) return null
  const start = Math.max(0, end - CONTEXT)
  const { values, sigma } = comparable(track, { start, end, scale })
  const factor = linkScale(track, start, end)
  const size = end - first
  const links = new Float64Array(size).fill(NaN)
  const linkErrors = new Float64Array(size).fill(NaN)
  let isMoved = false
  for (let i = first + 1; i < end; i++) {
    // Where a logarithm has no meaning, neither has that of a change.
    if (track.parents[i] !== i - 1 || track.lastWithoutLog[newest]! >= start) continue
    links[i - first] = track.links[i]!
    linkErrors[i - first] = factor * track.linkErrors[i]!
    isMoved ||= Math.abs(track.links[i]!) >= 2 * linkErrors[i - first]!
  }
  const window = values.subarray(first - start)
  if (!isMoved && !isOffLevel(window, sigma)) return null
  const change = findChange({ values: window, sigma, links, linkErrors })
  return change && { ...change, at: first + change.at, confirmedAt: newest }
}

/** The logarithms of points as if of one machine and one benchmark; NaN: not known of its machine. */
function comparable(track: Track, { start, end, scale }: { start: number; end: number; scale: number }) {
  const usesLog = track.lastWithoutLog[end - 1]! < start
  const logs = logsOf(track.value.subarray(start, end), usesLog ? null : scale)
  const path = usesLog ? pathOf(track, start, end) : new Float64Array(end - start)
  const values = logs.map((log, i) => log - path[i]!)
  const groups = [track.epoch, track.machine, track.software].map((one) => one.subarray(start, end))
  const settled = [...groups, ...groups].reduce<Float64Array>((sofar, group) => centred(sofar, group), values)
  const sigma = Math.max(cautiousNoise(settled.subarray(-WINDOW)), LEAST_NOISE)
  return { values: settled.map((value, i) => value + path[i]!), sigma }
}

/**
 * The noise of some values, more than it looks while there are few: a change must not be found because the
 * first differences happen to be small.
 */
function cautiousNoise(values: Float64Array): number {
  const differences = values.reduce((count, value) => count + Number(!Number.isNaN(value)), -1)
  if (differences < 1) return Infinity
  return noiseOfDifferences(values) * (1 + (FEW / differences) ** 1.5)
}
const FEW = 6
