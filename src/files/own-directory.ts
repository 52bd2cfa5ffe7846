import { lstat, mkdtemp, readdir } from 'node:fs/promises'
import type { Server } from 'node:net'
import { join } from 'node:path'
import { hasOwner, KERNEL, showOwner } from './owner.ts'
import { removeTree, removeTreeSync } from './remove-tree.ts'

/** Age from which on a directory whose owner cannot be asked is stale; a gate takes hours at most. */
const STALE_MS = 24 * 60 * 60 * 1000
/** Directories that one clean-up looks at. */
const MAX_LOOKED_AT = 1_000

const NAME = /^benchgate-([0-9a-f]{8})-[A-Za-z0-9]{6}$/
/** Those that earlier versions made, in whose names a host and a process, or nothing, stand for the owner. */
const EARLIER_NAME = /^benchgate-(?:[0-9a-f]{8}-\d+|run|branch)-[A-Za-z0-9]{6}$/

/** Whether a name is one that such directories have. */
export const isOwnName = (name: string): boolean => NAME.test(name) || EARLIER_NAME.test(name)

const owned = new Map<string, Server>()

/** A new directory of this process, which others leave alone as long as it runs. */
export async function makeOwnDirectory(parent: string): Promise<string> {
  const directory = await mkdtemp(join(parent, `benchgate-${KERNEL}-`))
  const server = await showOwner(directory)
  if (server !== null) owned.set(directory, server)
  return directory
}

/** Removes an own directory; throws what keeps it. Does nothing when it is gone. */
export async function removeOwnDirectory(directory: string): Promise<void> {
  try {
    await removeTree(directory)
  } finally {
    disown(directory)
  }
}

/** A synchronous removeOwnDirectory(), for a signal handler, which cannot wait. */
export function removeOwnDirectorySync(directory: string): void {
  try {
    removeTreeSync(directory)
  } finally {
    disown(directory)
  }
}

function disown(directory: string): void {
  owned.get(directory)?.close()
  owned.delete(directory)
}

/** Removes the directories that killed processes have left in one. */
export async function removeOrphans(parent: string, now = Date.now()): Promise<void> {
  const names = (await readdir(parent).catch(() => [])).filter(isOwnName)
  for (const name of names.slice(0, MAX_LOOKED_AT)) {
    const directory = join(parent, name)
    // A directory that cannot be removed, such as one with files of another user, does not prevent
    // measuring; nor does one that somebody else removes at the same time.
    if (await isOrphan(directory, name, now)) await removeTree(directory).catch(() => {})
  }
}

/** Whether the process that made a directory was killed. */
async function isOrphan(directory: string, name: string, now: number): Promise<boolean> {
  const entry = await lstat(directory).catch(() => null)
  // Temporary directories are shared: only a real directory of this user is removed.
  if (entry === null || !entry.isDirectory() || entry.uid !== process.getuid?.()) return false
  const isOfKernel = NAME.exec(name)?.[1] === KERNEL
  const has = isOfKernel ? await hasOwner(directory) : null
  // No program can set the time of the last change.
  return has === null ? now - entry.ctimeMs > STALE_MS : !has
}
