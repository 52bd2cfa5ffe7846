import { spelledOut } from './one-line.ts'
import type { Outside } from './outside.ts'

/** What a spreadsheet takes for a formula at the start of a cell, in its wide forms too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/

/** A cell of CSV (RFC 4180). A spreadsheet takes what begins like a formula for text, by its apostrophe. */
export function forCsv({ text }: Outside): string {
  const line = spelledOut(text)
  const cell = FORMULA.test(line) ? `'${line}` : line
  return /[",]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
