import { UserError } from '../errors.ts'
import type { BaseRef } from '../model/config.ts'
import { mergeBaseOf, NOT_FOUND, obtain, obtainRef, type Sought, unreached } from './ancestry.ts'
import { readCommit } from './commit-info.ts'
import { checkRevision } from './ref-name.ts'
import { type Commit, commitOf, resolveRef } from './refs.ts'
import type { Repository } from './repository.ts'

/** Default branches where nothing says which one is. */
const USUAL_NAMES = ['main', 'master']

const wholeHistory = ({ host }: Repository): string =>
  `Fetch the history (${host.wholeHistory.aside}), or name another base in base.ref.`

/** People read it between parentheses. */
const BELOW_CHANGES = ', below the uncommitted changes'

/** Before uncommitted changes lies the commit that they stand on; before a commit, its first parent. */
async function before(repository: Repository, head: Commit, because: string): Promise<Commit> {
  if (head.dirty) return { label: `HEAD${because}`, sha: head.sha, dirty: false }
  const parent = (await readCommit(repository.git, head.sha)).parents[0]
  if (parent === undefined) {
    throw new UserError(
      'first-commit',
      `${head.sha.slice(0, 7)} is the first commit of the repository: nothing lies before it to compare with`,
      'Change a file, or commit again: then this commit is the base. Or name another base in base.ref.',
      { topic: 'first-commit' },
    )
  }
  const sought = await obtain(repository, parent)
  if (sought.sha !== null) return { label: `parent${because}`, sha: parent, dirty: false }
  const reason = `The parent ${parent.slice(0, 7)} of ${head.sha.slice(0, 7)} is not in this shallow clone`
  throw (
    unreached(repository, sought, 'no-merge-base', `${reason}.`) ??
    new UserError('no-merge-base', `${reason} and could not be fetched`, wholeHistory(repository), {
      topic: 'no-parent',
    })
  )
}

/**
 * The target branch's commit in the merge that a service makes of a change, or null when `sha` is no such
 * merge. It is the exact base of that merge, whatever the branch is called and whatever else was fetched.
 */
async function previewedBase(repository: Repository, sha: string): Promise<string | null> {
  const { parents, subject } = await readCommit(repository.git, sha)
  return parents.length > 1 && repository.host.isPreview({ sha, parents, subject }) ? parents[0]! : null
}

interface Branch {
  /** As people call it: origin/main. */
  name: string
  sha: string
}

/** The branch that head will be merged into: what the job's service names, else the default branch. */
async function targetBranch(repository: Repository): Promise<Branch> {
  const { git, host, remote } = repository
  if (host.target !== null) checkRevision(host.target.branch, host.target.namedBy)

  const known = async (name: string, ref: string): Promise<Branch | null> => {
    const sha = await commitOf(repository, ref)
    return sha === null ? null : { name, sha }
  }
  const tracked = (branch: string) => known(`${remote}/${branch}`, `refs/remotes/${remote}/${branch}`)
  let unanswered: Sought = NOT_FOUND
  const asked = async (ref: string, branch: string): Promise<Branch | null> => {
    const sought = await obtainRef(repository, [ref])
    if (sought.failure !== null) unanswered = sought
    return sought.sha === null ? null : { name: `${remote}/${branch}`, sha: sought.sha }
  }
  /** In the order of preference, each asked for only where those before it are not there. */
  async function* places(): AsyncGenerator<Branch | null> {
    if (remote !== null) {
      if (host.target !== null) {
        yield await tracked(host.target.branch)
        yield await asked(`refs/heads/${host.target.branch}`, host.target.branch)
      }
      const pointer = await git.maybe('symbolic-ref', '--quiet', `refs/remotes/${remote}/HEAD`)
      if (pointer !== null) yield await tracked(pointer.slice(`refs/remotes/${remote}/`.length))
      for (const name of USUAL_NAMES) yield await tracked(name)
      // A clone of one branch does not know the default one.
      if (repository.shallow) yield await asked('HEAD', 'HEAD')
    }
    for (const name of USUAL_NAMES) yield await known(name, `refs/heads/${name}`)
  }
  for await (const branch of places()) if (branch !== null) return branch
  const sought = host.target === null ? 'its default branch' : `the target branch ${host.target.branch}`
  throw (
    unreached(
      repository,
      unanswered,
      'no-merge-base',
      `This clone does not hold ${sought}, which is the base.`,
    ) ??
    new UserError(
      'no-merge-base',
      'No default branch was found to take the merge base with (origin/HEAD, origin/main, origin/master, main, master)',
      'Name the base in base.ref, or tell git the default branch: git remote set-head origin --auto.',
      { topic: 'no-default-branch' },
    )
  )
}

