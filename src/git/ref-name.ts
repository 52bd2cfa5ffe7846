import { UserError } from '../errors.ts'

const MAX_BRANCH = 200
export const MAX_REVISION = 250

/** Why a name is none for a branch, or would be read otherwise (git-check-ref-format); null: it is fit. */
export function problemOfBranch(name: string): string | null {
  if (name === '') return 'is empty'
  if (name.length > MAX_BRANCH) return `has more than ${MAX_BRANCH} characters`
  if (/^[-/.]|[/.]$/.test(name)) return 'begins or ends with a sign that a branch must not'
  if (/^(?:@|HEAD|refs\/.*)$/.test(name)) return 'is what git calls something else'
  // What follows the dots, colons and carets would be another ref or a range.
  return /[\p{Cc}\s~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)/u.test(name)
    ? 'holds something that a branch name must not'
    : null
}

/** Why a text names no commit and no pattern of tags, but an option or a range for git; null: it is fit. */
export function problemOfRevision(revision: string): string | null {
  if (revision === '') return 'is empty'
  if (revision.length > MAX_REVISION) return `is longer than ${MAX_REVISION} characters`
  if (/^[-+]/.test(revision)) return `begins with \`${revision[0]}\`, as no ref can`
  if (revision.includes('..')) return 'is a range'
  return /[\s\p{C}:?[\\]/u.test(revision) ? 'holds a character that no ref can hold' : null
}

/** Refuses what is no name of one commit. Throws a UserError; `what` names it. */
export function checkRevision(revision: string, what: string): void {
  const problem = problemOfRevision(revision)
  if (problem === null) return
  throw new UserError(
    'ref',
    `The ${what} ${JSON.stringify(revision.slice(0, MAX_REVISION))} ${problem}`,
    'Name one branch, tag or commit, for example main, v1.2.0 or 91be03d.',
  )
}

/** The branch that a full ref names; null where it names something else. */
export const branchOf = (ref: string): string | null =>
  ref.startsWith('refs/heads/') ? branchName(ref) : null

/** What people call a branch, whether its ref or its name is given. */
export const branchName = (ref: string): string => ref.replace(/^refs\/heads\//, '')
