import { centredByAll } from '../stats/centring.ts'
import { type ChangePoint, findChange, isOffLevel, linkLimit, MINIMUM } from '../stats/change-point.ts'
import { isPartOfLine } from '../stats/line-or-step.ts'
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
  /** Whether it only goes on with a creep that the step before began or went on with. */
  isFolded: boolean
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
  let way: Way | null = null
  for (let newest = MINIMUM; newest < track.value.length; newest++) {
    const isLog = track.lastWithoutLog[newest]! < Math.max(0, newest + 1 - CONTEXT)
    const numbers = isLog ? logs : others
    const change = changeUpTo(track, numbers, { newest, last })
    if (change === null) continue
    way = wayWith(way, change, last)
    const isFolded =
      way.isReported && !isMeasured(track, change, newest) && creeps(track, numbers, newest, way)
    if (!isFolded) way = { ...way, start: last, steps: [change.at] }
    last = change.at
    // Parts of a creep count however small they are: together they are what it changed.
    if (!isFolded && !isReported(change, isLog ? null : scale)) continue
    way.isReported = true
    const { level: _, ...step } = change
    found.push({ ...step, isFolded, isLog, confirmedAt: newest })
  }
  return found
}

/** Changes in one direction that follow each other. */
interface Way {
  sign: number
  /** Whether one of them is reported. */
  isReported: boolean
  /** Those that may be one creep, and the first point on the level before them. */
  start: number
  steps: readonly number[]
}

function wayWith(way: Way | null, { at, change }: ChangePoint, last: number): Way {
  const sign = Math.sign(change)
  if (way === null || way.sign !== sign) return { sign, isReported: false, start: last, steps: [at] }
  return { ...way, steps: [...way.steps, at] }
}

/** Values among which creep is looked for, as `creep.ts` does. */
const CREEP_WINDOW = 60

/** Whether the newest values are a creep rather than steps, of which the newest change is the last. */
function creeps(track: Track, { rest, path }: Numbers, newest: number, { start, steps }: Way): boolean {
  const end = newest + 1
  const { first, settled } = settledUpTo(track, rest, end)
  const x: number[] = []
  const y: number[] = []
  for (let i = Math.max(first, start, end - CREEP_WINDOW); i < end; i++) {
    if (Number.isNaN(settled[i - first]!)) continue
    x.push(i)
    y.push(settled[i - first]! + path[i]!)
  }
  return isPartOfLine(
    x,
    y,
    steps.filter((at) => at > x[0]!),
    noiseOf(settled),
  )
}

/** Whether a change is one that was measured against the parent, and beyond doubt without any value. */
function isMeasured(track: Track, { at, isLinked }: ChangePoint, newest: number): boolean {
  const factor = linkScale(track, Math.max(0, newest + 1 - CONTEXT), newest + 1)
  const limit = linkLimit(track.series[newest]!) * factor * track.linkErrors[at]!
  return isLinked && Math.abs(track.links[at]!) >= limit
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
  const { first: start, settled } = settledUpTo(track, rest, end)
  const sigma = noiseOf(settled)
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

/** The newest values as if of one machine and one benchmark; NaN: too little is known of its machine. */
function settledUpTo(
  track: Track,
  rest: Float64Array,
  end: number,
): { first: number; settled: Float64Array } {
  const first = Math.max(0, end - CONTEXT)
  const groupings = [track.epoch, track.machine, track.software].map((groups) => groups.subarray(first, end))
  return { first, settled: centredByAll(rest.subarray(first, end), groupings) }
}

const noiseOf = (settled: Float64Array): number =>
  Math.max(cautiousNoise(settled.subarray(-WINDOW)), LEAST_NOISE)

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
