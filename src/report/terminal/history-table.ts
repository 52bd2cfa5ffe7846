import {
  comparablePoints,
  courseOf,
  type History,
  type RecordedCommit,
  type Step,
  type Trend,
  type TrendPoint,
} from '../../model/trend.ts'
import { isTimed } from '../../model/unit.ts'
import { formatPair, formatQuantity, plural } from '../quantity.ts'
import { displayWidth } from '../text/one-line.ts'
import { forTerminal, outsideText } from '../text/for-terminal.ts'
import { listed, outside, type Words, words } from '../text/outside.ts'
import { effectWords, intervalWords, worsening } from '../view/change.ts'
import {
  breakWords,
  burnWords,
  changed,
  creepWords,
  environmentWords,
  eventView,
  forecastWords,
  labelsIn,
  logChangeWords,
  milestoneWords,
  outlookWords,
  precisionWords,
  prefixed,
  rangeWords,
  shortRange,
  standingWords,
} from '../view/history-words.ts'
import { sparkline } from '../view/sparkline.ts'
import * as layout from './layout.ts'

const MAX_MACHINE = 36
const MIN_MACHINE = 12
const MAX_SUBJECT = 72
const MIN_SUBJECT = 12
/** Bars of a sparkline; what is older is left out of it. */
const MAX_BARS = 60
const MAX_BARS_OF_MANY = 30
/** Lines of each list below a table of several benchmarks. */
const MAX_LISTED = 15
const INDENT = 2
/** Cells in those lists. */
const MAX_NAME = 40
const MIN_NAMES = 24
const MAX_STANDING = 40

type Column<T> = layout.Column<T>

/** What is shown of a history. */
interface Shown {
  /** Indexes of trends of one metric. */
  trends: readonly number[]
  /** The newest so many points of each. */
  last: number
}

/** What `history` prints: of one benchmark each recorded commit, of several a line each and what happened. */
export function renderHistory(history: History, shown: Shown, screen: layout.Screen): string {
  const p = layout.palette(screen.color)
  const [only, ...others] = shown.trends
  if (only === undefined) return 'No run has this benchmark.\n'
  return others.length === 0
    ? renderOne(history, only, shown.last, screen.width, p)
    : renderMany(history, shown, screen, p)
}

/** A point with its commit, and the commit of the point before. */
interface Row {
  point: TrendPoint
  commit: RecordedCommit
  before: RecordedCommit | null
}

function renderOne(history: History, index: number, last: number, width: number, p: layout.Palette): string {
  const { commits } = history
  const trend = history.trends[index]!
  const all = trend.points
  const rows = all.map((point, i): Row => ({
    point,
    commit: commits[point.at]!,
    before: i === 0 ? null : commits[all[i - 1]!.at]!,
  }))
  const shown = rows.slice(-last)
  const name = forTerminal(outside('name', labelsIn(history)(trend)), Math.max(layout.MIN_NAME, width - 40))
  const alike = comparablePoints(
    history,
    shown.map(({ point }) => point),
  )
  const line = lineOf(history, trend, alike)
  const below = [
    ...earlierSteps(trend, shown),
    ...importNotes(shown),
    ...(line.mixed === null ? [] : [`The line above ${MIXED_WORDS[line.mixed]}`]),
    ...outlookOf(history, trend),
  ]
  return [
    `${p.bold(name)} · ${forTerminal(outside('metric', trend.metric))} · ${plural(shown.length, 'commit')}`,
    summaryOf(line.values, trend),
    '',
    ...commitsOf(history, index, shown, width, p),
    ...(below.length === 0 ? [] : ['', ...below.flatMap((line) => layout.wrap(line, width))]),
    '',
  ].join('\n')
}

const MIXED_WORDS = {
  levels: 'shows levels, since its values come from several processors.',
  values: 'mixes processors, which differ by more than most changes do.',
}

/** The numbers of a sparkline and of the change over all of it, and what they are where processors differ. */
function lineOf(
  { commits }: History,
  { unit }: Trend,
  points: readonly TrendPoint[],
): { values: number[]; mixed: 'levels' | 'values' | null } {
  const { values, areLevels } = courseOf({ unit }, points)
  const isMixed = isTimed(unit) && new Set(points.map(({ at }) => commits[at]!.cpu)).size > 1
  return { values, mixed: isMixed ? (areLevels ? 'levels' : 'values') : null }
}

/** Bars, the oldest and the newest value, and how far apart they are. */
function summaryOf(values: readonly number[], trend: Trend): string {
  const pair = formatPair(values[0] ?? null, values.at(-1) ?? null, trend.unit)
  return [
    sparkline(values.slice(-MAX_BARS)),
    ...(values.length < 2 ? [] : [forTerminal(outside('quantity', pair))]),
    ...overall(values, trend),
  ].join('  ')
}

