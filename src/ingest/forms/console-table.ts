import { linesOf, withoutColours } from './lines.ts'

/** A table as console.table() prints it. */
export interface ConsoleTable {
  /** The line of text above it; '' where there is none. */
  title: string
  columns: string[]
  /** Those with a cell for each column. */
  rows: string[][]
  /** Lines of it that have another number of cells. */
  broken: string[]
  /** Whether it has its last line. */
  isWhole: boolean
}

/** Rows hold stack traces; their ends are not needed. */
const MAX_LINE = 100_000
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' }

/**
 * The tables in a text that have a column of this name. What something else prints between their lines does
 * not end them.
 */
export function* consoleTables(text: string, column: RegExp): Generator<ConsoleTable> {
  let title = ''
  let table: ConsoleTable | null = null
  for (const coloured of linesOf(text, MAX_LINE)) {
    const line = withoutColours(coloured).trim()
    if (table !== null && /^[┌└]/.test(line)) {
      yield { ...table, isWhole: line.startsWith('└') }
      table = null
    }
    if (!line.startsWith('│')) {
      if (/^[^┌├└]/.test(line)) title = line
      continue
    }
    const cells = cellsOf(line)
    if (table === null) {
      if (cells?.some((cell) => column.test(cell)) === true)
        table = { title, columns: cells, rows: [], broken: [], isWhole: false }
      title = ''
    } else if (cells?.length === table.columns.length) table.rows.push(cells)
    else table.broken.push(line)
  }
  if (table !== null) yield table
}

/** The cells of a line, texts without their quotes; null: its end is missing. */
function cellsOf(line: string): string[] | null {
  if (line.length < 2 || !line.endsWith('│')) return null
  return line
    .slice(1, -1)
    .split('│')
    .map((cell) => unquoted(cell.trim()))
}

function unquoted(cell: string): string {
  const quote = cell[0] ?? ''
  if (cell.length < 2 || !'\'"`'.includes(quote) || !cell.endsWith(quote)) return cell
  return cell
    .slice(1, -1)
    .replace(/\\(?:x([0-9A-F]{2})|u([0-9a-f]{4})|(.))/g, (_, byte?: string, unit?: string, char = '') =>
      byte === undefined && unit === undefined
        ? (ESCAPES[char] ?? char)
        : String.fromCharCode(parseInt(byte ?? unit!, 16)),
    )
}
