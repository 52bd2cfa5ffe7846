import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UserError } from '../errors.ts'
import type { ChildEnvironments } from './child-environment.ts'
import { anyFileIn, cheapestMethod, copyModules, isDirectory } from './copy-modules.ts'
import { type DependencyCache, installWithCache } from './dependency-cache.ts'
import type { Git } from '../git/git.ts'
import { differingManifests, type Manifests, type ManifestsIn, matters, readManifests } from './manifests.ts'
import { buildLine, installLine } from './package-managers.ts'
import type { Repository } from '../git/repository.ts'
import { isInstallOnly, runSetup, startsAfresh } from './setup.ts'
import { staysWithin } from './uncommitted.ts'

/** node_modules directories that are copied into one side. A monorepo has at most one for each workspace. */
const MAX_MODULES_DIRECTORIES = 500
const SHOWN_NAMES = 3

/** What is installed in the user's checkout, and what it was installed from. */
export interface Installed {
  manifests: Manifests
  /** node_modules directories of the project and its workspaces, relative to the repository's root. */
  directories: string[]
}

/** A side that is checked out but lacks its dependencies. */
export interface BareSide {
  name: 'base' | 'head'
  sha: string
  /** git, at the root of the side's checkout. */
  git: Git
  root: string
  /** The project's directory in the checkout. */
  directory: string
}

/** Places of node_modules of the project and its workspaces, relative to the repository's root. */
function modulesPlaces(manifests: Manifests, prefix: string): string[] {
  const owners = new Set([...manifests.packages, prefix].filter((directory) => matters(manifests, directory)))
  return [...owners].map((owner) => join(owner, 'node_modules')).sort()
}

/** Finds what the user has installed for the project. */
export async function findInstalled(repository: Repository): Promise<Installed> {
  const manifests = await readManifests(repository.git, repository.root, repository.prefix)
  const directories = modulesPlaces(manifests, repository.prefix).filter((directory) =>
    isDirectory(join(repository.root, directory)),
  )
  if (directories.length > MAX_MODULES_DIRECTORIES) {
    throw new UserError(
      'dependencies',
      `${directories.length} packages below ${repository.root} have a node_modules directory; Benchgate copies up to ${MAX_MODULES_DIRECTORIES}`,
      'Run Benchgate in the directory of the package that has the benchmarks.',
    )
  }
  return { manifests, directories }
}

/** Why a side cannot use the user's installed dependencies; null when it can. */
async function whyNotShared(root: string, installed: Installed, own: ManifestsIn): Promise<string | null> {
  if (installed.directories.length === 0) return 'nothing is installed in your checkout (no node_modules)'
  const files = await differingManifests({ root, manifests: installed.manifests }, own)
  if (files.length === 0) return null
  return files.length === 1
    ? `its ${files[0]} differs from the one in your checkout`
    : `its ${shown(files)} differ from those in your checkout`
}

/** The first few names of a list, and how many more there are. */
function shown(names: readonly string[]): string {
  const more = names.length > SHOWN_NAMES ? ` and ${names.length - SHOWN_NAMES} more` : ''
  return names.slice(0, SHOWN_NAMES).join(', ') + more
}

async function share(
  repository: Repository,
  installed: Installed,
  side: BareSide,
  o: Preparation,
  mayLink: boolean,
): Promise<string[]> {
  const wanted: string[] = []
  for (const directory of installed.directories) {
    const target = join(side.root, directory)
    // A committed directory is there already; one whose package does not exist on this side is not needed.
    if (existsSync(target) || !isDirectory(join(target, '..'))) continue
    if (await staysWithin(side.root, target)) wanted.push(directory)
  }
  const sample = wanted
    .map((directory) => anyFileIn(join(repository.root, directory)))
    .find((file) => file !== null)
  if (wanted.length === 0) return []
  // Tried beside the checkout, where no file of the project can have the name of the probe.
  const method = sample === undefined ? 'copy' : cheapestMethod(sample, dirname(side.root), mayLink)
  const verb = { clone: 'cloning', link: 'linking', copy: 'copying' }[method]
  o.onProgress(
    `${side.name}: ${verb} ${wanted.length === 1 ? wanted[0] : `${wanted.length} node_modules directories`}`,
  )
  const outside = await copyModules({
    fromRoot: repository.root,
    toRoot: side.root,
    directories: wanted,
    method,
    signal: o.signal,
  })
  if (outside.length === 0) return []
  const lead = outside.length === 1 ? 'leads' : 'lead'
  return [`${shown(outside)} ${lead} out of the repository: base and head load the same files there`]
}

