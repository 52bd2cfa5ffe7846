import { filterOf } from '../config/target.ts'
import { UserError } from '../errors.ts'
import type { Target } from '../model/config.ts'
import { nearestNames } from '../model/nearest-names.ts'
import type { History } from '../model/trend.ts'

/** Events that an error names. */
const MAX_NAMED = 5

/**
 * What to search for the cause of an event of the stored history: its range, and of the benchmarks and
 * metrics that are meant the one that changed most. Throws a UserError where there is none.
 */
export function questionOfEvent(
  { events, trends, commits }: History,
  id: string,
  { filter, metric: wanted }: { filter: Target | null; metric: string | null },
): { good: string; bad: string; filter: Target; metric: string } {
  const event = events.find((one) => one.id === id)
  if (event === undefined) {
    const ids = events.map((one) => one.id)
    const near = nearestNames(id, ids, 1)
    const known = ids.slice(-MAX_NAMED).toReversed().join(', ')
    throw new UserError(
      'usage',
      `the stored history has no event ${JSON.stringify(id)}`,
      ids.length === 0
        ? 'It has none at all: look further back with --last, or name two refs instead.'
        : `${near.length > 0 ? `Did you mean ${near[0]}? ` : ''}The newest are ${known}.`,
    )
  }
  // The one that changed most comes first.
  const isMeant = filterOf(filter)
  const member = event.members
    .map(({ trend }) => trends[trend]!)
    .find((trend) => isMeant(trend) && trend.metric === (wanted ?? trend.metric))
  if (member === undefined)
    throw new UserError(
      'usage',
      `no benchmark of the event ${id} matches`,
      'Leave --benchmark and --metric out for the one that changed most.',
    )
  const { name: match, suite, occurrence, metric } = member
  return {
    good: commits[event.from]!.sha,
    bad: commits[event.to]!.sha,
    filter: { match, suite, occurrence },
    metric,
  }
}
