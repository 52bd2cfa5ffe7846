import { existsSync } from 'node:fs'
import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { invariant, UserError } from '../errors.ts'
import type { Revision } from '../model/assessment.ts'
import type { BaseRef } from '../model/config.ts'
import type { Host } from '../model/host.ts'
import { childEnvironments } from './child-environment.ts'
import { type GitSetting, withGitSettings } from '../git/environment.ts'
import { findInstalled, prepareDependencies } from './dependencies.ts'
import type { DependencyCache } from './dependency-cache.ts'
import { resolveBase } from '../git/base.ts'
import { type Commit, resolveHead } from '../git/refs.ts'
import { openRepository, type Repository } from '../git/repository.ts'
import { createScratch, isWithin, removeScratch, removeScratchSync, removeStaleScratches } from './scratch.ts'
import { applyUncommitted, readUncommitted } from './uncommitted.ts'
import { addWorktrees, exchangeWorktrees } from './worktree.ts'

interface Side {
  /** Absolute project directory inside the checkout; another one after swap(). */
  directory: string
  revision: Revision
}

export interface Checkouts {
  base: Side
  head: Side
  /** The directory that holds both checkouts, and the plans of the processes that run in them. */
  scratch: string
  /** Sentences for people: what is not as in the user's checkout. */
  warnings: string[]
  /** Why base cannot be measured; null: it can. */
  baseFailure: UserError | null
  /** Lets the two checkouts change places, so that what depends on the path changes sides. No process may run in them. */
  swap(): Promise<void>
  /** Removes both checkouts and git's records of them; does nothing the second time. */
  remove(): Promise<void>
  /** The same for signal handlers and `exit`. */
  removeSync(): void
}

export interface CheckoutOptions {
  /** The user's project: a directory in a git checkout, not necessarily its root. */
  project: string
  base: BaseRef
  head: { kind: 'working-tree' } | { kind: 'ref'; ref: string }
  /** The line that prepares each checkout, through the shell; null when the user gave none. */
  setup: { base: string | null; head: string | null }
  /** Keeps from one job to the next what a set-up line installs; null or absent: nothing is kept. */
  dependencyCache?: DependencyCache | null
  /** True: where base's dependencies or set-up line fail, that is said in `baseFailure` and head is prepared all the same. */
  baseMayFail: boolean
  onProgress: (text: string) => void
  signal: AbortSignal
  env: NodeJS.ProcessEnv
  host: Host
  /** For git alone, above all what opens the remote; no set-up line sees it. */
  gitSettings: readonly GitSetting[]
  /** For everything together: git, copying, setup. */
  timeLimitMs: number
}

/** The project directory of one side, which lies in its checkout and nowhere else. */
async function projectIn(
  checkout: string,
  repository: Repository,
  side: 'base' | 'head',
): Promise<string | null> {
  const directory = join(checkout, repository.prefix)
  if (!existsSync(directory)) return null
  if (isWithin(checkout, await realpath(directory))) return directory
  throw new UserError(
    'git',
    `${repository.prefix} of ${side} is behind a symbolic link that leaves the repository`,
    'Run Benchgate in a directory that is part of the repository on both sides.',
  )
}

const NO_BASE: ReadonlySet<string> = new Set(['no-merge-base', 'first-commit'])

/** Base's commit, or why there is none where that is no reason to stop. */
async function baseOrFailure(
  repository: Repository,
  o: CheckoutOptions,
  head: Commit,
): Promise<Commit | UserError> {
  try {
    return await resolveBase(repository, o.base, head)
  } catch (error) {
    if (o.baseMayFail && error instanceof UserError && NO_BASE.has(error.code)) return error
    throw error
  }
}

const isFailedPreparation = (error: unknown): error is UserError =>
  error instanceof UserError && (error.code === 'setup' || error.code === 'dependencies')

/**
 * Checks base and head out beside each other, with their dependencies, ready to be measured. The user's own checkout is
 * read and never written: head's checkout gets a copy of what is not committed. Cleans up after itself when it throws.
 *
 * Throws a UserError (git, ref, no-merge-base, dependencies, setup) or the signal's reason.
 */
