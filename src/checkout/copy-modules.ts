import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { UserError } from '../errors.ts'
import { isWithin } from './scratch.ts'

/**
 * How files of node_modules get into a checkout: `clone` shares blocks until one side writes (copy-on-write),
 * `link` shares the file itself, `copy` shares nothing. `as-before` links what is a link of another file
 * already, and clones the rest.
 */
export type CopyMethod = 'clone' | 'link' | 'copy' | 'as-before'

/**
 * Caches of tools, which are filled again when needed. Many hold absolute paths, and are written to in place.
 */
export const CACHES = new Set(['.cache', '.vite', '.vite-temp', '.vitest'])
const MAX_FILES = 1_000_000

export interface ModulesCopy {
  /** Real paths of the roots of the user's checkout and of the one to fill. */
  fromRoot: string
  toRoot: string
  /** node_modules directories, relative to the root, which is ''. */
  directories: readonly string[]
  method: CopyMethod
  signal: AbortSignal
}

/** The cheapest method that works. `link` is allowed only where no code will write into the files. */
export function cheapestMethod(
  fromFile: string,
  toDirectory: string,
  mayLink: boolean,
): Exclude<CopyMethod, 'as-before'> {
  const probe = join(toDirectory, '.probe')
  const works = (attempt: () => void): boolean => {
    try {
      attempt()
      return true
    } catch {
      return false
    } finally {
      rmSync(probe, { force: true })
    }
  }
  if (works(() => copyFileSync(fromFile, probe, constants.COPYFILE_FICLONE_FORCE))) return 'clone'
  return mayLink && works(() => linkSync(fromFile, probe)) ? 'link' : 'copy'
}

/** The place in the new checkout for a place in the user's; null for one outside the copied directories. */
function counterpart(target: string, copies: readonly { from: string; to: string }[]): string | null {
  const copy = copies.find(({ from }) => isWithin(from, target))
  return copy === undefined ? null : join(copy.to, relative(copy.from, target))
}

/** Where a path ends when all links are followed; the path itself when it leads nowhere. */
function endOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/**
 * Copies directories of installed modules. Links inside are kept as links. One into the user's checkout
 * becomes a relative link to the same place in the new one, which still works after the checkout is renamed,
 * so that the two sides never load one file through a link to a workspace. Returns the links that lead out of
 * the checkout, which both sides share.
 */
export async function copyModules(o: ModulesCopy): Promise<string[]> {
  const outside: string[] = []
  let files = 0
  for (const modules of o.directories) {
    // A node_modules may itself be a link, for instance to another disk. Its content is copied.
    const from = realpathSync(join(o.fromRoot, modules))
    const to = join(o.toRoot, modules)
    const copies = [
      { from, to },
      { from: o.fromRoot, to: o.toRoot },
    ]
    const open = [{ from, to, isModules: basename(modules) === 'node_modules' }]
    for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
      mkdirSync(directory.to, { recursive: true })
      for (const entry of readdirSync(directory.from, { withFileTypes: true })) {
        if (directory.isModules && CACHES.has(entry.name)) continue
        const source = join(directory.from, entry.name)
        const target = join(directory.to, entry.name)
        if (++files > MAX_FILES) {
          throw new UserError(
            'dependencies',
            `${modules || 'a checkout'} holds more than ${MAX_FILES.toLocaleString('en')} files, too many to copy for each side`,
            'Set base.setup to the line that installs the dependencies, and remove node_modules before the run.',
          )
        }
        if (entry.isDirectory()) {
          open.push({ from: source, to: target, isModules: entry.name === 'node_modules' })
        } else if (entry.isSymbolicLink()) {
          const link = readlinkSync(source)
          const leadsTo = resolve(directory.from, link)
          const mapped = counterpart(leadsTo, copies) ?? counterpart(endOf(leadsTo), copies)
          if (mapped === null) outside.push(join(modules, relative(from, source)))
          symlinkSync(mapped === null ? leadsTo : relative(directory.to, mapped) || '.', target)
        } else if (entry.isFile()) {
          place(source, target, o.method)
        }
      }
      // Copying one directory takes a short time; an abort is noticed between two of them.
      await setImmediate()
      o.signal.throwIfAborted()
    }
  }
  return outside
}

function place(source: string, target: string, method: CopyMethod): void {
  if (method === 'link' || (method === 'as-before' && statSync(source).nlink > 1)) {
    try {
      linkSync(source, target)
      return
    } catch {
      // Another file system below node_modules, too many links to one file, or a file of another user: the
      // file is copied instead.
    }
  }
  copyFileSync(source, target, method === 'copy' ? 0 : constants.COPYFILE_FICLONE)
}

/** A regular file below a directory, with which a method can be tried; null when none is near. */
export function anyFileIn(directory: string): string | null {
  const open = [realpathSync(directory)]
  for (let looked = 0; looked < 100; looked++) {
    const next = open.shift()
    if (next === undefined) return null
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      if (entry.isFile()) return join(next, entry.name)
      if (entry.isDirectory()) open.push(join(next, entry.name))
    }
  }
  return null
}

/** True when there is a directory, or a link to one, at this path. */
export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
