// Python's json module and others write NaN, Infinity and -Infinity, which JSON does not have.

const BARE = ['-Infinity', 'Infinity', 'NaN'] as const

/**
 * Text as JSON with bare NaN and Infinity read as `bare` (itself JSON); undefined where it is not JSON. The reason is
 * not told: V8's message repeats a piece of the text, which can be a secret.
 */
export function parseBareJson(text: string, bare = 'null'): unknown {
  try {
    return JSON.parse(text)
  } catch {
    if (!BARE.some((word) => text.includes(word))) return undefined
  }
  try {
    return JSON.parse(withoutBare(text, bare))
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
    const word =
      code === MINUS || code === UPPER_I || code === UPPER_N
        ? BARE.find((w) => text.startsWith(w, at))
        : undefined
    if (word === undefined) {
      at++
      continue
    }
    parts.push(text.slice(from, at), bare)
    at += word.length
    from = at
    if (parts.length > MAX_PARTS) {
      done.push(parts.join(''))
      parts = []
    }
  }
  return [...done, ...parts, text.slice(from)].join('')
}

const [QUOTE, BACKSLASH, MINUS, UPPER_I, UPPER_N] = [0x22, 0x5c, 0x2d, 0x49, 0x4e]

/** Behind the string that starts at `at`. */
function stringEnd(text: string, at: number): number {
  let end = at + 1
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === QUOTE) return end + 1
    end += code === BACKSLASH ? 2 : 1
  }
  return end
}
