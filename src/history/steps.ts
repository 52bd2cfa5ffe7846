import { centredByAll } from '../stats/centring.ts'
import { type ChangePoint, findChange, isOffLevel, linkLimit, MINIMUM } from '../stats/change-point.ts'
import { isPartOfLine } from '../stats/line-or-step.ts'
import { medianOf, noiseOfDeviation, noiseOfDifferences } from '../stats/noise.ts'
import { SortedWindow } from '../stats/sorted-window.ts'
import { linkScale, logsOf, pathOf, type Track, valueOf } from './track.ts'

/** How many values are searched for a change, and by how many points machines are centred. */
const WINDOW = 50
const CONTEXT = 100
/** The least noise of any series: with less, a rounding error would be a change. */
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
  /** Whether it only continues a creep to which the step before belongs. */
  isFolded: boolean
  /** False where the logarithm is the generalised one. */
  isLog: boolean
}

/**
 * The steps of a series, oldest first. A point is only looked at together with those before it, so that no
 * later run moves or removes what was found: what is confirmed stays.
 */
export function stepsOf(track: Track, scale: number | null): FoundStep[] {
  const found: FoundStep[] = []
  const search = searchOf(track)
  const logs = numbersOf(track, null)
  // Few series have values at or below zero, and those have few stretches without.
  const others = track.lastWithoutLog.at(-1) === -1 ? logs : numbersOf(track, scale)
  let last = 0
  let way: Way | null = null
  for (let newest = MINIMUM; newest < track.value.length; newest++) {
    const isLog = track.lastWithoutLog[newest]! < Math.max(0, newest + 1 - CONTEXT)
    const numbers = isLog ? logs : others
    const change = changeUpTo(search, numbers, { newest, last })
    if (change === null) continue
    way = wayWith(way, change, last)
    const isFolded =
      way.isReported && !isMeasured(track, change, newest) && creeps(search, numbers, newest, way)
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

/** A series with what is looked up at each of its points. */
interface Search {
  track: Track
  /** The first point up to each one from which on machine, software and benchmark were the same. */
  alikeFrom: Int32Array
  /** The nearest point up to each one with a change from the point before; -1: there is none. */
  lastLink: Int32Array
  /** Differences of neighbours, and values, as many as are looked at. */
  differences: SortedWindow
  level: SortedWindow
}

function searchOf(track: Track): Search {
  const { epoch, machine, software, parents } = track
  const alikeFrom = new Int32Array(parents.length)
  const lastLink = new Int32Array(parents.length).fill(-1)
  for (let i = 1; i < parents.length; i++) {
    const isAlike =
      epoch[i] === epoch[i - 1] && machine[i] === machine[i - 1] && software[i] === software[i - 1]
    alikeFrom[i] = isAlike ? alikeFrom[i - 1]! : i
    lastLink[i] = parents[i] === i - 1 ? i : lastLink[i - 1]!
  }
  const [differences, level] = [new SortedWindow(WINDOW), new SortedWindow(WINDOW)]
  return { track, alikeFrom, lastLink, differences, level }
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
function creeps({ track }: Search, { rest, path }: Numbers, newest: number, { start, steps }: Way): boolean {
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

/** Whether a change from a parent is certain by itself, without any value. */
function isMeasured(track: Track, { at, isLinked }: ChangePoint, newest: number): boolean {
  const factor = linkScale(track, Math.max(0, newest + 1 - CONTEXT), newest + 1)
  const limit = linkLimit(track.series[newest]!) * factor * track.linkErrors[at]!
  return isLinked && Math.abs(track.links[at]!) >= limit
}

/** Near zero, where percentages make no sense, a step is at least as large as the scale of the logarithm. */
function isReported({ level, change, isLinked }: ChangePoint, scale: number | null): boolean {
  if (Math.abs(change) < (isLinked ? LEAST_LINKED : LEAST)) return false
  return scale === null || Math.abs(valueOf(level + change, scale) - valueOf(level, scale)) >= scale
}

interface Numbers {
  /** Values as logarithms, less what was measured against parents. */
  rest: Float64Array
  /** The sum of that; zero where a logarithm has no meaning, since that of a change has none either. */
  path: Float64Array
  /** Both together. */
  whole: Float64Array
  /** The difference of each of these remainders from the one before. */
  differences: Float64Array
  hasLinks: boolean
}

function numbersOf(track: Track, scale: number | null): Numbers {
  const logs = logsOf(track.value, scale)
  const path = scale === null ? pathOf(track) : new Float64Array(logs.length)
  const rest = logs.map((log, i) => log - path[i]!)
  const whole = rest.map((value, i) => value + path[i]!)
  const differences = rest.map((value, i) => value - rest[i - 1]!)
  return { rest, path, whole, differences, hasLinks: scale === null }
}

/** The change that the points from the last one on show, of which `newest` is the newest. */
function changeUpTo(
  search: Search,
  numbers: Numbers,
  { newest, last }: { newest: number; last: number },
): ChangePoint | null {
  const { track, alikeFrom } = search
  const end = newest + 1
  const first = Math.max(last, end - WINDOW)
  if (end - first <= MINIMUM) return null
  const start = Math.max(0, end - CONTEXT)
  const isAlike = alikeFrom[newest]! <= start
  const { values, sigma, level } = isAlike
    ? alikeUpTo(search, numbers, first, end)
    : centredUpTo(track, numbers, first, end)
  const series = track.series[newest]!
  const { links, linkErrors, isMoved } = linksIn(search, {
    start,
    first,
    end,
    hasLinks: numbers.hasLinks,
    series,
  })
  if (!isMoved && !isOffLevel(values, sigma, level)) return null
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

interface Values {
  values: Float64Array
  sigma: number
  /** Their median. */
  level: number
}

/** Values of one machine and one benchmark: the newest comes to those that were looked at before. */
function alikeUpTo({ differences, level }: Search, numbers: Numbers, first: number, end: number): Values {
  differences.moveTo(numbers.differences, Math.max(0, end - WINDOW) + 1, end)
  level.moveTo(numbers.whole, first, end)
  const noise = noiseOfDeviation(differences.deviation())
  return {
    values: numbers.whole.subarray(first, end),
    sigma: Math.max(cautious(noise, differences.size), LEAST_NOISE),
    level: level.median(),
  }
}

function centredUpTo(track: Track, { rest, path }: Numbers, first: number, end: number): Values {
  const { first: start, settled } = settledUpTo(track, rest, end)
  const values = settled.slice(first - start)
  for (let i = first; i < end; i++) values[i - first]! += path[i]!
  return { values, sigma: noiseOf(settled), level: medianOf(values) }
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

function noiseOf(settled: Float64Array): number {
  const newest = settled.subarray(-WINDOW)
  let differences = -1
  for (let i = 0; i < newest.length; i++) if (!Number.isNaN(newest[i]!)) differences++
  return Math.max(cautious(noiseOfDifferences(newest), differences), LEAST_NOISE)
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

/** Of stretches of each length without a change that was measured. */
const NONE = Array.from({ length: WINDOW + 1 }, (_, length) => new Float64Array(length).fill(NaN))

/** Changes that were measured against the point before, and whether one of them is a step by itself. */
function linksIn(
  { track, lastLink }: Search,
  { start, first, end, hasLinks, series }: LinkQuestion,
): { links: Float64Array; linkErrors: Float64Array; isMoved: boolean } {
  if (!hasLinks || lastLink[end - 1]! <= first) {
    const none = NONE[end - first]!
    return { links: none, linkErrors: none, isMoved: false }
  }
  const links = new Float64Array(end - first).fill(NaN)
  const linkErrors = new Float64Array(end - first).fill(NaN)
  let isMoved = false
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

/**
 * The noise of some values. While there are few it is enlarged, so that no change is found only because the
 * first differences happen to be small.
 */
const cautious = (noise: number, differences: number): number =>
  differences < 1 ? Infinity : noise * (1 + (FEW / differences) ** 1.5)
const FEW = 6
