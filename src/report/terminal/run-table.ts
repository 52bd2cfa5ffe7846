import type { BenchmarkKey } from '../../model/benchmark.ts'
import { formatQuantity, grouped } from '../quantity.ts'
import { forTerminal } from '../text/for-terminal.ts'
import { outside } from '../text/outside.ts'
import * as layout from './layout.ts'

/** One benchmark of a suite, measured on one revision: times in ns, medians over its processes. */
export interface SuiteRow extends BenchmarkKey {
  p10: number
  p50: number
  /** Null when too few calls were timed one by one. */
  p99: number | null
  min: number
  opsPerSecond: number
  samples: number
}

/** One benchmark of a command, with what its tool reports, the first metric first. */
export interface CommandRow extends BenchmarkKey {
  values: readonly { id: string; unit: string; value: number }[]
}

export type RunRow = SuiteRow | CommandRow

const MAX_METRIC = 30
const MAX_VALUE = 40
/** Widest that the numbers of a suite's row get, with the gaps between them. */
const NUMBERS = 62
/** Metrics that stand below each other in columns of their own; rows with more of them get lines of text. */
const MAX_COLUMNS = 8
const INDENT = 2

/**
 * What `run` prints: the benchmarks below their suite or command line, suites first, each in the order they
 * were given.
 */
export function renderRunTable(rows: readonly RunRow[], screen: layout.Screen): string {
  const { color, width } = screen
  if (rows.length === 0) return 'No benchmark was measured.\n'
  const p = layout.palette(color)
  const ofSuites = rows.filter((row) => 'p10' in row)
  const ofCommands = rows.filter((row) => 'values' in row)
  const parts = [
    ...(ofSuites.length === 0 ? [] : suiteTable(ofSuites, screen, p)),
    ...[...Map.groupBy(ofCommands, ({ suite }) => suite)].map(([suite, members]) => [
      suiteText(suite, width),
      ...layout.indented(commandLines(members, { ...screen, width: width - INDENT }, p)),
    ]),
    ...(ofSuites.length === 0 ? [] : [[p.dim(LEGEND)]]),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const LEGEND = 'time is the 10th percentile, which the gate decides on; — needs more calls timed one by one'

/** The titles, then the rows of each suite, all in one alignment. */
function suiteTable(rows: readonly SuiteRow[], screen: layout.Screen, p: layout.Palette): string[][] {
  const { width } = screen
  const forName = layout.nameCells(width - NUMBERS, screen)
  const time = (title: string, key: 'p10' | 'p50' | 'p99' | 'min'): layout.Column<SuiteRow> =>
    number(title, (row) => formatQuantity(row[key], 'ns'))
  const number = (title: string, text: (row: SuiteRow) => string): layout.Column<SuiteRow> => ({
    title,
    align: 'right',
    cell: (row) => ({ text: text(row), ...(title === 'time' && { style: p.bold }) }),
  })
  const suites = [...Map.groupBy(rows, (row) => row.suite)]
  const columns: layout.Column<SuiteRow>[] = [
    { title: 'benchmark', cell: (row) => ({ text: nameOf(row, forName) }) },
    time('time', 'p10'),
    time('p50', 'p50'),
    time('p99', 'p99'),
    time('min', 'min'),
    number('throughput', ({ opsPerSecond }) => formatQuantity(opsPerSecond, 'ops/s')),
    number('samples', ({ samples }) => grouped(samples)),
  ]
  const ordered = suites.flatMap(([, members]) => members)
  const [titles = '', ...lines] = layout.indented(layout.tableOf(columns, ordered, p.dim))
  return [
    [titles],
    ...suites.map(([suite, members]) => [suiteText(suite, width), ...lines.splice(0, members.length)]),
  ]
}

/** A line each, a metric below the same metric; where there is no room for that, metrics below each name. */
function commandLines(rows: readonly CommandRow[], screen: layout.Screen, p: layout.Palette): string[] {
  const { width } = screen
  const ids = [...new Set(rows.flatMap(({ values }) => values.map(({ id }) => id)))]
  const cellOf = ({ values }: CommandRow, id: string) => {
    const found = values.findLast((value) => value.id === id)
    if (found === undefined) return null
    const quantity = outside('quantity', formatQuantity(found.value, found.unit))
    return { id: forTerminal(outside('metric', id), MAX_METRIC), value: forTerminal(quantity, MAX_VALUE) }
  }
  const columns = ids.flatMap((id, i): layout.Column<CommandRow>[] => [
    { title: '', cell: (row) => ({ text: cellOf(row, id)?.id ?? '', style: p.dim }) },
    {
      title: '',
      align: 'right',
      cell: (row) => ({ text: cellOf(row, id)?.value ?? '', ...(i === 0 && { style: p.bold }) }),
    },
  ])
  const room = width - layout.cellsTaken(columns, rows)
  if (ids.length <= MAX_COLUMNS && room >= layout.MIN_NAME) {
    const name = (row: CommandRow) => ({ text: nameOf(row, layout.nameCells(room, screen)) })
    return layout.tableOf([{ title: '', cell: name }, ...columns], rows)
  }
  return rows.flatMap((row) => {
    const metrics = ids.map((id) => cellOf(row, id)).filter((cell) => cell !== null)
    const text = metrics.map(({ id, value }) => `${id} ${value}`).join(' · ')
    return [
      nameOf(row, Math.max(layout.MIN_NAME, width)),
      ...layout.indented(layout.wrap(text, width - INDENT)),
    ]
  })
}

/** Rows stand below their suite, so that the number alone is missing. */
const nameOf = ({ name, occurrence }: RunRow, cells: number): string =>
  forTerminal(outside('name', occurrence === 1 ? name : `${name} #${occurrence}`), cells)

const suiteText = (suite: string, width: number): string =>
  forTerminal(outside('line', suite), Math.max(layout.MIN_NAME, width))
