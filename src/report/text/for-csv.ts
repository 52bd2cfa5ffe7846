import { spelledOut } from './one-line.ts'
import type { Outside } from './outside.ts'

/**
 * What a spreadsheet takes for a formula at the start of a cell, in its wide forms too. Where numbers have a
 * decimal comma, cells end at a semicolon.
 */
const FORMULA = /(^|;)(?=["\s]*[=+\-@＝＋－＠])/g

/** A cell of CSV (RFC 4180). A spreadsheet takes what begins like a formula for text, by its apostrophe. */
export function forCsv({ text }: Outside): string {
  const line = spelledOut(text)
  const cell = line.replace(FORMULA, "$1'")
  return /[",]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
