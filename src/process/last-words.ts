import { stripVTControlCharacters } from 'node:util'

/** `    at load (a.js:1:2)` */
const FRAME = /^\s+at .*[:\d)]$/

/** The end of what a program printed, to follow a sentence about how it ended; '' for nothing. */
export const lastWords = (printed: string): string => shown(linesOf(printed))

/**
 * lastWords() of what may hold results, without everything in it that is JSON: a result may hold what its
 * writer keeps secret, such as what a load test logged in with. `isCut`: the text begins in the middle of a
 * line.
 */
export function lastWordsOfResults(printed: string, isCut: boolean): string {
  const lines = linesOf(printed)
  return shown(outsideJson(isCut ? lines.slice(1) : lines, isCut))
}

const linesOf = (printed: string): string[] => stripVTControlCharacters(printed).split(/\r?\n|\r/)

function shown(lines: readonly string[]): string {
  // Frames of a stack push what went wrong out of sight.
  const last = indented(
    lines.filter((line) => !FRAME.test(line)),
    { count: 5, length: 300, indent: 4 },
  )
  return last === '' ? '' : `; its last words:\n${last}`
}

/** The last lines of what a program printed, for a message of their own, without what would move a cursor. */
export const lastLines = (printed: string): string =>
  indented(
    linesOf(printed).map((line) => line.replace(/(?!\t)\p{Cc}/gu, '')),
    { count: 20, length: 500, indent: 2 },
  )

function indented(lines: readonly string[], o: { count: number; length: number; indent: number }): string {
  const last = lines.filter((line) => line.trim() !== '').slice(-o.count)
  return last.map((line) => ' '.repeat(o.indent) + line.slice(0, o.length)).join('\n')
}

/** A member, also of JSON inside a string; or a line that is a value: a text, a number, a word. */
const MEMBER_OR_VALUE = /"[^"]*"\s*:|^\s*("(\\.|[^"\\])*"|-?\d[\d.eE+-]*|true|false|null),?\s*$/

/** Lines that are no part of a JSON value or of an object as Node prints it, which may never end. */
function outsideJson(lines: readonly string[], isCut: boolean): string[] {
  const kept: string[] = []
  let depth = 0
  for (const line of lines) {
    if (depth > 0) depth = Math.max(0, depth + rise(line))
    else if (/^\s*[[{]/.test(line)) {
      depth = Math.max(0, rise(line))
      // What a log puts in front of a line, `[12:00] text`, opens nothing.
      if (depth === 0 && /^\s*\[.*[^\]},\s]\s*$/.test(line) && !MEMBER_OR_VALUE.test(line)) kept.push(line)
    } else if (isCut && /^\s*[}\]]/.test(line)) {
      // Its beginning was cut off, and all lines until here may be its own.
      kept.length = 0
    } else if (!MEMBER_OR_VALUE.test(line)) kept.push(line)
  }
  return kept
}

/** By how much a line opens more brackets than it closes, outside of texts. */
function rise(line: string): number {
  const brackets = line.replace(/"(\\.|[^"\\])*("|$)/g, '')
  return brackets.replace(/[^[{]/g, '').length - brackets.replace(/[^\]}]/g, '').length
}
