import { existsSync } from 'node:fs'
import { mkdir, realpath } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { invariant, UserError } from '../errors.ts'
import type { Revision } from '../model/assessment.ts'
import { explainDisk, pointElsewhere } from '../files/explain-disk.ts'
import { removeOwnDirectory, removeOwnDirectorySync } from '../files/own-directory.ts'
import { childEnvironments } from './child-environment.ts'
import { copyCheckout, filesOfCommit } from './copy-checkout.ts'
import { type BareSide, findInstalled, prepareDependencies } from './dependencies.ts'
import type { DependencyCache } from './dependency-cache.ts'
import { Git, splitNul } from '../git/git.ts'
import type { Repository } from '../git/repository.ts'
import type { SideName } from '../model/side.ts'
import { openRevisions, type RevisionOptions, type Revisions } from './open-revisions.ts'
import { createScratch, isWithin, removeStaleScratches } from './scratch.ts'
import { warningsOfSubmodules } from './submodules.ts'
import { withTemporary } from '../process/temporary.ts'
import { applyUncommitted } from './uncommitted.ts'
import { makeTemporaries, type Temporaries } from './temporaries.ts'
import { type PlaceName, PLACES, Watch } from './watch.ts'
import { addWorktrees, exchangeWorktrees } from './worktree.ts'

export interface CheckoutOptions extends RevisionOptions {
  /** The shell command that prepares each checkout; null when the user gave none. */
  setup: { base: string | null; head: string | null }
  /** Keeps what a set-up line installs for later jobs; null: nothing is kept. */
  dependencyCache: DependencyCache | null
  /**
   * True: where dependencies or set-up of base fail, `baseFailure` says so and head is prepared all the same.
   */
  baseMayFail: boolean
  onProgress: (text: string) => void
}

type Sides = Record<BareSide['name'], BareSide>

const NO_BASE: ReadonlySet<string> = new Set(['no-merge-base', 'first-commit'])
const FAILED_PREPARATION: ReadonlySet<string> = new Set(['setup', 'dependencies'])

/** The result of a promise, or the UserError that it rejects with if that has one of these codes. */
async function orError<T>(work: Promise<T>, codes: ReadonlySet<string>): Promise<T | UserError> {
  try {
    return await work
  } catch (error) {
    if (error instanceof UserError && codes.has(error.code)) return error
    throw error
  }
}

/**
 * Checks base and head out beside each other, with their dependencies, ready to be measured. The user's own
 * checkout is only read: head's checkout gets a copy of uncommitted changes. Cleans up when it throws.
 *
 * Throws a UserError (git, ref, no-merge-base, dependencies, setup) or the signal's reason.
 */
export async function openCheckouts(o: CheckoutOptions): Promise<Checkouts> {
  const revisions = await openRevisions(o)
  const { repository, head } = revisions
  await removeStaleScratches(repository, o.env)
  const found = await orError(revisions.base(), o.baseMayFail ? NO_BASE : new Set())
  const noBase = found instanceof UserError ? found : null
  // Without a base, its place is filled with head's commit, which nothing reads.
  const base = found instanceof UserError ? { ...head, dirty: false } : found

  const scratch = await createScratch(repository, o.env)
  const watch = watchOf(revisions, o, { base: base.sha, head: head.sha }, scratch)
  const { temporaries, own } = await makeTemporaries(scratch, o.env)
  const directories = own === null ? [scratch] : [scratch, own]
  try {
    // Names of equal length, because the speed of some programs depends on the length of their path.
    const sides: Sides = {
      base: bareSide(repository, { name: 'base', root: join(scratch, 'a'), sha: base.sha }),
      head: bareSide(repository, { name: 'head', root: join(scratch, 'b'), sha: head.sha }),
    }
    await addWorktrees(
      repository,
      [sides.base, sides.head].map(({ name, root, sha }) => ({
        directory: root,
        sha,
        onStart: () => o.onProgress(`${name}: checking out ${sha.slice(0, 7)}`),
      })),
    )
    const warnings = await fillHead(revisions, sides, noBase === null)
    const hasBaseProject = await placeProjects(repository, sides, o.head, warnings)
    // A side without the project has nothing to build.
    const isBasePrepared = hasBaseProject && noBase === null
    const failure = await prepare(
      revisions,
      isBasePrepared ? [sides.base, sides.head] : [sides.head],
      { ...o, watch, temporaries },
      warnings,
    )
    const places = noBase === null ? [sides.base.root, sides.head.root] : [sides.head.root]
    warnings.push(...(await warningsOfSubmodules(repository, places, o.setup.head)))
    o.signal.throwIfAborted()
    return opened(revisions, scratch, {
      sides,
      temporaries,
      directories,
      watch,
      signal: o.signal,
      base: noBase === null ? base : { label: 'none', sha: null, dirty: false },
      head,
      warnings: [...new Set(warnings)],
      baseFailure: failure ?? noBase,
    })
  } catch (error) {
    // The user has to see the first error. A scratch directory that could not be removed is removed by the
    // next run.
    const reason = whyNotOpened(error, o, { watch, scratch })
    await removeAll(directories).catch(() => {})
    throw reason
  }
}

