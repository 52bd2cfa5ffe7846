import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Git, splitNul } from '../git/git.ts'

/** Beyond this many files the rest is not looked at. */
const MAX_FILES = 50_000
const MAX_DEPTH = 12
/** Folders that hold no source, whether git ignores them or not. */
const SKIPPED = /^(\.git|\.venv|\.tox|node_modules|vendor|target|dist|build|venv|__pycache__)$/

/**
 * The files of a project, relative to it, with `/`: what git tracks or at least does not ignore, and all
 * where there is no repository. The shallow ones come first.
 */
export async function listFiles(directory: string, git: Git | null): Promise<string[]> {
  const files = git === null ? await walk(directory) : await fromGit(git.in(directory))
  const kept = files.filter(
    (file) =>
      !file
        .split('/')
        .slice(0, -1)
        .some((name) => SKIPPED.test(name)),
  )
  const depth = (path: string) => path.split('/').length
  return kept.slice(0, MAX_FILES).sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
}

const fromGit = async (git: Git): Promise<string[]> => [
  ...new Set(splitNul(await git.bytes('ls-files', '-z', '--cached', '--others', '--exclude-standard'))),
]

async function walk(root: string): Promise<string[]> {
  const files: string[] = []
  let level = ['']
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: string[] = []
    for (const folder of level) {
      if (files.length > MAX_FILES) return files
      // A folder that may not be read holds nothing for us.
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
      for (const entry of entries) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`
        if (entry.isDirectory() && !SKIPPED.test(entry.name)) next.push(path)
        else if (entry.isFile()) files.push(path)
      }
    }
    level = next
  }
  return files
}
