import type {
  AlertPrecision,
  Break,
  Burn,
  Creep,
  Forecast,
  History,
  LogChange,
  Milestones,
  RecordedCommit,
  Step,
  Trend,
  TrendEvent,
} from '../../model/trend.ts'
import { isSpeed } from '../../model/unit.ts'
import { formatLimit, plural, weeksSpan } from '../quantity.ts'
import { listed, outside, type Words, words } from '../text/outside.ts'
import { type Changed, directionOfAll, effectWords, intervalWords } from './change.ts'
import { type Label, labelsOf } from './labels.ts'

// What is said of a recorded history: by the terminal, issues, pull requests, bisect and the dashboard.

/** What a trend is measured in. */
type Measured = Pick<Trend, 'unit' | 'better'>

/** A logarithm of a ratio as the effect that reports show. */
export const changed = ({ unit, better }: Measured, { log, low, high }: LogChange): Changed => ({
  unit,
  better,
  effect: Math.expm1(log),
  interval: { low: Math.expm1(low), high: Math.expm1(high), level: 0.95 },
})

/** `12.3 % slower (10.1 to 14.6)`. */
export function logChangeWords(trend: Measured, change: LogChange, between?: string): string {
  const shown = changed(trend, change)
  return `${effectWords(shown)} (${intervalWords(shown, between)})`
}

type Commits = readonly RecordedCommit[]

