import { alignCells, type Cell, type Column, GAP, titledTable, wrap } from './layout.ts'
import { displayWidth } from '../text/one-line.ts'
import { formatQuantity, grouped } from '../quantity.ts'
import { forTerminal } from '../text/for-terminal.ts'
import { outside } from '../text/outside.ts'
import { type Palette, palette } from './palette.ts'

/** One benchmark of a suite, measured on one revision: times in ns, medians over its processes. */
export interface SuiteRow {
  benchmark: string
  suite: string
  p10: number
  p50: number
  /** Null when too few calls were timed one by one. */
  p99: number | null
  min: number
  opsPerSecond: number
  samples: number
}

/** One benchmark of a command, with what its tool reports, the first metric first. */
export interface CommandRow {
  benchmark: string
  /** The command line. */
  suite: string
  values: readonly { id: string; unit: string; value: number }[]
}

export type RunRow = SuiteRow | CommandRow

export interface RunTableOptions {
  color: boolean
  /** Columns of the terminal. */
  width: number
}

const MIN_NAME = 16
const MAX_NAME = 60
const MAX_METRIC = 30
const MAX_VALUE = 40
/** Widest that the numbers of a suite's row get, with the gaps between them. */
const NUMBERS = 62
/** Metrics that stand below each other in columns of their own; rows with more of them get lines of text. */
const MAX_COLUMNS = 8
const INDENT = 2

const isOfCommand = (row: RunRow): row is CommandRow => 'values' in row

/**
 * What `run` prints: the benchmarks below the suite or the command line that they stand in, suites first, each in the order they
 * were given.
 */
export function renderRunTable(rows: readonly RunRow[], { color, width }: RunTableOptions): string {
  if (rows.length === 0) return 'No benchmark was measured.\n'
  const p = palette(color)
  const ofSuites = rows.filter((row): row is SuiteRow => !isOfCommand(row))
  const ofCommands = rows.filter((row) => isOfCommand(row))
  const parts = [
    ...(ofSuites.length === 0 ? [] : suiteTable(ofSuites, width, p)),
    ...[...Map.groupBy(ofCommands, ({ suite }) => suite)].map(([suite, members]) => [
      forTerminal(outside('line', suite), Math.max(MIN_NAME, width)),
      ...commandLines(members, width - INDENT, p).map((line) => `${' '.repeat(INDENT)}${line}`),
    ]),
    ...(ofSuites.length === 0 ? [] : [[p.dim(LEGEND)]]),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const LEGEND = 'time is the 10th percentile, which the gate decides on; — needs more calls timed one by one'

/** The titles, then the rows of each suite, all in one alignment. */
function suiteTable(rows: readonly SuiteRow[], width: number, p: Palette): string[][] {
  const nameCells = Math.max(MIN_NAME, Math.min(MAX_NAME, width - NUMBERS))
  const number = (
    title: string,
    text: (row: SuiteRow) => string,
    style?: Cell['style'],
  ): Column<SuiteRow> => ({
    title,
    align: 'right',
    cell: (row) => ({ text: text(row), ...(style && { style }) }),
  })
  const suites = [...Map.groupBy(rows, (row) => row.suite)]
  const ordered = suites.flatMap(([, members]) => members)
  const columns: Column<SuiteRow>[] = [
    {
      title: 'benchmark',
      cell: ({ benchmark }) => ({ text: forTerminal(outside('name', benchmark), nameCells) }),
    },
    number('time', ({ p10 }) => formatQuantity(p10, 'ns'), p.bold),
    number('p50', ({ p50 }) => formatQuantity(p50, 'ns')),
    number('p99', ({ p99 }) => formatQuantity(p99, 'ns')),
    number('min', ({ min }) => formatQuantity(min, 'ns')),
    number('throughput', ({ opsPerSecond }) => formatQuantity(opsPerSecond, 'ops/s')),
    number('samples', ({ samples }) => grouped(samples)),
  ]
  const [titles = '', ...lines] = titledTable(columns, ordered, p.dim).map(
    (line) => `${' '.repeat(INDENT)}${line}`,
  )
  const bySuite = suites.map(([suite, members]) => [
    forTerminal(outside('line', suite), Math.max(MIN_NAME, width)),
    ...lines.splice(0, members.length),
  ])
  return [[titles], ...bySuite]
}

/** A line each, a metric below the same metric; where there is no room for that, a benchmark's metrics below its name. */
function commandLines(rows: readonly CommandRow[], width: number, p: Palette): string[] {
  const ids = [...new Set(rows.flatMap(({ values }) => values.map(({ id }) => id)))]
  const cells = rows.map(({ values }) => {
    const byId = new Map(values.map((value) => [value.id, value]))
    return ids
      .map((id) => byId.get(id))
      .map((value) => value && { id: metricText(value), value: valueText(value) })
  })
  if (ids.length <= MAX_COLUMNS) {
    const columns = cells.map((row) =>
      row.flatMap((cell, i): Cell[] => [
        { text: cell?.id ?? '', style: p.dim },
        { text: cell?.value ?? '', align: 'right', ...(i === 0 ? { style: p.bold } : {}) },
      ]),
    )
    const taken = Math.max(
      0,
      ...alignCells(columns.map((row) => row.map(({ text }) => ({ text })))).map(displayWidth),
    )
    if (taken + GAP + MIN_NAME <= width) {
      const nameCells = Math.min(MAX_NAME, width - taken - GAP)
      return alignCells(
        columns.map((row, i) => [
          { text: forTerminal(outside('name', rows[i]!.benchmark), nameCells) },
          ...row,
        ]),
      )
    }
  }
  return rows.flatMap(({ benchmark }, i) => [
    forTerminal(outside('name', benchmark), Math.max(MIN_NAME, width)),
    ...wrap(
      cells[i]!.flatMap((cell) => (cell ? [`${cell.id} ${cell.value}`] : [])).join(' · '),
      Math.max(40, width - INDENT),
    ).map((line) => `${' '.repeat(INDENT)}${line}`),
  ])
}

const metricText = ({ id }: { id: string }): string => forTerminal(outside('metric', id), MAX_METRIC)

const valueText = ({ value, unit }: { value: number; unit: string }): string =>
  forTerminal(outside('quantity', formatQuantity(value, unit)), MAX_VALUE)
