// Names, notes and references are written by the people under judgement. Nothing of theirs reaches a report
// before it went through here: one line, no control, no direction override, nothing invisible.

// U+200D and U+FE0F stay: emoji and several scripts need them.
const UNPRINTABLE =
  /(?!\u200d|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu
const PLAIN = /^[\x20-\x7e]*$/
// Nearly all that is ever measured: ASCII, and what our own quantities and separators add to it (µ · — … →).
const ONE_CELL_EACH = /^[\x20-\x7e\u00b5\u00b7\u2014\u2026\u2192]*$/
const ZERO_WIDTH = /^(?:\p{Mn}|\p{Me}|\p{Cf})+$/u
const TWO_CELLS = /\p{Emoji_Presentation}|\ufe0f/u
const WORDS: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** UTF-16 units that a cell may take: a family of four is 11 units in two cells. */
const UNITS_PER_CELL = 6

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The text on one line, with whatever a screen would obey or hide written out: `\n`, `\u{202e}`. */
function printable(text: string): string {
  if (PLAIN.test(text)) return text
  return text.replace(UNPRINTABLE, (c) => WORDS[c] ?? `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`)
}

/**
 * The text on one line, with whatever a screen would obey or hide, a CI runner obeys, or no file holds
 * written out: `\u{202e}`, `#\u{23}[`. Two texts never become one, since what looks like that already is
 * written out too.
 */
export const spelledOut = (text: string): string =>
  PLAIN.test(text) && !STEERING.test(text)
    ? text
    : text.replace(TO_SPELL, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`)

const STEERING = /\\(?=u\{)|(?<=#)#(?=\[)/
const TO_SPELL = new RegExp(`${UNPRINTABLE.source}|${STEERING.source}`, 'gu')

/** Cells that a terminal gives to a printable text. */
export function displayWidth(text: string): number {
  if (ONE_CELL_EACH.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment)
  return width
}

function graphemeWidth(grapheme: string): number {
  if (ZERO_WIDTH.test(grapheme)) return 0
  const code = grapheme.codePointAt(0) ?? 0
  return TWO_CELLS.test(grapheme) || isWide(code) ? 2 : 1
}

/** Blocks that are wide throughout in Unicode's EastAsianWidth.txt; its other symbols are emoji. */
const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
  (code >= 0xa960 && code <= 0xa97f) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x20000 && code <= 0x3fffd)

/**
 * Printable, and at most `maxCells` wide. What is cut is cut from the middle, because benchmarks differ in
 * the end of a name (`n=1000`) as often as in its start. The length is bounded too: one cell can carry any
 * number of combining marks.
 */
export function shorten(text: string, maxCells: number): string {
  const startCells = Math.ceil(((maxCells - 1) * 2) / 3)
  const endCells = maxCells - 1 - startCells
  if (text.length <= maxCells * UNITS_PER_CELL) {
    const whole = printable(text)
    if (whole.length <= maxCells * UNITS_PER_CELL && displayWidth(whole) <= maxCells) return whole
  }
  const start = printable(text.slice(0, startCells * UNITS_PER_CELL).replace(/[\ud800-\udbff]$/, ''))
  const end = printable(text.slice(-endCells * UNITS_PER_CELL).replace(/^[\udc00-\udfff]/, ''))
  return `${fitting(start, startCells, 'start')}…${fitting(end, endCells, 'end')}`
}

/** As much of the start or of the end as so many cells take. */
function fitting(text: string, maxCells: number, of: 'start' | 'end'): string {
  if (PLAIN.test(text)) return of === 'start' ? text.slice(0, maxCells) : text.slice(-maxCells)
  const parts = [...graphemes.segment(text)]
  let cells = 0
  let units = 0
  for (const { segment } of of === 'start' ? parts : parts.reverse()) {
    cells += graphemeWidth(segment)
    if (cells > maxCells || units + segment.length > maxCells * UNITS_PER_CELL) break
    units += segment.length
  }
  return of === 'start' ? text.slice(0, units) : text.slice(text.length - units)
}

/** A benchmark's name as people see it; even the empty name is something to point at. */
export const shortName = (name: string, maxCells: number): string =>
  name.trim() === '' ? '(no name)' : shorten(name, maxCells)