export interface Preparation {
  /** The user's setup line (base.setup). */
  setup: string | null
  /** Keeps what a line that only installs has installed; null: the line always runs. */
  dependencyCache: DependencyCache | null
  environments: ChildEnvironments
  onProgress: (text: string) => void
  signal: AbortSignal
  remainingMs: () => number
}

/**
 * Gives a side its dependencies: the user's installed ones where lockfiles and manifests are the same,
 * otherwise what the set-up line installs. A line that does more than install runs in either case. Returns
 * warnings. Throws a UserError when the line fails, or when there is neither a line nor installed
 * dependencies and the project needs some.
 *
 * Hard-linked files are the user's own files: code that writes into one in place (rather than replacing it,
 * as package managers do) writes into the user's node_modules. Therefore a side in which a set-up line runs
 * gets clones or real copies, and caches of tools are left out.
 */
export async function prepareDependencies(
  repository: Repository,
  installed: Installed,
  side: BareSide,
  o: Preparation,
): Promise<string[]> {
  const own = await readManifests(side.git, side.root, repository.prefix)
  const obstacle = await whyNotShared(repository.root, installed, { root: side.root, manifests: own })
  const warnings: string[] = []
  const runsAnyway = o.setup !== null && !isInstallOnly(o.setup)

  if (obstacle === null && !(runsAnyway && startsAfresh(o.setup ?? ''))) {
    warnings.push(...(await share(repository, installed, side, o, !runsAnyway)))
  }
  if (o.setup !== null && (runsAnyway || (obstacle !== null && own.needsInstall))) {
    const line = o.setup
    const install = async () => {
      o.onProgress(`${side.name}: ${line}`)
      await runSetup({
        line,
        side,
        user: [join(repository.root, repository.prefix), repository.root],
        env: o.environments.setup,
        signal: o.signal,
        timeLimitMs: o.remainingMs(),
      })
    }
    const { dependencyCache: cache } = o
    if (!runsAnyway && cache !== null) {
      const { prefix } = repository
      const places = modulesPlaces(own, prefix)
      return await installWithCache({ ...o, cache, side, manifests: own, prefix, places, line, install })
    }
    await install()
    return warnings
  }
  // Yarn's Plug'n'Play needs no node_modules, and a committed node_modules comes with the checkout.
  const complete = ['.pnp.cjs', 'node_modules'].some((name) =>
    existsSync(join(side.root, own.installRoot, name)),
  )
  if (obstacle !== null && own.needsInstall && !complete) {
    throw new UserError(
      'dependencies',
      `${side.name} (${side.sha.slice(0, 7)}) cannot use the installed dependencies: ${obstacle}`,
      remedyOf(installed, side),
      { topic: 'dependencies' },
    )
  }
  return warnings
}

/** The line that the project's own package manager needs, with its build where it has one. */
function remedyOf(installed: Installed, side: BareSide): string {
  const places = [side.directory, side.root]
  const install = installLine(places) ?? 'npm install'
  const build = buildLine('package.json', places)
  const set = `et \`base: { setup: ${install} }\``
  const first =
    installed.directories.length === 0 ? `Run \`${install}\` in your checkout, or s${set}` : `S${set}`
  return build === null
    ? `${first}.`
    : `${first}; where the suites load built files, \`base: { setup: ${install} && ${build} }\`.`
}
