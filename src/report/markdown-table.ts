import type { Assessment, Row } from '../model/assessment.ts'
import { changeWords, intervalWords } from './change.ts'
import { limitWords } from './limit.ts'
import { nameCode } from './markdown-text.ts'
import { formatPair, grouped, percentDigits } from './quantity.ts'

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
  const level = a.rows.find((row) => row.interval !== null)?.interval?.level ?? 0.95
  const values = a.command === 'check' ? 'Base → PR' : 'Base → head'
  return {
    icon: { title: '', align: 'left', cell: (row) => iconOf(row, a.command) },
    benchmark: { title: 'Benchmark', align: 'left', cell: (row) => nameCode(row.benchmark) },
    metric: { title: 'Metric', align: 'left', cell: (row) => row.metric },
    values: { title: values, align: 'right', cell: (row) => valuesOf(row) + medians(row) },
    valuesOnly: { title: values, align: 'right', cell: valuesOf },
    change: { title: `Change (${percentDigits(level).replace('.0', '')} %)`, align: 'right', cell: changeOf },
    budget: { title: 'Budget', align: 'right', cell: budgetOf },
    noise: { title: 'Noise', align: 'left', cell: noiseOf },
    visible: { title: 'Smallest visible change', align: 'right', cell: (row) => fraction(row.mde) },
    need: { title: 'Pairs needed', align: 'right', cell: needOf },
  } satisfies Record<string, Column>
}

function iconOf(row: Row, command: Assessment['command']): string {
  if (row.verdict === 'missing' || row.verdict === 'failed') return row.severity === 'warn' ? '⚠️' : '💥'
  if (row.verdict === 'accepted') return '☑️'
  if (row.verdict === 'improvement' && row.severity === 'pass') return '⚡'
  if (command === 'compare') return '🔻'
  return row.severity === 'fail' ? '❌' : '⚠️'
}

const valuesOf = ({ base, head, unit }: Row): string =>
  base.value === null && head.value === null ? '—' : formatPair(base.value, head.value, unit)

// `time` is a low percentile and cannot see a change that only the slow calls have: the median stands beside it.
function medians({ metric, base, head }: Row): string {
  if (metric !== 'time' || base.p50 === null || head.p50 === null) return ''
  return `<br><sub>p50 ${formatPair(base.p50, head.p50, 'ns')}</sub>`
}

function changeOf(row: Row): string {
  if (row.verdict === 'missing') return '**did not run**'
  if (row.verdict === 'failed') return '**failed**'
  if (row.effect === null) return row.verdict === 'insufficient' ? 'too little data' : '—'
  const interval = intervalWords(row)
  const words = row.verdict === 'regression' ? `**${changeWords(row)}**` : changeWords(row)
  return interval === null ? words : `${words} (${interval})`
}

function budgetOf(row: Row): string {
  const words = limitWords(row) ?? '—'
  return row.verdict === 'over-budget' ? `**${words}**` : words
}

const fraction = (value: number | null): string => (value === null ? '—' : `${percentDigits(value)} %`)

const noiseOf = ({ grade, sigma }: Row): string => (grade === null ? '—' : `${grade} (${fraction(sigma)})`)

const needOf = ({ pairs, pairsNeeded }: Row): string =>
  pairsNeeded === null ? '—' : `${grouped(pairsNeeded)} (had ${grouped(pairs)})`
