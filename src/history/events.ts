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
 * confirmed, so that an event keeps its id when others join it; of those that one run confirmed, the one with
 * the narrowest range comes first. Others narrow the range only as long as it contains the commit of the id.
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
  const known = new Map<string, Group>()
  for (const member of steps) {
    const { worse, at, from, to } = member.one
    const id = freeId(known, commits[at]!.sha, { at, worse })
    const joined =
      known.get(id) ?? groups.findLast((group) => group.worse === worse && group.from < to && from < group.to)
    if (joined === undefined) {
      const group = { id, worse, at, from, to, members: [member] }
      groups.push(group)
      known.set(id, group)
      continue
    }
    joined.members.push(member)
    const [low, high] = [Math.max(joined.from, from), Math.min(joined.to, to)]
    if (low < joined.at && joined.at <= high) Object.assign(joined, { from: low, to: high })
  }
  return groups.map(eventOf).sort((a, b) => a.at - b.at)
}

/**
 * The shortest id that no event of another commit has. Seven digits alone are not enough: somebody who wants
 * two events to be confused can easily make a second commit with the same seven.
 */
function freeId(
  known: ReadonlyMap<string, Group>,
  sha: string,
  { at, worse }: Pick<Group, 'at' | 'worse'>,
): string {
  for (let length = SHORT; ; length++) {
    const id = `${sha.slice(0, length)}-${worse ? 'slower' : 'faster'}`
    const named = known.get(id)?.at
    if (named === undefined || named === at || length >= sha.length) return id
  }
}

function eventOf({ id, worse, at, from, to, members }: Group): TrendEvent {
  const stands = ({ one }: Group['members'][number]) => Number(one.standing === 'standing')
  const largest = members.toSorted(
    (a, b) => stands(b) - stands(a) || Math.abs(b.one.change.log) - Math.abs(a.one.change.log),
  )
  const crept = members.flatMap(({ one }) => one.creptTo ?? [])
  const standings = new Set(members.map(({ one }) => one.standing))
  const standing = standings.has('standing') ? 'standing' : standings.has('fixed') ? 'fixed' : null
  return {
    id,
    worse,
    at,
    from,
    to,
    ...(crept.length === 0 ? {} : { creptTo: Math.max(...crept) }),
    members: largest.map(({ trend, step }) => ({ trend, step })),
    standing,
    accepted: largest.find(({ one }) => one.accepted !== null)?.one.accepted ?? null,
  }
}
