import { UserError } from '../errors.ts'

const MAX_BRANCH = 200
const MAX_REVISION = 250

/** Why git would not take a name for a branch, or would take it for something else (git-check-ref-format); null: it is fit. */
export function problemOfBranch(name: string): string | null {
  if (name === '') return 'is empty'
  if (name.length > MAX_BRANCH) return `has more than ${MAX_BRANCH} characters`
  if (/^[-/.]|[/.]$/.test(name)) return 'begins or ends with a sign that a branch must not'
  // What follows the dots, colons and carets would be another ref or a range.
  return name === '@' || /[\p{Cc}\s~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)/u.test(name)
    ? 'holds something that a branch name must not'
    : null
}

/** Refuses what git would take for an option, a range or a path in place of one commit. Throws a UserError; `what` names it. */
export function checkRevision(revision: string, what: string): void {
  const problem = problemOfRevision(revision)
  if (problem === null) return
  throw new UserError(
    'ref',
    `The ${what} ${JSON.stringify(revision.slice(0, MAX_REVISION))} is refused: ${problem}`,
    'Name one branch, tag or commit, for example main, v1.2.0 or 91be03d.',
  )
}

function problemOfRevision(revision: string): string | null {
  if (revision === '') return 'it is empty'
  if (revision.length > MAX_REVISION) return `it is longer than ${MAX_REVISION} characters`
  if (revision.startsWith('-')) return 'it begins with "-", which git would take for an option'
  if (revision.includes('..')) return 'it contains "..", which names a range or leaves a directory'
  return /[\s\p{Cc}:\\]/u.test(revision) ? 'it contains white space, a control character, ":" or "\\"' : null
}

/** The branch that a full ref names; null where it names something else. */
export function branchOf(ref: string): string | null {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null
}
