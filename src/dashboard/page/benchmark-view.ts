import { formatPair, formatQuantity, grouped } from '../../report/quantity.ts'
import { creptWords, outlookWords, stepState } from '../../report/view/history-words.ts'
import { shortSha, written } from '../../report/text/outside.ts'
import type { TrendColumns, TrendSummary } from '../format.ts'
import {
  type App,
  beginning,
  changeLabel,
  choice,
  commitLink,
  note,
  pullLink,
  statusLabel,
  subjectText,
  trendsByKey,
  type View,
} from './app.ts'
import { type Chart, drawChart } from './chart.ts'
import { fill, h, inner, inPortions, outer, outside, plain, said } from './dom.ts'
import { isTyping } from './overview.ts'
import { type BenchmarkRoute, hashOf, OVERVIEW, type Route } from './route.ts'
import { DataError } from './source.ts'
import { onTheme } from './theme.ts'
import {
  breakText,
  budgetWords,
  changeWords,
  dayOf,
  intervalOf,
  minuteOf,
  SINCE_WORDS,
  sinceOf,
  subjectOf,
  verdictWords,
  webAddress,
} from './words.ts'

/** The course of one benchmark and metric. */
export function benchmarkView(app: App, first: BenchmarkRoute): View {
  const { index } = app
  const siblings = trendsByKey(index).get(first.key) ?? []
  const chosen = siblings.find((i) => index.trends[i]!.metric.toWellFormed() === first.metric) ?? siblings[0]
  if (chosen === undefined) return missing(first.key)
  const trend = index.trends[chosen]!
  let route: BenchmarkRoute = { ...first, metric: trend.metric }
  const go = (changed: Partial<BenchmarkRoute>) => app.go({ ...route, ...changed })
  const tools = h('div', { class: 'tools' })
  const stage = h('div', { class: 'stage' }, note('Reading its history …'))
  let panel: Panel | null = null
  const drawTools = () => fill(tools, ...toolsOf(app, trend, route, go))
  drawTools()
  app.source.benchmark(trend.file).then(
    (metrics) => {
      const columns = metrics.find((metric) => metric.trend === chosen)
      if (columns === undefined || columns.at.length === 0) fill(stage, note('It has no recorded values.'))
      else panel = panelOf(app, { trend, columns, stage, route: () => route, go })
    },
    (error: unknown) => {
      if (!(error instanceof DataError)) throw error
      fill(stage, h('p', { class: 'note failed', role: 'alert' }, error.message))
    },
  )
  const unlisten = onTheme(() => panel?.draw())
  return {
    element: h(
      'div',
      { class: 'benchmark' },
      h('nav', { class: 'crumbs', 'aria-label': 'Place' }, inner(hashOf(OVERVIEW), {}, 'All benchmarks')),
      heading(trend),
      metricTabs(app, siblings, trend, route),
      factsOf(app, trend),
      tools,
      stage,
      stepsOf(app, trend),
    ),
    title: plain(trend.name, 80),
    update: (next: Route) => {
      if (
        next.view !== 'benchmark' ||
        next.key !== route.key ||
        (next.metric ?? trend.metric) !== trend.metric
      )
        return false
      const before = route
      route = { ...next, metric: trend.metric }
      drawTools()
      const isSameChart = before.x === route.x && before.y === route.y && before.as === route.as
      if (isSameChart) panel?.zoom()
      else panel?.draw()
      return true
    },
    key: (event) => panel?.key(event) ?? false,
    destroy: () => {
      unlisten()
      panel?.destroy()
    },
  }
}

const missing = (key: string): View => ({
  element: h(
    'div',
    {},
    h('nav', { class: 'crumbs', 'aria-label': 'Place' }, inner(hashOf(OVERVIEW), {}, 'All benchmarks')),
    h('h1', {}, 'No such benchmark'),
    note('No recorded benchmark is called ', outside(key), '. It may have been renamed or removed.'),
  ),
  title: 'No such benchmark',
  update: () => false,
})

const heading = (trend: TrendSummary): HTMLElement =>
  h(
    'div',
    { class: 'heading' },
    h('h1', {}, outside(trend.name, 200)),
    h(
      'p',
      { class: 'lead' },
      h('b', {}, outside(trend.metric, 60)),
      ' of ',
      outside(trend.suite, 120),
      trend.occurrence === 1 ? null : `, number ${trend.occurrence} of that name`,
    ),
  )

