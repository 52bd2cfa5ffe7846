import type { RecordedCommit, TrendEvent } from '../../model/trend.ts'
import { grouped, plural, formatQuantity } from '../../report/quantity.ts'
import { bisectLine } from '../../report/view/bisect-line.ts'
import { outlookWords, precisionWords, stepState } from '../../report/view/history-words.ts'
import { shortSha } from '../../report/text/outside.ts'
import { commitHash } from '../chart-link.ts'
import type { TrendSummary } from '../format.ts'
import { type App, beginning, changeLabel, chartLink, note, statusLabel, type View } from './app.ts'
import { fill, h, inner, inPortions, outside, plain, said, sign } from './dom.ts'
import { countsOf, groupsOf, listed } from './listing.ts'
import { GROUPS, type OverviewRoute, type Route, SINCE, SORTS } from './route.ts'
import { sparkline } from './sparkline.ts'
import {
  changeWords,
  dayOf,
  headline,
  minuteOf,
  SINCE_WORDS,
  sinceOf,
  STATUS_WORDS,
  STATUSES,
} from './words.ts'

/** Events that are shown before somebody asks for all. */
const EVENTS_SHOWN = 5
const SORT_WORDS = { worst: 'worst first', name: 'name', change: 'newest change', since: 'change since' }
const GROUP_WORDS = { none: 'no groups', group: 'by group', suite: 'by suite' }

/** All benchmarks, what happened to them, and what is to be expected of them. */
export function overviewView(app: App, first: OverviewRoute): View {
  const { index } = app
  let route = first
  const go = (changed: Partial<OverviewRoute>, how: 'push' | 'replace' = 'push') =>
    app.go({ ...route, ...changed }, how)
  const tools = toolbar(app, go)
  const list = h('div', { class: 'list' })
  const draw = () => {
    const shown = shownOf(app, route)
    tools.update(shown)
    fill(list, ...listOf(app, shown, go))
  }
  draw()
  return {
    element: h(
      'div',
      { class: 'overview' },
      heading(app),
      eventsSection(app),
      h(
        'section',
        { 'aria-labelledby': 'benchmarks' },
        h('h2', { id: 'benchmarks' }, 'Benchmarks'),
        tools.element,
        list,
      ),
      foot(app),
    ),
    title: 'Benchmarks',
    update: (next: Route) => {
      if (next.view !== 'overview') return false
      route = next
      draw()
      if (index.trends.length > 0)
        app.announce(`${plural(listed(index.trends, route).length, 'benchmark')} found`)
      return true
    },
    key: (event) => {
      if (event.key === '/' && !isTyping(event)) {
        tools.search.focus()
        return true
      }
      if (event.key !== 'Escape' || route.search === '') return false
      go({ search: '' })
      return true
    },
  }
}

const hasRelease = ({ index }: App): boolean =>
  index.trends.some(({ milestones }) => milestones.release !== null)

/** Where nothing has a release, a column of dashes would say less than the first commit. */
const shownOf = (app: App, route: OverviewRoute): OverviewRoute =>
  hasRelease(app) || route.since !== 'release' ? route : { ...route, since: 'first' }

export const isTyping = ({ target }: Event): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement

function heading({ index }: App): HTMLElement {
  const { commits, trends } = index
  const [oldest, newest] = [commits[0], commits.at(-1)]
  const benchmarks = new Set(trends.map(({ file }) => file)).size
  const day = ({ time }: RecordedCommit) => h('time', { datetime: time }, dayOf(time))
  const span =
    oldest === undefined || newest === undefined
      ? ['No commit was recorded yet.']
      : [
          `${plural(benchmarks, 'benchmark')} on ${plural(commits.length, 'commit')}, `,
          day(oldest),
          ' to ',
          day(newest),
        ]
  return h('div', { class: 'heading' }, h('h1', {}, headline(trends)), h('p', { class: 'lead' }, ...span))
}

