import { lstat, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { splitNul, type Git } from '../git/git.ts'
import type { Repository } from '../git/repository.ts'
import { exchangeRecords } from './scratch.ts'

/** Files of Git LFS that are examined to see whether the user's checkout holds their content. */
const MAX_LFS_LOOKED_AT = 50
/** Another process writes such a record in far less time than git takes to start again. */
const MAX_ATTEMPTS = 10
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

/** Checks commits out, each in a working tree of its own that shares the repository and moves no branch. */
export async function addWorktrees(
  repository: Repository,
  wanted: readonly { directory: string; sha: string; onStart: () => void }[],
): Promise<void> {
  const git = repository.git.in(repository.root, await largeFileSettings(repository))
  for (const { directory, sha, onStart } of wanted) {
    onStart()
    await addWorktree(git, directory, sha)
  }
}

async function addWorktree(git: Git, directory: string, sha: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const answer = await git.ask('worktree', 'add', '--quiet', '--detach', directory, sha)
    if (answer.ok) return
    // git reads the records of all working trees first, and fails on one that another process is just
    // writing.
    const disturbed = /failed to read .*worktrees/.test(answer.complaint)
    if (!disturbed || attempt === MAX_ATTEMPTS) throw git.failure('worktree add', answer)
    await rm(directory, { recursive: true, force: true })
  }
}

/**
 * Exchanges two working trees. Each keeps its link to the repository, so that git works in both. Absolute
 * paths that a set-up line wrote into files of one then lead into the other.
 */
export async function exchangeWorktrees(commonDirectory: string, a: string, b: string): Promise<void> {
  const aside = `${a}~`
  await rename(a, aside)
  try {
    await rename(b, a)
  } catch (error) {
    await rename(aside, a)
    throw error
  }
  await rename(aside, b)
  exchangeRecords(commonDirectory, a, b)
}
