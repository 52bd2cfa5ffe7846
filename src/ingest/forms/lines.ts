import type { ResultsBuilder } from '../results-builder.ts'
import { isRecord } from './json.ts'
import { parseBareJson } from './json-text.ts'

const CARRIAGE_RETURN = 13
export const ESCAPE = '\u001b'
/** Longer lines are the output of the program under test; what was cut off is not taken for a number. */
const MAX_LINE = 10_000

/** The lines of a text, without their ends. Of a longer one the beginning, and a sign that it goes on. */
export function* linesOf(text: string, maxLength = MAX_LINE): Generator<string> {
  let from = 0
  while (from < text.length) {
    const newline = text.indexOf('\n', from)
    const end = newline === -1 ? text.length : newline
    const stop = end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end
    yield stop - from <= maxLength ? text.slice(from, stop) : `${text.slice(from, from + maxLength)}…`
    from = end + 1
  }
}

/** Without ANSI escape sequences: `ESC [`, parameters, one final character. */
export function withoutColours(line: string): string {
  if (!line.includes(ESCAPE)) return line
  const [start = '', ...rest] = line.split(ESCAPE)
  return start + rest.map((part) => part.replace(/^\[[0-?]*[ -/]*[@-~]/, '')).join('')
}

/**
 * Each line that is one JSON object, in order; `results` is warned of those that are neither that nor blank.
 * They are not quoted, because they may hold secrets.
 */
export function* jsonLinesOf(text: string, results?: ResultsBuilder): Generator<Record<string, unknown>> {
  let number = 0
  let others = 0
  let first = 0
  for (const line of linesOf(text, Infinity)) {
    number++
    if (line.trim() === '') continue
    const value = line.trimStart().startsWith('{') ? parseBareJson(line) : undefined
    if (isRecord(value)) yield value
    else if (others++ === 0) first = number
  }
  if (others === 1) results?.warnings.push(`line ${first} is left out, because it is not JSON`)
  else if (others > 1)
    results?.warnings.push(
      `${others} lines are left out, because they are not JSON; the first is line ${first}`,
    )
}

/** More than the first lines of any tool; detection has to stay cheap. */
const DETECTION_LENGTH = 100_000

/** Whether one of the first lines is such a JSON object; lines of other programs may be above it. */
export const hasJsonLine = (text: string, is: (line: Record<string, unknown>) => boolean): boolean =>
  text.includes('{') && jsonLinesOf(text.slice(0, DETECTION_LENGTH)).some(is)
