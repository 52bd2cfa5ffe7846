import { lstat, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { splitNul } from '../git/git.ts'
import type { Repository } from '../git/repository.ts'
import { createOwnRepository, readContent } from './own-repository.ts'

/** Files of Git LFS that are examined to see whether the user's checkout holds their content. */
const MAX_LFS_LOOKED_AT = 50
const LFS_POINTER = Buffer.from('version https://git-lfs.github.com/spec/')

async function isLfsPointer(file: string): Promise<boolean> {
  const entry = await lstat(file).catch(() => null)
  if (entry === null || !entry.isFile()) return false
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(LFS_POINTER.length), 0, LFS_POINTER.length, 0)
    return buffer.equals(LFS_POINTER)
  } finally {
    await handle.close()
  }
}

/**
 * Environment variables that make a checkout treat large files as the user's checkout does. Where that holds
 * pointers, both sides get pointers and nothing is downloaded; where it holds the content, both sides get it
 * too, since a benchmark may read it.
 */
async function largeFileSettings(repository: Repository): Promise<NodeJS.ProcessEnv> {
  const { git, root } = repository
  if ((await git.maybe('config', '--get', 'filter.lfs.smudge')) === null) return {}
  const listed = await git.ask('ls-files', '-z', '--', ':(attr:filter=lfs)')
  const files = splitNul(listed.stdout).slice(0, MAX_LFS_LOOKED_AT)
  for (const file of files) {
    if (await isLfsPointer(join(root, file))) return { GIT_LFS_SKIP_SMUDGE: '1' }
  }
  return {}
}

/**
 * Checks commits out, each into a repository of its own, so that code of the project can write neither to the
 * user's repository nor to that of the other side.
 */
export async function addWorktrees(
  repository: Repository,
  wanted: readonly { directory: string; sha: string; onStart: () => void }[],
): Promise<void> {
  const settings = await largeFileSettings(repository)
  const content = await readContent(repository)
  for (const { directory, sha, onStart } of wanted) {
    onStart()
    await createOwnRepository(content, directory, sha)
    const git = repository.git.in(directory, settings)
    const answer = await git.ask('reset', '--hard', '--quiet', '--no-recurse-submodules')
    if (!answer.ok) throw git.failure(`checkout of ${sha.slice(0, 7)}`, answer)
  }
}

/**
 * Exchanges two working trees, with their repositories. Absolute paths that a set-up line wrote into files of
 * one then lead into the other.
 */
export async function exchangeWorktrees(a: string, b: string): Promise<void> {
  const aside = `${a}~`
  await rename(a, aside)
  try {
    await rename(b, a)
  } catch (error) {
    await rename(aside, a)
    throw error
  }
  await rename(aside, b)
}
