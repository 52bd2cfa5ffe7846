import { SEEN } from './for-yaml.ts'

/** What a shell takes as it is. */
const BARE = /^[\w./-][\w./:=%+,-]*$/
/** What means nothing between single quotes: to a shell, to Markdown in a fenced block, to a CI runner. */
const HARMLESS = /^[ \w./:=%+,#$&*()|;?[\]{}~"^\\\p{L}\p{N}-]*$/u
/** What no program can be given, and what is no character at all. */
const IMPOSSIBLE = /\0|\p{Cs}/u

/**
 * A text as one word of a line that is pasted into bash; null for one that no such line can hold. What a
 * screen does not show, what ends a fenced block or a quote, and what a CI runner obeys is written as bytes.
 */
export function forShell(text: string): string | null {
  if (IMPOSSIBLE.test(text)) return null
  if (BARE.test(text)) return text
  if (HARMLESS.test(text) && !text.includes('##') && [...text].every((c) => c < '\u007f' || SEEN.test(c)))
    return `'${text}'`
  return `$'${[...text].map(shown).join('')}'`
}

/** A flag with its value, for such a line; null for a value that none can hold. */
export function flagForShell(flag: string, value: string): string | null {
  const text = forShell(value)
  return text && `--${flag}${value.startsWith('-') ? '=' : ' '}${text}`
}

const shown = (c: string): string => {
  if (c === '\\') return '\\\\'
  if (c !== '#' && (c < '\u007f' || SEEN.test(c)) && HARMLESS.test(c)) return c
  return [...new TextEncoder().encode(c)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
}