async function removeAll(directories: readonly string[]): Promise<void> {
  for (const directory of directories) await removeOwnDirectory(directory)
}

/** An error while checkouts are made, as what the user can look at. */
function whyNotOpened(
  error: unknown,
  { signal, host }: CheckoutOptions,
  { watch, scratch }: { watch: Watch; scratch: string },
): unknown {
  const isKnown = signal.aborted || (error instanceof UserError && error.code === 'checkouts')
  const vanished = isKnown ? null : watch.whyVanished(null, 'prepared')
  return (
    vanished ??
    explainDisk(error, {
      what: 'The checkouts could not be made',
      directory: scratch,
      otherwise: pointElsewhere(host.temporaryVariables),
    })
  )
}

const bareSide = ({ git, prefix }: Repository, side: Pick<BareSide, 'name' | 'root' | 'sha'>): BareSide => ({
  ...side,
  git: git.in(side.root),
  directory: join(side.root, prefix),
})

/** Copies uncommitted changes into head's checkout. Returns warnings about what the checkouts lack. */
async function fillHead(
  { repository, changes, head }: Revisions,
  sides: Sides,
  hasBase: boolean,
): Promise<string[]> {
  const warnings = changes === null ? [] : await applyUncommitted(repository.root, sides.head.root, changes)
  if (hasBase && sides.base.sha === head.sha && !head.dirty) {
    warnings.push(`base and head are the same commit, ${head.sha.slice(0, 7)}: only noise is measured`)
  }
  return warnings
}

/** Makes sure that both checkouts have the project. False: base had none and got an empty directory. */
async function placeProjects(
  { prefix }: Repository,
  sides: Sides,
  head: CheckoutOptions['head'],
  warnings: string[],
): Promise<boolean> {
  if (!(await holdsProject(sides.head, prefix))) {
    const why = head.kind === 'ref' ? `it does not exist at ${head.ref}` : 'git ignores it'
    throw new UserError(
      'git',
      `${prefix} is not part of head: ${why}`,
      'Run Benchgate in a directory that is committed, or at least not ignored.',
    )
  }
  if (await holdsProject(sides.base, prefix)) return true
  warnings.push(`base has no directory ${prefix}: all of its benchmarks are new`)
  await mkdir(sides.base.directory, { recursive: true })
  return false
}

/** Whether a side's checkout has the project. Throws where it is behind a link out of the checkout. */
async function holdsProject({ name, root, directory }: BareSide, prefix: string): Promise<boolean> {
  if (!existsSync(directory)) return false
  if (isWithin(root, await realpath(directory))) return true
  throw new UserError(
    'git',
    `${prefix} of ${name} is behind a symbolic link that leaves the repository`,
    'Run Benchgate in a directory that is part of the repository on both sides.',
  )
}

/** Gives the sides their dependencies. Returns why base has none, where that is no reason to stop. */
async function prepare(
  { repository, remainingMs }: Revisions,
  sides: readonly BareSide[],
  o: CheckoutOptions & { watch: Watch; temporaries: Temporaries },
  warnings: string[],
): Promise<UserError | null> {
  const installed = await findInstalled(repository)
  let failure: UserError | null = null
  for (const side of sides) {
    const env = withTemporary(o.env, o.temporaries?.[side.name] ?? null)
    const environments = childEnvironments(env, o.host.isOwnVariable)
    const preparation = { ...o, environments, setup: o.setup[side.name], remainingMs }
    const mayFail = side.name === 'base' && o.baseMayFail
    const work = () =>
      orError(
        prepareDependencies(repository, installed, side, preparation),
        mayFail ? FAILED_PREPARATION : new Set(),
      )
    // Head's set-up line is head's code, and base's checkout lies beside it.
    const isWatched = side.name === 'head' && o.setup.head !== null
    const done = isWatched
      ? await o.watch.aroundSetUp(side.directory, 'base.setup ran on head', work)
      : await work()
    if (done instanceof UserError) failure = done
    else warnings.push(...done)
    if (side.name === 'base' && failure === null && o.setup.head !== null)
      await o.watch.add('base', side.root, o.temporaries?.base ?? null)
  }
  return failure
}

function watchOf(
  { repository, changes }: Revisions,
  o: CheckoutOptions,
  commits: Record<SideName, string>,
  scratch: string,
): Watch {
  return new Watch({
    scratch,
    signal: o.signal,
    random: Math.random,
    sources: async (side) => {
      const files = await filesOfCommit({ ...repository, prefix: '' }, commits[side])
      if (side === 'head') for (const path of changes?.paths ?? []) files.add(path)
      return files
    },
    ignored: async (paths) => {
      const limits = { signal: o.signal, remainingMs: () => IGNORED_LIMIT_MS }
      const git = new Git(repository.root, o.env, limits)
      const answer = await git.run(['check-ignore', '-z', '--stdin'], { input: paths.join('\0') })
      return new Set(splitNul(answer.stdout))
    },
  })
}

