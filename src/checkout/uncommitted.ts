import { constants } from 'node:fs'
import { copyFile, lstat, mkdir, readlink, realpath, rm, rmdir, symlink } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { splitNul } from '../git/git.ts'
import type { Repository } from '../git/repository.ts'
import { isWithin } from './scratch.ts'

/**
 * With more files than this the user forgot to ignore something, and copying them would take longer than
 * measuring.
 */
const MAX_CHANGED_FILES = 50_000

export interface Uncommitted {
  /**
   * Paths, from the root, that differ from HEAD: modified, deleted, with another mode, or new and not
   * ignored.
   */
  paths: string[]
  /** Repositories inside the repository. git does not look into them, so their content is not copied. */
  nested: string[]
}

/** One entry of `git status --porcelain=v2 -z`; null for a header. */
function pathOf(entry: string): { path: string; submodule: boolean; untracked: boolean } | null {
  if (entry.startsWith('? ')) return { path: entry.slice(2), submodule: false, untracked: true }
  // `1 XY sub mH mI mW hH hI path` and, for a conflict, `u XY sub m1 m2 m3 mW h1 h2 h3 path`.
  const fields = entry.startsWith('1 ') ? 8 : entry.startsWith('u ') ? 10 : 0
  if (fields === 0) return null
  const parts = entry.split(' ')
  return { path: parts.slice(fields).join(' '), submodule: parts[2]!.startsWith('S'), untracked: false }
}

/** What differs from HEAD in the user's checkout. The user's index is not touched. */
export async function readUncommitted(repository: Repository): Promise<Uncommitted> {
  const status = await repository.git.bytes(
    'status',
    '--porcelain=v2',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--ignore-submodules=all',
  )
  const changes: Uncommitted = { paths: [], nested: [] }
  for (const entry of splitNul(status)) {
    const found = pathOf(entry)
    if (found === null || found.submodule) continue
    // Installed dependencies that the user did not ignore are shared or installed like ignored ones.
    if (found.untracked && found.path.split('/').includes('node_modules')) continue
    if (found.path.endsWith('/')) changes.nested.push(found.path)
    else changes.paths.push(found.path)
  }
  if (changes.paths.length > MAX_CHANGED_FILES) {
    throw new UserError(
      'git',
      `${changes.paths.length.toLocaleString('en')} files are changed or new; Benchgate takes up to ${MAX_CHANGED_FILES.toLocaleString('en')} into the measured checkout`,
      'Ignore generated files in .gitignore, or commit your work and measure the commit.',
    )
  }
  changes.paths.sort()
  return changes
}

/**
 * The target of a link for the new checkout: an absolute path into the user's checkout becomes the same place
 * in the new one; any other target stays as it is.
 */
function linkInside(target: string, path: string, from: string, to: string): string {
  if (!isAbsolute(target) || !isWithin(from, target)) return target
  return relative(dirname(join(to, path)), join(to, relative(from, target))) || '.'
}

/** Whether a directory, or its nearest existing parent, is inside a checkout when all links are followed. */
export async function staysWithin(checkout: string, directory: string): Promise<boolean> {
  for (let path = directory; ; path = dirname(path)) {
    const real = await realpath(path).catch(() => null)
    if (real !== null) return isWithin(checkout, real)
  }
}

/** git keeps no empty directories: a directory that held nothing but deleted files is removed too. */
async function removeEmptyParents(path: string, checkout: string): Promise<void> {
  for (let parent = dirname(path); parent !== checkout; parent = dirname(parent)) {
    try {
      await rmdir(parent)
    } catch (error) {
      // A directory that is already gone is no reason to stop. Any other error is: the directory holds
      // something, or is none.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return
    }
  }
}

/** Brings a checkout of HEAD into the state of the user's working tree. Returns warnings for people. */
export async function applyUncommitted(
  root: string,
  checkout: string,
  changes: Uncommitted,
): Promise<string[]> {
  const warnings = changes.nested.map(
    (path) => `${path} is a repository of its own and is not part of the measured checkout`,
  )
  // Parents come before their children, so that a link that became a directory is removed before anything
  // could be removed through it.
  for (const path of changes.paths) await rm(join(checkout, path), { recursive: true, force: true })

  const safeParents = new Set<string>()
  for (const path of changes.paths) {
    if (path.includes('\uFFFD')) {
      warnings.push(`${path}: its name is not UTF-8, and it is left out`)
      continue
    }
    const source = join(root, path)
    const target = join(checkout, path)
    const entry = await lstat(source).catch(() => null)
    if (entry === null) await removeEmptyParents(target, checkout)
    if (entry === null || entry.isDirectory()) continue
    const parent = dirname(target)
    if (!safeParents.has(parent)) {
      if (!(await staysWithin(checkout, parent))) {
        warnings.push(`${path} lies behind a symbolic link that leaves the repository, and is left out`)
        continue
      }
      await mkdir(parent, { recursive: true })
      safeParents.add(parent)
    }
    if (entry.isSymbolicLink()) {
      const link = linkInside(await readlink(source), path, root, checkout)
      if (!isWithin(checkout, resolve(parent, link))) {
        warnings.push(`${path} is a symbolic link that leaves the repository: it is kept as it is`)
      }
      await symlink(link, target)
    } else if (entry.isFile()) {
      await copyFile(source, target, constants.COPYFILE_FICLONE)
    }
  }
  return warnings
}
