import { constants } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { invariant } from '../errors.ts'
import { splitNul } from '../git/git.ts'
import type { Repository } from '../git/repository.ts'
import { copyModules } from './copy-modules.ts'
import { staysWithin } from './uncommitted.ts'

/**
 * Copies a prepared checkout with everything that set-up wrote into it, and puts files of another checkout in
 * the place of its own. Files are real ones on both sides: the caller leaves links out.
 */
export async function copyCheckout(o: {
  from: string
  to: string
  filesFrom: string
  /** Relative to the roots. */
  files: readonly string[]
  signal: AbortSignal
}): Promise<void> {
  await copyModules({
    fromRoot: o.from,
    toRoot: o.to,
    directories: [''],
    method: 'as-before',
    signal: o.signal,
  })
  for (const path of o.files) {
    const target = join(o.to, path)
    invariant(await staysWithin(o.to, dirname(target)), 'a file of head is written outside of its checkout')
    await mkdir(dirname(target), { recursive: true })
    // Removed first, because it may be a link to the file of another checkout.
    await rm(target, { force: true })
    await copyFile(join(o.filesFrom, path), target, constants.COPYFILE_FICLONE)
  }
}

/** The files of a commit below the project, relative to it. */
export async function filesOfCommit({ git, prefix }: Repository, sha: string): Promise<Set<string>> {
  const below = prefix === '' ? '' : `${prefix}/`
  const listed = await git.bytes('ls-tree', '-r', '-z', '--name-only', '--full-tree', sha, '--', below || '.')
  return new Set(splitNul(listed).map((path) => path.slice(below.length)))
}
