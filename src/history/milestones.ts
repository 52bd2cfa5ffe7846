import type { Better } from '../model/metric.ts'
import type { Milestones, RecordedCommit, Step, TrendPoint } from '../model/trend.ts'
import { quantile } from '../stats/quantile.ts'

/** Points whose median is compared: the best of many single values would be the luckiest one. */
const NEIGHBOURS = 5

interface Value {
  at: number
  value: number
}

/**
 * The first, the best and the last released level beside the newest one, among the points that can be
 * compared with it. A level is the median of the five nearest points between two change points.
 */
export function milestonesOf(
  points: readonly TrendPoint[],
  steps: readonly Step[],
  commits: readonly RecordedCommit[],
  better: Better,
): Milestones {
  const values = comparable(points, commits)
  const edges = steps.map(({ at }) => at)
  const levels = values.map((_, i) => ({ at: values[i]!.at, value: levelAt(values, i, edges) }))
  const newest = levels.at(-1)
  // A factor of or to zero says nothing.
  const known = levels.filter(({ value }) => value !== 0)
  if (newest === undefined || newest.value === 0 || levels.length < 2) return NONE
  const factor = ({ at, value }: Value) => ({ at, factor: newest.value / value })
  const first = known[0]!
  const sign = better === 'lower' ? 1 : -1
  const best = known.reduce((a, b) => (sign * b.value < sign * a.value ? b : a))
  const released = known.findLast(({ at }) => at !== newest.at && commits[at]!.releases.length > 0)
  const name = released && commits[released.at]!.releases.at(-1)
  return {
    first: factor(first),
    best: factor(best),
    release: released && name !== undefined ? { name, ...factor(released) } : null,
  }
}

const NONE: Milestones = { first: null, best: null, release: null }

/**
 * Values that can be compared with the newest one: levels on one processor model. Where the newest point has
 * none, the values as measured on its own processor model.
 */
function comparable(points: readonly TrendPoint[], commits: readonly RecordedCommit[]): Value[] {
  const since = points.slice(
    Math.max(
      0,
      points.findLastIndex((point) => point.break !== null),
    ),
  )
  const newest = since.at(-1)
  if (newest === undefined) return []
  if (newest.level !== null) {
    return since.flatMap(({ at, level }) => (level === null ? [] : [{ at, value: level.value }]))
  }
  const { cpu } = commits[newest.at]!
  return since.filter(({ at }) => commits[at]!.cpu === cpu).map(({ at, value }) => ({ at, value }))
}

function levelAt(values: readonly Value[], i: number, edges: readonly number[]): number {
  const plateau = (at: number): number => edges.filter((edge) => edge <= at).length
  const own = plateau(values[i]!.at)
  let [from, to] = [i, i + 1]
  const isOwn = (index: number): boolean => index in values && plateau(values[index]!.at) === own
  while (to - from < NEIGHBOURS && (isOwn(from - 1) || isOwn(to))) {
    // The nearer side first; at an end of the plateau the other side has the rest.
    if (isOwn(from - 1) && (i - from <= to - 1 - i || !isOwn(to))) from--
    else to++
  }
  return quantile(
    values.slice(from, to).map(({ value }) => value),
    0.5,
  )
}
