import { UserError } from '../errors.ts'
import type { Revision } from '../model/assessment.ts'
import type { BaseRef } from '../model/config.ts'
import { askRemote, mergeBaseOf, obtain, parentsOf, subjectOf } from './ancestry.ts'
import { nearestNames } from './nearest-names.ts'
import type { Repository } from './repository.ts'

const MAX_REF_LENGTH = 250
/** Names that are searched for what the user may have meant. */
const MAX_SUGGESTED_FROM = 5_000

const WHOLE_HISTORY =
  'Fetch the history (with actions/checkout: fetch-depth: 0), or name another base in base.ref.'

/** A measured commit whose id is known. */
export type Commit = Revision & { sha: string }

function refuseDangerous(ref: string, what: string): void {
  const reason =
    ref === ''
      ? 'it is empty'
      : ref.length > MAX_REF_LENGTH
        ? `it is longer than ${MAX_REF_LENGTH} characters`
        : ref.startsWith('-')
          ? 'it begins with "-", which git would take for an option'
          : ref.includes('..')
            ? 'it contains "..", which names a range or leaves a directory'
            : /[\s\p{Cc}:\\]/u.test(ref)
              ? 'it contains white space, a control character, ":" or "\\"'
              : null
  if (reason === null) return
  throw new UserError(
    'ref',
    `The ${what} ${JSON.stringify(ref.slice(0, MAX_REF_LENGTH))} is refused: ${reason}`,
    'Name one branch, tag or commit, for example main, v1.2.0 or 91be03d.',
  )
}

async function commitOf(repository: Repository, expression: string): Promise<string | null> {
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
  const near = nearestNames(ref, [...new Set(names)])
  const meant =
    near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'List what there is: git branch -a; git tag.'
  const shallow = repository.shallow
    ? ' This clone is shallow: with actions/checkout, set fetch-depth: 0.'
    : ''
  return new UserError('ref', `${ref} is no branch, tag or commit of this repository`, meant + shallow)
}

/** The commit of a name that the user wrote: local names first, then those of the remote. */
async function resolveRef(repository: Repository, ref: string, what: string): Promise<string> {
  refuseDangerous(ref, what)
  const { remote } = repository
  const local =
    (await commitOf(repository, ref)) ??
    (remote === null ? null : await commitOf(repository, `refs/remotes/${remote}/${ref}`))
  if (local !== null) return local

  // A shallow clone lacks most branches and tags; in a complete one a name that is missing is a slip.
  const asked = /^[0-9a-f]{40}$/.test(ref)
    ? ref
    : repository.shallow && /^[\w./-]+$/.test(ref)
      ? await askRemote(repository, [`refs/heads/${ref}`, `refs/tags/${ref}`])
      : null
  if (asked !== null && (await obtain(repository, asked))) return asked
  throw await unknownRef(repository, ref)
}

/** The commit of the head side; of a working tree, the one that it stands on. */
export async function resolveHead(
  repository: Repository,
  head: { kind: 'working-tree' } | { kind: 'ref'; ref: string },
  dirty: boolean,
): Promise<Commit> {
  if (head.kind === 'ref') {
    return { label: head.ref, sha: await resolveRef(repository, head.ref, 'head ref'), dirty: false }
  }
  return { label: 'working tree', sha: repository.headSha, dirty }
}

/** Before uncommitted changes lies the commit that they stand on; before a commit, its first parent. */
async function before(repository: Repository, head: Commit, because: string): Promise<Commit> {
  if (head.dirty) return { label: `HEAD${because}`, sha: head.sha, dirty: false }
  const parent = (await parentsOf(repository, head.sha))[0]
  if (parent === undefined) {
    throw new UserError(
      'first-commit',
      `${head.sha.slice(0, 7)} is the first commit of the repository: nothing lies before it to compare with`,
      'Name another base in base.ref, or commit a change first.',
    )
  }
  if (await obtain(repository, parent)) return { label: `parent${because}`, sha: parent, dirty: false }
  throw new UserError(
    'no-merge-base',
    `The parent ${parent.slice(0, 7)} of ${head.sha.slice(0, 7)} is not in this shallow clone and could not be fetched`,
    WHOLE_HISTORY,
  )
}

/**
 * The base branch's commit in the merge that GitHub makes of a pull request (refs/pull/N/merge), or null when `sha` is
 * no such merge. It is the exact base of that merge, whatever the branch is called and whatever else was fetched.
 */
async function previewedBase(
  repository: Repository,
  sha: string,
  env: NodeJS.ProcessEnv,
): Promise<string | null> {
  const [first, second] = await parentsOf(repository, sha)
  if (first === undefined || second === undefined) return null
  const checkedOut = env['GITHUB_SHA'] === sha && /^refs\/pull\/\d+\/merge$/.test(env['GITHUB_REF'] ?? '')
  // Anybody can give a merge that subject; where the runner says what was checked out, it alone is believed.
  if (env['GITHUB_ACTIONS'] === 'true') return checkedOut ? first : null
  if (checkedOut || (await subjectOf(repository, sha)) === `Merge ${second} into ${first}`) return first
  return null
}

interface Branch {
  /** As people call it: origin/main. */
  name: string
  sha: string
}

