/** The lines of a text, without their ends. */
export function* linesOf(text: string): Generator<string> {
  let from = 0
  while (from < text.length) {
    const newline = text.indexOf('\n', from)
    const end = newline === -1 ? text.length : newline
    yield text.slice(from, end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end)
    from = end + 1
  }
}

const CARRIAGE_RETURN = 13

/** Each line that is one JSON object, in order; `other` is told of those lines that are neither blank nor an object. */
export function* jsonLinesOf(
  text: string,
  other: (line: string) => void,
): Generator<Record<string, unknown>> {
  for (const line of linesOf(text)) {
    if (line.trim() === '') continue
    const value = line.trimStart().startsWith('{') ? parsed(line) : undefined
    if (typeof value === 'object' && value !== null) yield value as Record<string, unknown>
    else other(line)
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The first line that is one JSON object, among the first few; null where there is none. */
export function firstJsonLine(text: string): Record<string, unknown> | null {
  if (!text.trimStart().startsWith('{')) return null
  for (const value of jsonLinesOf(text.slice(0, DETECTION_LENGTH), () => {})) return value
  return null
}

/** More than the first line of any tool; detection has to stay cheap. */
const DETECTION_LENGTH = 100_000

/** A number in decimal notation, commas between thousands allowed; null for all else, for `0x10`, `NaN` and the empty text. */
export function decimal(text: string): number | null {
  if (text.length > MAX_DIGITS) return null
  const plain = text.replaceAll(',', '')
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}

const MAX_DIGITS = 60

/** A number as it is; NaN for what is none, so that it is counted among the values that are left out. */
export const numeric = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN)
