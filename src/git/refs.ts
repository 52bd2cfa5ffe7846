import { UserError } from '../errors.ts'
import type { Revision } from '../model/assessment.ts'
import { NOT_FOUND, obtain, obtainRef, unreached } from './ancestry.ts'
import { nearestNames } from '../model/nearest-names.ts'
import { checkRevision } from './ref-name.ts'
import type { Repository } from './repository.ts'

/** Names that are searched for what the user may have meant. */
const MAX_SUGGESTED_FROM = 5_000

/** A measured commit whose id is known. */
export type Commit = Revision & { sha: string }

/** The commit that an expression names; null where it names none. */
export async function commitOf(repository: Repository, expression: string): Promise<string | null> {
  const answer = await repository.git.maybe('rev-parse', '--verify', '--quiet', `${expression}^{commit}`)
  // `^main` is an expression too, whose answer is no commit.
  return answer !== null && /^[0-9a-f]{40,64}$/.test(answer) ? answer : null
}

async function unknownRef(repository: Repository, ref: string): Promise<UserError> {
  const listed = await repository.git.text(
    'for-each-ref',
    `--count=${MAX_SUGGESTED_FROM}`,
    '--format=%(refname)',
    'refs/heads',
    'refs/tags',
    'refs/remotes',
  )
  const names = listed.split('\n').flatMap((name) => {
    const short = name.replace(/^refs\/(heads|tags|remotes)\//, '')
    return name.startsWith('refs/remotes/') ? [short, short.slice(short.indexOf('/') + 1)] : [short]
  })
  const near = nearestNames(ref, [...new Set(names)], 3)
  const meant =
    near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'List what there is: git branch -a; git tag.'
  const shallow = repository.shallow ? ` This clone is shallow: ${repository.host.wholeHistory.clause}.` : ''
  return new UserError('ref', `${ref} is no branch, tag or commit of this repository`, meant + shallow, {
    topic: 'unknown-ref',
  })
}

/** The commit of a name that the user wrote: local names first, then those of the remote. */
export async function resolveRef(repository: Repository, ref: string, what: string): Promise<string> {
  checkRevision(ref, what)
  const { remote } = repository
  const local =
    (await commitOf(repository, ref)) ??
    (remote === null ? null : await commitOf(repository, `refs/remotes/${remote}/${ref}`))
  if (local !== null) return local

  // A shallow clone lacks most branches and tags; in a complete one a name that is missing was mistyped.
  const sought = /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(ref)
    ? await obtain(repository, ref)
    : repository.shallow && /^[\w./-]+$/.test(ref)
      ? await obtainRef(repository, [`refs/heads/${ref}`, `refs/tags/${ref}`])
      : NOT_FOUND
  if (sought.sha !== null) return sought.sha
  throw (
    unreached(repository, sought, 'ref', `${ref} is not in this clone.`) ??
    (await unknownRef(repository, ref))
  )
}
