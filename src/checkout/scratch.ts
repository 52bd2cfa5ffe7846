import { hash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { access, constants, lstat, mkdir, mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises'
import { homedir, hostname, tmpdir } from 'node:os'
import { basename, join, relative, sep } from 'node:path'
import { UserError } from '../errors.ts'
import type { Repository } from '../git/repository.ts'

/** Age from which on a scratch directory of another machine, whose processes cannot be seen, is stale. */
const FOREIGN_STALE_MS = 24 * 60 * 60 * 1000
/** Scratch directories that one clean-up looks at. */
const MAX_LOOKED_AT = 1_000

// The directory's own name identifies its owner, so that it is never without one.
const HOST = hash('sha256', hostname()).slice(0, 8)
const NAME = /^benchgate-([0-9a-f]{8})-(\d+)-[A-Za-z0-9]{6}$/

// Retries suffice, since nothing changes such a tree for long: a run kills its processes before it removes
// it.
const REMOVE = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 } as const

/** True when `path` is `directory` or below it. Both are absolute and real. */
export function isWithin(directory: string, path: string): boolean {
  const way = relative(directory, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`))
}

interface Place {
  directory: string
  device: number
}

/**
 * Directories that may hold scratch directories, in order of preference; never the user's checkout. The last
 * is Benchgate's own directory in the user's cache, which is created only when it is needed.
 */
async function places(
  { root, host }: Repository,
  env: NodeJS.ProcessEnv,
  makeOwn: boolean,
): Promise<Place[]> {
  const own = join(env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache'), 'benchgate')
  const found: Place[] = []
  for (const wanted of [host.temporary, env['TMPDIR'] || tmpdir(), own]) {
    if (!wanted) continue
    try {
      if (makeOwn && wanted === own) await mkdir(own, { recursive: true, mode: 0o700 })
      const directory = await realpath(wanted)
      await access(directory, constants.W_OK | constants.X_OK)
      if (!isWithin(root, directory)) found.push({ directory, device: (await stat(directory)).dev })
    } catch {
      // A directory that is missing or cannot be written to is skipped.
    }
  }
  return found
}

/** A new directory for both checkouts, if possible where files of the project can be hard-linked. */
export async function createScratch(repository: Repository, env: NodeJS.ProcessEnv): Promise<string> {
  const { root } = repository
  const device = (await stat(root)).dev
  const near = (place: Place) => place.device === device
  let possible = await places(repository, env, false)
  if (!possible.some(near)) possible = await places(repository, env, true)
  const place = possible.find(near) ?? possible[0]
  if (place === undefined) {
    throw new UserError(
      'git',
      `There is no place for the checkouts outside of ${root}`,
      'Point TMPDIR to a directory that can be written to and is not part of the checkout.',
    )
  }
  return await mkdtemp(join(place.directory, `benchgate-${HOST}-${process.pid}-`))
}

/** Removes a scratch directory. Does nothing when it is gone. */
export async function removeScratch(scratch: string): Promise<void> {
  await rm(scratch, REMOVE)
}

/** A synchronous removeScratch(), for a signal handler, which cannot wait. */
export function removeScratchSync(scratch: string): void {
  rmSync(scratch, REMOVE)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: the process is alive and belongs to another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Whether the run that this scratch directory belongs to was killed. */
async function isStale(scratch: string): Promise<boolean> {
  const name = NAME.exec(basename(scratch))
  const entry = await lstat(scratch).catch(() => null)
  // Temporary directories are shared: only a real directory of this user is removed.
  if (name === null || entry === null || !entry.isDirectory() || entry.uid !== process.getuid?.())
    return false
  if (name[1] === HOST) return !isAlive(Number(name[2]))
  return Date.now() - entry.mtimeMs > FOREIGN_STALE_MS
}

/** Removes the scratch directories that killed runs have left. */
export async function removeStaleScratches(repository: Repository, env: NodeJS.ProcessEnv): Promise<void> {
  for (const { directory } of await places(repository, env, false)) {
    const names = (await readdir(directory).catch(() => [])).filter((name) => NAME.test(name))
    for (const name of names.slice(0, MAX_LOOKED_AT)) {
      const scratch = join(directory, name)
      // A directory that cannot be removed, such as one with files of another user, does not prevent
      // measuring.
      if (await isStale(scratch)) await removeScratch(scratch).catch(() => {})
    }
  }
}
