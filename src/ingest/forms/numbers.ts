// Numbers as tools print them. One in another notation, such as 15,25, is refused: a value that is missing is
// noticed, one that was read as 1525 is not.

const MAX_DIGITS = 60
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
/** Commas between thousands, or in Indian groups: 1,234,567.5 and 12,34,567. 0,525 is no such number. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:(?:,\d{3})+|(?:,\d{2})+,\d{3})(?:\.\d*)?$/
/** Digits, with all that people put between them. */
const DIGITS = /^[+-]?\d[\d.,:'\u{2019}\u{a0}\u{202f}]*(?:[eE][+-]?\d+)?$/u

/** A number in decimal notation; null for all else, for `0x10`, `NaN`, `1,234` and the empty text. */
export function decimal(text = ''): number | null {
  if (text.length > MAX_DIGITS || !PLAIN.test(text)) return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

/** The same for a tool that writes commas between thousands. */
export const grouped = (text = ''): number | null =>
  decimal(text.length <= MAX_DIGITS && GROUPED.test(text) ? text.replaceAll(',', '') : text)

/** Whether a word is a number in some notation, be it one that is not read. */
export const isDigits = (word: string): boolean => word.length <= MAX_DIGITS && DIGITS.test(word)
