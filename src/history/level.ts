import { centred } from '../stats/centring.ts'
import { fuse } from '../stats/fusion.ts'
import { noiseOfDifferences } from '../stats/noise.ts'
import { linkScale, logsOf, pathOf, type Track } from './track.ts'

/** Standard deviations at which a value begins to count less, and rounds in which that is found out. */
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
 * between machines, and the changes from parents, precise but a walk. Their weighted least squares fusion has
 * neither fault. `scale` null: as logarithms.
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

function fusedPiece(
  track: Track,
  o: { start: number; end: number; logs: Float64Array; factor: number; hasLinks: boolean },
): { levels: Float64Array; errors: Float64Array } {
  const { start, end, hasLinks } = o
  const part = (column: Int32Array) => column.subarray(start, end)
  const path = hasLinks ? pathOf(track, start, end) : new Float64Array(end - start)
  const groups = [part(track.epoch), part(track.machine), part(track.software)]
  const settled = [...groups, ...groups].reduce<Float64Array>(
    (sofar, group) => centred(sofar, group, group.at(-1)!),
    o.logs.slice(start, end).map((log, i) => log - path[i]!),
  )
  const sigma = Math.max(noiseOfDifferences(settled), LEAST_NOISE) || LEAST_NOISE
  const values = settled.map((value, i) => value + path[i]!)
  const errors = new Float64Array(values.length).fill(sigma)
  const parents = part(track.parents).map((parent) => (hasLinks && parent >= start ? parent - start : -1))
  const links = track.links.subarray(start, end)
  const linkErrors = track.linkErrors.subarray(start, end).map((one) => o.factor * one)
  let fused = fuse({ values, errors, parents, links, linkErrors })
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < values.length; i++) {
      const away = Math.abs(values[i]! - fused.levels[i]!) / (HUBER * sigma)
      // Huber's weights: P. J. Huber, "Robust Statistics" (1981), section 7.8.
      errors[i] = sigma * Math.sqrt(Math.max(1, away || 0))
    }
    fused = fuse({ values, errors, parents, links, linkErrors })
  }
  return fused
}
