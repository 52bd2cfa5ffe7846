import { formatQuantity, grouped, plural } from '../../report/quantity.ts'
import { stepState } from '../../report/view/history-words.ts'
import { shortSha } from '../../report/text/outside.ts'
import { commitHash } from '../chart-link.ts'
import type { ChangeRow } from '../format.ts'
import { type App, changeLabel, chartLink, note, pullLink, type View } from './app.ts'
import { fill, h, inner, inPortions, outer, outside, plain } from './dom.ts'
import { isTyping } from './overview.ts'
import { type CommitRoute, hashOf, OVERVIEW, type Route } from './route.ts'
import { DataError } from './source.ts'
import { intervalOf, isCertain, minuteOf, sideOf, subjectOf, verdictWords, webAddress } from './words.ts'

/** What one commit changed. */
export function commitView(app: App, first: CommitRoute): View {
  const { commits } = app.index
  const at = commits.findIndex(({ sha }) => first.sha.length >= 7 && sha.startsWith(first.sha))
  if (at === -1) return missing(first.sha)
  const commit = commits[at]!
  const list = h('div', { class: 'list' }, note('Reading what it changed …'))
  app.source.changes(at).then(
    (rows) => fill(list, ...changesOf(app, rows)),
    (error: unknown) => {
      if (!(error instanceof DataError)) throw error
      fill(list, h('p', { class: 'note failed', role: 'alert' }, error.message))
    },
  )
  const step = (by: number) => {
    const next = commits[at + by]
    if (next !== undefined) app.go({ view: 'commit', sha: next.sha })
    return next !== undefined
  }
  return {
    element: h(
      'div',
      { class: 'commit' },
      h(
        'nav',
        { class: 'crumbs', 'aria-label': 'Place' },
        inner(hashOf(OVERVIEW), {}, 'All benchmarks'),
        neighbours(app, at),
      ),
      heading(app, at),
      stepsAt(app, at),
      h('section', { 'aria-labelledby': 'changes' }, h('h2', { id: 'changes' }, 'Against its parent'), list),
    ),
    title: `Commit ${shortSha(commit.sha)}`,
    update: (next: Route) => next.view === 'commit' && commit.sha.startsWith(next.sha),
    key: (event) => {
      if (isTyping(event)) return false
      if (event.key === 'ArrowLeft') return step(-1)
      return event.key === 'ArrowRight' ? step(1) : false
    },
  }
}

const missing = (sha: string): View => ({
  element: h(
    'div',
    {},
    h('nav', { class: 'crumbs', 'aria-label': 'Place' }, inner(hashOf(OVERVIEW), {}, 'All benchmarks')),
    h('h1', {}, 'No such commit'),
    note('No recorded commit has an id that begins with ', outside(sha, 40), '. It may have been pruned.'),
  ),
  title: 'No such commit',
  update: () => false,
})

function neighbours({ index: { commits } }: App, at: number): HTMLElement {
  const link = (i: number, words: string) => {
    const commit = commits[i]
    return commit === undefined
      ? h('span', { class: 'off' }, words)
      : inner(commitHash(commit.sha), { title: plain(commit.subject) }, words)
  }
  return h('span', { class: 'neighbours' }, link(at - 1, '← Earlier'), link(at + 1, 'Later →'))
}

function heading({ index }: App, at: number): HTMLElement {
  const commit = index.commits[at]!
  const { sha, parent, time, cpu, node, image, releases, importedFrom } = commit
  const compare = parent === null ? null : webAddress(index, { compare: [parent, sha] })
  const fact = (name: string, ...value: (Node | string | null)[]) =>
    h('div', {}, h('dt', {}, name), h('dd', {}, ...value))
  const pull = pullLink(index, commit)
  return h(
    'div',
    { class: 'heading' },
    h('h1', {}, outside(subjectOf(commit), 160)),
    h(
      'dl',
      { class: 'facts' },
      fact('Commit', outer(webAddress(index, { commit: sha }), h('span', { class: 'sha' }, shortSha(sha)))),
      pull === null ? null : fact('Pull request', pull),
      parent === null
        ? null
        : fact(
            'Parent',
            inner(commitHash(parent), { class: 'sha' }, shortSha(parent)),
            ...(compare === null ? [] : [' ', outer(compare, 'compare')]),
          ),
      fact('Made', h('time', { datetime: time }, minuteOf(time))),
      releases.length === 0 ? null : fact('Release', outside(releases.join(', '), 60)),
      fact(
        'Measured on',
        outside([cpu, node && `Node ${node.replace(/^v/, '')}`, image].filter(Boolean).join(', '), 120),
      ),
      importedFrom === null ? null : fact('Imported from', outside(importedFrom, 60)),
    ),
  )
}