/** Oldest first, as the bars are: what a person looks for is at the end, above the prompt. */
function commitsOf(
  history: History,
  index: number,
  rows: readonly Row[],
  width: number,
  p: layout.Palette,
): string[] {
  const trend = history.trends[index]!
  const columns: Column<Row>[] = [
    { title: 'date', cell: ({ commit }) => ({ text: commit.time.slice(0, 10), style: p.dim }) },
    { title: 'commit', cell: ({ commit }) => ({ text: forTerminal(outside('commit', commit.sha)) }) },
    {
      title: 'value',
      align: 'right',
      cell: ({ point }) => ({ text: quantityText(point.value, point.unit ?? trend.unit) }),
    },
    { title: '', cell: ({ point }) => markOf(point, p) },
    { title: 'against parent', cell: ({ point }) => changeCell(point, trend, p) },
    {
      title: '',
      cell: ({ point: { change } }) => ({
        text: change === null ? '' : (intervalWords(changed(trend, change), ' … ') ?? ''),
      }),
    },
  ]
  const level: Column<Row> = {
    title: 'level',
    align: 'right',
    cell: ({ point }) => ({ text: point.level === null ? '' : quantityText(point.level.value, trend.unit) }),
  }
  // Where each commit ran on the same machine it says nothing that the values do not.
  const isNews = rows.some(
    (row) => !['', quantityText(row.point.value, trend.unit)].includes(level.cell(row).text),
  )
  const roomBeside = (some: readonly Column<Row>[]) => width - INDENT - layout.cellsTaken(some, rows)
  if (isNews && roomBeside([...columns, level]) >= 0) columns.push(level)
  const forMachine = Math.min(MAX_MACHINE, roomBeside(columns) - MIN_SUBJECT - 2 * layout.GAP)
  if (forMachine >= MIN_MACHINE)
    columns.push({
      title: 'machine',
      cell: (row) => ({ text: machineText(row, row === rows[0], forMachine), style: p.dim }),
    })
  const room = roomBeside(columns)
  const subject = ({ commit: { subject } }: Row) => ({
    text: forTerminal(outside('sentence', subject), Math.min(MAX_SUBJECT, room)),
  })
  const table = layout.tableOf(
    room < MIN_SUBJECT ? columns : [...columns, { title: 'subject', cell: subject }],
    rows,
    p.dim,
  )
  const [titles, ...lines] = layout.indented(table)
  return [titles!, ...lines.flatMap((line, i) => [...ruleAbove(history, index, rows, i, width, p), line])]
}

/** What stands between a commit and the one before: why the series starts over, and its change points. */
function ruleAbove(
  history: History,
  index: number,
  rows: readonly Row[],
  i: number,
  width: number,
  p: layout.Palette,
): string[] {
  const trend = history.trends[index]!
  const { point } = rows[i]!
  const before = rows[i - 1]?.point.at ?? point.at - 1
  const steps = trend.steps.flatMap((step, place) =>
    step.at > before && step.at <= point.at ? [{ step, place }] : [],
  )
  return [
    ...(point.break === null || i === 0
      ? []
      : rule('┄┄', `${breakWords(point.break)}: the values above are not comparable`, width, p.dim)),
    ...steps.flatMap(({ step, place }) => {
      const style = !step.worse ? p.green : step.standing === 'standing' ? p.red : p.yellow
      return rule('──', stepText(history, index, place, step), width, style)
    }),
  ]
}

/** A text behind a mark, and before another one where that fits in the same line. */
function rule(mark: string, text: string, width: number, style: layout.Style): string[] {
  const room = width - INDENT - displayWidth(`${mark} `)
  const lines = layout.wrap(text, room)
  const isFitting = lines.length === 1 && displayWidth(`${text} ${mark}`) <= room
  return layout.indented(
    lines.map((line, i) => style(`${i === 0 ? mark : '  '} ${line}${isFitting ? ` ${mark}` : ''}`)),
  )
}

/** `4f1c2aa-slower · 12.3 % slower (10.1 … 14.6) · at 4f1c2aa (#412) · not fixed · with lexer`. */
function stepText(history: History, index: number, place: number, step: Step): string {
  const event = history.events.find(({ members }) =>
    members.some((member) => member.trend === index && member.step === place),
  )
  const view = event && eventView(history, event)
  const label = labelsIn(history)
  const own = label(history.trends[index]!)
  const others = [...new Set(view?.members.map(({ name }) => name.text))].filter((name) => name !== own)
  return [
    ...(view === undefined ? [] : [view.id]),
    logChangeWords(history.trends[index]!, step.change, ' … '),
    rangeWords(history.commits, step),
    standingWords(step),
    others.length === 0 ? null : words`with ${namesText(others)}`,
  ]
    .filter((part) => part !== null)
    .map((part) => forTerminal(part))
    .join(' · ')
}

