import { alignCells, type Cell } from './layout.ts'
import { formatQuantity, grouped } from './quantity.ts'
import { nameText, outsideText, palette } from './terminal-text.ts'

/** One benchmark of one revision: times in ns, medians over its processes. */
export interface RunRow {
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

export interface RunTableOptions {
  color: boolean
  /** Columns of the terminal. */
  width: number
}

const MIN_NAME = 16
const MAX_NAME = 60
/** Widest that the numbers of a row get, with the gaps between them. */
const NUMBERS = 62

/** What `run` prints: one table, the benchmarks below the suite that they stand in, in the order they were given. */
export function renderRunTable(rows: readonly RunRow[], { color, width }: RunTableOptions): string {
  if (rows.length === 0) return 'No benchmark was measured.\n'
  const p = palette(color)
  const nameCells = Math.max(MIN_NAME, Math.min(MAX_NAME, width - NUMBERS))
  const title = (text: string): Cell => ({ text, align: 'right', style: p.dim })
  const number = (text: string): Cell => ({ text, align: 'right' })
  const suites = [...Map.groupBy(rows, (row) => row.suite)]
  const [titles = '', ...lines] = alignCells([
    [
      { text: 'benchmark', style: p.dim },
      ...['time', 'p50', 'p99', 'min', 'throughput', 'samples'].map(title),
    ],
    ...suites.flatMap(([, members]) =>
      members.map((row) => [
        { text: nameText(row.benchmark, nameCells) },
        { ...number(formatQuantity(row.p10, 'ns')), style: p.bold },
        number(formatQuantity(row.p50, 'ns')),
        number(formatQuantity(row.p99, 'ns')),
        number(formatQuantity(row.min, 'ns')),
        number(formatQuantity(row.opsPerSecond, 'ops/s')),
        number(grouped(row.samples)),
      ]),
    ),
  ])
  let at = 0
  const bySuite = suites.flatMap(([suite, members]) => {
    const of = lines.slice(at, at + members.length)
    at += members.length
    return ['', outsideText(suite, Math.max(MIN_NAME, width)), ...of.map((line) => `  ${line}`)]
  })
  const legend = p.dim(
    'time is the 10th percentile, which the gate decides on; — needs more calls timed one by one',
  )
  return [`  ${titles}`, ...bySuite, '', legend, ''].join('\n')
}
