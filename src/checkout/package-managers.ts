import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type Json, jsonObject } from './json-object.ts'
import { isWithin } from './scratch.ts'
import { shellWord } from './submodules.ts'

/** The lockfiles that each package manager installs from, and the line that does. */
export const MANAGERS = [
  { name: 'npm', locks: ['package-lock.json', 'npm-shrinkwrap.json'], line: 'npm ci' },
  { name: 'pnpm', locks: ['pnpm-lock.yaml'], line: 'pnpm install --frozen-lockfile' },
  { name: 'yarn', locks: ['yarn.lock'], line: 'yarn install --immutable' },
  { name: 'bun', locks: ['bun.lock', 'bun.lockb'], line: 'bun install --frozen-lockfile' },
] as const
/** What a project's own build is called in package.json, in the order of preference. */
const BUILD_SCRIPTS = ['build', 'compile', 'prepare']
/** The fields of package.json that name what a package is loaded from. */
const ENTRIES = ['main', 'module', 'types', 'exports', 'bin']

/** Whether a lockfile counts as there: one that git ignores is in no checkout. */
type IsThere = (path: string) => boolean

/** Tells lockfiles that a checkout has from none: libraries often have git ignore what npm leaves there. */
export async function committedLocks(
  directories: readonly string[],
  ignores: (path: string) => Promise<boolean>,
): Promise<IsThere> {
  const locks = MANAGERS.flatMap((one) =>
    one.locks.flatMap((lock) => directories.map((to) => join(to, lock))),
  )
  const kept = new Set<string>()
  for (const lock of locks) if (existsSync(lock) && !(await ignores(lock))) kept.add(lock)
  return (path: string) => kept.has(path)
}

export const holds = (
  directories: readonly string[],
  names: readonly string[],
  isThere: IsThere = existsSync,
): boolean => names.some((name) => directories.some((directory) => isThere(join(directory, name))))

/** The package manager whose lockfile lies in a project or above it; null: none does. */
export const managerByLockfile = (directories: readonly string[], isThere: IsThere = existsSync) =>
  MANAGERS.find(({ locks }) => holds(directories, locks, isThere)) ?? null

export type ManagerName = (typeof MANAGERS)[number]['name']

/** The package manager of a project: by its lockfile, else by the field `packageManager`, else npm. */
export function managerOf(
  directories: readonly string[],
  isThere: IsThere = existsSync,
): (typeof MANAGERS)[number] {
  const stated = directories.flatMap((directory) => {
    const manifest = packageIn(directory)
    const { packageManager } = (manifest?.['devEngines'] ?? {}) as { packageManager?: { name?: unknown } }
    return [String(manifest?.['packageManager']).split('@')[0], packageManager?.name]
  })
  const known = MANAGERS.find(({ name }) => stated.includes(name))
  return managerByLockfile(directories, isThere) ?? known ?? MANAGERS[0]
}

/** Yarn 1 takes the option of its successors for none, and changes the lockfile. */
function isYarnClassic(directories: readonly string[], isThere: IsThere): boolean {
  const lock = directories.map((directory) => join(directory, 'yarn.lock')).find(isThere)
  if (lock === undefined || managerByLockfile(directories, isThere)?.name !== 'yarn') return false
  try {
    return readFileSync(lock, 'utf8').includes('# yarn lockfile v1')
  } catch {
    return false
  }
}

/** The line that installs a project's dependencies; null where it has none. */
export function installLine(directories: readonly string[], isThere: IsThere = existsSync): string | null {
  const needsInstall = directories.some((directory) => {
    const manifest = packageIn(directory)
    return ['dependencies', 'devDependencies', 'workspaces'].some(
      (field) => Object.keys(manifest?.[field] ?? {}).length > 0,
    )
  })
  if (isYarnClassic(directories, isThere)) return 'yarn install --frozen-lockfile'
  const { line } = managerByLockfile(directories, isThere) ?? { line: null }
  return line ?? (needsInstall ? `${managerOf(directories, isThere).name} install` : null)
}

/**
 * The line that builds the package that a file belongs to, by the script of its package.json; null where none
 * looks like one. The first of `directories` is the project, the second the repository's root.
 */
export function buildLine(
  path: string,
  directories: readonly string[],
  isThere: IsThere = existsSync,
): string | null {
  const [project] = directories as [string]
  const owner = ownerOf(path, directories)
  const scripts = packageIn(owner)?.['scripts'] ?? {}
  const script = BUILD_SCRIPTS.find((name) => Object.hasOwn(scripts, name))
  if (script === undefined) return null
  const line = `${managerOf(directories, isThere).name} run ${script}`
  return owner === project ? line : `(cd ${shellWord(relative(project, owner))} && ${line})`
}

/** True when a file lies in a directory from which its package is loaded, such as `dist`. */
export function isBesideEntry(path: string, directories: readonly string[]): boolean {
  const [project] = directories as [string]
  const owner = ownerOf(path, directories)
  const manifest = packageIn(owner)
  const entries = JSON.stringify(ENTRIES.map((field) => manifest?.[field] ?? null))
  const [directory, ...rest] = relative(owner, join(project, path)).split('/')
  return rest.length > 0 && ['', './'].some((lead) => entries.includes(`"${lead}${directory}/`))
}

/** The directory of the package that a file belongs to; a package.json with a `type` alone makes none. */
function ownerOf(path: string, directories: readonly string[]): string {
  const [project, root] = directories as [string, string]
  const isPackage = (directory: string) => {
    const manifest = packageIn(directory)
    return manifest !== null && ('name' in manifest || 'scripts' in manifest)
  }
  let owner = dirname(join(project, path))
  while (!isPackage(owner) && owner !== root && isWithin(root, owner)) owner = dirname(owner)
  return owner
}

function packageIn(directory: string): Json | null {
  try {
    return jsonObject(readFileSync(join(directory, 'package.json'), 'utf8'))
  } catch {
    return null
  }
}
