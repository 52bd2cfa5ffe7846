import { parseBareJson } from './bare-json.ts'

/** Deeper than any tool nests; what reads the value may then recurse. */
const MAX_DEPTH = 500

/** A text as JSON; undefined where it is none. `problem` says why not, and is null for what never looked like JSON. */
export interface JsonText {
  json: unknown
  problem: string | null
}

/** Reads JSON, bare NaN and Infinity as null; `problem` quotes nothing of the text. */
export function parseJsonText(text: string): JsonText {
  if (!/^\s*[[{]/.test(text.slice(0, 1000))) return { json: undefined, problem: null }
  // Before parsing: fifty million brackets cost the parser eight seconds and gigabytes.
  if (isTooDeep(text)) return { json: undefined, problem: `it is nested deeper than ${MAX_DEPTH} levels` }
  const json = parseBareJson(text)
  return json === undefined ? { json, problem: problemOf(text) } : { json, problem: null }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34 /* " */) at = endOfString(text, at)
    else if (code === 91 /* [ */ || code === 123 /* { */) {
      depth++
      if (depth > MAX_DEPTH) return true
    } else if (code === 93 /* ] */ || code === 125 /* } */) depth--
  }
  return false
}

/** The position of the quote that ends the string which begins at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 34) return at
    at += code === 92 /* \ */ ? 2 : 1
  }
  return text.length
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