/** `4f1c2aa (#412)`. */
function commitWords({ sha, pull }: RecordedCommit): Words {
  return words`${outside('commit', sha)}${pull === null ? '' : ` (#${pull})`}`
}

/** Where a change point lies: `at 4f1c2aa (#412)`, or between which commits; and where it crept on to. */
export function rangeWords(commits: Commits, place: Place): Words {
  const { at, from, to } = place
  if (to - from <= 1) return words`at ${commitWords(commits[to]!)}${creptWords(commits, place)}`
  const ends = words`after ${outside('commit', commits[from]!.sha)} and up to ${outside('commit', commits[to]!.sha)}`
  return words`${ends}, most likely at ${commitWords(commits[at]!)}${creptWords(commits, place)}`
}

type Place = Pick<Step, 'at' | 'from' | 'to' | 'creptTo'>

/** The same as a range of git: `4f1c2aa (#412)`, or `91be03d..4f1c2aa`. */
export function shortRange(commits: Commits, place: Omit<Place, 'at'>): Words {
  const { from, to } = place
  if (to - from <= 1) return words`${commitWords(commits[to]!)}${creptWords(commits, place)}`
  const range = words`${outside('commit', commits[from]!.sha)}..${outside('commit', commits[to]!.sha)}`
  return words`${range}${creptWords(commits, place)}`
}

/** `, creeping on to 4f1c2aa`; nothing where it is a step at once. */
export const creptWords = (commits: Commits, { creptTo }: Pick<Step, 'creptTo'>): Words =>
  creptTo === undefined ? [] : words`, creeping on to ${outside('commit', commits[creptTo]!.sha)}`

/** What became of a change point, in a word or two. */
export function stepState({
  standing,
  accepted,
  worse,
}: Pick<Step, 'standing' | 'accepted' | 'worse'>): string {
  if (accepted !== null) return 'accepted'
  if (standing !== null) return standing === 'standing' ? 'not fixed' : 'fixed since'
  return worse ? 'new level' : 'improvement'
}

/** The same with the reason for which it was accepted; null where there is nothing to say. */
export function standingWords(step: Pick<Step, 'standing' | 'accepted' | 'worse'>): Words | null {
  const { accepted, standing } = step
  if (accepted === null) return standing === null ? null : [stepState(step)]
  const isOwn = /^accepted in [0-9a-f]{7}/.test(accepted)
  return words`${isOwn ? '' : 'accepted: '}${outside('sentence', accepted)}`
}

/** Labels of all benchmarks of a history. */
export const labelsIn = ({ trends }: Pick<History, 'trends'>): Label => labelsOf(trends)

/** An event in words, its members with the largest change first. */
export function eventView(history: History, event: TrendEvent, label: Label = labelsIn(history)) {
  const members = event.members.map((member) => {
    const trend = history.trends[member.trend]!
    return {
      name: outside('name', label(trend)),
      metric: outside('metric', trend.metric),
      size: logChangeWords(trend, trend.steps[member.step]!.change),
      trend,
    }
  })
  const [largest] = members
  const benchmarks = new Set(members.map(({ trend }) => label(trend))).size
  const direction = directionOfAll(members.map(({ trend }) => trend))[event.worse ? 'worse' : 'better']
  return {
    id: outside('ref', event.id),
    /** `12.3 % slower (10.1 to 14.6)`, of the largest change. */
    size: largest!.size,
    /** `3 benchmarks slower, parser/large the most: 12.3 % slower (10.1 to 14.6)`. */
    summary:
      benchmarks === 1
        ? words`${largest!.name}: ${largest!.size}`
        : words`${plural(benchmarks, 'benchmark')} ${direction}, ${largest!.name} the most: ${largest!.size}`,
    benchmarks: plural(benchmarks, 'benchmark'),
    range: rangeWords(history.commits, event),
    /** Commits of the range that were recorded. */
    commits: history.commits.slice(event.from + 1, event.to + 1),
    standing: standingWords(event),
    members,
  }
}

/** `0.8 % slower a week (0.5 to 1.1), over 60 commits since 91be03d`. */
export function creepWords(commits: Commits, trend: Measured, { from, to, perWeek }: Creep): Words {
  const shown = changed(trend, perWeek)
  const since = outside('commit', commits[from]!.sha)
  return words`${effectWords(shown)} a week (${intervalWords(shown) ?? ''}), over ${plural(to - from + 1, 'commit')} since ${since}`
}

/** `reaches its 200 ms budget in 6 to 11 weeks at this pace`. */
export function forecastWords(trend: Measured, { limit, severity, weeks }: Forecast): Words {
  const level = severity === 'fail' ? 'budget' : 'warning level'
  return words`reaches its ${limitWords(trend, limit)} ${level} in ${weeksSpan(weeks)} at this pace`
}

const limitWords = ({ unit }: Measured, limit: number) => outside('quantity', formatLimit(limit, unit))

/** `beyond its 200 ms budget in 12 of the last 50 runs (3 of 20 in the last 30 days)`; null: never. */
export function burnWords(trend: Measured, { limit, runs, days }: Burn): Words | null {
  if (runs.beyond + days.beyond === 0) return null
  const inDays = days.of === 0 ? '' : ` (${days.beyond} of ${days.of} in the last 30 days)`
  return words`beyond its ${limitWords(trend, limit)} budget in ${runs.beyond} of the last ${plural(runs.of, 'run')}${inDays}`
}

/** What is to be expected of a trend, a line each. */
export function outlookWords(commits: Commits, trend: Omit<Trend, 'points'>): Words[] {
  const { creep, forecast, burn } = trend
  const lines: (Words | null)[] = [
    creep && words`Creeping: ${creepWords(commits, trend, creep)}`,
    forecast && words`Forecast: ${forecastWords(trend, forecast)}`,
    prefixed('Limit: ', burn && burnWords(trend, burn)),
  ]
  return lines.filter((line) => line !== null)
}

export const prefixed = (prefix: string, text: Words | null): Words | null => text && words`${prefix}${text}`

/** What the newest level is beside the first, the best and the last release, as far as they are known. */
export function milestoneWords(
  commits: Commits,
  trend: Measured,
  { first, best, release }: Milestones,
): Words | null {
  const isBoth = first !== null && first.at === best?.at
  const parts = [
    first &&
      words`${factorWords(trend, first.factor)} the first${isBoth ? ' and best' : ''}, ${outside('commit', commits[first.at]!.sha)}`,
    !isBoth &&
      best &&
      words`${factorWords(trend, best.factor)} the best, ${outside('commit', commits[best.at]!.sha)}`,
    release && words`${factorWords(trend, release.factor)} release ${outside('ref', release.name)}`,
  ].filter((part) => part !== null && part !== false)
  return parts.length === 0 ? null : listed(parts, '; ')
}

const TIMES_FROM = 2

/** `2.1 % slower than`, `2.30 times as fast as`, `the same as`. */
function factorWords(trend: Measured, factor: number): string {
  const isCost = trend.better === 'lower'
  const slowdown = isCost ? factor : 1 / factor
  const times = Math.max(slowdown, 1 / slowdown)
  if (isSpeed(trend) && times >= TIMES_FROM && Number.isFinite(times))
    return `${times.toPrecision(3)} times as ${slowdown > 1 ? 'slow' : 'fast'} as`
  const effect = effectWords({ ...trend, effect: factor - 1 })
  return effect === 'no difference' ? 'the same as' : `${effect} than`
}

/** How recorded regressions turned out; null: there were none. */
export function precisionWords({
  flagged,
  recurred,
  accepted,
  vanished,
  open,
}: AlertPrecision): string | null {
  if (flagged === 0) return null
  const parts = [
    `${recurred} recurred`,
    accepted > 0 && `${accepted} accepted`,
    `${vanished} vanished`,
    open > 0 && `${open} not measured again yet`,
  ].filter((part) => part !== false)
  return `${plural(flagged, 'regression')} flagged by recorded runs: ${parts.join(', ')}`
}

const BREAKS: Record<Break, string> = {
  edited: 'the benchmark was edited',
  settings: 'measured with other settings from here on',
  unit: 'reported in another unit from here on',
  tool: 'recorded by another tool from here on',
}

/** Why the values before a point are not those of the same series. */
export const breakWords = (why: Break): string => BREAKS[why]

/** What of the environment differs between two recorded commits, as the later one has it. */
export function environmentWords(
  { cpu, node, image }: RecordedCommit,
  before: RecordedCommit | null,
): Words | null {
  const parts = [
    cpu !== before?.cpu && outside('label', cpu),
    node !== null && node !== before?.node && words`Node ${outside('label', node)}`,
    image !== null && image !== before?.image && outside('label', image),
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : listed(parts)
}
