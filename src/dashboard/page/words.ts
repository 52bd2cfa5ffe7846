import type { Verdict } from '../../model/assessment.ts'
import type { Break, LogChange, Milestones, RecordedCommit } from '../../model/trend.ts'
import { formatLevel, formatLimit, plural } from '../../report/quantity.ts'
import { directionOf, directionOfAll, effectWords, intervalWords, worse } from '../../report/view/change.ts'
import { breakWords, changed } from '../../report/view/history-words.ts'
import type { DashboardIndex, TrendSummary } from '../format.ts'

// What only the page says; what others say too is in `report/view/`. Nothing here touches the page.

type Measured = Pick<TrendSummary, 'unit' | 'better'>

/** The statuses of trends, the worst first. */
export const STATUSES = [
  'over-budget',
  'slower',
  'creeping',
  'steady',
  'faster',
] as const satisfies readonly TrendSummary['status'][]

/** What a status is called where trends of several units have it. */
export const STATUS_WORDS: Record<TrendSummary['status'], string> = {
  'over-budget': 'over budget',
  slower: 'worse',
  creeping: 'creeping',
  steady: 'steady',
  faster: 'better',
}

export function statusWords(trend: Measured & Pick<TrendSummary, 'status'>): string {
  if (trend.status === 'slower') return directionOf(trend).worse
  return trend.status === 'faster' ? directionOf(trend).better : STATUS_WORDS[trend.status]
}

/** `12.3 % slower`; `—` where nothing is known. */
export const changeWords = (trend: Measured, log: number | null): string =>
  effectWords({ ...trend, effect: log === null ? null : Math.expm1(log) })

/** `11.1 to 13.4`. */
export const intervalOf = (trend: Measured, change: LogChange): string =>
  intervalWords(changed(trend, change)) ?? ''

/** Whether a change is for the worse (1), for the better (-1), or none that words would state (0). */
export function sideOf(trend: Measured, log: number | null): -1 | 0 | 1 {
  if (log === null || changeWords(trend, log) === 'no difference') return 0
  return worse(trend, log) > 0 ? 1 : -1
}

/** Whether a change is more than chance: by its interval, or by its size where there is none. */
export function isCertain(change: LogChange | number | null): boolean {
  if (change === null) return false
  return typeof change === 'number' ? Math.abs(change) >= LEAST_CHANGE : change.low * change.high > 0
}

/** A step is reported from 2 % on; two values of a benchmark differ by less from one run to the next. */
const LEAST_CHANGE = Math.log(1.02)

/** What a commit says it does, without the number of its pull request, which stands beside it as a link. */
export const subjectOf = ({ subject, pull }: Pick<RecordedCommit, 'subject' | 'pull'>): string =>
  pull !== null && subject.endsWith(` (#${pull})`) ? subject.slice(0, -` (#${pull})`.length) : subject

/** The news in one line, as the title of a comment: the first that holds. */
export function headline(
  trends: readonly Pick<TrendSummary, 'status' | 'file' | 'unit' | 'better'>[],
): string {
  const of = (status: TrendSummary['status']) => trends.filter((trend) => trend.status === status)
  const count = (list: readonly { file: number }[]) =>
    plural(new Set(list.map(({ file }) => file)).size, 'benchmark')
  const [over, slower, creeping] = [of('over-budget'), of('slower'), of('creeping')]
  if (trends.length === 0) return 'No benchmark was recorded yet'
  if (over.length > 0) return `${count(over)} over budget`
  if (slower.length > 0) return `${count(slower)} ${directionOfAll(slower).worse} than before`
  if (creeping.length > 0) return `${count(creeping)} creeping`
  return trends.length === 1 ? 'The benchmark holds its level' : `All ${count(trends)} hold their level`
}

/** What is newest against a milestone. */
export function sinceOf(trend: Pick<TrendSummary, 'milestones'>, since: keyof Milestones): number | null {
  const factor = trend.milestones[since]?.factor ?? null
  return factor === null || !(factor > 0) ? null : Math.log(factor)
}

export const SINCE_WORDS: Record<keyof Milestones, string> = {
  release: 'last release',
  best: 'best',
  first: 'first',
}

/** What a reader should know where the line breaks. */
export function breakText(what: Break | 'environment'): string {
  const words = what === 'environment' ? 'another machine or Node' : breakWords(what)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

const VERDICTS: Partial<Record<Verdict, string>> = {
  'over-budget': 'over budget',
  'slower-small': 'below the floor',
  insufficient: 'too few samples',
  failed: 'failed',
  missing: 'did not run',
}
/** A verdict of a recorded run; those that words of change already state need none. */
export const verdictWords = (verdict: Verdict | null): string | null =>
  verdict === null || verdict === 'unchanged' ? null : (VERDICTS[verdict] ?? verdict)

/** Lines of the budget, of which the chart draws absolute ones. */
export function budgetLines({ budget, unit }: Pick<TrendSummary, 'budget' | 'unit'>) {
  const lines: { value: number; words: string; isFail: boolean }[] = []
  for (const kind of ['max', 'min'] as const) {
    for (const severity of ['fail', 'warn'] as const) {
      const value = budget?.[kind]?.[severity] ?? null
      if (value === null) continue
      const isFail = severity === 'fail'
      const words = `${kind}${isFail ? '' : ' (warn)'} ${formatLimit(value, unit)}`
      lines.push({ value, words, isFail })
    }
  }
  return lines
}

/** `max 200 ms · regression 5 % · warning 2.5 %`. */
export function budgetWords(trend: Pick<TrendSummary, 'budget' | 'unit'>): string | null {
  const { fail = null, warn = null } = trend.budget?.maxRegression ?? {}
  const levels = [
    ...(fail === null ? [] : [`regression ${formatLevel(fail)}`]),
    ...(warn === null ? [] : [`warning ${formatLevel(warn)}`]),
  ]
  const all = [...budgetLines(trend).map(({ words }) => words), ...levels]
  return all.length === 0 ? null : all.join(' · ')
}

/** The day of an ISO date; what is none is shown as it is. */
export const dayOf = (iso: string): string => (/^\d{4}-\d\d-\d\dT/.test(iso) ? iso.slice(0, 10) : iso)

/** The day and the minute, in UTC. */
export const minuteOf = (iso: string): string =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(iso) ? `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC` : iso

/** Where a thing of the repository is on the web; null: not known, or no address that a page should open. */
export function webAddress(
  { url }: Pick<DashboardIndex, 'url'>,
  path: { commit: string } | { pull: number } | { compare: readonly [string, string] },
): string | null {
  if (url === null || !/^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)*$/.test(url)) return null
  if ('pull' in path) return Number.isSafeInteger(path.pull) ? `${url}/pull/${path.pull}` : null
  const shas = 'commit' in path ? [path.commit] : path.compare
  if (!shas.every((sha) => /^[0-9a-f]{7,64}$/.test(sha))) return null
  return 'commit' in path ? `${url}/commit/${shas[0]}` : `${url}/compare/${shas.join('...')}`
}