function eventsSection(app: App): HTMLElement | null {
  const { events } = app.index
  if (events.length === 0) return null
  const rank = ({ standing, at }: TrendEvent) => (standing === 'standing' ? 1e9 : 0) + at
  const sorted = [...events].sort((a, b) => rank(b) - rank(a))
  const standing = sorted.filter((event) => event.standing === 'standing').length
  const rows = h(
    'ol',
    { class: 'events' },
    ...sorted.slice(0, EVENTS_SHOWN).map((event) => eventRow(app, event)),
  )
  const more = h(
    'button',
    {
      type: 'button',
      class: 'more',
      click: () => {
        rows.append(...sorted.slice(EVENTS_SHOWN).map((event) => eventRow(app, event)))
        more.remove()
      },
    },
    `Show all ${grouped(sorted.length)} change points`,
  )
  return h(
    'section',
    { 'aria-labelledby': 'events' },
    h(
      'h2',
      { id: 'events' },
      'Change points ',
      h('span', { class: 'count' }, standing === 0 ? 'nothing to fix' : `${grouped(standing)} not fixed`),
    ),
    rows,
    sorted.length > EVENTS_SHOWN ? more : null,
  )
}

function eventRow(app: App, event: TrendEvent): HTMLElement {
  const { index } = app
  const commit = index.commits[event.at]
  const members = event.members.flatMap((member) => {
    const trend = index.trends[member.trend]
    const step = trend?.steps[member.step]
    return trend === undefined || step === undefined ? [] : [{ trend, step }]
  })
  const largest = members[0]
  if (commit === undefined || largest === undefined) return h('li', {})
  const benchmarks = new Set(members.map(({ trend }) => trend.file)).size
  const list = h('ul', { hidden: true, id: `event-${event.at}-${event.worse ? 'worse' : 'better'}` })
  const toggle = h(
    'button',
    {
      type: 'button',
      'aria-expanded': 'false',
      'aria-controls': list.id,
      click: () => {
        if (list.childElementCount === 0) list.append(...membersOf(index, members, event))
        list.hidden = !list.hidden
        toggle.setAttribute('aria-expanded', `${!list.hidden}`)
      },
    },
    plural(benchmarks, 'benchmark'),
  )
  const state = stepState(event)
  const up = largest.step.change.log > 0
  return h(
    'li',
    { class: `event ${event.standing ?? 'done'}` },
    h(
      'div',
      { class: 'row' },
      h(
        'span',
        { class: `size ${event.worse ? 'worse' : 'better'}` },
        sign(up ? 'up' : 'down'),
        `${members.length > 1 ? 'up to ' : ''}${changeWords(largest.trend, largest.step.change.log)}`,
      ),
      sinceLabel(index, commit, event),
      h(
        'span',
        { class: `tag ${state.replace(' ', '-')}`, title: plain(event.accepted ?? '') || null },
        state,
      ),
      h('time', { datetime: commit.time }, dayOf(commit.time)),
      toggle,
    ),
    event.accepted === null ? null : h('p', { class: 'reason' }, outside(event.accepted, 160)),
    list,
  )
}

const sinceLabel = (index: App['index'], commit: RecordedCommit, event: TrendEvent): HTMLElement =>
  h('span', { class: 'since' }, 'since ', ...beginning(index, commit, event))

/** The benchmarks that an event moved, and the command that measures its commits. */
function membersOf(
  { key }: App['index'],
  members: readonly { trend: TrendSummary; step: TrendSummary['steps'][number] }[],
  { id, from, to, creptTo }: TrendEvent,
): HTMLElement[] {
  const items = members.map(({ trend, step }) =>
    h(
      'li',
      {},
      changeLabel(trend, step.change),
      chartLink(trend),
      h('span', { class: 'metric' }, outside(trend.metric, 40)),
    ),
  )
  const line = bisectLine(id, { key })
  if (line === null) return items
  const toFind = `To find ${creptTo === undefined ? 'the commit' : 'where it began'}: `
  const lead = to - from <= 1 ? 'To measure it again: ' : toFind
  return [...items, h('li', { class: 'bisect' }, lead, h('code', {}, plain(line, 2000)))]
}