/** Measuring may have used up the time limit when git is asked which files it ignores. */
const IGNORED_LIMIT_MS = 10_000

export type Checkouts = ReturnType<typeof opened>

/** Both sides with their dependencies, or head alone. */
interface Prepared {
  sides: Sides
  temporaries: Temporaries
  /** What is removed in the end. */
  directories: readonly string[]
  watch: Watch
  base: Revision
  head: Revision
  warnings: string[]
  baseFailure: UserError | null
  signal: AbortSignal
}

/** Where the checkouts are, and that they change places. `overlay` is base with some files of head. */
function exchangeable(o: Prepared, scratch: string, prefix: string) {
  const home = { base: o.sides.base.root, head: o.sides.head.root, overlay: join(scratch, 'c') }
  const places = { ...home }
  // Absolute project directories inside the checkouts, which an exchange replaces.
  const temporary = (name: PlaceName) => o.temporaries?.[name] ?? null
  const base = { directory: o.sides.base.directory, temporary: temporary('base'), revision: o.base }
  const head = { directory: o.sides.head.directory, temporary: temporary('head'), revision: o.head }
  const overlay = { directory: join(home.overlay, prefix), temporary: temporary('overlay') }
  const exchange = async (other: 'base' | 'overlay'): Promise<void> => {
    await exchangeWorktrees(places[other], places.head)
    ;[places[other], places.head] = [places.head, places[other]]
    o.watch.moved(places)
    base.directory = join(places.base, prefix)
    head.directory = join(places.head, prefix)
    overlay.directory = join(places.overlay, prefix)
  }
  const swap = async (other: 'base' | 'overlay'): Promise<void> => {
    const before = (['base', 'overlay'] as const).find((name) => places[name] === home.head)
    if (before === other) return
    if (before !== undefined) await exchange(before)
    await exchange(other)
  }
  return { base, head, overlay, places, swap }
}

const hasBase = ({ base, baseFailure }: Prepared): boolean => base.sha !== null && baseFailure === null

async function sourcesOf({ repository, changes }: Revisions, { name, sha }: BareSide): Promise<Set<string>> {
  const { prefix } = repository
  const files = await filesOfCommit(repository, sha)
  if (name === 'head')
    for (const path of changes?.paths ?? []) if (isWithin(prefix, path)) files.add(relative(prefix, path))
  return files
}

/** Two checkouts that are ready to be measured. */
function opened(revisions: Revisions, scratch: string, o: Prepared) {
  const { prefix } = revisions.repository
  const { watch } = o
  const { base, head, overlay, places, swap } = exchangeable(o, scratch, prefix)
  let removed = false
  let isLaidOver = false
  return {
    base,
    head,
    /** Base's checkout with files of head, once `layOver` has made it. */
    overlay,
    /** The directory that holds all checkouts. */
    scratch,
    /** Sentences for people: what differs from the user's checkout. */
    warnings: o.warnings,
    /** Why base cannot be measured; null: it can. */
    baseFailure: o.baseFailure,
    /** The files of a side's project that no set-up line wrote, relative to it. */
    sources: (side: SideName) => sourcesOf(revisions, o.sides[side]),
    /** Makes `overlay`: a copy of base's prepared checkout with these files of head's project. */
    async layOver(files: readonly string[]): Promise<void> {
      const inRoot = files.map((path) => join(prefix, path))
      const { base: from, overlay: to, head: filesFrom } = places
      await copyCheckout({ from, to, filesFrom, files: inRoot, signal: o.signal })
      isLaidOver = true
    },
    /**
     * Notes what lies in the checkouts and in the directory `ownCode` of the code that measures, and the
     * program `node`. From then on they are watched. `runsSuites` says of each side whether it runs suites.
     */
    async seal(runsSuites: Record<SideName, boolean>, node: string, ownCode: string | null): Promise<void> {
      watch.runsSuites = runsSuites
      watch.addProgram(node)
      if (ownCode !== null) await watch.addOwnCode(ownCode)
      const measured = PLACES.filter((name) => ({ base: hasBase(o), head: true, overlay: isLaidOver })[name])
      for (const name of measured) await watch.add(name, places[name], o.temporaries?.[name] ?? null)
    },
    /** Is asked about each process that ran in a checkout. */
    watch,
    /**
     * Exchanges head's directory with that of the checkout that it is compared with, and with it everything
     * that depends on the path. Another exchange is undone first. No process may be running.
     */
    async swap(other: 'base' | 'overlay'): Promise<void> {
      invariant(!removed, 'the checkouts were removed before they were to change places')
      await watch.hold()
      await swap(other)
    },
    /** Removes all checkouts. A second call does nothing. */
    async remove(): Promise<void> {
      removed = true
      await removeAll(o.directories)
    },
    /** A synchronous remove(), for signal handlers and `exit`, which cannot wait. */
    removeSync(): void {
      removed = true
      for (const directory of o.directories) removeOwnDirectorySync(directory)
    },
  }
}
