import type { Burn, TrendPoint } from '../model/trend.ts'
import type { Dated } from './creep.ts'
import type { AbsoluteLimits } from './forecast.ts'

const RUNS = 50
const DAYS_MS = 30 * 24 * 60 * 60 * 1000

/**
 * The share of runs whose whole interval lies beyond the fail level of a limit. If there are both `max` and
 * `min`, the one that more runs are beyond counts. Null: there is no limit, or no run to count.
 *
 * The interval is that of the level, which includes how machines differ. For a point without a level it is
 * the range between its quartiles: three of four processes were beyond.
 */
export function burnOf(
  points: readonly TrendPoint[],
  commits: readonly Dated[],
  limits: AbsoluteLimits | null,
  now: Date,
): Burn | null {
  // Limits hold for edited benchmarks and other settings, too, but not for numbers in another unit.
  const counted = points.slice(
    Math.max(
      0,
      points.findLastIndex((point) => point.break === 'unit'),
    ),
  )
  if (counted.length === 0) return null
  const runs = counted.slice(-RUNS)
  const days = counted.filter(({ at }) => {
    const age = now.getTime() - Date.parse(commits[at]!.time)
    return age <= DAYS_MS
  })
  const burns = (['max', 'min'] as const).flatMap((kind): Burn[] => {
    const limit = limits?.[kind]?.fail ?? null
    if (limit === null) return []
    const count = (some: readonly TrendPoint[]): Burn['runs'] => ({
      beyond: some.filter((point) => isBeyond(point, kind, limit)).length,
      of: some.length,
    })
    return [{ limit, kind, runs: count(runs), days: count(days) }]
  })
  return burns.toSorted((a, b) => b.runs.beyond - a.runs.beyond || b.days.beyond - a.days.beyond)[0] ?? null
}

function isBeyond(point: TrendPoint, kind: Burn['kind'], limit: number): boolean {
  const { low, high } = point.level ?? point
  return kind === 'max' ? low > limit : high < limit
}