async function mergeBase(repository: Repository, head: Commit): Promise<Commit> {
  const previewed = await previewedBase(repository, head.sha)
  if (previewed !== null && (await obtain(repository, previewed)).sha !== null) {
    return { label: 'merge-base', sha: previewed, dirty: false }
  }
  const target = await targetBranch(repository)
  const sought = await mergeBaseOf(repository, target.sha, head.sha)
  if (sought.sha === null) {
    const apart = `${head.label} (${head.sha.slice(0, 7)}) and ${target.name} (${target.sha.slice(0, 7)}) have no common ancestor`
    const shallow = repository.shallow ? ' This clone is shallow, and deepening it did not reach one.' : ''
    throw (
      unreached(repository, sought, 'no-merge-base', `${apart} in this shallow clone.`) ??
      new UserError('no-merge-base', `${apart}.${shallow}`, wholeHistory(repository), {
        topic: 'no-common-ancestor',
      })
    )
  }
  const found = sought.sha
  if (found !== head.sha) return { label: 'merge-base', sha: found, dirty: false }
  // All that is committed is on the target branch already: compare the last step, not the commit with itself.
  return await before(repository, head, head.dirty ? BELOW_CHANGES : `, since head is on ${target.name}`)
}

async function newestTag(repository: Repository, pattern: string, head: Commit): Promise<Commit> {
  checkRevision(pattern, 'tag pattern')
  const listed = await repository.git.text(
    'for-each-ref',
    `--merged=${head.sha}`,
    '--sort=-version:refname',
    '--sort=-creatordate',
    '--count=2000',
    '--format=%(refname:strip=2)',
    `refs/tags/${pattern}`,
  )
  let own: string | null = null
  for (const tag of listed.split('\n').filter((name) => name !== '')) {
    const sha = await commitOf(repository, `refs/tags/${tag}`)
    // In the build of a release its own tag is reachable too, and says nothing about what came before.
    if (sha !== null && (head.dirty || sha !== head.sha)) return { label: tag, sha, dirty: false }
    if (sha !== null) own ??= tag
  }
  const besides = own === null ? '' : `, other than its own ${own},`
  throw new UserError(
    'ref',
    `No tag that matches ${pattern}${besides} can be reached from ${head.label} (${head.sha.slice(0, 7)})`,
    repository.shallow
      ? wholeHistory(repository)
      : 'List the tags that can be: git tag --merged HEAD. Or name another base in base.ref.',
  )
}

/**
 * The commit of the base side.
 *
 * - `merge-base`: where head left the branch that it will be merged into; when all that is committed is on
 *   that branch
 *   already, the commit before: HEAD below uncommitted changes, else the parent.
 * - `parent`: the first parent of head; HEAD itself when uncommitted changes stand on it.
 * - `ref`: the commit of that name.
 * - `tag`: the newest tag of that pattern that head can reach, other than one on a clean head itself.
 */
export async function resolveBase(repository: Repository, base: BaseRef, head: Commit): Promise<Commit> {
  switch (base.kind) {
    case 'merge-base':
      return await mergeBase(repository, head)
    case 'parent':
      return await before(repository, head, head.dirty ? BELOW_CHANGES : '')
    case 'ref':
      return { label: base.ref, sha: await resolveRef(repository, base.ref, 'base ref'), dirty: false }
    case 'tag':
      return await newestTag(repository, base.pattern, head)
  }
}
