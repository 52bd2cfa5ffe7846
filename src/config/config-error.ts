import { LineCounter } from 'yaml'
import { UserError } from '../errors.ts'
import { forSourceLine } from '../report/text/for-source-line.ts'

/** What is wrong in one sentence without a full stop, and what to do about it in whole sentences. */
export interface Complaint {
  message: string
  remedy: string
  /** What to underline of a `key: value` pair; absent: the value. */
  about?: 'key'
}

/** What is wrong with the value that a path of keys and places in lists leads to. */
export interface Finding {
  path: readonly PropertyKey[]
  complaint: Complaint
}

/** One mistake in the config file, with everything that a terminal or an annotation needs to show it. */
export interface Problem {
  /** One sentence without a full stop. */
  message: string
  /** What to do: whole sentences. */
  remedy: string
  file: string
  /** 1-based. */
  line: number
  /** 1-based, in UTF-16 units as editors count them. */
  column: number
  /** UTF-16 units to underline from `column`, at least 1; of a place of several lines, on its first. */
  length: number
  sourceLine: string
}

/** A stretch of the text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/** The text of a config file under the name that people know it by. */
export class Source {
  readonly file: string
  readonly text: string
  readonly lines = new LineCounter()

  constructor(file: string, text: string) {
    this.file = file
    this.text = text
    this.lines.addNewLine(0)
    for (const { index } of text.matchAll(/\n/g)) this.lines.addNewLine(index + 1)
  }

  problem(span: Span, { message, remedy }: Complaint): Problem {
    // What is missing at the end of a file is shown behind its last word, not on the empty line that follows.
    const start = Math.max(0, Math.min(span.start, this.text.trimEnd().length))
    const { line, col } = this.lines.linePos(start)
    const sourceLine = this.text.slice(start - col + 1, this.lines.lineStarts[line]).replace(/\r?\n?$/, '')
    const column = Math.min(col - 1, sourceLine.length)
    const marked = sourceLine.slice(column, column + Math.max(1, span.end - start)).trimEnd()
    const length = Math.max(1, marked.length)
    return { message, remedy, file: this.file, line, column: column + 1, length, sourceLine }
  }
}

const SHOWN_COLUMNS = 100
const SHOWN_PROBLEMS = 50

/** A user's own words inside a message: on one line, without control characters, and cut when long. */
export function quoted(words: string): string {
  const cut = words.length > 60 ? `${words.slice(0, 59)}…` : words
  return `\`${forSourceLine(cut).replaceAll('`', "'")}\``
}

/** Words to choose from. */
export const listed = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ')

/** The part of a line that fits the screen and holds the caret. */
function excerpt({ sourceLine, column, length }: Problem): { text: string; caret: string } {
  const before = column - 1
  const from = before + Math.min(length, 40) > SHOWN_COLUMNS ? before - 40 : 0
  const cutLeft = from > 0 ? '…' : ''
  const cutRight = sourceLine.length > from + SHOWN_COLUMNS ? '…' : ''
  const text = `${cutLeft}${forSourceLine(sourceLine.slice(from, from + SHOWN_COLUMNS))}${cutRight}`
  const shown = Math.max(1, Math.min(length, from + SHOWN_COLUMNS - before))
  return { text, caret: ' '.repeat(cutLeft.length + before - from) + '^'.repeat(shown) }
}

function renderProblem(problem: Problem): string {
  const { text, caret } = excerpt(problem)
  const gutter = String(problem.line).replaceAll(/\d/g, ' ')
  return [
    `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`,
    ` ${gutter} |`,
    ` ${problem.line} | ${text}`.trimEnd(),
    ` ${gutter} | ${caret}`,
    ...problem.remedy.split('\n').map((line) => ` ${gutter} = ${line}`),
  ].join('\n')
}

/** All problems in the order of the file, each with its line, a caret under the place, and the way out. */
export function renderProblems(problems: readonly Problem[]): string {
  const rendered = problems.slice(0, SHOWN_PROBLEMS).map(renderProblem)
  const rest = problems.length - rendered.length
  if (rest > 0) rendered.push(`... and ${rest} more ${rest === 1 ? 'problem' : 'problems'}`)
  return rendered.join('\n\n')
}

/** Everything that is wrong with a config file, as one error that keeps the places. */
export class ConfigError extends UserError {
  readonly problems: readonly Problem[]

  constructor(file: string, problems: readonly Problem[]) {
    const these = problems.length === 1 ? 'this problem' : `these ${problems.length} problems`
    super('config', renderProblems(problems), `Correct ${these} in ${file}; nothing was measured.`)
    this.problems = problems
  }
}