type Go = (changed: Partial<OverviewRoute>, how?: 'push' | 'replace') => void

function toolbar(app: App, go: Go) {
  const { index } = app
  const metrics = [...new Set(index.trends.map(({ metric }) => metric))]
  const search = h('input', {
    type: 'search',
    placeholder: 'Name, suite or metric',
    'aria-label': 'Search benchmarks by name, suite or metric',
    'aria-keyshortcuts': '/',
    autocomplete: 'off',
    spellcheck: 'false',
    input: () => go({ search: search.value }, 'replace'),
  })
  const statuses = h('div', { class: 'statuses', role: 'group', 'aria-label': 'Status' })
  const selects = selectsOf(
    metrics,
    SINCE.filter((since) => since !== 'release' || hasRelease(app)),
    go,
  )
  const [metric, sort, group, since] = selects
  return {
    search,
    element: h(
      'div',
      { class: 'toolbar' },
      h('div', { class: 'search' }, search, h('kbd', { 'aria-hidden': 'true' }, '/')),
      statuses,
      h(
        'div',
        { class: 'selects' },
        ...(metrics.length > 1 ? selects : selects.slice(1)).map(({ element }) => element),
      ),
    ),
    update(route: OverviewRoute) {
      // Not while somebody types: the cursor would jump to the end.
      if (search.value !== route.search) search.value = route.search
      metric.element.querySelector('select')!.value = route.metric ?? ''
      sort.element.querySelector('select')!.value = route.sort
      group.element.querySelector('select')!.value = route.group
      since.element.querySelector('select')!.value = route.since
      updateStatuses(statuses, index.trends, route, go)
    },
  }
}

function selectsOf(metrics: readonly string[], sinces: readonly OverviewRoute['since'][], go: Go) {
  return [
    select('Metric', [['', 'all metrics'], ...metrics.map((id) => [id, plain(id, 30)] as const)], (metric) =>
      go({ metric: metric || null }),
    ),
    select(
      'Sort',
      SORTS.map((value) => [value, SORT_WORDS[value]]),
      (sort) => go({ sort: sort as OverviewRoute['sort'] }),
    ),
    select(
      'Groups',
      GROUPS.map((value) => [value, GROUP_WORDS[value]]),
      (group) => go({ group: group as OverviewRoute['group'] }),
    ),
    select(
      'Change since',
      sinces.map((value) => [value, SINCE_WORDS[value]]),
      (since) => go({ since: since as OverviewRoute['since'] }),
    ),
  ] as const
}

function updateStatuses(
  statuses: HTMLElement,
  trends: readonly TrendSummary[],
  route: OverviewRoute,
  go: Go,
): void {
  const counts = countsOf(trends, route)
  const focused = statuses.contains(document.activeElement) ? document.activeElement?.textContent : null
  fill(
    statuses,
    ...STATUSES.filter((status) => counts.has(status) || status === route.status).map((status) =>
      h(
        'button',
        {
          type: 'button',
          class: status,
          'aria-pressed': `${status === route.status}`,
          click: () => go({ status: status === route.status ? null : status }),
        },
        h('b', {}, grouped(counts.get(status) ?? 0)),
        ` ${STATUS_WORDS[status]}`,
      ),
    ),
  )
  if (focused != null)
    [...statuses.querySelectorAll('button')].find(({ textContent }) => textContent === focused)?.focus()
}

function select(
  label: string,
  options: readonly (readonly [string, string])[],
  choose: (value: string) => void,
) {
  const input = h(
    'select',
    { change: () => choose(input.value) },
    ...options.map(([value, words]) => h('option', { value }, words)),
  )
  return { element: h('label', {}, h('span', {}, label), input) }
}