function metricTabs({ index }: App, siblings: readonly number[], trend: TrendSummary, route: BenchmarkRoute) {
  if (siblings.length < 2) return null
  const links = siblings.map((i) => {
    const { metric } = index.trends[i]!
    const isThis = metric === trend.metric
    return inner(
      hashOf({ ...route, metric, y: 'linear' }),
      { 'aria-current': isThis ? 'page' : null },
      outside(metric, 40),
    )
  })
  return h('nav', { class: 'tabs', 'aria-label': 'Metrics' }, ...links)
}

function factsOf({ index }: App, trend: TrendSummary): HTMLElement {
  const { milestones } = trend
  const fact = (name: string | (Node | string)[], ...value: (Node | string | null)[]) =>
    h('div', {}, h('dt', {}, ...[name].flat()), h('dd', {}, ...value))
  const since = (['release', 'best', 'first'] as const).flatMap((kind) => {
    const milestone = milestones[kind]
    const commit = milestone === null ? undefined : index.commits[milestone.at]
    if (milestone === null || commit === undefined) return []
    const name = 'name' in milestone ? outside(milestone.name, 30) : commitLink(commit)
    return [fact([`Since ${SINCE_WORDS[kind]}, `, name], changeLabel(trend, sinceOf(trend, kind)))]
  })
  const budget = budgetWords(trend)
  return h(
    'div',
    { class: 'summary' },
    h(
      'dl',
      { class: 'facts' },
      fact('Status', statusLabel(trend)),
      fact(trend.isLevel ? 'Level' : 'Newest value', h('b', {}, formatQuantity(trend.now, trend.unit))),
      ...since,
      budget === null ? null : fact('Budget', budget),
    ),
    ...outlookWords(index.commits, trend).map((words) => h('p', { class: 'forecast' }, ...said(words), '.')),
  )
}

type Go = (changed: Partial<BenchmarkRoute>) => void

function toolsOf({ index }: App, trend: TrendSummary, route: BenchmarkRoute, go: Go): HTMLElement[] {
  const canBeLog = trend.sparkline.every((value) => value > 0)
  const isTable = route.as === 'table'
  const isZoomed = route.from !== null || route.to !== null
  const view = choice(
    'Show as',
    [
      ['chart', 'Chart'],
      ['table', 'Table'],
    ],
    route.as,
    (as) => go({ as }),
  )
  if (isTable) return [view]
  return [
    view,
    choice(
      'Horizontal axis',
      [
        ['commits', 'Commits'],
        ['dates', 'Dates'],
      ],
      route.x,
      (x) => go({ x }),
    ),
    ...(canBeLog
      ? [
          choice(
            'Vertical axis',
            [
              ['linear', 'Linear'],
              ['log', 'Log'],
            ],
            route.y,
            (y) => go({ y }),
          ),
        ]
      : []),
    h(
      'button',
      { type: 'button', class: 'reset', disabled: !isZoomed, click: () => go({ from: null, to: null }) },
      'Reset zoom',
    ),
    h(
      'p',
      { class: 'help' },
      `${grouped(trend.points)} of ${grouped(index.commits.length)} commits. Drag to zoom, click a point to open its commit.`,
    ),
  ]
}

interface Panel {
  draw: () => void
  zoom: () => void
  key: (event: KeyboardEvent) => boolean
  destroy: () => void
}

interface PanelGiven {
  trend: TrendSummary
  columns: TrendColumns
  stage: HTMLElement
  route: () => BenchmarkRoute
  go: Go
}

/** The chart with what it says of the point under the cursor, or the table in its place. */
function panelOf(app: App, { trend, columns, stage, route, go }: PanelGiven): Panel {
  const { commits } = app.index
  const open = (at: number) => app.go({ view: 'commit', sha: commits[columns.at[at]!]!.sha })
  const reset = () => go({ from: null, to: null })
  let chart: Chart | null = null
  let point: number | null = null
  const tip = h('div', { class: 'tip', hidden: true })
  const readout = h('div', { class: 'readout' })
  const inView = h('p', { class: 'in-view' })
  const say = (at: number | null) => {
    point = at
    const shown = at ?? columns.at.length - 1
    fill(readout, ...readoutOf(app, trend, columns, shown))
    fill(tip, ...tipOf(app, trend, columns, shown))
    tip.hidden = at === null
  }
  const draw = () => {
    chart?.destroy()
    chart = null
    if (route().as === 'table') return fill(stage, ...tableOf(app, trend, columns))
    const canvas = h('div', { class: 'chart', role: 'img', 'aria-label': labelOf(app, trend, columns) })
    const frame = h('div', { class: 'frame' }, canvas, tip)
    fill(stage, frame, legendOf(columns), inView, readout)
    fill(inView, ...viewText(app, trend, columns, rangeOf(app, route())))
    say(null)
    chart = drawChart(canvas, {
      index: app.index,
      trend,
      columns,
      x: route().x,
      y: route().y,
      range: rangeOf(app, route()),
      onHover: (at) => {
        say(at)
        if (at !== null) putTip(tip, frame)
      },
      onOpen: open,
      onZoom: (from, to) => go({ from: shaAt(app, from), to: shaAt(app, to) }),
      onReset: reset,
    })
  }
  draw()
  return {
    draw,
    zoom: () => {
      fill(inView, ...viewText(app, trend, columns, rangeOf(app, route())))
      chart?.zoom(rangeOf(app, route()))
      chart?.moveTo(null)
    },
    key: (event) => {
      if (chart === null || isTyping(event)) return false
      const shown = visiblePoints(columns, rangeOf(app, route()))
      const sayPoint = (to: number) => app.announce(spoken(app, trend, columns, to))
      return steer(event, chart, { point, shown, say: sayPoint, open: () => open(point!), reset })
    },
    destroy: () => chart?.destroy(),
  }
}