/** The change points that may lie at a commit. */
function stepsAt({ index }: App, at: number): HTMLElement | null {
  const steps = index.trends.flatMap((trend) =>
    trend.steps.filter(({ from, to }) => from < at && at <= to).map((step) => ({ trend, step })),
  )
  if (steps.length === 0) return null
  steps.sort((a, b) => Math.abs(b.step.change.log) - Math.abs(a.step.change.log))
  const rows = h('ul', { class: 'steps' })
  const more = inPortions(rows, steps, ({ trend, step }) =>
    h(
      'li',
      {},
      changeLabel(trend, step.change),
      chartLink(trend),
      h('span', { class: 'metric' }, outside(trend.metric, 40)),
      h('span', { class: `tag ${stepState(step).replace(' ', '-')}` }, stepState(step)),
      step.at === at ? null : h('span', { class: 'hint' }, 'near this commit'),
    ),
  )
  return h(
    'section',
    { 'aria-labelledby': 'steps' },
    h('h2', { id: 'steps' }, 'Change points here ', h('span', { class: 'count' }, grouped(steps.length))),
    rows,
    more,
  )
}

function changesOf(app: App, rows: readonly ChangeRow[]): HTMLElement[] {
  if (rows.length === 0) return [note('No benchmark was recorded on this commit.')]
  const size = ({ change }: ChangeRow) => (change === null ? -1 : Math.abs(change.log))
  const sorted = [...rows].sort((a, b) => size(b) - size(a) || a.trend - b.trend)
  const body = h('tbody', { role: 'rowgroup' })
  const more = inPortions(body, sorted, (row) => changeRow(app, row))
  const measured = rows.filter(({ change }) => change !== null).length
  const header = (words: string, className: string) =>
    h('th', { role: 'columnheader', scope: 'col', class: className }, words)
  const table = h(
    'table',
    { role: 'table', class: 'changes' },
    h('caption', { class: 'unseen' }, 'Changes against the parent, the largest first'),
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        header('Change', 'state'),
        header('95 % interval', 'number'),
        header('Benchmark', 'named'),
        header('Value', 'number value'),
        header('Verdict', 'verdict'),
      ),
    ),
    body,
  )
  const sides = rows.map(({ trend, change }) => {
    const of = app.index.trends[trend]
    return of !== undefined && isCertain(change) ? sideOf(of, change?.log ?? null) : 0
  })
  const count = (side: number) => grouped(sides.filter((one) => one === side).length)
  const said = note(
    `${plural(rows.length, 'series', 'series')}, ${measured === rows.length ? 'all' : grouped(measured)} measured beside the parent: ${count(1)} worse, ${count(-1)} better, the others no more than chance. The largest change is first.`,
  )
  return more === null ? [said, table] : [said, table, more]
}

function changeRow({ index }: App, { trend: i, value, change, verdict }: ChangeRow): HTMLElement {
  const trend = index.trends[i]
  if (trend === undefined) return h('tr', {})
  return h(
    'tr',
    { role: 'row', class: `${verdict ?? ''}` },
    h(
      'td',
      { role: 'cell', class: 'state' },
      change === null ? h('span', { class: 'change none' }, 'not measured') : changeLabel(trend, change),
    ),
    h('td', { role: 'cell', class: 'number interval' }, change === null ? '—' : intervalOf(trend, change)),
    h(
      'td',
      { role: 'cell', class: 'named' },
      chartLink(trend),
      h('span', { class: 'metric' }, outside(trend.metric, 40)),
      h('span', { class: 'suite' }, outside(trend.suite, 70)),
    ),
    h('td', { role: 'cell', class: 'number value' }, formatQuantity(value, trend.unit)),
    h(
      'td',
      { role: 'cell', class: 'verdict' },
      verdict === 'unchanged' ? verdict : (verdictWords(verdict) ?? '—'),
    ),
  )
}
