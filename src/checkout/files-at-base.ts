import { posix } from 'node:path'
import type { Repository } from '../git/repository.ts'
import { openRevisions, type RevisionOptions } from './open-revisions.ts'

/**
 * The commit that a gate would use as base, and the text of some of the project's files there, by the path
 * that was asked for. Throws what resolving base throws.
 */
export async function filesAtBase(
  o: RevisionOptions,
  paths: readonly string[],
): Promise<{ sha: string; files: Map<string, string> }> {
  const { repository, base } = await openRevisions(o)
  const { sha } = await base()
  const files = new Map<string, string>()
  for (const path of paths) {
    const text = await fileAt(repository, sha, posix.join(repository.prefix, path))
    if (text !== null) files.set(path, text)
  }
  return { sha, files }
}

/**
 * A file's text at a commit, through one symbolic link within the repository; null: there is no such file.
 */
async function fileAt(
  repository: Repository,
  sha: string,
  path: string,
  mayFollow = true,
): Promise<string | null> {
  const entry = await repository.git.maybe('ls-tree', sha, '--', path)
  const [, mode, blob] = /^(100644|100755|120000) blob ([0-9a-f]{40,64})\t/.exec(entry ?? '') ?? []
  if (blob === undefined) return null
  const text = (await repository.git.bytes('cat-file', 'blob', blob)).toString()
  if (mode !== '120000') return text
  const target = posix.normalize(posix.join(posix.dirname(path), text))
  if (!mayFollow || posix.isAbsolute(text) || target.startsWith('..')) return null
  return await fileAt(repository, sha, target, false)
}