const visiblePoints = ({ at }: TrendColumns, range: Range): number[] =>
  at.flatMap((commit, i) => (range === null || (commit >= range[0] && commit <= range[1]) ? [i] : []))

/** Indexes of the first and the last commit in view; null: all. */
type Range = readonly [number, number] | null

/** How far the level moved from the first to the last of the points in view. */
function viewText(
  { index }: App,
  trend: TrendSummary,
  columns: TrendColumns,
  range: Range,
): (Node | string)[] {
  const shown = visiblePoints(columns, range)
  const [first, last] = [shown[0], shown.at(-1)]
  if (first === undefined || last === undefined || first === last) return []
  const link = (i: number) => commitLink(index.commits[columns.at[i]!]!)
  const ends = ['In view, from ', link(first), ' to ', link(last)]
  const broken = columns.breaks.find(([at, what]) => what !== 'environment' && at > first && at <= last)
  if (broken !== undefined) return [...ends, `: not comparable. ${breakText(broken[1])}.`]
  const course = trend.isLevel ? columns.level : columns.value
  const [from, to] = [course[first] ?? null, course[last] ?? null]
  if (from === null || to === null || !(from > 0) || !(to > 0)) return []
  const change = changeLabel(trend, Math.log(to / from))
  return [...ends, `: ${trend.isLevel ? 'level ' : ''}${formatPair(from, to, trend.unit)}, `, change, '.']
}

/** Moves the cursor of a chart by keys, opens its commit, and leaves first the point and then the zoom. */
function steer(
  event: KeyboardEvent,
  chart: Chart,
  o: {
    point: number | null
    /** Indexes of the points in view. */
    shown: readonly number[]
    say: (to: number) => void
    open: () => void
    reset: () => void
  },
): boolean {
  const { point, shown } = o
  const place = point === null ? shown.length : shown.indexOf(point)
  const to = {
    ArrowLeft: Math.max(0, place - 1),
    ArrowRight: point === null ? 0 : Math.min(shown.length - 1, place + 1),
    Home: 0,
    End: shown.length - 1,
  }[event.key]
  if (to !== undefined && shown[to] !== undefined) {
    chart.moveTo(shown[to])
    o.say(shown[to])
    return true
  }
  if (event.key === 'Enter' && point !== null && !isControl(event)) {
    o.open()
    return true
  }
  if (event.key !== 'Escape') return false
  if (point !== null) chart.moveTo(null)
  else o.reset()
  return true
}

const isControl = ({ target }: Event): boolean =>
  target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement

/** Beside the cursor, on the side that has room for it. */
function putTip(tip: HTMLElement, frame: HTMLElement): void {
  const mark = frame.querySelector('.mark')!.getBoundingClientRect()
  const box = frame.getBoundingClientRect()
  const [x, y] = [mark.left - box.left, mark.top - box.top]
  const isRight = x + tip.offsetWidth + 24 > box.width
  const left = Math.max(0, isRight ? x - tip.offsetWidth - 14 : x + 14)
  const top = Math.max(0, Math.min(y - tip.offsetHeight - 10, box.height - tip.offsetHeight))
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
}

/** Indexes of the commits at the ends of the view; null: all, and where an end is not known. */
function rangeOf({ index: { commits } }: App, { from, to }: BenchmarkRoute): Range {
  const find = (sha: string | null) =>
    sha === null ? -1 : commits.findIndex((commit) => commit.sha.startsWith(sha))
  const [first, last] = [find(from), find(to)]
  return first === -1 || last === -1 || first >= last ? null : [first, last]
}