const MAX_NAMES = 3

function namesText(names: readonly string[]): Words {
  const more = names.length - MAX_NAMES
  const first = names.slice(0, MAX_NAMES).map((name) => outside('name', name))
  return more > 0 ? words`${listed(first)} and ${plural(more, 'more', 'more')}` : listed(first)
}

/** Change points that lie above the first line. */
function earlierSteps({ steps }: Trend, [first]: readonly Row[]): string[] {
  const earlier = steps.filter(({ at }) => first !== undefined && at < first.point.at).length
  return earlier === 0 ? [] : [`${plural(earlier, 'earlier change point')}: --last shows more commits.`]
}

function importNotes(rows: readonly Row[]): string[] {
  const sources = new Set(rows.flatMap(({ commit }) => commit.importedFrom ?? []))
  return [...sources].map(
    (from) =>
      `Imported from ${forTerminal(outside('place', from))}: one number for each commit, measured on unknown machines.`,
  )
}

/** How a trend stands as a whole, a line each. */
const outlookOf = ({ commits }: History, trend: Trend): string[] =>
  [
    ...outlookWords(commits, trend),
    prefixed('Now: ', milestoneWords(commits, trend, trend.milestones)) ?? [],
  ].flatMap((line) => (line.length === 0 ? [] : [forTerminal(line)]))

function renderMany(history: History, shown: Shown, screen: layout.Screen, p: layout.Palette): string {
  const trends = shown.trends.map((index) => {
    const trend = history.trends[index]!
    const points = trend.points.slice(-shown.last)
    return { trend, points, line: lineOf(history, trend, comparablePoints(history, points)) }
  })
  type One = (typeof trends)[number]
  const columns: Column<One>[] = [
    {
      title: '',
      cell: ({ line }) => ({ text: sparkline(line.values.slice(-MAX_BARS_OF_MANY)) }),
    },
    {
      title: '',
      align: 'right',
      cell: ({ trend, line }) => ({ text: quantityText(line.values.at(-1)!, trend.unit) }),
    },
    {
      title: '',
      cell: ({ trend, line }) => ({
        text: overall(line.values, trend).join(''),
        ...(isWorse(line.values, trend) && { style: p.yellow }),
      }),
    },
    { title: '', cell: ({ points }) => ({ text: points.some(isRegression) ? '✘' : '', style: p.red }) },
  ]
  const label = labelsIn(history)
  const forName = layout.nameCells(screen.width - layout.cellsTaken(columns, trends), screen)
  const name = ({ trend }: One) => ({ text: forTerminal(outside('name', label(trend)), forName) })
  const commits = Math.max(...trends.map(({ points }) => points.length))
  const legend = words`${outside('metric', trends[0]!.trend.metric)} over at most ${plural(commits, 'commit')}, oldest on the left; the newest value, and its change since the oldest; ✘ a regression among them`
  const imported = importNotes(
    trends.flatMap(({ points }) =>
      points.map((point) => ({ point, commit: history.commits[point.at]!, before: null })),
    ),
  )
  const mixed = (['levels', 'values'] as const).flatMap((kind) => {
    const count = trends.filter(({ line }) => line.mixed === kind).length
    if (count === 0) return []
    return [
      `${count === trends.length ? 'Each line' : `Of ${plural(count, 'benchmark')} the line`} ${MIXED_WORDS[kind]}`,
    ]
  })
  const precision = precisionWords(history.precision)
  return [
    ...layout.tableOf([{ title: '', cell: name }, ...columns], trends),
    '',
    ...[forTerminal(legend), ...mixed, ...imported].map((note) => p.dim(note)),
    ...changePoints(history, shown, screen, p),
    ...outlooks(history, shown, screen, p),
    ...(precision === null ? [] : ['', p.dim(precision)]),
    '',
  ].join('\n')
}

/** Events that some of the benchmarks are part of, a line each, the newest last. */
function changePoints(history: History, shown: Shown, screen: layout.Screen, p: layout.Palette): string[] {
  const isShown = new Set(shown.trends)
  const events = history.events.filter(({ members }) => members.some(({ trend }) => isShown.has(trend)))
  const label = labelsIn(history)
  const views = events.slice(-MAX_LISTED).map((event) => ({ event, view: eventView(history, event, label) }))
  type One = (typeof views)[number]
  const columns: Column<One>[] = [
    {
      title: '',
      cell: ({ event, view }) => ({
        text: forTerminal(view.id),
        style: !event.worse ? p.green : event.standing === 'standing' ? p.red : p.yellow,
      }),
    },
    { title: '', cell: ({ view }) => ({ text: view.size }) },
    { title: '', cell: ({ event }) => ({ text: forTerminal(shortRange(history.commits, event)) }) },
    { title: '', cell: ({ view }) => ({ text: forTerminal(view.standing ?? '', MAX_STANDING) }) },
  ]
  const room = Math.max(MIN_NAMES, screen.width - INDENT - layout.cellsTaken(columns, views))
  const names = ({ view }: One) => ({
    text: fittingNames([...new Set(view.members.map(({ name }) => name.text))], room, nameCellsIn(screen)),
  })
  const lines = layout.indented(layout.tableOf([...columns, { title: '', cell: names }], views))
  return listOf('Change points', lines, `${events.length - views.length} earlier`, p)
}

