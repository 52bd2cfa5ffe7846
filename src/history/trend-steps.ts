import { VERDICTS } from '../model/assessment.ts'
import type { LogChange, Step } from '../model/trend.ts'
import { unitOf } from '../model/unit.ts'
import { Z95 } from '../stats/change-point.ts'
import { medianInPlace } from '../stats/noise.ts'
import type { HistoryContext } from './history.ts'
import type { Recorded, RecordedSeries } from './recorded.ts'
import { type FoundStep, stepsOf } from './steps.ts'
import { logsOf, type Track, valueOf } from './track.ts'

/** What the steps of a series are read from. */
interface StepContext {
  recorded: Recorded
  series: RecordedSeries
  track: Track
  context: HistoryContext
}

/** The steps of a trend: the steps of one creep are merged, and each step knows whether it still stands. */
export function trendSteps(o: StepContext): Step[] {
  const groups = withoutFolded(stepsOf(o.track, unitOf(o.series.unit).small), o)
  return withStanding(groups.map((members, i) => stepOf(members, { ...o, until: groups[i + 1]?.[0]!.at })))
}

/**
 * Steps, each with those that are folded into it. A step that was accepted when it was recorded stays a step
 * of its own, and no later step is accepted with it.
 */
function withoutFolded(found: readonly FoundStep[], o: StepContext): FoundStep[][] {
  const groups: FoundStep[][] = []
  const isPlain = (step: FoundStep): boolean => acceptedIn(o, rangeOf(step)) === null
  for (const step of found) {
    const before = groups.at(-1)
    const first = before?.[0]
    if (first !== undefined && step.isFolded && first.isLog === step.isLog && isPlain(step) && isPlain(first))
      before!.push(step)
    else groups.push([step])
  }
  return groups
}

/** The points among which a step lies. */
const rangeOf = ({ at, isLinked }: FoundStep): [from: number, to: number] =>
  isLinked ? [at - 1, at] : [at - 2, at + 1]

function stepOf(
  members: readonly FoundStep[],
  { until, ...o }: StepContext & { until: number | undefined },
): Step {
  const { series, track, context } = o
  const [first, newest] = [members[0]!, members.at(-1)!]
  const scale = first.isLog ? null : unitOf(series.unit).small
  const { metric, better } = series
  const log = members.reduce((sum, { change }) => sum + change, 0)
  const worse = log > 0 === (better === 'lower')
  const last = series.at.length - 1
  const placeOf = (point: number) => series.at[Math.min(Math.max(point, 0), last)]!
  const range = rangeOf(first)
  const error = Z95 * Math.hypot(...members.map((one) => one.error))
  const change: LogChange = { log, low: log - error, high: log + error }
  const after = medianInPlace(track.value.slice(newest.at, Math.min(newest.at + 50, until ?? last + 1)))
  return {
    at: placeOf(first.at),
    from: placeOf(range[0]),
    to: placeOf(range[1]),
    change,
    worse,
    before: valueOf(logsOf(Float64Array.of(after), scale)[0]! - log, scale),
    after,
    confirmedAt: placeOf(first.confirmedAt),
    ...(newest === first ? {} : { creptTo: placeOf(rangeOf(newest)[1]) }),
    standing: null,
    accepted: worse ? (acceptedIn(o, range) ?? context.acceptedBy(series, metric, change)) : null,
  }
}

/** The first commit of a range whose regression was accepted when it was recorded. */
function acceptedIn({ recorded, series }: StepContext, [from, to]: readonly [number, number]): string | null {
  for (let i = Math.max(0, from + 1); i <= to && i < series.at.length; i++) {
    if (VERDICTS[series.verdict[i]! - 1] !== 'accepted') continue
    const { sha, pull } = recorded.commits[series.at[i]!]!
    return `accepted in ${sha.slice(0, 7)}${pull === null ? '' : ` (#${pull})`}`
  }
  return null
}

/** Steps with their standing: one is fixed when later ones took back half of it. */
function withStanding(steps: readonly Step[]): Step[] {
  return steps.map((step, i) => {
    if (!step.worse || step.accepted !== null) return step
    let since = 0
    const isFixed = steps.slice(i + 1).some(({ change }) => {
      since += change.log
      return since / step.change.log <= -0.5
    })
    return { ...step, standing: isFixed ? 'fixed' : 'standing' }
  })
}
