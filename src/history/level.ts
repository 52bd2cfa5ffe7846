import { centredByAll } from '../stats/centring.ts'
import { fuse, type Link } from '../stats/fusion.ts'
import { noiseOfDifferences } from '../stats/noise.ts'
import { linkScale, logsOf, pathOf, type Track } from './track.ts'

/** From so many standard deviations on a value counts less; the weights are computed in so many rounds. */
const HUBER = 1.5
const ROUNDS = 3
const LEAST_NOISE = 1e-4

/** The level of each point as a logarithm, with its standard error; NaN: too little is known. */
export interface Levels {
  level: Float64Array
  error: Float64Array
}

/**
 * The level of a series on the machine of its newest values: absolute values, precise to the difference
 * between machines, and the changes from parents, precise but with errors that add up. Their weighted least
 * squares fusion has neither fault. `scale` null: as logarithms.
 */
export function levelsOf(track: Track, scale: number | null): Levels {
  const n = track.value.length
  const logs = logsOf(track.value, scale)
  const level = new Float64Array(n).fill(NaN)
  const error = new Float64Array(n).fill(NaN)
  const factor = linkScale(track, 0, n)
  for (const [start, end] of pieces(track, scale === null)) {
    const piece = fusedPiece(track, { start, end, logs, factor, hasLinks: scale === null })
    level.set(piece.levels, start)
    error.set(piece.errors, start)
  }
  return { level, error }
}

/** Stretches of points whose values can be compared: a break ends one where no change goes across it. */
function pieces({ breaks, parents }: Track, hasLinks: boolean): [start: number, end: number][] {
  const starts = [0]
  for (let i = 1; i < breaks.length; i++) {
    if (breaks[i] !== null && !(hasLinks && parents[i] === i - 1)) starts.push(i)
  }
  return starts.map((start, k) => [start, starts[k + 1] ?? breaks.length])
}

/** Points by which machines are centred for the newest values. */
const CONTEXT = 100

/**
 * The logarithms of the newest values since the last break, as if of the newest machine, oldest first; none
 * where one of them has no logarithm. They are no fusion: each is measured by itself.
 */
export function newestLogs(track: Track): { point: number; log: number }[] {
  const end = track.value.length
  const since = track.breaks.findLastIndex((one) => one !== null)
  const start = Math.max(0, since, end - CONTEXT)
  if (end === 0 || track.lastWithoutLog[end - 1]! >= start) return []
  const { rest, path } = settledPiece(track, { start, end, logs: logsOf(track.value, null), hasLinks: true })
  return Array.from(rest, (log, i) => ({ point: start + i, log: log + path[i]! })).filter(({ log }) =>
    Number.isFinite(log),
  )
}

interface Piece {
  start: number
  end: number
  logs: Float64Array
  hasLinks: boolean
}

/**
 * Values as if of the newest machine and the newest version of the benchmark, less the sum of changes from
 * parents, which is the path; NaN: too little is known.
 */
function settledPiece(
  track: Track,
  { start, end, logs, hasLinks }: Piece,
): { rest: Float64Array; path: Float64Array } {
  const path = hasLinks ? pathOf(track).slice(start, end) : new Float64Array(end - start)
  const rest = centredByAll(
    logs.slice(start, end).map((log, i) => log - path[i]!),
    [track.epoch, track.machine, track.software].map((column) => column.subarray(start, end)),
    (group) => group.at(-1)!,
  )
  return { rest, path }
}

function fusedPiece(
  track: Track,
  { factor, ...piece }: Piece & { factor: number },
): { levels: Float64Array; errors: Float64Array } {
  const { start, end, hasLinks } = piece
  const { rest, path } = settledPiece(track, piece)
  const sigma = Math.max(noiseOfDifferences(rest), LEAST_NOISE) || LEAST_NOISE
  const values = rest.map((value, i) => value + path[i]!)
  const errors = new Float64Array(values.length).fill(sigma)
  const links = hasLinks ? linksWithin(track, { start, end, factor }) : []
  let fused = fuse({ values, errors, links })
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < values.length; i++) {
      const away = Math.abs(values[i]! - fused.levels[i]!) / (HUBER * sigma)
      // Huber's weights: P. J. Huber, "Robust Statistics" (1981), section 7.8.
      errors[i] = sigma * Math.sqrt(Math.max(1, away || 0))
    }
    fused = fuse({ values, errors, links })
  }
  return fused
}

/** Changes from parents and from anchors between the points of a piece, counted from its first. */
function linksWithin(
  { parents, links, linkErrors, anchors }: Track,
  { start, end, factor }: { start: number; end: number; factor: number },
): Link[] {
  const within: Link[] = []
  const add = (from: number, to: number, difference: number, error: number): void => {
    if (from < start) return
    within.push({ from: from - start, to: to - start, difference, error: factor * error })
  }
  for (let i = start; i < end; i++) add(parents[i]!, i, links[i]!, linkErrors[i]!)
  for (const { from, to, difference, error } of anchors) if (to < end) add(from, to, difference, error)
  return within
}
