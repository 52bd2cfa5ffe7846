import { resolveBase } from '../git/base.ts'
import { type GitSetting, withGitSettings } from '../git/variables.ts'
import { type Commit, resolveRef } from '../git/refs.ts'
import { openRepository, type Repository } from '../git/repository.ts'
import type { BaseRef } from '../model/config.ts'
import type { Host } from '../model/host.ts'
import { readUncommitted, type Uncommitted } from './uncommitted.ts'

export interface RevisionOptions {
  /** The user's project: a directory in a git checkout, not necessarily its root. */
  project: string
  base: BaseRef
  head: { kind: 'working-tree' } | { kind: 'ref'; ref: string }
  signal: AbortSignal
  env: NodeJS.ProcessEnv
  host: Host
  /** Settings for git alone, above all the credentials of the remote. No set-up line sees them. */
  gitSettings: readonly GitSetting[]
  /** For everything together: git, copying and set-up. */
  timeLimitMs: number
}

export interface Revisions {
  repository: Repository
  /** What the working tree adds to head's commit; null where head is a commit. */
  changes: Uncommitted | null
  head: Commit
  /** Resolves base's commit. Throws a UserError where there is none. */
  base: () => Promise<Commit>
  /** The rest of the time limit. */
  remainingMs: () => number
}

/** Resolves which two versions of a project are meant. */
export async function openRevisions(o: RevisionOptions): Promise<Revisions> {
  const deadline = performance.now() + o.timeLimitMs
  const remainingMs = () => deadline - performance.now()
  const env = withGitSettings(o.env, o.gitSettings)
  const repository = await openRepository(o.project, env, o.host, { signal: o.signal, remainingMs })
  const changes = o.head.kind === 'working-tree' ? await readUncommitted(repository) : null
  const head: Commit =
    o.head.kind === 'ref'
      ? { label: o.head.ref, sha: await resolveRef(repository, o.head.ref, 'head ref'), dirty: false }
      : { label: 'working tree', sha: repository.headSha, dirty: (changes?.paths.length ?? 0) > 0 }
  return { repository, changes, head, base: () => resolveBase(repository, o.base, head), remainingMs }
}
