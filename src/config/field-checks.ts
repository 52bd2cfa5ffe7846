import { z } from 'zod'
import { problemOfPath } from '../files/project-path.ts'
import { problemOfRevision } from '../git/ref-name.ts'
import { problemOfPageUrl } from '../report/text/link.ts'
import { type Complaint, quoted } from './config-error.ts'
import { checkGlob } from './glob.ts'

// What the texts of single fields must be like.

/** What is wrong with a text; null when nothing is. */
export type Check = (value: string) => Complaint | null

/** A refinement that hands what a check says on as the parameters of zod's issue. */
export const refined =
  <T>(check: (value: T) => Complaint | null) =>
  (value: T, context: z.RefinementCtx): void => {
    const complaint = check(value)
    if (complaint !== null) context.addIssue({ code: 'custom', params: { ...complaint } })
  }

/** A text that `check` has nothing to say about. */
export const text = (check: Check) => z.string().superRefine(refined(check))

/** A key that may be left out, with what editors show of it. */
export const optional = <T extends z.ZodType>(schema: T, description: string, more: object = {}) =>
  schema.meta({ description, ...more }).exactOptional()

const firstOf =
  (...checks: Check[]): Check =>
  (value) => {
    for (const check of checks) {
      const complaint = check(value)
      if (complaint !== null) return complaint
    }
    return null
  }

/** `…` in a message stands for the text itself. */
const refuse =
  (pattern: RegExp, message: string, remedy: string): Check =>
  (value) =>
    pattern.test(value) ? { message: message.replace('…', () => quoted(value)), remedy } : null

/** Nothing that a screen shows; U+2800 is a letter of Braille without dots. */
const BLANK = /^[\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*$/u
const filled = (what: string, remedy: string): Check => refuse(BLANK, `the ${what} is empty`, remedy)

const atMost =
  (most: number, what: string, remedy: string): Check =>
  (value) =>
    value.length > most ? { message: `the ${what} is longer than ${most} characters`, remedy } : null

const printable = (what: string, remedy: string): Check =>
  refuse(/[\p{C}\p{Zl}\p{Zp}]/u, `the ${what} holds a control character`, remedy)

/** A path of the project, relative to `place`. */
const inside =
  (place: string): Check =>
  (path) => {
    const found = problemOfPath(path, place)
    return found && { message: `${quoted(path)} ${found.problem}`, remedy: found.remedy }
  }

const ROOT = 'the root of the project'

export const checkSuite = firstOf(inside(ROOT), checkGlob)

export const MAX_PATH_LENGTH = 500

const path = (place: string, remedy: string): Check =>
  firstOf(filled('path', remedy), atMost(MAX_PATH_LENGTH, 'path', remedy), inside(place))

export const checkWorkingDirectory = path(ROOT, 'Write for example `packages/parser`, or remove the key.')

/** The steps of a path, without those that go nowhere. */
export const segmentsOf = (path: string): string[] =>
  path.split('/').filter((segment) => segment !== '' && segment !== '.')

const OUTPUT = 'Write for example `results.json`, or remove the key: then standard output is read.'

/** What a command writes: removed before each run, so that no old result is ever read for a new one. */
export const checkOutput = firstOf(path('the working directory', OUTPUT), (output) => {
  if (segmentsOf(output).length > 0) return null
  return {
    message: `${quoted(output)} is the working directory itself, and the output is removed before each run`,
    remedy: OUTPUT,
  }
})

export const MAX_PREFIX_LENGTH = 200

export const checkPrefix = firstOf(
  atMost(MAX_PREFIX_LENGTH, 'prefix', 'Shorten it.'),
  printable('prefix', 'Remove it: names are shown on one line.'),
)

export const checkRef: Check = (ref) => {
  const problem = problemOfRevision(ref)
  if (problem === null) return null
  return {
    message: `${ref === '' ? 'the ref' : quoted(ref)} ${problem}`,
    remedy: 'Name one revision. Write merge-base, parent, a branch, a tag or a commit.',
  }
}

export const checkBaseRef = firstOf(
  refuse(/^(?!merge-base$)merge[\s_]?base$/i, 'unknown base …', 'Did you mean `merge-base`?'),
  refuse(/\*/, '… is a pattern', 'The newest tag that matches is written `ref: { tag: "v*" }`.'),
  checkRef,
)

export const checkNul = refuse(/\0/, 'a NUL character', 'Remove it: no process can be given one.')

export const MAX_LINE_LENGTH = 4000

/** What a shell is given: one line or several. */
const line = (remedy: string): Check =>
  firstOf(
    filled('command', remedy),
    atMost(MAX_LINE_LENGTH, 'command', 'Put it in a script, and call that.'),
    checkNul,
  )

export const checkSetup = line('Write for example `npm ci`, or remove the key.')
export const checkRun = line('Write for example `go test -run ^$ -bench . ./...`.')

export const checkReason = firstOf(
  filled('reason', 'Say why the regression is accepted; the next reader will ask.'),
  atMost(500, 'reason', 'Link to the full explanation.'),
)

export const checkPageUrl: Check = (url) => {
  const ofKey = url.replaceAll('{key}', 'default')
  const problem =
    problemOfPageUrl(ofKey) ?? (/[{}]/.test(ofKey) ? 'holds a brace that is none of `{key}`' : null)
  if (problem === null) return null
  return {
    message: `${quoted(url)} ${problem}`,
    remedy: 'Write where the dashboard is published, for example https://owner.github.io/name/.',
  }
}

const DATE = 'Write year-month-day, for example 2027-02-01.'

export const checkDate = firstOf(
  refuse(/^(?!\d{4}-\d{2}-\d{2}$)/, '… is not a date', DATE),
  // JavaScript takes 2027-02-30 for the second of March.
  (date) => {
    const instant = new Date(`${date}T00:00:00Z`)
    const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
    return exists ? null : { message: `${quoted(date)} is not in the calendar`, remedy: DATE }
  },
)