export async function openCheckouts(o: CheckoutOptions): Promise<Checkouts> {
  const deadline = performance.now() + o.timeLimitMs
  const remainingMs = () => deadline - performance.now()
  const gitEnv = withGitSettings(o.env, o.gitSettings)
  const repository = await openRepository(o.project, gitEnv, o.host, { signal: o.signal, remainingMs })
  const { commonDirectory, git, prefix, root } = repository
  await removeStaleScratches(repository, o.env)

  const changes = o.head.kind === 'working-tree' ? await readUncommitted(repository) : null
  const headRevision = await resolveHead(repository, o.head, (changes?.paths.length ?? 0) > 0)
  const found = await baseOrFailure(repository, o, headRevision)
  const hasBase = !(found instanceof UserError)
  // Without a base something has to lie in its place, which nobody will look at.
  const baseRevision = hasBase ? found : { ...headRevision, dirty: false }
  let baseFailure = hasBase ? null : found

  const scratch = await createScratch(repository, o.env)
  try {
    // Names of equal length, since some programs' speed depends on that of their path.
    let basePlace = join(scratch, 'a')
    let headPlace = join(scratch, 'b')
    const announce = (side: string, sha: string) => () =>
      o.onProgress(`${side}: checking out ${sha.slice(0, 7)}`)
    await addWorktrees(repository, [
      { directory: basePlace, sha: baseRevision.sha, onStart: announce('base', baseRevision.sha) },
      { directory: headPlace, sha: headRevision.sha, onStart: announce('head', headRevision.sha) },
    ])
    const warnings: string[] = []
    if (changes !== null) warnings.push(...(await applyUncommitted(root, headPlace, changes)))
    if (hasBase && baseRevision.sha === headRevision.sha && !headRevision.dirty) {
      warnings.push(
        `base and head are the same commit, ${headRevision.sha.slice(0, 7)}: only noise is measured`,
      )
    }
    if ([basePlace, headPlace].some((place) => existsSync(join(place, '.gitmodules')))) {
      warnings.push(
        'The repository has submodules, which are not checked out: let base.setup do it if benchmarks need them',
      )
    }

    const headDirectory = await projectIn(headPlace, repository, 'head')
    if (headDirectory === null) {
      throw new UserError(
        'git',
        `${prefix} is not part of head: ${o.head.kind === 'ref' ? `it does not exist at ${o.head.ref}` : 'git ignores it'}`,
        'Run Benchgate in a directory that is committed, or at least not ignored.',
      )
    }
    const baseDirectory = await projectIn(basePlace, repository, 'base')
    if (baseDirectory === null) {
      warnings.push(`base has no directory ${prefix}: all of its benchmarks are new`)
      await mkdir(join(basePlace, prefix), { recursive: true })
    }

    const installed = await findInstalled(repository)
    const environments = childEnvironments(o.env, o.host.isOwnVariable)
    const sides = [
      { name: 'base', sha: baseRevision.sha, root: basePlace },
      { name: 'head', sha: headRevision.sha, root: headPlace },
    ] as const
    for (const side of sides) {
      // Without the project there is nothing to build.
      if (side.name === 'base' && (baseDirectory === null || !hasBase)) continue
      const bare = { ...side, git: git.in(side.root), directory: join(side.root, prefix) }
      const preparation = { ...o, environments, setup: o.setup[side.name], remainingMs }
      try {
        warnings.push(...(await prepareDependencies(repository, installed, bare, preparation)))
      } catch (error) {
        if (side.name === 'head' || !o.baseMayFail || !isFailedPreparation(error)) throw error
        baseFailure = error
      }
    }
    o.signal.throwIfAborted()

    const base: Side = {
      directory: join(basePlace, prefix),
      revision: hasBase ? baseRevision : { label: 'none', sha: null, dirty: false },
    }
    const head: Side = { directory: join(headPlace, prefix), revision: headRevision }
    let removed = false
    return {
      base,
      head,
      scratch,
      warnings: [...new Set(warnings)],
      baseFailure,
      async swap() {
        invariant(!removed, 'the checkouts were removed before they were to change places')
        await exchangeWorktrees(commonDirectory, basePlace, headPlace)
        ;[basePlace, headPlace] = [headPlace, basePlace]
        base.directory = join(basePlace, prefix)
        head.directory = join(headPlace, prefix)
      },
      async remove() {
        removed = true
        await removeScratch(commonDirectory, scratch)
      },
      removeSync() {
        removed = true
        removeScratchSync(commonDirectory, scratch)
      },
    }
  } catch (error) {
    // What went wrong is what the user has to hear; a scratch directory that resists goes with the next run.
    await removeScratch(commonDirectory, scratch).catch(() => {})
    throw error
  }
}
