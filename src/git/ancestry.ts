import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { explainFull } from '../files/explain-disk.ts'
import { type ErrorCode, UserError } from '../errors.ts'
import { forMessage } from '../report/text/for-message.ts'
import { beforehand, saidHere } from './remedies.ts'
import { readCommit } from './commit-info.ts'
import type { GitAnswer } from './git.ts'
import type { Repository } from './repository.ts'
import { withoutCredentials } from './variables.ts'

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

/** A commit that may have had to be asked for. */
export interface Sought {
  /** Null: it is not to be had. */
  sha: string | null
  /** Why the remote could not be asked, as a sentence without a full stop; null: it was, or there is none. */
  failure: string | null
  /** What to do about it, where git says more than that the remote did not answer. */
  remedy?: string | undefined
}

export const NOT_FOUND: Sought = { sha: null, failure: null }
/** The remote answered, and does not have it. */
const ANSWERED_NO = /not our ref|unadvertised object|find remote ref/
/** What git says after every failure. */
const NO_REASON = /^$|^Please make sure you have the correct access|^and the repository exists/

/** What came of a request that failed. */
async function failed(repository: Repository, answer: GitAnswer): Promise<Sought> {
  const { git, remote, host, commonDirectory: directory } = repository
  const { said } = answer
  if (ANSWERED_NO.test(said)) return NOT_FOUND
  const known = git.explain(answer)
  const lines = (known?.line ?? said).split('\n').map((line) => line.replace(/^(fatal|error): /, '').trim())
  const words = lines.filter((line) => !NO_REASON.test(line)).slice(0, 3)
  const address = (await git.maybe('remote', 'get-url', remote!)) ?? remote!
  const why = forMessage(words.join('; '), 400) || 'it did not say why'
  const what = withoutCredentials(`git fetch of ${forMessage(address)} failed`)
  const full = explainFull(saidHere(said), { what, directory, otherwise: beforehand(host) })
  if (full !== null) return { sha: null, failure: full.message, remedy: full.remedy }
  return { sha: null, failure: `${what}: ${withoutCredentials(why)}`, remedy: known?.remedy }
}

/** The error for a commit whose remote could not be asked, which comes before what follows; null: it was. */
export function unreached(
  { host }: Repository,
  { failure, remedy }: Sought,
  code: ErrorCode,
  consequence: string,
): UserError | null {
  if (failure === null) return null
  return new UserError(
    code,
    `${failure}\n${consequence}`,
    remedy ??
      `Make the remote reachable from here (network, proxy, credentials), fetch the history beforehand (${host.wholeHistory.aside}), or name another base in base.ref.`,
  )
}

/** Fetches a commit if it is not there; no ref and no FETCH_HEAD changes. */
export async function obtain(repository: Repository, sha: string): Promise<Sought> {
  const { git, remote } = repository
  if ((await git.ask('cat-file', '-e', `${sha}^{commit}`)).ok) return { sha, failure: null }
  if (remote === null) return NOT_FOUND
  // A depth in a complete repository would make it a shallow one.
  const depth = repository.shallow ? ['--depth=1'] : []
  const fetched = await git.ask(...FETCH, ...depth, remote, sha)
  return fetched.ok ? { sha, failure: null } : await failed(repository, fetched)
}

/** Fetches the commit of the first of these full ref names (`HEAD`, `refs/heads/x`) that the remote has. */
export async function obtainRef(repository: Repository, refs: readonly string[]): Promise<Sought> {
  const { git, remote } = repository
  if (remote === null) return NOT_FOUND
  const listed = await git.ask('ls-remote', remote, ...refs.flatMap((ref) => [ref, `${ref}^{}`]))
  if (!listed.ok) return await failed(repository, listed)
  const lines = listed.stdout.toString().split('\n')
  const shas = new Map(lines.map((line) => line.split('\t').reverse() as [string, string]))
  for (const ref of refs) {
    // The peeled line of an annotated tag names the commit.
    const sha = shas.get(`${ref}^{}`) ?? shas.get(ref)
    if (sha !== undefined) return await obtain(repository, sha)
  }
  return NOT_FOUND
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
 * The best common ancestor of two commits. There is none when they have none, or when a shallow clone's
 * remote does not give it within 2,720 commits.
 */
export async function mergeBaseOf(repository: Repository, target: string, head: string): Promise<Sought> {
  const { git, remote } = repository
  const known = await git.maybe('merge-base', target, head)
  if (known !== null) return await obtain(repository, known)
  if (!repository.shallow) return NOT_FOUND
  // The tip that was merged last is where the two met, and needs no history.
  if ((await readCommit(git, head)).parents.includes(target)) return await obtain(repository, target)
  if (remote === null) return NOT_FOUND
  for (const step of DEEPEN_STEPS) {
    // The ends of a shallow history came from the remote, so it knows them; it need not know a local head.
    const wanted = [...new Set([target, ...(await shallowBoundary(repository))])]
    const fetched = await git.ask(...FETCH, `--deepen=${step}`, remote, ...wanted)
    if (!fetched.ok) return await failed(repository, fetched)
    const found = await git.maybe('merge-base', target, head)
    if (found !== null) return await obtain(repository, found)
    if ((await shallowBoundary(repository)).length === 0) return NOT_FOUND
  }
  return NOT_FOUND
}
