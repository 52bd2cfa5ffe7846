import type { Assessment } from '../../model/assessment.ts'
import { percentDigits } from '../quantity.ts'
import type { Outside, Words } from '../text/outside.ts'
import type { Beside, RowView } from './row-view.ts'
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
  beside?: Beside | null
  /** What is said in small type. */
  below?: string | null
  /** Characters that keep their width. */
  isFixed?: boolean
}

export interface Column {
  title: string
  align: 'left' | 'right'
  cell: (row: RowView) => Cell
}

/** The columns that reports choose from; `between` the ends of an interval, which a terminal has less room for. */
export function columnsFor(a: Assessment, between?: string) {
  const level = a.rows.find((row) => row.interval !== null && !row.exact)?.interval?.level ?? null
  const sides = sideNames(a)
  return {
    benchmark: { title: 'Benchmark', align: 'left', cell: ({ name }) => ({ text: name }) },
    metric: { title: 'Metric', align: 'left', cell: ({ metric }) => ({ text: metric }) },
    values: {
      title: `${sides.base} → ${sides.head}`,
      align: 'right',
      cell: ({ numbers: { values, medians } }) => ({ text: values(), below: medians() }),
    },
    change: {
      title: level === null ? 'Change' : `Change (${percentDigits(level).replace('.0', '')} %)`,
      align: 'right',
      cell: (row) => changeCell(row, between),
    },
    budget: { title: 'Budget', align: 'right', cell: budgetCell },
    noise: {
      title: 'Noise',
      align: 'left',
      cell: ({ noise }) => ({ text: noise && `${noise.grade} (${noise.spread ?? '—'})` }),
    },
    visible: {
      title: 'Smallest visible change',
      align: 'right',
      cell: ({ visible }) => ({ text: visible }),
    },
    history: { title: `Last ${drawnOf(a)} → ${sides.head}`, align: 'left', cell: historyCell },
    need: { title: 'Needs', align: 'left', cell: ({ need }) => ({ text: need() }) },
  } satisfies Record<string, Column>
}

function changeCell(row: RowView, between: string | undefined): Cell {
  const { verdict, effect } = row
  const instead = effect.instead()
  if (instead !== null) return { text: instead, isStrong: verdict !== 'insufficient' }
  const words = effect.words()
  const beside = words === null ? null : effect.beside(between)
  return { text: words, isStrong: verdict === 'regression' && words !== null, beside }
}

const budgetCell = ({ verdict, limit, waiver }: RowView): Cell => ({
  text: limit()?.words ?? null,
  isStrong: verdict === 'over-budget',
  below: waiver?.added === true ? 'by this pull request' : null,
})

/** Bars for what earlier runs measured, and at the end for head. */
function historyCell({ series: { earlier, head } }: RowView): Cell {
  if (earlier.length === 0) return { text: null }
  return { text: sparkline([...earlier.slice(-DRAWN), ...(head === null ? [] : [head])]), isFixed: true }
}

/** The longest series that a table of these rows draws. */
const drawnOf = ({ rows }: Assessment): number =>
  rows.reduce((most, { history }) => Math.max(most, Math.min(DRAWN, history.length)), 0)
