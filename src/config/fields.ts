import { checkGlob } from './glob.ts'
import { type Complaint, quoted } from './problem.ts'

// What the texts of single fields must be like. Each check says what is wrong, or null.

export function checkSuite(pattern: string): Complaint | null {
  if (/^([/\\~]|[a-z]:)/i.test(pattern)) {
    return {
      message: `${quoted(pattern)} is an absolute path`,
      remedy: 'Write it relative to the root of the project.',
    }
  }
  if (pattern.split(/[/\\]/).includes('..')) {
    return {
      message: `${quoted(pattern)} leaves the project`,
      remedy: 'Write it without `..`, relative to the root of the project.',
    }
  }
  if (pattern.includes('\\')) {
    return { message: `${quoted(pattern)} holds a backslash`, remedy: 'Separate folders with `/`.' }
  }
  return checkGlob(pattern)
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

const MAX_SETUP_LENGTH = 4000

export function checkSetup(command: string): Complaint | null {
  if (command.trim() === '')
    return { message: 'the command is empty', remedy: 'Write for example `npm ci`, or remove the key.' }
  if (command.length > MAX_SETUP_LENGTH) {
    return {
      message: `the command is longer than ${MAX_SETUP_LENGTH} characters`,
      remedy: 'Put it in a script, and call that.',
    }
  }
  return checkNul(command)
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
