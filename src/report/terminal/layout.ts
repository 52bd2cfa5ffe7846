import { styleText } from 'node:util'
import { forLog } from '../text/for-log.ts'
import { displayWidth } from '../text/one-line.ts'

const STYLES = ['bold', 'dim', 'red', 'green', 'yellow'] as const

export type Style = (text: string) => string

/** Styles as functions, so that a report without colour is made by the same code. */
export type Palette = Record<(typeof STYLES)[number], Style>

/** The caller says whether colour is wanted: the stream, NO_COLOR and the flags are not looked at here. */
export const palette = (color: boolean): Palette =>
  Object.fromEntries(
    STYLES.map((name) => [
      name,
      (text: string) => (color ? styleText(name, text, { validateStream: false }) : text),
    ]),
  ) as Palette

/** How a table for people is printed. */
export interface Screen {
  color: boolean
  /** Columns of the terminal. */
  width: number
  /** Nobody looks at a screen: names in tables are not cut, since they are searched for or copied. */
  wholeNames?: boolean
}

/** A cell that knows its width without the style it is printed in. */
export interface Cell {
  text: string
  align?: 'right'
  style?: Style
}

/** A column of a table whose rows are values of one kind. */
export interface Column<T> {
  title: string
  align?: 'right'
  cell: (row: T) => Cell
}

/** Cells that the name of a benchmark gets, as far as there is room. */
export const MIN_NAME = 16
const MAX_NAME = 60
const MAX_WHOLE_NAME = 500
/** Cells between two columns. */
export const GAP = 2
/** However narrow a terminal is, sentences are not broken into single words. */
const MIN_LINE = 40

export const nameCells = (room: number, { wholeNames = false }: Pick<Screen, 'wholeNames'> = {}): number =>
  wholeNames ? MAX_WHOLE_NAME : Math.max(MIN_NAME, Math.min(MAX_NAME, room))

export const indented = (lines: readonly string[], by = 2): string[] =>
  lines.map((line) => `${' '.repeat(by)}${line}`)

/** Cells that columns take, titles included, with a gap before each that is not empty. */
export const cellsTaken = <T>(columns: readonly Column<T>[], rows: readonly T[]): number =>
  columns
    .map(({ title, cell }) =>
      rows.reduce((most, row) => Math.max(most, displayWidth(cell(row).text)), displayWidth(title)),
    )
    .reduce((sum, cells) => sum + (cells === 0 ? 0 : cells + GAP), 0)

/** The lines of a table, below its titles where `styleOfTitles` is given. */
export const tableOf = <T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  styleOfTitles?: Style,
): string[] =>
  alignCells([
    ...(styleOfTitles === undefined
      ? []
      : [
          columns.map(({ title, align }) => ({ text: title, style: styleOfTitles, ...(align && { align }) })),
        ]),
    ...rows.map((row) => columns.map(({ align, cell }) => ({ ...(align && { align }), ...cell(row) }))),
  ])

/** Columns as wide as their widest cell, two spaces apart, nothing behind the last. */
function alignCells(rows: readonly (readonly Cell[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[i]!.text)), 0),
  )
  return rows.map((row) => {
    const used = row.map((cell, i) => ({ ...cell, width: widths[i]! })).filter(({ width }) => width > 0)
    const shown = used.slice(0, used.findLastIndex(({ text }) => text !== '') + 1)
    return shown
      .map((cell, i) => pad(cell, i < shown.length - 1 || cell.align ? cell.width : 0))
      .join(' '.repeat(GAP))
  })
}

function pad({ text, align, style }: Cell, width: number): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  const styled = style === undefined || text === '' ? text : style(text)
  return align === 'right' ? space + styled : styled + space
}

/**
 * Words on lines of at most `width` cells, `5 %` as one of them; a word that is longer gets a line of its
 * own. A word that comes to the start of a line may be a command to a CI runner there.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[][] = []
  let used = Infinity
  for (const word of text.split(/ (?!%)/)) {
    const cells = displayWidth(word)
    const fits = used + 1 + cells <= Math.max(MIN_LINE, width)
    if (fits) lines.at(-1)!.push(word)
    else lines.push([word])
    used = fits ? used + 1 + cells : cells
  }
  return lines.map((words) => forLog(words.join(' ')))
}
