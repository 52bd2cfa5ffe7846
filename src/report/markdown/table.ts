import type { Assessment, Row } from '../../model/assessment.ts'
import { besideWords, changeWords, notComparedWords } from '../view/change.ts'
import { limitWords } from '../view/limit-words.ts'
import { nameCode, phrase } from '../text/for-markdown.ts'
import { needWords } from '../view/need.ts'
import { formatPair, percentDigits, unitBeside } from '../quantity.ts'
import { sparkline } from '../view/sparkline.ts'
import { sideNames } from '../view/revisions.ts'

/** A cell without content. */
export const NOTHING = '—'

/** Values of earlier runs that a table draws. */
const DRAWN = 20

/** A column says where its content stands and how a row fills it; cells are Markdown already. */
export interface Column {
  title: string
  align: 'left' | 'right'
  cell: (row: Row) => string
}

/** A GitHub table as its lines: title, rule, then one a row, so that a caller can cut it. */
export function tableLines(columns: readonly Column[], rows: readonly Row[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(columns.map((c) => c.title)),
    line(columns.map((c) => (c.align === 'right' ? '-:' : '-'))),
    ...rows.map((row) => line(columns.map((c) => c.cell(row)))),
  ]
}

/** The columns that reports choose from. */
export function columnsFor(a: Assessment) {
  const level = a.rows.find((row) => row.interval !== null && !row.exact)?.interval?.level ?? null
  const sides = sideNames(a)
  const values = `${sides.base} → ${sides.head}`
  return {
    icon: { title: '', align: 'left', cell: (row) => iconOf(row, a.command) },
    benchmark: { title: 'Benchmark', align: 'left', cell: (row) => nameCode(row.benchmark) },
    metric: { title: 'Metric', align: 'left', cell: (row) => phrase(row.metric) },
    values: { title: values, align: 'right', cell: (row) => valuesOf(row) + medians(row) },
    valuesOnly: { title: values, align: 'right', cell: valuesOf },
    change: {
      title: level === null ? 'Change' : `Change (${percentDigits(level).replace('.0', '')} %)`,
      align: 'right',
      cell: changeOf,
    },
    budget: { title: 'Budget', align: 'right', cell: budgetOf },
    noise: { title: 'Noise', align: 'left', cell: noiseOf },
    visible: { title: 'Smallest visible change', align: 'right', cell: (row) => fraction(row.mde) },
    history: { title: `Last ${drawnOf(a)} → ${sides.head}`, align: 'left', cell: historyOf },
    need: { title: 'Needs', align: 'left', cell: (row) => needWords(row, a) ?? NOTHING },
  } satisfies Record<string, Column>
}

/** The longest series that a table of these rows draws. */
const drawnOf = ({ rows }: Assessment): number =>
  rows.reduce((most, { history }) => Math.max(most, Math.min(DRAWN, history.length)), 0)

/** Bars for what earlier runs measured, and at the end for head. */
function historyOf({ history, head }: Row): string {
  if (history.length === 0) return NOTHING
  return `\`${sparkline([...history.slice(-DRAWN), ...(head.value === null ? [] : [head.value])])}\``
}

function iconOf(row: Row, command: Assessment['command']): string {
  if (row.verdict === 'missing' || row.verdict === 'failed') return row.severity === 'warn' ? '⚠️' : '💥'
  if (row.verdict === 'accepted') return '☑️'
  if (row.verdict === 'improvement' && row.severity === 'pass') return '⚡'
  if (command === 'compare') return '🔻'
  return row.severity === 'fail' ? '❌' : '⚠️'
}

const valuesOf = (row: Row): string =>
  row.base.value === null && row.head.value === null
    ? NOTHING
    : phrase(formatPair(row.base.value, row.head.value, unitBeside(row), row.exact))

// `time` is a low percentile and cannot see a change that only the slow calls have: the median stands beside it.
function medians({ metric, base, head }: Row): string {
  if (metric !== 'time' || base.p50 === null || head.p50 === null) return ''
  return `<br><sub>p50 ${formatPair(base.p50, head.p50, 'ns')}</sub>`
}

function changeOf(row: Row): string {
  if (row.verdict === 'missing') return '**did not run**'
  if (row.verdict === 'failed') return '**failed**'
  const words = changeWords(row)
  if (words === NOTHING) return row.verdict === 'insufficient' ? notComparedWords(row) : NOTHING
  const beside = besideWords(row)
  const whole = row.verdict === 'regression' ? `**${words}**` : words
  return beside === null ? whole : `${whole} (${beside})`
}

function budgetOf(row: Row): string {
  const words = phrase(limitWords(row) ?? NOTHING)
  if (row.verdict === 'over-budget') return `**${words}**`
  const isNew = row.verdict === 'accepted' && row.waiver?.added === true
  return isNew ? `${words}<br><sub>by this pull request</sub>` : words
}

const fraction = (value: number | null): string => (value === null ? NOTHING : `${percentDigits(value)} %`)

const noiseOf = ({ grade, sigma }: Row): string =>
  grade === null ? NOTHING : `${grade} (${fraction(sigma)})`
