import { keyText } from '../../model/benchmark.ts'
import type { LogChange, RecordedCommit, Step } from '../../model/trend.ts'
import { shortSha } from '../../report/text/outside.ts'
import { creptWords } from '../../report/view/history-words.ts'
import { chartHash, commitHash } from '../chart-link.ts'
import type { DashboardIndex, TrendSummary } from '../format.ts'
import { h, inner, outer, outside, plain, said, sign } from './dom.ts'
import type { Route } from './route.ts'
import type { Source } from './source.ts'
import { changeWords, isCertain, sideOf, statusWords, subjectOf, webAddress } from './words.ts'

// What all views share: the data, ways to go from one to another, and small parts that look alike everywhere.

export interface App {
  source: Source
  index: DashboardIndex
  /** Shows another view, as a new entry of the browser's history or in the place of the present one. */
  go: (route: Route, how?: 'push' | 'replace') => void
  /** Says something to who cannot see it. */
  announce: (text: string) => void
}

/** One view on the page. */
export interface View {
  element: HTMLElement
  title: string
  /** Shows another route in the same view; false where it takes another view. */
  update: (route: Route) => boolean
  /** Whether it did something with a key. */
  key?: (event: KeyboardEvent) => boolean
  destroy?: () => void
}

/** The indexes of the trends of each benchmark, by the text of its key as an address can hold it. */
export const trendsByKey = ({ trends }: DashboardIndex): Map<string, number[]> =>
  Map.groupBy(
    trends.map((_, i) => i),
    (i) => keyText(trends[i]!).toWellFormed(),
  )

/** `4f1c2aa`, which opens what the commit changed. */
export const commitLink = ({ sha }: RecordedCommit): HTMLElement =>
  inner(commitHash(sha), { class: 'sha' }, shortSha(sha))

/** What a commit says it does, in full where somebody points at it. */
export const subjectText = (commit: RecordedCommit, cells: number): HTMLElement =>
  h('span', { class: 'subject', title: plain(commit.subject) }, outside(subjectOf(commit), cells))

/** Where a step began, with what its commit says; or where it crept on to: then no commit is the cause. */
export function beginning(
  index: DashboardIndex,
  commit: RecordedCommit,
  step: Pick<Step, 'creptTo'>,
): (HTMLElement | string | null)[] {
  const pull = pullLink(index, commit)
  if (step.creptTo === undefined) return [commitLink(commit), ' ', pull, ' ', subjectText(commit, 100)]
  const crept = said(creptWords(index.commits, step))
  return [h('span', {}, commitLink(commit), ...(pull === null ? [] : [' ', pull]), ...crept)]
}

/** `#412` on the web; null where a commit names none. */
export const pullLink = (index: DashboardIndex, { pull }: RecordedCommit): HTMLElement | null =>
  pull === null ? null : outer(webAddress(index, { pull }), `#${pull}`)

export const chartLink = (trend: TrendSummary): HTMLElement =>
  inner(
    chartHash(trend, trend.metric),
    { class: 'name', title: plain(`${trend.suite} › ${trend.name}`) },
    outside(trend.name, 90),
  )

/**
 * A change in words. The arrow goes where the value goes; colour and words say what it means. What may be
 * chance has neither.
 */
export function changeLabel(trend: TrendSummary, change: LogChange | number | null): HTMLElement {
  const log = typeof change === 'number' ? change : (change?.log ?? null)
  const words = changeWords(trend, log)
  const side = sideOf(trend, log)
  if (log === null || side === 0 || !isCertain(change)) return h('span', { class: 'change none' }, words)
  return h('span', { class: `change ${side > 0 ? 'worse' : 'better'}` }, sign(log > 0 ? 'up' : 'down'), words)
}

export function statusLabel(trend: TrendSummary): HTMLElement {
  const goesUp = trend.better === 'lower' ? trend.status === 'slower' : trend.status === 'faster'
  const kind = { 'over-budget': 'over', creeping: 'creep', steady: 'steady' } as const
  const drawn =
    trend.status === 'slower' || trend.status === 'faster' ? (goesUp ? 'up' : 'down') : kind[trend.status]
  return h('span', { class: `status ${trend.status}` }, sign(drawn), statusWords(trend))
}

/** A choice of a few, as buttons of which one is pressed. */
export function choice<T extends string>(
  label: string,
  options: readonly (readonly [T, string])[],
  chosen: T,
  choose: (value: T) => void,
): HTMLElement {
  const buttons = options.map(([value, words]) =>
    h('button', { type: 'button', 'aria-pressed': `${value === chosen}`, click: () => choose(value) }, words),
  )
  return h('div', { class: 'choice', role: 'group', 'aria-label': label }, ...buttons)
}

/** What a view says while it waits, and when it cannot go on. */
export const note = (...children: (Node | string)[]): HTMLElement => h('p', { class: 'note' }, ...children)
