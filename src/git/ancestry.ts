import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCommit } from './commit-info.ts'
import type { Repository } from './repository.ts'

const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--refmap=',
]

/** Commits by which a shallow history is deepened, one step after the other: 2,720 in all. */
const DEEPEN_STEPS = [32, 128, 512, 2048]
/** Ends of a shallow history that are followed; a clone of depth 1 has one or two. */
const MAX_BOUNDARY = 200

/** Fetches a commit if it is not there; no ref and no FETCH_HEAD changes. False: it is not to be had. */
export async function obtain(repository: Repository, sha: string): Promise<boolean> {
  const { git, remote } = repository
  if ((await git.ask('cat-file', '-e', `${sha}^{commit}`)).ok) return true
  if (remote === null) return false
  // A depth in a complete repository would make it a shallow one.
  const depth = repository.shallow ? ['--depth=1'] : []
  return (await git.ask(...FETCH, ...depth, remote, sha)).ok
}

/** The remote's commit under the first of these full ref names (`HEAD`, `refs/heads/x`) that it knows. */
export async function askRemote(repository: Repository, refs: readonly string[]): Promise<string | null> {
  const { remote } = repository
  if (remote === null) return null
  const listed = await repository.git.maybe('ls-remote', remote, ...refs.flatMap((ref) => [ref, `${ref}^{}`]))
  if (listed === null) return null
  const shas = new Map(listed.split('\n').map((line) => line.split('\t').reverse() as [string, string]))
  for (const ref of refs) {
    // The peeled line of an annotated tag names the commit.
    const sha = shas.get(`${ref}^{}`) ?? shas.get(ref)
    if (sha !== undefined) return sha
  }
  return null
}

async function shallowBoundary(repository: Repository): Promise<string[]> {
  const file = join(repository.commonDirectory, 'shallow')
  const text = await readFile(file, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, MAX_BOUNDARY)
}

/**
 * The best common ancestor of two commits, or null when they have none or a shallow clone's remote does not
 * give it within 2,720 commits.
 */
export async function mergeBaseOf(
  repository: Repository,
  target: string,
  head: string,
): Promise<string | null> {
  const { git, remote } = repository
  const known = await git.maybe('merge-base', target, head)
  if (known !== null || !repository.shallow) return known
  // The tip that was merged last is where the two met, and needs no history.
  if ((await readCommit(git, head)).parents.includes(target)) return target
  if (remote === null) return null
  for (const step of DEEPEN_STEPS) {
    // The ends of a shallow history came from the remote, so it knows them; it need not know a local head.
    const wanted = [...new Set([target, ...(await shallowBoundary(repository))])]
    const fetched = await git.ask(...FETCH, `--deepen=${step}`, remote, ...wanted)
    if (!fetched.ok) return null
    const found = await git.maybe('merge-base', target, head)
    if (found !== null) return found
    if ((await shallowBoundary(repository)).length === 0) return null
  }
  return null
}
