import { stripVTControlCharacters } from 'node:util'

/** A text from outside within the message of an error: on one line, cut. */
export function forMessage(text: string, limit = 200): string {
  const line = stripVTControlCharacters(text.slice(0, limit * 5))
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return line.length > limit ? `${line.slice(0, limit)}…` : line
}