function listOf(app: App, route: OverviewRoute, go: Go): HTMLElement[] {
  const { trends } = app.index
  const found = listed(trends, route)
  if (found.length === 0) {
    if (trends.length === 0) return [note('No benchmark was recorded yet.')]
    const all = h(
      'button',
      { type: 'button', click: () => go({ search: '', status: null, metric: null }) },
      'Show all',
    )
    return [note('No benchmark is like that. ', all)]
  }
  const groups = groupsOf(found, route.group)
  const flat = groups.flatMap(([name, members]) => [
    ...(route.group === 'none' ? [] : [{ name, count: members.length }]),
    ...members,
  ])
  const body = h('tbody', { role: 'rowgroup' })
  const more = inPortions(body, flat, (row) => ('count' in row ? groupRow(row) : trendRow(app, row, route)))
  const header = (words: string, className: string, sort?: 'ascending' | 'descending' | null) =>
    h('th', { role: 'columnheader', scope: 'col', class: className, 'aria-sort': sort ?? null }, words)
  const table = h(
    'table',
    { role: 'table', class: 'trends' },
    h('caption', { class: 'unseen' }, `${plural(found.length, 'benchmark')}, ${SORT_WORDS[route.sort]}`),
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        header('Status', 'state', route.sort === 'worst' ? 'descending' : null),
        header('Benchmark', 'named', route.sort === 'name' ? 'ascending' : null),
        header('Trend', 'course'),
        header('Level', 'number'),
        header(
          `Since ${SINCE_WORDS[route.since]}`,
          'number since',
          route.sort === 'since' ? 'descending' : null,
        ),
        header('Newest change', 'number newest', route.sort === 'change' ? 'descending' : null),
      ),
    ),
    body,
  )
  return more === null ? [table] : [table, more]
}

const groupRow = ({ name, count }: { name: string; count: number }): HTMLElement =>
  h(
    'tr',
    { role: 'row', class: 'group' },
    h(
      'th',
      { role: 'rowheader', scope: 'rowgroup', colspan: 6 },
      name === '' ? 'without a group' : outside(name, 100),
      h('span', { class: 'count' }, grouped(count)),
    ),
  )

function trendRow({ index }: App, trend: TrendSummary, { since }: OverviewRoute): HTMLElement {
  const { milestones } = trend
  const release = since === 'release' ? (milestones.release?.name ?? null) : null
  return h(
    'tr',
    { role: 'row', class: trend.status },
    h('td', { role: 'cell', class: 'state' }, statusLabel(trend)),
    h(
      'td',
      { role: 'cell', class: 'named' },
      chartLink(trend),
      h('span', { class: 'metric' }, outside(trend.metric, 40)),
      h('span', { class: 'suite' }, outside(trend.suite, 70)),
      ...outlookWords(index.commits, trend).map((words) => h('span', { class: 'hint' }, ...said(words))),
    ),
    h('td', { role: 'cell', class: 'course' }, sparkline(trend.sparkline, trend.status)),
    h('td', { role: 'cell', class: 'number value' }, formatQuantity(trend.now, trend.unit)),
    h(
      'td',
      {
        role: 'cell',
        class: 'number since',
        title: release === null ? null : plain(release),
        'data-since': SINCE_WORDS[since],
      },
      changeLabel(trend, sinceOf(trend, since)),
    ),
    h(
      'td',
      { class: 'number newest' },
      h('span', { class: 'change none' }, changeWords(trend, trend.change)),
    ),
  )
}

function foot({ index }: App): HTMLElement {
  const newest = index.commits.at(-1)
  const precision = precisionWords(index.precision)
  return h(
    'footer',
    {},
    precision === null ? null : h('p', {}, precision, '.'),
    h(
      'p',
      {},
      `Written by Benchgate ${plain(index.by, 20)} on ${minuteOf(index.writtenAt)}`,
      ...(newest === undefined
        ? []
        : [', up to ', inner(commitHash(newest.sha), { class: 'sha' }, shortSha(newest.sha))]),
      '. Keys: ',
      h('kbd', {}, '/'),
      ' searches, ',
      h('kbd', {}, '←'),
      ' ',
      h('kbd', {}, '→'),
      ' go over commits, ',
      h('kbd', {}, 'Enter'),
      ' opens one, ',
      h('kbd', {}, 'Esc'),
      ' clears.',
    ),
  )
}
