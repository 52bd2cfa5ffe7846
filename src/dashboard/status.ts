import type { Trend, TrendPoint } from '../model/trend.ts'
import type { TrendSummary } from './format.ts'

/** An improvement within so many of the newest points is news. */
const RECENT = 50

/** The status of a trend: the worst of those that apply. */
export function statusOf(
  { steps, creep }: Pick<Trend, 'steps' | 'creep'>,
  points: readonly TrendPoint[],
  budget: TrendSummary['budget'],
): TrendSummary['status'] {
  if (isOver(points.at(-1)!, budget)) return 'over-budget'
  if (steps.some(({ standing }) => standing === 'standing')) return 'slower'
  if (creep !== null) return creep.worse ? 'creeping' : 'faster'
  const [newest, since] = [steps.at(-1), points.at(-RECENT) ?? points[0]!]
  return newest?.worse === false && newest.at >= since.at ? 'faster' : 'steady'
}

/** Whether the whole interval of the newest level (or without one, of the value) is beyond a limit. */
function isOver({ level, low, high }: TrendPoint, budget: TrendSummary['budget']): boolean {
  const interval = level ?? { low, high }
  const [max, min] = [budget?.max?.fail ?? null, budget?.min?.fail ?? null]
  return (max !== null && interval.low > max) || (min !== null && interval.high < min)
}
