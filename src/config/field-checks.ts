import { checkGlob } from './glob.ts'
import { type Complaint, quoted } from './config-error.ts'

// What the texts of single fields must be like. Each check says what is wrong, or null.

export const checkSuite = (pattern: string): Complaint | null =>
  checkInside(pattern, 'the root of the project') ?? checkGlob(pattern)

/** A path that must not leave `place`. */
function checkInside(path: string, place: string): Complaint | null {
  if (/^([/\\~]|[a-z]:)/i.test(path)) {
    return { message: `${quoted(path)} is an absolute path`, remedy: `Write it relative to ${place}.` }
  }
  if (path.split(/[/\\]/).includes('..')) {
    return {
      message: `${quoted(path)} leaves the project`,
      remedy: `Write it without \`..\`, relative to ${place}.`,
    }
  }
  return path.includes('\\')
    ? { message: `${quoted(path)} holds a backslash`, remedy: 'Separate folders with `/`.' }
    : null
}

export const MAX_PATH_LENGTH = 500

export function checkWorkingDirectory(path: string): Complaint | null {
  return checkPath(path, 'the root of the project', 'Write for example `packages/parser`, or remove the key.')
}

/** What a command writes: removed before each run, so that no old result is ever read for a new one. */
export function checkOutput(path: string): Complaint | null {
  const remedy = 'Write for example `results.json`, or remove the key: then standard output is read.'
  const complaint = checkPath(path, 'the working directory', remedy)
  if (complaint !== null) return complaint
  const [first] = segmentsOf(path)
  const kept =
    first === undefined ? 'the working directory itself' : isGit(first) ? 'what git keeps there' : null
  return kept === null
    ? null
    : { message: `${quoted(path)} is ${kept}, and the output is removed before each run`, remedy }
}

const isGit = (segment: string): boolean => segment.toLowerCase() === '.git'

function checkPath(path: string, place: string, remedy: string): Complaint | null {
  if (path.trim() === '') return { message: 'the path is empty', remedy }
  if (path.length > MAX_PATH_LENGTH)
    return { message: `the path is longer than ${MAX_PATH_LENGTH} characters`, remedy }
  if (CONTROLS.test(path)) return { message: 'the path holds a control character', remedy }
  return checkInside(path, place)
}

/** The steps of a path, without those that go nowhere. */
export const segmentsOf = (path: string): string[] =>
  path.split('/').filter((segment) => segment !== '' && segment !== '.')

const CONTROLS = /[\p{C}\p{Zl}\p{Zp}]/u

export const MAX_PREFIX_LENGTH = 200

export function checkPrefix(prefix: string): Complaint | null {
  if (prefix.length > MAX_PREFIX_LENGTH)
    return { message: `the prefix is longer than ${MAX_PREFIX_LENGTH} characters`, remedy: 'Shorten it.' }
  return CONTROLS.test(prefix)
    ? { message: 'the prefix holds a control character', remedy: 'Remove it: names are shown on one line.' }
    : null
}

export const MAX_REF_LENGTH = 250

export function checkRef(ref: string): Complaint | null {
  const example = 'Write merge-base, parent, a branch, a tag or a commit.'
  if (ref === '') return { message: 'the ref is empty', remedy: example }
  if (ref.length > MAX_REF_LENGTH)
    return { message: `the ref is longer than ${MAX_REF_LENGTH} characters`, remedy: example }
  if (/^[-+]/.test(ref)) return { message: `a ref cannot begin with \`${ref[0]}\``, remedy: example }
  if (ref.includes('..')) {
    return { message: `${quoted(ref)} is a range`, remedy: `Name one revision. ${example}` }
  }
  if (/[\p{C}\s:\\?[]/u.test(ref)) {
    return { message: `${quoted(ref)} holds a character that no ref can hold`, remedy: example }
  }
  return null
}

export function checkBaseRef(ref: string): Complaint | null {
  if (ref !== 'merge-base' && /^merge[\s_]?base$/i.test(ref)) {
    return { message: `unknown base ${quoted(ref)}`, remedy: 'Did you mean `merge-base`?' }
  }
  if (ref.includes('*')) {
    return {
      message: `${quoted(ref)} is a pattern`,
      remedy: 'The newest tag that matches is written `ref: { tag: "v*" }`.',
    }
  }
  return checkRef(ref)
}

export const MAX_LINE_LENGTH = 4000

export const checkSetup = (line: string): Complaint | null =>
  checkLine(line, 'Write for example `npm ci`, or remove the key.')

export const checkRun = (line: string): Complaint | null =>
  checkLine(line, 'Write for example `go test -run ^$ -bench . ./...`.')

/** What a shell is given: one line or several. */
function checkLine(line: string, remedy: string): Complaint | null {
  if (line.trim() === '') return { message: 'the command is empty', remedy }
  if (line.length > MAX_LINE_LENGTH) {
    return {
      message: `the command is longer than ${MAX_LINE_LENGTH} characters`,
      remedy: 'Put it in a script, and call that.',
    }
  }
  return checkNul(line)
}

export const checkNul = (argument: string): Complaint | null =>
  argument.includes('\0')
    ? { message: 'a NUL character', remedy: 'Remove it: no process can be given one.' }
    : null

const MAX_REASON_LENGTH = 500

export function checkReason(reason: string): Complaint | null {
  if (reason.trim() === '') {
    return {
      message: 'the reason is empty',
      remedy: 'Say why the regression is accepted; the next reader will ask.',
    }
  }
  if (reason.length > MAX_REASON_LENGTH) {
    return {
      message: `the reason is longer than ${MAX_REASON_LENGTH} characters`,
      remedy: 'Link to where it is told at length.',
    }
  }
  return null
}

export function checkDate(date: string): Complaint | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (parts === null)
    return {
      message: `${quoted(date)} is not a date`,
      remedy: 'Write year-month-day, for example 2027-02-01.',
    }
  const instant = new Date(`${date}T00:00:00Z`)
  // JavaScript takes 2027-02-30 for the second of March.
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(date)) {
    return {
      message: `${quoted(date)} is not in the calendar`,
      remedy: 'Write year-month-day, for example 2027-02-01.',
    }
  }
  return null
}
