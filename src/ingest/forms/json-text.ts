/** Deeper than any tool nests; what reads the value may then recurse. */
const MAX_DEPTH = 500
/** Samples, mostly. */
const MAX_VALUES = 20_000_000

/** A text as JSON, undefined where it is none; `problem`: why not, null for what never looked like it. */
export interface JsonText {
  json: unknown
  problem: string | null
}

/** Reads JSON, bare NaN and Infinity as numbers that are not finite; `problem` quotes nothing of the text. */
export function parseJsonText(text: string): JsonText {
  if (!/^\s*[[{]/.test(text.slice(0, 1000))) return { json: undefined, problem: null }
  const shape = problemOfShape(text)
  if (shape !== null) return { json: undefined, problem: shape }
  const json = bareJson(text, NOT_FINITE)
  return json === undefined ? { json, problem: problemOf(text) } : { json, problem: null }
}

const [QUOTE, COMMA, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE] = [34, 44, 91, 92, 93, 123, 125]

// Before parsing: fifty million brackets cost the parser eight seconds and gigabytes, and a hundred million
// numbers more memory than Node has.
function problemOfShape(text: string): string | null {
  let depth = 0
  let values = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = stringEnd(text, at) - 1
    else if (code === OPEN_LIST || code === OPEN) {
      if (++depth > MAX_DEPTH) return `it is nested deeper than ${MAX_DEPTH} levels`
    } else if (code === CLOSE_LIST || code === CLOSE) depth--
    else if (code === COMMA && ++values > MAX_VALUES)
      return `it holds more than ${MAX_VALUES.toLocaleString('en')} values`
  }
  return null
}

/**
 * Behind the bracket that closes the one at `start`; null where none does before the end, or it is nested too
 * deep.
 */
export function jsonEnd(text: string, start: number): number | null {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = stringEnd(text, at) - 1
    else if (code === OPEN_LIST || code === OPEN) {
      if (++depth > MAX_DEPTH) return null
    } else if ((code === CLOSE_LIST || code === CLOSE) && --depth === 0) return at + 1
  }
  return null
}

/** Behind the string that starts at `at`, or the end of the text. */
function stringEnd(text: string, at: number): number {
  let end = at + 1
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === QUOTE) return end + 1
    end += code === BACKSLASH ? 2 : 1
  }
  return end
}

// The engine's own message quotes the text, which may hold a secret.
function problemOf(text: string): string {
  try {
    JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (/^(Unexpected end|Unterminated string)/.test(message))
      return 'it ends in the middle, as a truncated file does'
    const place = /\(line (\d+) column (\d+)\)/.exec(message)
    if (place !== null) return `it is broken at line ${place[1]}, column ${place[2]}`
  }
  return 'it is broken'
}

// Python's json module writes NaN, Infinity and -Infinity, which JSON does not have; C++ programs write what
// printf makes of them: nan, -nan, inf.

const BARE = /[+-]?(?:nan(?:\([\w-]{0,20}\))?|inf(?:inity)?)(?![\w.])/iy
/** JSON that is read as Infinity, which no adapter takes for a value, and each says so. */
const NOT_FINITE = '1e999'

/**
 * Text as JSON with bare NaN and Infinity read as `bare` (itself JSON); undefined where it is not JSON. V8's
 * message is not passed on, because it repeats a piece of the text, which can be a secret.
 */
export function parseBareJson(text: string, bare = NOT_FINITE): unknown {
  // A value takes a character and its comma.
  return text.length > MAX_VALUES && problemOfShape(text) !== null ? undefined : bareJson(text, bare)
}

function bareJson(text: string, bare: string): unknown {
  const json = parsed(text)
  return json === undefined && /nan|inf/i.test(text) ? parsed(withoutBare(text, bare)) : json
}

/** Text as JSON; undefined where it is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Pieces that are kept before they become one text: millions of them would take gigabytes. */
const MAX_PARTS = 50_000

/** Outside of strings only, in one pass. */
function withoutBare(text: string, bare: string): string {
  const done: string[] = []
  let parts: string[] = []
  let from = 0
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = stringEnd(text, at)
      continue
    }
    BARE.lastIndex = at
    if (!BARE_STARTS.has(code) || !BARE.test(text)) {
      at++
      continue
    }
    parts.push(text.slice(from, at), bare)
    at = BARE.lastIndex
    from = at
    if (parts.length > MAX_PARTS) {
      done.push(parts.join(''))
      parts = []
    }
  }
  return [...done, ...parts, text.slice(from)].join('')
}

const BARE_STARTS: ReadonlySet<number> = new Set([...'+-iInN'].map((sign) => sign.charCodeAt(0)))
