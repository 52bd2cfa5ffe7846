import { access, constants, mkdir, realpath, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { explainDisk, pointElsewhere } from '../files/explain-disk.ts'
import { makeOwnDirectory, removeOrphans } from '../files/own-directory.ts'
import { UserError } from '../errors.ts'
import type { Repository } from '../git/repository.ts'

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
  const { root, host } = repository
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
  return await makeOwnDirectory(place.directory).catch((error: unknown) => {
    throw explainDisk(error, {
      what: 'The checkouts could not be made',
      directory: place.directory,
      otherwise: pointElsewhere(host.temporaryVariables),
    })
  })
}

/** Removes what killed runs have left in all of these places. */
export async function removeStaleScratches(repository: Repository, env: NodeJS.ProcessEnv): Promise<void> {
  for (const { directory } of await places(repository, env, false)) await removeOrphans(directory)
}
