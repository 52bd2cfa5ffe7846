import { centredByAll } from '../stats/centring.ts'
import { type ChangePoint, findChange, isOffLevel, linkLimit, MINIMUM } from '../stats/change-point.ts'
import { noiseOfDifferences } from '../stats/noise.ts'
import { linkScale, logsOf, pathOf, type Track, valueOf } from './track.ts'

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
  /** False where the logarithm is the generalised one. */
  isLog: boolean
}

/**
 * The steps of a series, oldest first. A point is only looked at together with those before it, so that no
 * later run moves or removes what was found: what is confirmed stays.
 */
export function stepsOf(track: Track, scale: number): FoundStep[] {
  const found: FoundStep[] = []
  const logs = numbersOf(track, null)
  // Few series have values at or below zero, and those have few stretches without.
  const others = track.lastWithoutLog.at(-1) === -1 ? logs : numbersOf(track, scale)
  let last = 0
  for (let newest = MINIMUM; newest < track.value.length; newest++) {
    const isLog = track.lastWithoutLog[newest]! < Math.max(0, newest + 1 - CONTEXT)
    const change = changeUpTo(track, isLog ? logs : others, { newest, last })
    if (change === null) continue
    last = change.at
    if (isReported(change, isLog ? null : scale)) {
      const { level: _, ...step } = change
      found.push({ ...step, isLog, confirmedAt: newest })
    }
  }
  return found
}

/** Near zero, where nothing has a percentage, a step is as large as what does not count as zero. */
function isReported({ level, change, isLinked }: ChangePoint, scale: number | null): boolean {
  if (Math.abs(change) < (isLinked ? LEAST_LINKED : LEAST)) return false
  return scale === null || Math.abs(valueOf(level + change, scale) - valueOf(level, scale)) >= scale
}

interface Numbers {
  /** Values as logarithms, less what was measured against parents. */
  rest: Float64Array
  /** The sum of that; zero where a logarithm has no meaning, since that of a change has none either. */
  path: Float64Array
  hasLinks: boolean
}

function numbersOf(track: Track, scale: number | null): Numbers {
  const logs = logsOf(track.value, scale)
  const path = scale === null ? pathOf(track) : new Float64Array(logs.length)
  return { rest: logs.map((log, i) => log - path[i]!), path, hasLinks: scale === null }
}

/** The change that the points from the last one on show, of which `newest` is the newest. */
function changeUpTo(
  track: Track,
  { rest, path, hasLinks }: Numbers,
  { newest, last }: { newest: number; last: number },
): ChangePoint | null {
  const end = newest + 1
  const first = Math.max(last, end - WINDOW)
  if (end - first <= MINIMUM) return null
  const start = Math.max(0, end - CONTEXT)
  // As if of one machine and one benchmark; NaN: too little is known of its machine.
  const settled = centredByAll(
    rest.subarray(start, end),
    [track.epoch, track.machine, track.software].map((groups) => groups.subarray(start, end)),
  )
  const sigma = Math.max(cautiousNoise(settled.subarray(-WINDOW)), LEAST_NOISE)
  const values = settled.slice(first - start)
  for (let i = first; i < end; i++) values[i - first]! += path[i]!
  const series = track.series[newest]!
  const { links, linkErrors, isMoved } = linksIn(track, { start, first, end, hasLinks, series })
  if (!isMoved && !isOffLevel(values, sigma)) return null
  const change = findChange({
    values,
    sigma,
    links,
    linkErrors,
    series,
    barred: barredIn(track, first, end),
  })
  return change && { ...change, at: first + change.at }
}

/** Points before which Node, the image or the benchmark was another. */
function barredIn({ software, epoch }: Track, first: number, end: number): Uint8Array {
  const barred = new Uint8Array(end - first)
  for (let i = first + 1; i < end; i++)
    barred[i - first] = Number(software[i] !== software[i - 1] || epoch[i] !== epoch[i - 1])
  return barred
}

interface LinkQuestion {
  start: number
  first: number
  end: number
  hasLinks: boolean
  series: number
}

/** Changes that were measured against the point before, and whether one of them is a step by itself. */
function linksIn(
  track: Track,
  { start, first, end, hasLinks, series }: LinkQuestion,
): { links: Float64Array; linkErrors: Float64Array; isMoved: boolean } {
  const links = new Float64Array(end - first).fill(NaN)
  const linkErrors = new Float64Array(end - first).fill(NaN)
  let isMoved = false
  if (!hasLinks || !hasLink(track, first + 1, end)) return { links, linkErrors, isMoved }
  const factor = linkScale(track, start, end)
  const limit = linkLimit(series)
  for (let i = first + 1; i < end; i++) {
    if (track.parents[i] !== i - 1) continue
    links[i - first] = track.links[i]!
    linkErrors[i - first] = factor * track.linkErrors[i]!
    isMoved ||= Math.abs(links[i - first]!) >= limit * linkErrors[i - first]!
  }
  return { links, linkErrors, isMoved }
}

function hasLink({ parents }: Track, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (parents[i] === i - 1) return true
  return false
}

/**
 * The noise of some values, more than it looks while there are few: a change must not be found because the
 * first differences happen to be small.
 */
function cautiousNoise(values: Float64Array): number {
  let differences = -1
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) differences++
  if (differences < 1) return Infinity
  return noiseOfDifferences(values) * (1 + (FEW / differences) ** 1.5)
}
const FEW = 6
