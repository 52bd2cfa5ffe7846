import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { anyFileIn, cheapestMethod, copyModules, isDirectory } from '../../checkout/copy-modules.ts'
import { findInstalled } from '../../checkout/dependencies.ts'
import { createScratch } from '../../checkout/scratch.ts'
import { applyUncommitted, readUncommitted } from '../../checkout/uncommitted.ts'
import { addWorktrees } from '../../checkout/worktree.ts'
import { removeOwnDirectory, removeOwnDirectorySync } from '../../files/own-directory.ts'
import { Git } from '../../git/git.ts'
import { openRepository, type Repository } from '../../git/repository.ts'
import { withGitSettings } from '../../git/variables.ts'
import type { Runtime } from '../../gate/request.ts'

/** What a commit of the copy changes: files relative to the project, null for one that is deleted. */
export type Files = Readonly<Record<string, string | null>>

/** A repository of its own with the user's project in it, as it is with what is not committed. */
export interface Scratch {
  /** The project's directory in the copy. */
  project: string
  /** The commit that holds the project as it is. */
  sha: string
  /** A commit on top of `sha`. */
  commit: (files: Files) => Promise<string>
  remove: () => Promise<void>
  /** A synchronous remove(), for a program that ends at once. */
  removeSync: () => void
}

const IDENTITY = [
  ['user.name', 'Benchgate doctor'],
  ['user.email', 'doctor@example.invalid'],
  ['commit.gpgsign', 'false'],
] as const

/** Makes the copy. The user's checkout and its `.git` are only read. Cleans up when it throws. */
export async function openScratch(
  project: string,
  { env, host, signal, onProgress }: Runtime,
  remainingMs: () => number,
): Promise<Scratch> {
  const limits = { signal, remainingMs, timeRemedy: MORE_TIME }
  const repository = await openRepository(project, env, host, limits)
  const changes = await readUncommitted(repository)
  const directory = await createScratch(repository, env)
  const removeSync = () => removeOwnDirectorySync(directory)
  try {
    const root = join(directory, 'project')
    const onStart = () =>
      onProgress({ kind: 'preparing', text: 'copying the project into a scratch repository' })
    await addWorktrees(repository, [{ directory: root, sha: repository.headSha, onStart }])
    await applyUncommitted(repository.root, root, changes)
    const git = new Git(root, withGitSettings(env, IDENTITY), { ...limits, host })
    if (changes.paths.length > 0) {
      await git.text('add', '--all')
      await git.text('commit', '--quiet', '--allow-empty', '-m', 'As it is')
    }
    const sha = await git.text('rev-parse', 'HEAD')
    await copyInstalled(repository, root, signal)
    const remove = () => removeOwnDirectory(directory)
    const copy = join(root, repository.prefix)
    return { project: copy, sha, commit: (files) => commit(git, copy, sha, files), remove, removeSync }
  } catch (error) {
    await removeOwnDirectory(directory).catch(() => {})
    throw error
  }
}

export const MORE_TIME = 'Give the doctor more time, or run it when the machine is less busy.'

/** Dependencies that the user installed, which a gate in the copy takes as it would take the user's. */
async function copyInstalled(repository: Repository, root: string, signal: AbortSignal): Promise<void> {
  const { directories } = await findInstalled(repository)
  const wanted = directories.filter(
    (path) => !existsSync(join(root, path)) && isDirectory(join(root, path, '..')),
  )
  const sample = wanted.map((path) => anyFileIn(join(repository.root, path))).find((file) => file !== null)
  // Nothing runs in the copy itself, so that its files may be links to the user's.
  const method = sample === undefined ? 'copy' : cheapestMethod(sample, dirname(root), true)
  await copyModules({ fromRoot: repository.root, toRoot: root, directories: wanted, method, signal })
}

async function commit(git: Git, project: string, sha: string, files: Files): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(project, path)
    if (text === null) await rm(file)
    else {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text)
    }
    // The project may ignore files of that name.
    await git.text('add', '--force', '--', file)
  }
  // A plant may be in the config alone.
  await git.text('commit', '--quiet', '--allow-empty', '-m', 'A planted change')
  const planted = await git.text('rev-parse', 'HEAD')
  await git.text('reset', '--hard', '--quiet', sha)
  return planted
}
