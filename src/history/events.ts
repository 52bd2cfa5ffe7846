import type { Step, Trend, TrendEvent } from '../model/trend.ts'

const SHORT = 7

interface Group {
  id: string
  worse: boolean
  at: number
  from: number
  to: number
  members: { trend: number; step: number; one: Step }[]
}

/**
 * Steps in one direction whose ranges overlap are one event. They are taken in the order in which they were
 * confirmed, so that an event keeps its id when others join it; of those that one run confirmed, the one
 * whose place is known best comes first. Others narrow the range only while it holds the commit of the id.
 */
export function eventsOf(
  trends: readonly Pick<Trend, 'steps'>[],
  commits: readonly { sha: string }[],
): TrendEvent[] {
  const steps = trends
    .flatMap((trend, index) => trend.steps.map((one, step) => ({ trend: index, step, one })))
    .sort(
      (a, b) =>
        a.one.confirmedAt - b.one.confirmedAt ||
        a.one.to - a.one.from - (b.one.to - b.one.from) ||
        a.one.at - b.one.at ||
        a.trend - b.trend,
    )
  const groups: Group[] = []
  const newest = new Map<string, Group>()
  for (const member of steps) {
    const { worse, at, from, to } = member.one
    const id = `${commits[at]!.sha.slice(0, SHORT)}-${worse ? 'slower' : 'faster'}`
    const known =
      newest.get(id) ??
      groups.findLast((group) => group.worse === worse && group.from < to && from < group.to)
    if (known === undefined) {
      const group = { id, worse, at, from, to, members: [member] }
      groups.push(group)
      newest.set(id, group)
      continue
    }
    known.members.push(member)
    const [low, high] = [Math.max(known.from, from), Math.min(known.to, to)]
    if (low < known.at && known.at <= high) Object.assign(known, { from: low, to: high })
  }
  return groups.map(eventOf).sort((a, b) => a.at - b.at)
}

function eventOf({ id, worse, at, from, to, members }: Group): TrendEvent {
  const stands = ({ one }: Group['members'][number]) => Number(one.standing === 'standing')
  const largest = members.toSorted(
    (a, b) => stands(b) - stands(a) || Math.abs(b.one.change.log) - Math.abs(a.one.change.log),
  )
  const standings = new Set(members.map(({ one }) => one.standing))
  const standing = standings.has('standing') ? 'standing' : standings.has('fixed') ? 'fixed' : null
  return {
    id,
    worse,
    at,
    from,
    to,
    members: largest.map(({ trend, step }) => ({ trend, step })),
    standing,
    accepted: largest.find(({ one }) => one.accepted !== null)?.one.accepted ?? null,
  }
}
