import type { Standing } from '../model/assessment.ts'
import { type BenchmarkKey, keyText } from '../model/benchmark.ts'
import type { History, LogChange, Step, Trend, TrendEvent } from '../model/trend.ts'

/** A benchmark without a value in so many of the newest commits counts as removed from the branch. */
const GONE_AFTER = 10

/** A regression that a branch has, and that is neither fixed nor accepted. */
export interface StandingRegression extends Omit<Standing, 'takenBack'>, Pick<Trend, 'unit' | 'better'> {
  /** Index into the commits of the history: the first that is surely on the new level. */
  to: number
}

/** The standing regression of a benchmark and metric; null where the branch has none that is certain. */
export function standingIn(
  history: History,
): (key: BenchmarkKey, metric: string) => StandingRegression | null {
  const places = new Map(history.trends.map((trend, i) => [placeOf(trend, trend.metric), i]))
  // Every step belongs to an event. Both lists may have thousands of entries.
  const events = new Map(
    history.events.flatMap((event) => event.members.map((one) => [stepPlace(one.trend, one.step), event])),
  )
  const eventOf = (trend: number, step: number) => events.get(stepPlace(trend, step))!
  return (key, metric) => {
    const index = places.get(placeOf(key, metric))
    return index === undefined ? null : standingOf(history, index, eventOf)
  }
}

const placeOf = (key: BenchmarkKey, metric: string): string => `${metric}\n${keyText(key)}`

const stepPlace = (trend: number, step: number): string => `${trend} ${step}`

function standingOf(
  { trends, commits, ref }: History,
  index: number,
  eventOf: (trend: number, step: number) => TrendEvent,
): StandingRegression | null {
  const trend = trends[index]!
  const first = trend.steps.findIndex(({ standing, worse }) => worse && standing === 'standing')
  if (first < 0 || trend.points.at(-1)!.at < commits.length - GONE_AFTER) return null
  const event = eventOf(index, first)
  // What came after counts too, so that the sentence is true of the branch as it is now.
  const since = trend.steps.slice(first)
  const isAccepted = ({ accepted, worse }: Step) => worse && accepted !== null
  if (!isSurelyWorse(trend, sumOf(since.filter((step) => !isAccepted(step))))) return null
  const whole = sumOf(since)
  const accepted = since.filter(isAccepted)
  const before = commits[event.from]!
  const [low, high] = [Math.expm1(whole.low), Math.expm1(whole.high)]
  return {
    branch: ref.replace(/^refs\/heads\//, ''),
    event: event.id,
    effect: Math.expm1(whole.log),
    interval: { low, high, level: 0.95 },
    before: { sha: before.sha, pull: before.pull },
    accepted: accepted.length === 0 ? null : Math.expm1(sumOf(accepted).log),
    unit: trend.unit,
    better: trend.better,
    to: since.at(-1)!.creptTo ?? since.at(-1)!.to,
  }
}

const isSurelyWorse = ({ better }: Trend, { low, high }: LogChange): boolean =>
  better === 'lower' ? low > 0 : high < 0

/** The change over several steps. Each has an error of its own, so that their squares add up. */
function sumOf(steps: readonly Step[]): LogChange {
  const log = steps.reduce((sum, { change }) => sum + change.log, 0)
  const error = (end: 'low' | 'high') => Math.hypot(...steps.map(({ change }) => change[end] - change.log))
  return { log, low: log - error('low'), high: log + error('high') }
}