const nameCellsIn = (screen: layout.Screen): number => layout.nameCells(MAX_NAME, screen)

/** As many names as fit, and how many more there are; at least the first. */
function fittingNames(names: readonly string[], room: number, cells: number): string {
  const shown = names.map((name) => forTerminal(outside('name', name), cells))
  for (let count = shown.length; count > 1; count--) {
    const more = shown.length - count
    const text = `${shown.slice(0, count).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
    if (displayWidth(text) <= room) return text
  }
  return `${shown[0]}${shown.length > 1 ? ` and ${shown.length - 1} more` : ''}`
}

/** What creeps, and what will reach a limit. */
function outlooks(history: History, shown: Shown, screen: layout.Screen, p: layout.Palette): string[] {
  const label = labelsIn(history)
  const trends = shown.trends.map((index) => history.trends[index]!)
  const list = (title: string, said: (trend: Trend) => Words | null) => {
    const found = trends.flatMap((trend) => {
      const text = said(trend)
      const name = forTerminal(outside('name', label(trend)), nameCellsIn(screen))
      return text === null ? [] : [{ name, text }]
    })
    const columns: Column<(typeof found)[number]>[] = [
      { title: '', cell: ({ name }) => ({ text: name }) },
      { title: '', cell: ({ text }) => ({ text: forTerminal(text) }) },
    ]
    const lines = layout.indented(layout.tableOf(columns, found.slice(0, MAX_LISTED)))
    return listOf(title, lines, `${found.length - lines.length} more`, p)
  }
  return [
    ...list('Creeping', (trend) => trend.creep && creepWords(history.commits, trend, trend.creep)),
    ...list('Forecast', (trend) => trend.forecast && forecastWords(trend, trend.forecast)),
    ...list('Beyond a limit', (trend) => trend.burn && burnWords(trend, trend.burn)),
  ]
}

/** A list below its title, and how many are left out of it: `3 more`. */
function listOf(title: string, lines: readonly string[], rest: string, p: layout.Palette): string[] {
  if (lines.length === 0) return []
  return ['', p.bold(title), ...lines, ...(rest.startsWith('0 ') ? [] : [p.dim(`  and ${rest}`)])]
}

/** What of the machine differs from that of the line above; where none is known there, the processor. */
function machineText({ commit, before, point }: Row, isFirst: boolean, maxCells: number): string {
  if (commit.importedFrom !== null) return isFirst || before?.importedFrom === null ? 'imported' : ''
  if (isFirst || before === null || before.importedFrom !== null)
    return forTerminal(outside('label', commit.cpu), maxCells)
  const said = point.otherEnvironment ? environmentWords(commit, before) : null
  return said === null ? '' : outsideText(forTerminal(said), maxCells)
}

function changeCell(point: TrendPoint, trend: Trend, p: layout.Palette): layout.Cell {
  const { style } = markOf(point, p)
  const text = point.change === null ? '' : effectWords(changed(trend, point.change))
  return { text, ...(style !== p.dim && { style }) }
}

function markOf(point: TrendPoint, p: layout.Palette): Required<Pick<layout.Cell, 'text' | 'style'>> {
  if (isRegression(point)) return { text: '✘', style: p.red }
  if (point.verdict === 'improvement') return { text: '↑', style: p.green }
  return { text: '', style: p.dim }
}

const isRegression = ({ verdict }: TrendPoint): boolean =>
  verdict === 'regression' || verdict === 'over-budget'

/** The newest against the oldest; runs of other jobs, which nothing was done to make alike. */
function overall(values: readonly number[], { better, unit }: Trend): string[] {
  const effect = effectOf(values)
  return effect === null ? [] : [effectWords({ better, unit, effect })]
}

function effectOf(values: readonly number[]): number | null {
  const [oldest, newest] = [values[0]!, values.at(-1)!]
  return values.length < 2 || oldest === 0 ? null : newest / oldest - 1
}

const isWorse = (values: readonly number[], { better }: Trend): boolean =>
  (worsening({ better, effect: effectOf(values) }) ?? 0) > 0

const quantityText = (value: number, unit: string): string =>
  forTerminal(outside('quantity', formatQuantity(value, unit)))
