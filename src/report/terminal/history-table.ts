import type { BenchmarkHistory, HistoryPoint } from '../../model/benchmark-history.ts'
import { type Changed, effectWords, intervalWords, worsening } from '../view/change.ts'
import { formatPair, formatQuantity, plural } from '../quantity.ts'
import { keyOfRow, labelsOf } from '../view/labels.ts'
import { sparkline } from '../view/sparkline.ts'
import { forTerminal } from '../text/for-terminal.ts'
import { outside } from '../text/outside.ts'
import * as layout from './layout.ts'

const MAX_PROCESSOR = 32
const MAX_SUBJECT = 72
const MIN_SUBJECT = 12
/** Bars of a sparkline; what is older is left out of it. */
const MAX_BARS = 60
const MAX_BARS_OF_MANY = 30
const INDENT = 2

type Column<T> = layout.Column<T>

/** What `history` prints: of one benchmark each recorded commit, of several a line each. */
export function renderHistory(
  histories: readonly BenchmarkHistory[],
  { color, width }: layout.Screen,
): string {
  const p = layout.palette(color)
  const [only, ...others] = histories
  if (only === undefined) return 'No run has this benchmark.\n'
  return others.length === 0 ? renderOne(only, width, p) : renderMany(histories, width, p)
}

function renderOne(history: BenchmarkHistory, width: number, p: layout.Palette): string {
  const { points, unit } = history
  const name = forTerminal(outside('name', history.benchmark), Math.max(layout.MIN_NAME, width - 40))
  const comparable = points.filter((point) => point.comparable)
  const pair = formatPair(comparable[0]?.value ?? null, comparable.at(-1)?.value ?? null, unit)
  const ends = comparable.length < 2 ? '' : `  ${forTerminal(outside('quantity', pair))}`
  const mixed = new Set(comparable.map(({ cpu }) => cpu)).size > 1
  const notes = [
    ...(comparable.length < points.length
      ? ['≠ measured with other settings than the newest: not in the line above']
      : []),
    ...importNotes(points),
    ...(mixed ? ['The line above mixes processors, which differ by more than most changes do.'] : []),
  ]
  return [
    `${p.bold(name)} · ${forTerminal(outside('metric', history.metric))} · ${plural(points.length, 'commit')}`,
    `${barsOf(history, MAX_BARS)}${ends}${history.change === null ? '' : `  ${overall(history)}`}`,
    '',
    ...commitsOf(history, width, p),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => p.dim(note))]),
    '',
  ].join('\n')
}

function importNotes(points: readonly HistoryPoint[]): string[] {
  const sources = new Set(points.flatMap(({ importedFrom }) => importedFrom ?? []))
  return [...sources].map(
    (from) =>
      `Imported from ${forTerminal(outside('place', from))}: one number a commit, on machines that nobody wrote down.`,
  )
}

/** Oldest first, as the bars are: what a person looks for is at the end, above the prompt. */
function commitsOf(history: BenchmarkHistory, width: number, p: layout.Palette): string[] {
  const columns: Column<HistoryPoint>[] = [
    { title: 'date', cell: ({ time }) => ({ text: time.slice(0, 10), style: p.dim }) },
    { title: 'commit', cell: ({ sha }) => ({ text: forTerminal(outside('commit', sha)) }) },
    { title: 'value', align: 'right', cell: ({ value, unit }) => ({ text: quantityText(value, unit) }) },
    { title: '', cell: (point) => markOf(point, p) },
    { title: 'against parent', cell: (point) => changeCell(point, history, p) },
    {
      title: '',
      cell: (point) => ({
        text: point.change === null ? '' : (intervalWords(changedOf(point, history), ' … ') ?? ''),
      }),
    },
    {
      title: 'processor',
      cell: ({ cpu, importedFrom }) => {
        const processor = importedFrom === null ? cpu : `${cpu}, imported`
        return { text: forTerminal(outside('label', processor), MAX_PROCESSOR), style: p.dim }
      },
    },
  ]
  const room = width - INDENT - layout.cellsTaken(columns, history.points)
  const subject = ({ subject }: HistoryPoint) => ({
    text: forTerminal(outside('sentence', subject), Math.min(MAX_SUBJECT, room)),
  })
  const all = room < MIN_SUBJECT ? columns : [...columns, { title: 'subject', cell: subject }]
  return layout.indented(layout.tableOf(all, history.points, p.dim))
}

function renderMany(histories: readonly BenchmarkHistory[], width: number, p: layout.Palette): string {
  const columns: Column<BenchmarkHistory>[] = [
    { title: '', cell: (history) => ({ text: barsOf(history, MAX_BARS_OF_MANY) }) },
    {
      title: '',
      align: 'right',
      cell: ({ points, unit }) => ({
        text: quantityText(points.findLast(({ comparable }) => comparable)!.value, unit),
      }),
    },
    {
      title: '',
      cell: (history) => ({
        text: history.change === null ? '' : overall(history),
        ...(isWorse(history) && { style: p.yellow }),
      }),
    },
    { title: '', cell: ({ points }) => ({ text: points.some(isRegression) ? '✘' : '', style: p.red }) },
  ]
  const forName = layout.nameCells(width - layout.cellsTaken(columns, histories))
  const label = labelsOf(histories.map(keyOfRow))
  const name = (history: BenchmarkHistory) => ({
    text: forTerminal(outside('name', label(keyOfRow(history))), forName),
  })
  const commits = Math.max(...histories.map(({ points }) => points.length))
  const legend = `${histories[0]!.metric} over at most ${plural(commits, 'commit')}, oldest on the left; ✘ a regression among them`
  const notes = [legend, ...importNotes(histories.flatMap(({ points }) => points))]
  return [
    ...layout.tableOf([{ title: '', cell: name }, ...columns], histories),
    '',
    ...notes.map((note) => p.dim(forTerminal(outside('sentence', note), Math.max(width, 80)))),
    '',
  ].join('\n')
}

const barsOf = ({ points }: BenchmarkHistory, most: number): string =>
  sparkline(points.flatMap(({ value, comparable }) => (comparable ? [value] : [])).slice(-most))

const changedOf = ({ change }: HistoryPoint, { better, unit }: BenchmarkHistory): Changed => ({
  better,
  unit,
  effect: change?.effect ?? null,
  interval: change && { ...change.interval, level: 0.95 },
})

function changeCell(point: HistoryPoint, history: BenchmarkHistory, p: layout.Palette): layout.Cell {
  const { style } = markOf(point, p)
  const text = point.change === null ? '' : effectWords(changedOf(point, history))
  return { text, ...(style !== p.dim && { style }) }
}

function markOf(point: HistoryPoint, p: layout.Palette): Required<Pick<layout.Cell, 'text' | 'style'>> {
  if (isRegression(point)) return { text: '✘', style: p.red }
  if (point.verdict === 'improvement') return { text: '↑', style: p.green }
  return { text: point.comparable ? '' : '≠', style: p.dim }
}

const isRegression = ({ verdict }: HistoryPoint): boolean =>
  verdict === 'regression' || verdict === 'over-budget'

/** The newest against the oldest; runs of other jobs, which nothing was done to make alike. */
const overall = ({ better, unit, change }: BenchmarkHistory): string =>
  effectWords({ better, unit, effect: change })

const isWorse = ({ better, change }: BenchmarkHistory): boolean =>
  (worsening({ better, effect: change }) ?? 0) > 0

const quantityText = (value: number, unit: string): string =>
  forTerminal(outside('quantity', formatQuantity(value, unit)))
