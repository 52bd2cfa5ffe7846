import { forLog } from '../text/for-log.ts'
import { displayWidth } from '../text/one-line.ts'

/** A cell that knows its width without the style it is printed in. */
export interface Cell {
  text: string
  align?: 'right'
  style?: (text: string) => string
}

/** A column of a table whose rows are values of one kind. */
export interface Column<T> {
  title: string
  align?: 'right'
  cell: (row: T) => Cell
}

/** Cells between two columns. */
export const GAP = 2

export const cellsOf = <T>(columns: readonly Column<T>[], rows: readonly T[]): Cell[][] =>
  rows.map((row) => columns.map(({ align, cell }) => ({ ...(align && { align }), ...cell(row) })))

/** Cells that columns take, titles included, with a gap before each that is not empty. */
export const cellsTaken = <T>(columns: readonly Column<T>[], rows: readonly T[]): number =>
  columns
    .map(({ title, cell }) => Math.max(...[title, ...rows.map((row) => cell(row).text)].map(displayWidth)))
    .reduce((sum, cells) => sum + (cells === 0 ? 0 : cells + GAP), 0)

/** The lines of a table below its titles. */
export const titledTable = <T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  style: (text: string) => string,
): string[] =>
  alignCells([
    columns.map(({ title, align }) => ({ text: title, style, ...(align && { align }) })),
    ...cellsOf(columns, rows),
  ])

/** Lines of a table for a terminal: columns as wide as their widest cell, two spaces apart, nothing behind the last. */
export function alignCells(rows: readonly (readonly Cell[])[]): string[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const widths = Array.from({ length: columns }, (_, i) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[i]?.text ?? '')), 0),
  )
  const used = widths.map((width, i) => ({ width, i })).filter(({ width }) => width > 0)
  return rows.map((row) => {
    const cells = used.map(({ width, i }) => pad(row[i] ?? { text: '' }, width))
    const last = used.findLastIndex(({ i }) => (row[i]?.text ?? '') !== '')
    const ending = used[last]
    if (ending !== undefined)
      cells[last] = pad(row[ending.i] ?? { text: '' }, row[ending.i]?.align ? ending.width : 0)
    return cells.slice(0, last + 1).join('  ')
  })
}

function pad({ text, align, style }: Cell, width: number): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  const styled = style === undefined || text === '' ? text : style(text)
  return align === 'right' ? space + styled : styled + space
}

/**
 * Words on lines of at most `width` cells, `5 %` as one of them; a word that is longer gets a line of its own. A word that comes to the
 * start of a line may be a command to a CI runner there.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  for (const word of text.split(/ (?!%)/)) {
    const cells = displayWidth(word)
    if (line.length > 0 && used + 1 + cells > width) {
      lines.push(line.join(' '))
      line = []
    }
    used = line.length === 0 ? cells : used + 1 + cells
    line.push(word)
  }
  return [...lines, line.join(' ')].map((one) => forLog(one))
}
