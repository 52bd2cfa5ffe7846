import { posix } from 'node:path'
import { UserError } from '../errors.ts'
import type { Repository } from '../git/repository.ts'
import { openRevisions, type RevisionOptions } from './open-revisions.ts'

/**
 * The commit that a gate would use as base, and the text of some of the project's files there, by the path
 * that was asked for; an error where something is there that is no file. Throws what resolving base throws.
 */
export async function filesAtBase(
  o: RevisionOptions,
  paths: readonly string[],
): Promise<{ sha: string; files: Map<string, string | UserError> }> {
  const { repository, base } = await openRevisions(o)
  const { sha } = await base()
  const files = new Map<string, string | UserError>()
  for (const path of paths) {
    const found = await fileAt(repository, sha, path)
    if (found !== null) files.set(path, found)
  }
  return { sha, files }
}

/** How git answers where a path of a commit leads to no file, and what that means. */
const NO_FILE: Record<string, string> = {
  symlink: 'is a link that leaves the repository',
  dangling: 'is a link to nothing',
  loop: 'is a link in a circle',
}

/** A file's text at a commit, through links within the repository; null: nothing is there. */
async function fileAt(
  { git, prefix }: Repository,
  sha: string,
  path: string,
): Promise<string | UserError | null> {
  const input = `${sha}:${posix.join(prefix, path)}\n`
  const { ok, stdout, complaint } = await git.run(['cat-file', '--batch', '--follow-symlinks'], { input })
  if (!ok)
    throw new UserError(
      'git',
      `git cannot read ${path} at ${sha.slice(0, 7)}: ${complaint}`,
      'Try `git fsck`.',
    )
  const end = stdout.indexOf('\n')
  const answer = stdout.subarray(0, end).toString()
  const [, type, size] = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(answer) ?? []
  if (type === 'blob') return stdout.subarray(end + 1, end + 1 + Number(size)).toString()
  const why = type === undefined ? NO_FILE[answer.split(' ')[0]!] : 'is not a file'
  if (why === undefined) return null
  return new UserError('config', `${path} at ${sha.slice(0, 7)} ${why}.`, 'Put the file itself there.')
}