/** The branch that the head will be merged into: a pull request's target, else the default branch. */
async function targetBranch(repository: Repository, env: NodeJS.ProcessEnv): Promise<Branch> {
  const { git, remote } = repository
  const wanted = env['GITHUB_BASE_REF'] ?? ''
  if (wanted !== '') refuseDangerous(wanted, "pull request's base branch (GITHUB_BASE_REF)")

  const tracked = async (branch: string): Promise<Branch | null> => {
    const sha = await commitOf(repository, `refs/remotes/${remote}/${branch}`)
    return sha === null ? null : { name: `${remote}/${branch}`, sha }
  }
  const asked = async (ref: string, name: string): Promise<Branch | null> => {
    const sha = await askRemote(repository, [ref])
    return sha !== null && (await obtain(repository, sha)) ? { name: `${remote}/${name}`, sha } : null
  }
  const local = async (branch: string): Promise<Branch | null> => {
    const sha = await commitOf(repository, `refs/heads/${branch}`)
    return sha === null ? null : { name: branch, sha }
  }

  const places: (() => Promise<Branch | null>)[] = []
  if (remote !== null) {
    if (wanted !== '')
      places.push(
        () => tracked(wanted),
        () => asked(`refs/heads/${wanted}`, wanted),
      )
    const pointer = await git.maybe('symbolic-ref', '--quiet', `refs/remotes/${remote}/HEAD`)
    const byPointer = pointer?.slice(`refs/remotes/${remote}/`.length)
    if (byPointer !== undefined) places.push(() => tracked(byPointer))
    places.push(
      () => tracked('main'),
      () => tracked('master'),
    )
    // A clone of one branch does not know the default one.
    if (repository.shallow) places.push(() => asked('HEAD', 'HEAD'))
  }
  places.push(
    () => local('main'),
    () => local('master'),
  )
  for (const place of places) {
    const branch = await place()
    if (branch !== null) return branch
  }
  throw new UserError(
    'no-merge-base',
    'No default branch was found to take the merge base with (origin/HEAD, origin/main, origin/master, main, master)',
    'Name the base in base.ref, or tell git the default branch: git remote set-head origin --auto.',
  )
}

async function mergeBase(repository: Repository, head: Commit, env: NodeJS.ProcessEnv): Promise<Commit> {
  const previewed = await previewedBase(repository, head.sha, env)
  if (previewed !== null && (await obtain(repository, previewed))) {
    return { label: 'merge-base', sha: previewed, dirty: false }
  }
  const target = await targetBranch(repository, env)
  const found = await mergeBaseOf(repository, target.sha, head.sha)
  if (found === null || !(await obtain(repository, found))) {
    const shallow = repository.shallow ? ' This clone is shallow, and deepening it did not reach one.' : ''
    throw new UserError(
      'no-merge-base',
      `${head.label} (${head.sha.slice(0, 7)}) and ${target.name} (${target.sha.slice(0, 7)}) have no common ancestor.${shallow}`,
      WHOLE_HISTORY,
    )
  }
  if (found !== head.sha) return { label: 'merge-base', sha: found, dirty: false }
  // All that is committed is on the target branch already: compare the last step, not the commit with itself.
  return await before(
    repository,
    head,
    head.dirty ? ' (below the uncommitted changes)' : ` (head is on ${target.name})`,
  )
}

async function newestTag(repository: Repository, pattern: string, head: Commit): Promise<Commit> {
  refuseDangerous(pattern, 'tag pattern')
  const listed = await repository.git.text(
    'for-each-ref',
    `--merged=${head.sha}`,
    '--sort=-version:refname',
    '--sort=-creatordate',
    '--count=2000',
    '--format=%(refname:strip=2)',
    `refs/tags/${pattern}`,
  )
  for (const tag of listed.split('\n').filter((name) => name !== '')) {
    const sha = await commitOf(repository, `refs/tags/${tag}`)
    // In the build of a release its own tag is reachable too, and says nothing about what came before.
    if (sha !== null && (head.dirty || sha !== head.sha)) return { label: tag, sha, dirty: false }
  }
  throw new UserError(
    'ref',
    `No tag that matches ${pattern} can be reached from ${head.label} (${head.sha.slice(0, 7)})`,
    repository.shallow
      ? WHOLE_HISTORY
      : 'List the tags that can be: git tag --merged HEAD. Or name another base in base.ref.',
  )
}

/**
 * The commit of the base side.
 *
 * - `merge-base`: where head left the branch that it will be merged into; when all that is committed is on that branch
 *   already, the commit before: HEAD below uncommitted changes, else the parent.
 * - `parent`: the first parent of head; HEAD itself when uncommitted changes stand on it.
 * - `ref`: the commit of that name.
 * - `tag`: the newest tag of that pattern that head can reach, other than one on a clean head itself.
 */
export async function resolveBase(
  repository: Repository,
  base: BaseRef,
  head: Commit,
  env: NodeJS.ProcessEnv,
): Promise<Commit> {
  switch (base.kind) {
    case 'merge-base':
      return await mergeBase(repository, head, env)
    case 'parent':
      return await before(repository, head, head.dirty ? ' (below the uncommitted changes)' : '')
    case 'ref':
      return { label: base.ref, sha: await resolveRef(repository, base.ref, 'base ref'), dirty: false }
    case 'tag':
      return await newestTag(repository, base.pattern, head)
  }
}
