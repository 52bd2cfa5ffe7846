import { relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

/** `    at load (a.js:1:2)` */
const FRAME = /^\s+at .*[:\d)]$/
const LAST_LINES = 5

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
  // Frames of a stack push what went wrong out of sight, and so do causes and what is printed behind them.
  const said = lines.filter((line) => line.trim() !== '' && !FRAME.test(line))
  const error = said.slice(0, -LAST_LINES).find((line) => ERROR_LINE.test(line))
  const kept = error === undefined ? said : [error, ...said.slice(1 - LAST_LINES)]
  const last = indented(kept, { count: LAST_LINES, length: 300, indent: 4 })
  return last === '' ? '' : `; its last words:\n${last}`
}

/** How tools begin the line that says what is wrong. */
const ERROR_LINE =
  /^\W*(npm (error|ERR!)|error\b|fatal\b|failed\b|failure\b|ERR_|E[A-Z]+:|\w*(Error|Exception):|Traceback|panic|\* What went wrong)|\b(fatal )?error( [A-Z]+\d+|\[\w+\])?:|: \*\*\* |: (command )?not found$|Cannot find |No such file|undefined: /i

/** What tools print after the reason, whatever it is: where to read more, and how to run them again. */
const AFTERWORD = new RegExp(
  [
    String.raw`^npm (error|ERR!)( A complete log of this run| +/\S*_logs/|$)`,
    '^info Visit https://yarnpkg\\.com/',
    String.raw`^\[ERROR\] *($|To see the full stack trace|Re-run Maven|For more information about|\[Help \d+\] http|After correcting the problems)`,
    String.raw`^(\* Try:|> Run with --|> Get more help at|> Get more help with)`,
    String.raw`^\[notice\] `,
    '^(For more information about this error, try|Some errors have detailed explanations)',
  ].join('|'),
)
/** The help that npm prints after a mistake in its arguments or files. */
const HELP_START = /^npm (error|ERR!) Usage:/
const HELP_END = /^npm (error|ERR!) Run "npm help/

/**
 * What follows a sentence that a program failed: the lines of its output that say why, without what would
 * move a cursor. Of a long output these are the lines from the first error on, and the last ones.
 */
export function reasonAfter(printed: string, count = 20): string {
  const lines = withoutAfterwords(linesOf(printed).map((line) => line.replace(/(?!\t)\p{Cc}/gu, '')))
  const reason = indented(shortened(lines, count), { count, length: 500, indent: 2 })
  return reason === '' ? ' and printed nothing' : `:\n${reason}`
}

function withoutAfterwords(lines: readonly string[]): string[] {
  let isHelp = false
  return lines.filter((line) => {
    isHelp ||= HELP_START.test(line)
    const isKept = !isHelp && line.trim() !== '' && !AFTERWORD.test(line)
    if (HELP_END.test(line)) isHelp = false
    return isKept
  })
}

function shortened(lines: readonly string[], count: number): readonly string[] {
  const error = lines.findIndex((line) => ERROR_LINE.test(line))
  const rest = lines.length <= count ? lines : lines.slice(Math.max(error, 0))
  if (rest.length <= count) return rest
  // Of an output in which no line looks like an error the end is the likelier part.
  const first = Math.floor(count * (error === -1 ? 1 / 4 : 2 / 3))
  const last = count - 1 - first
  return [...rest.slice(0, first), `… ${rest.length - first - last} lines …`, ...rest.slice(-last)]
}

function indented(lines: readonly string[], o: { count: number; length: number; indent: number }): string {
  const last = lines.filter((line) => line.trim() !== '').slice(-o.count)
  return last.map((line) => ' '.repeat(o.indent) + line.slice(0, o.length)).join('\n')
}

/**
 * Files as they are called in the project, where a text names them in a checkout. `root` is that of the
 * checkout, `directory` the project's in it.
 */
export function inProject(text: string, directory: string, root = directory): string {
  const escaped = (place: string) => place.replaceAll(/[^\w/]/g, (sign) => `\\${sign}`)
  const named = (place: string, name: string) => (rest: string) =>
    rest
      .replaceAll(`${pathToFileURL(place).href}/`, name)
      .replaceAll(`${place}/`, name)
      .replaceAll(new RegExp(String.raw`${escaped(place)}(?![\w.-])`, 'g'), name.slice(0, -1) || '.')
  const inRoot = root === directory ? (rest: string) => rest : named(root, `${relative(directory, root)}/`)
  return inRoot(named(directory, '')(text))
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