const shaAt = ({ index }: App, at: number): string => index.commits[at]!.sha.slice(0, 10)

function changeAt({ change, changeLow, changeHigh }: TrendColumns, i: number) {
  const [log, low, high] = [change[i] ?? null, changeLow[i] ?? null, changeHigh[i] ?? null]
  return log === null || low === null || high === null ? null : { log, low, high }
}

const breaksAt = ({ breaks }: TrendColumns, i: number): string[] =>
  breaks.filter(([at]) => at === i).map(([, what]) => breakText(what))

const verdictAt = ({ verdicts }: TrendColumns, i: number) => verdicts.find(([at]) => at === i)?.[1] ?? null

/** What a screen reader says of a point. */
function spoken({ index }: App, trend: TrendSummary, columns: TrendColumns, i: number): string {
  const commit = index.commits[columns.at[i]!]!
  const change = changeAt(columns, i)
  const said = [
    `${dayOf(commit.time)}, ${shortSha(commit.sha)}, ${plain(commit.subject, 80)}`,
    formatQuantity(columns.value[i]!, trend.unit),
    ...(change === null ? [] : [changeWords(trend, change.log)]),
    ...breaksAt(columns, i),
  ]
  return said.join('; ')
}

function tipOf({ index }: App, trend: TrendSummary, columns: TrendColumns, i: number): HTMLElement[] {
  const commit = index.commits[columns.at[i]!]!
  const change = changeAt(columns, i)
  return [
    h(
      'div',
      {},
      h('b', {}, formatQuantity(columns.value[i]!, trend.unit)),
      ' ',
      change === null ? null : changeLabel(trend, change),
    ),
    h(
      'div',
      { class: 'what' },
      h('span', { class: 'sha' }, shortSha(commit.sha)),
      ' ',
      outside(subjectOf(commit), 46),
    ),
  ]
}

function readoutOf(app: App, trend: TrendSummary, columns: TrendColumns, i: number): HTMLElement[] {
  const { index } = app
  const commit = index.commits[columns.at[i]!]!
  const { unit } = trend
  const change = changeAt(columns, i)
  const [low, high] = [columns.low[i]!, columns.high[i]!].map((value) => formatQuantity(value, unit))
  const level = columns.level[i] ?? null
  const compare = commit.parent === null ? null : webAddress(index, { compare: [commit.parent, commit.sha] })
  const interval = change === null ? null : intervalOf(trend, change)
  const verdict = verdictWords(verdictAt(columns, i))
  return [
    h(
      'p',
      { class: 'who' },
      commitLink(commit),
      ' ',
      subjectText(commit, 100),
      ' ',
      pullLink(index, commit),
      ' ',
      compare === null ? null : outer(compare, 'compare'),
    ),
    h(
      'p',
      { class: 'what' },
      h('b', {}, formatQuantity(columns.value[i]!, unit)),
      h('span', {}, `quartiles ${low} to ${high}`),
      level === null ? null : h('span', {}, `level ${formatQuantity(level, unit)}`),
      change === null
        ? h('span', {}, 'not measured beside its parent')
        : h('span', {}, changeLabel(trend, change), ` (${interval}) than its parent`),
      verdict === null ? null : h('span', { class: 'tag' }, verdict),
    ),
    h(
      'p',
      { class: 'where' },
      h('time', { datetime: commit.time }, minuteOf(commit.time)),
      h(
        'span',
        {},
        outside(
          [commit.cpu, commit.node && `Node ${commit.node.replace(/^v/, '')}`].filter(Boolean).join(', '),
          80,
        ),
      ),
      ...breaksAt(columns, i).map((words) => h('span', {}, words)),
    ),
  ]
}

function labelOf({ index }: App, trend: TrendSummary, { at }: TrendColumns): string {
  const [oldest, newest] = [index.commits[at[0]!]!, index.commits[at.at(-1)!]!]
  const steps = trend.steps.map((step) => {
    const crept = written(creptWords(index.commits, step), ({ text }) => shortSha(text))
    const place = `at ${shortSha(index.commits[step.at]?.sha ?? '')}${crept}`
    return `${changeWords(trend, step.change.log)} ${place}`
  })
  const moved = steps.length === 0 ? 'No change points.' : `Change points: ${steps.join('; ')}.`
  return `Chart of ${plain(trend.metric, 60)} of ${plain(trend.name, 120)}, ${dayOf(oldest.time)} to ${dayOf(newest.time)}, now ${formatQuantity(trend.now, trend.unit)}. ${moved} The table has all values.`
}

