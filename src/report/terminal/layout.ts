import { forLog } from '../text/for-log.ts'
import { displayWidth } from '../text/one-line.ts'

/** A cell that knows its width without the style it is printed in. */
export interface Cell {
  text: string
  align?: 'right'
  style?: (text: string) => string
}

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
