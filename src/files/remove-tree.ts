import { randomBytes } from 'node:crypto'
import { chmodSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'

// Retries suffice, since nothing changes such a tree for long: a run kills its processes before it removes
// it.
const REMOVE = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 } as const

/** Removes a directory with all that it holds; throws what keeps it. Does nothing when it is gone. */
export async function removeTree(directory: string): Promise<void> {
  try {
    await rm(directory, REMOVE)
  } catch (error) {
    if (!isFlattened(error)) throw error
    // One folder takes a short time; between two of them other work goes on.
    for (const _ of flattening(directory)) await setImmediate()
  }
}

/** A synchronous removeTree(), for a signal handler, which cannot wait. */
export function removeTreeSync(directory: string): void {
  try {
    rmSync(directory, REMOVE)
  } catch (error) {
    if (!isFlattened(error)) throw error
    for (const _ of flattening(directory));
  }
}

/** What keeps a plain removal from a tree that is this user's own. */
const isFlattened = (error: unknown): boolean =>
  /^(?:ENAMETOOLONG|EACCES)$/.test((error as NodeJS.ErrnoException).code ?? '')

/**
 * Removes what a plain removal could not: trees deeper than a path may be long, and folders without
 * permissions. Each folder is moved directly below `directory` before it is emptied, so that no path is ever
 * longer than two names below it. No link is followed, and the mode of no file is changed: it may be a hard
 * link to a file of the user's.
 */
function* flattening(directory: string): Generator<void> {
  const unused = randomBytes(8).toString('hex')
  let moved = 0
  let failure: unknown = null
  const attempt = (step: () => void) => {
    try {
      step()
    } catch (error) {
      // ENOENT: somebody else removes the same tree.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') failure ??= error
    }
  }
  const waiting = [directory]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const { files, folders } = contentOf(folder, attempt)
    // Files first: on a full disk, moving a folder may need the space that they leave.
    for (const file of files) attempt(() => unlinkSync(file))
    for (const inner of folders) {
      if (folder === directory) waiting.push(inner)
      else
        attempt(() => {
          const place = join(directory, `${unused}-${moved++}`)
          // Who moves a folder must be able to write into it.
          chmodSync(inner, 0o700)
          renameSync(inner, place)
          waiting.push(place)
        })
    }
    if (folder !== directory) attempt(() => rmdirSync(folder!))
    yield
  }
  attempt(() => rmdirSync(directory))
  if (failure !== null) throw failure
}

/** What lies in a folder, which is made readable and writable for it; nothing where it is none. */
function contentOf(folder: string, attempt: (step: () => void) => void) {
  const files: string[] = []
  const folders: string[] = []
  attempt(() => {
    if (!lstatSync(folder).isDirectory()) return
    chmodSync(folder, 0o700)
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      ;(entry.isDirectory() ? folders : files).push(join(folder, entry.name))
    }
  })
  return { files, folders }
}