function legendOf({ level, breaks }: TrendColumns): HTMLElement {
  const hasLevel = level.some((value) => value !== null)
  const entry = (className: string, words: string) => h('li', {}, h('i', { class: className }), words)
  return h(
    'ul',
    { class: 'legend', 'aria-hidden': 'true' },
    entry('dot', 'median of a run, with quartiles'),
    hasLevel ? entry('level', 'level on the newest machine, with 95 % interval') : null,
    entry('flag', 'change point'),
    entry('diamond', 'release'),
    breaks.some(([, what]) => what === 'environment') ? entry('tick', 'another machine or Node') : null,
  )
}

function tableOf({ index }: App, trend: TrendSummary, columns: TrendColumns): HTMLElement[] {
  const body = h('tbody', {})
  const { unit } = trend
  const newestFirst = columns.at.map((_, i) => columns.at.length - 1 - i)
  const more = inPortions(body, newestFirst, (i) => {
    const commit = index.commits[columns.at[i]!]!
    const change = changeAt(columns, i)
    const level = columns.level[i] ?? null
    const notes = [
      verdictWords(verdictAt(columns, i)),
      ...breaksAt(columns, i),
      ...commit.releases.map((name) => plain(name, 30)),
    ]
    return h(
      'tr',
      {},
      h('th', { scope: 'row', class: 'commit' }, commitLink(commit), ' ', outside(subjectOf(commit), 60)),
      h('td', { class: 'date' }, dayOf(commit.time)),
      h('td', { class: 'number' }, formatQuantity(columns.value[i]!, unit)),
      h(
        'td',
        { class: 'number wide' },
        `${formatQuantity(columns.low[i]!, unit)} to ${formatQuantity(columns.high[i]!, unit)}`,
      ),
      h('td', { class: 'number wide' }, formatQuantity(level, unit)),
      h('td', { class: 'number' }, change === null ? '—' : changeLabel(trend, change)),
      h('td', { class: 'notes' }, notes.filter((words) => words !== null).join(', ')),
    )
  })
  const header = (words: string, className = '') => h('th', { scope: 'col', class: className }, words)
  const table = h(
    'table',
    { class: 'points' },
    h(
      'caption',
      { class: 'unseen' },
      `${plain(trend.metric, 60)} of ${plain(trend.name, 120)}, the newest commit first`,
    ),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        header('Commit'),
        header('Date', 'date'),
        header('Median', 'number'),
        header('Quartiles', 'number wide'),
        header('Level', 'number wide'),
        header('Against its parent', 'number'),
        header('Notes', 'notes'),
      ),
    ),
    body,
  )
  return more === null ? [table] : [table, more]
}

function stepsOf({ index }: App, trend: TrendSummary): HTMLElement {
  const heading = h(
    'h2',
    { id: 'steps' },
    'Change points ',
    h('span', { class: 'count' }, grouped(trend.steps.length)),
  )
  if (trend.steps.length === 0)
    return h('section', { 'aria-labelledby': 'steps' }, heading, note('Its level has not changed.'))
  const rows = trend.steps.toReversed().map((step) => {
    const commit = index.commits[step.at]
    const [before, last] = [index.commits[step.from], index.commits[step.creptTo ?? step.to]]
    const range =
      before === undefined || last === undefined
        ? null
        : webAddress(index, { compare: [before.sha, last.sha] })
    const state = stepState(step)
    const reason = step.accepted === null ? null : h('span', { class: 'hint' }, outside(step.accepted, 140))
    return h(
      'li',
      {},
      h(
        'div',
        { class: 'row' },
        changeLabel(trend, step.change),
        h('span', { class: 'interval' }, `(${intervalOf(trend, step.change)})`),
        h('span', { class: `tag ${state.replace(' ', '-')}` }, state),
        h(
          'span',
          {},
          `${formatQuantity(step.before, trend.unit)} → ${formatQuantity(step.after, trend.unit)}`,
        ),
        commit === undefined ? null : h('time', { datetime: commit.time }, dayOf(commit.time)),
      ),
      commit === undefined
        ? null
        : h(
            'div',
            { class: 'row who' },
            ...beginning(index, commit, step),
            range === null ? null : outer(range, 'compare'),
          ),
      reason,
    )
  })
  return h('section', { 'aria-labelledby': 'steps' }, heading, h('ol', { class: 'steps' }, ...rows))
}
