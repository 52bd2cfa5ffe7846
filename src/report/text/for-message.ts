import { stripVTControlCharacters } from 'node:util'

const SHOWN_CHARACTERS = 200

/** A text from outside within the message of an error: on one line, cut. */
export function forMessage(text: string): string {
  const line = stripVTControlCharacters(text.slice(0, SHOWN_CHARACTERS * 5))
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS)}…` : line
}
