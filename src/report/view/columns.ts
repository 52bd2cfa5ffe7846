import type { Assessment } from '../../model/assessment.ts'
import { percentDigits } from '../quantity.ts'
import type { Outside, Words } from '../text/outside.ts'
import { NOTHING } from './change.ts'
import type { RowView } from './row-view.ts'
import { sideNames } from './revisions.ts'
import { sparkline } from './sparkline.ts'

/** Values of earlier runs that a table draws. */
const DRAWN = 20

/** What a table's cell says; which of it is printed, and where, is the layout's. */
export interface Cell {
  /** Null: there is nothing to say. */
  text: string | Outside | Words | null
  /** The reason why the row is there. */
  isStrong?: boolean
  /** What supports the text. */
  beside?: string | null
  /** What is said in small type. */
  below?: string | null
  /** Characters that keep their width. */
  isFixed?: boolean
  /** Where the text leads, where a layout has links. */
  url?: RowView['chart']
}

export interface Column {
  title: string
  align: 'left' | 'right'
  cell: (row: RowView) => Cell
}

const column = (title: string, align: Column['align'], cell: Column['cell']): Column => ({
  title,
  align,
  cell,
})

/** The columns that reports choose from. */
export function columnsFor(a: Assessment) {
  const level = a.rows.find((row) => row.interval !== null && !row.exact)?.interval?.level
  const sides = sideNames(a)
  const longest = a.rows.reduce((most, { history }) => Math.max(most, Math.min(DRAWN, history.length)), 0)
  return {
    icon: column('', 'left', ({ icon }) => ({ text: icon })),
    benchmark: column('Benchmark', 'left', ({ name, chart }) => ({ text: name, url: chart })),
    metric: column('Metric', 'left', ({ metric }) => ({ text: metric })),
    values: column(`${sides.base} → ${sides.head}`, 'right', (row) => ({
      text: row.values(),
      below: row.medians(),
    })),
    change: column(
      level === undefined ? 'Change' : `Change (${percentDigits(level).replace('.0', '')} %)`,
      'right',
      (row) => changeCell(row),
    ),
    budget: column('Budget', 'right', ({ verdict, limit, waiver }) => ({
      text: limit()?.words ?? null,
      isStrong: verdict === 'over-budget',
      below: waiver?.added === true ? 'by this pull request' : null,
    })),
    noise: column('Noise', 'left', ({ noise }) => ({
      text: noise && `${noise.grade} (${noise.spread ?? NOTHING})`,
    })),
    visible: column('Smallest visible change', 'right', ({ visible }) => ({ text: visible })),
    // Bars for what earlier runs measured, and at the end for head.
    history: column(`Last ${longest} → ${sides.head}`, 'left', ({ history, head: { value } }) => ({
      text:
        history.length === 0
          ? null
          : sparkline([...history.slice(-DRAWN), ...(value === null ? [] : [value])]),
      isFixed: history.length > 0,
    })),
    need: column('Needs', 'left', ({ need }) => ({ text: need() })),
  }
}

/** `between`: what stands between the ends of an interval. */
export function changeCell({ verdict, instead, change, beside }: RowView, between?: string): Cell {
  const other = instead()
  if (other !== null) return { text: other, isStrong: verdict !== 'insufficient' }
  const text = change()
  if (text === null) return { text }
  return { text, isStrong: verdict === 'regression', beside: beside(between) }
}
