import { worse } from '../../report/view/change.ts'
import type { TrendSummary } from '../format.ts'
import type { OverviewRoute } from './route.ts'
import { sinceOf, STATUSES } from './words.ts'

// Which trends the overview lists, and in which order.

type Order = (a: TrendSummary, b: TrendSummary) => number

/** A test for trends that hold every word of a search in their name, suite or metric. */
function matcher(search: string): (trend: TrendSummary) => boolean {
  const wanted = lower(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  return (trend) => {
    const text = lower(`${trend.name} ${trend.suite} ${trend.metric}`)
    return wanted.every((word) => text.includes(word))
  }
}

const lower = (text: string): string => text.normalize('NFC').toLowerCase()

/** The trends that a route asks for, in its order. */
export function listed(trends: readonly TrendSummary[], route: OverviewRoute): TrendSummary[] {
  const matches = matcher(route.search)
  return trends
    .filter(
      (trend) =>
        (route.status === null || trend.status === route.status) &&
        (route.metric === null || trend.metric === route.metric) &&
        matches(trend),
    )
    .sort(orderOf(route))
}

/** What each status has of the trends that are found, whatever status is asked for. */
export function countsOf(trends: readonly TrendSummary[], route: OverviewRoute): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { status } of listed(trends, { ...route, status: null }))
    counts.set(status, (counts.get(status) ?? 0) + 1)
  return counts
}

/** The trends of each group, groups in the order of the first trend of each. */
export function groupsOf(
  trends: readonly TrendSummary[],
  by: OverviewRoute['group'],
): [string, TrendSummary[]][] {
  if (by === 'none') return [['', [...trends]]]
  return [...Map.groupBy(trends, (trend) => (by === 'suite' ? trend.suite : groupOf(trend)))]
}

/** The groups of a name, all but its last part. */
const groupOf = ({ name }: Pick<TrendSummary, 'name'>): string =>
  name.slice(0, Math.max(0, name.lastIndexOf('/')))

function orderOf({ sort, since }: OverviewRoute): Order {
  const byChange = (of: (trend: TrendSummary) => number | null): Order => {
    const rank = (trend: TrendSummary) => {
      const log = of(trend)
      return log === null ? -Infinity : worse(trend, log)
    }
    // Subtracted, two infinite ranks would be no number.
    return (a, b) => Math.sign(rank(b) - rank(a)) || byName(a, b)
  }
  if (sort === 'name') return byName
  if (sort === 'change') return byChange(({ change }) => change)
  if (sort === 'since') return byChange((trend) => sinceOf(trend, since))
  const bySize = byChange(sizeOf)
  return (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || bySize(a, b)
}

/** How far a trend stands from where it was: its steps that still stand, or its pace where it creeps. */
function sizeOf({ steps, creep, status }: TrendSummary): number {
  const standing = steps.filter((step) => step.standing === 'standing')
  if (standing.length > 0) return standing.reduce((sum, { change }) => sum + change.log, 0)
  if (status === 'faster') return steps.at(-1)?.change.log ?? 0
  return creep?.perWeek.log ?? 0
}

const byName: Order = (a, b) =>
  compareText(a.name, b.name) || compareText(a.suite, b.suite) || compareText(a.metric, b.metric)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
