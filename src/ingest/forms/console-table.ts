import { linesOf } from './lines.ts'

/** A table as console.table() prints it. */
export interface ConsoleTable {
  /** The line of text above it; '' where there is none. */
  title: string
  columns: string[]
  /** Those with a cell for each column. */
  rows: string[][]
  /** Lines of it that have another number of cells. */
  broken: string[]
}

/** Rows hold stack traces; their ends are not needed. */
const MAX_LINE = 100_000
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

/** The tables in a text that have a column of this name. */
export function* consoleTables(text: string, column: RegExp): Generator<ConsoleTable> {
  let title = ''
  let table: ConsoleTable | null = null
  for (const line of linesOf(text, MAX_LINE)) {
    const cells = cellsOf(line)
    if (table !== null && cells === null && !line.startsWith('├')) {
      yield table
      table = null
    }
    if (cells === null) {
      if (/[^\s┌├└]/.test(line[0] ?? '')) title = line.trim()
    } else if (table === null) {
      if (cells.some((cell) => column.test(cell))) table = { title, columns: cells, rows: [], broken: [] }
      title = ''
    } else if (cells.length === table.columns.length) table.rows.push(cells)
    else table.broken.push(line)
  }
  if (table !== null) yield table
}

/** The cells of a line, texts without their quotes; null: it is none of a table. */
function cellsOf(line: string): string[] | null {
  const trimmed = line.trim()
  if (trimmed.length < 2 || !trimmed.startsWith('│') || !trimmed.endsWith('│')) return null
  return trimmed
    .slice(1, -1)
    .split('│')
    .map((cell) => unquoted(cell.trim()))
}

function unquoted(cell: string): string {
  const quote = cell[0] ?? ''
  if (cell.length < 2 || !'\'"`'.includes(quote) || !cell.endsWith(quote)) return cell
  return cell.slice(1, -1).replace(/\\(.)/g, (_, char: string) => ESCAPES[char] ?? char)
}
