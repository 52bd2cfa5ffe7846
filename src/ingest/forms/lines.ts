import type { ResultsBuilder } from '../results-builder.ts'
import { isRecord } from './json.ts'
import { parsed } from './json-text.ts'

const CARRIAGE_RETURN = 13
/** Longer lines are the output of the program under test. */
const MAX_LINE = 10_000

/** The lines of a text, without their ends; longer ones are passed over. */
export function* linesOf(text: string, maxLength = MAX_LINE): Generator<string> {
  let from = 0
  while (from < text.length) {
    const newline = text.indexOf('\n', from)
    const end = newline === -1 ? text.length : newline
    const stop = end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end
    if (stop - from <= maxLength) yield text.slice(from, stop)
    from = end + 1
  }
}

/**
 * Each line that is one JSON object, in order; `results` is warned of those that are neither that nor blank.
 */
export function* jsonLinesOf(text: string, results?: ResultsBuilder): Generator<Record<string, unknown>> {
  let others = 0
  for (const line of linesOf(text, Infinity)) {
    if (line.trim() === '') continue
    const value = line.trimStart().startsWith('{') ? parsed(line) : undefined
    if (isRecord(value)) yield value
    else others++
  }
  results?.warnCount(others, 'lines are left out, because they are not JSON')
}

/** More than the first line of any tool; detection has to stay cheap. */
const DETECTION_LENGTH = 100_000

/** The first line that is one JSON object, among the first few; null where there is none. */
export function firstJsonLine(text: string): Record<string, unknown> | null {
  if (!text.trimStart().startsWith('{')) return null
  return jsonLinesOf(text.slice(0, DETECTION_LENGTH)).next().value ?? null
}

const MAX_DIGITS = 60

/**
 * A number in decimal notation, commas between thousands allowed; null for all else, for `0x10`, `NaN` and
 * the empty text.
 */
export function decimal(text = ''): number | null {
  if (text.length > MAX_DIGITS) return null
  const plain = text.replaceAll(',', '')
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}
