import { constants } from 'node:fs'
import { glob, open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { UserError } from '../errors.ts'
import { isGitFolder, problemInProject, problemOfOpened } from '../files/project-path.ts'
import { MAX_BYTES, decode, type RawInput } from './raw-input.ts'
import { refusal } from './refusal.ts'

/** Files of one directory that are looked at. */
const MAX_FILES = 20_000
const MAX_DEPTH = 50
/** Results are in files like these; reports beside them are pages and pictures. */
const RESULT_NAME = /(^|\/)[^./]+$|\.(json|ndjson|jsonl|csv|xml|txt|log|out|prom)$/i

interface Limits {
  bytes: number
  files: number
}

interface InputOptions {
  limits?: Limits
  /** The folder that must hold what is read; null: a person named it, who may read what they like. */
  project?: string | null
}

/**
 * Reads a result file, or the text files of a directory. Symbolic links inside a directory are followed to
 * files of the same directory only; one that leaves it is a UserError, as are too many files, too many bytes,
 * and what is no file.
 */
export async function readInput(
  path: string,
  { project = null, limits = { bytes: MAX_BYTES, files: MAX_FILES } }: InputOptions = {},
): Promise<RawInput> {
  try {
    const status = await stat(path)
    if (project !== null) refuseForeign(path, await problemInProject(project, path))
    if (status.isDirectory()) return { path, bytes: '', ...(await readTree(path, limits, project)) }
    const times = new Map([['', status.mtimeMs]])
    const o = { shown: path, limit: limits.bytes, root: project, flags: 0 }
    return { path, bytes: await readFile(path, o), files: null, times }
  } catch (error) {
    if (error instanceof UserError) throw error
    throw failure(path, CAUSES.get(codeOf(error)) ?? `it cannot be read (${codeOf(error)})`, error)
  }
}

const CAUSES: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'a part of its path is no directory'],
  ['EACCES', 'it may not be read'],
  ['EPERM', 'it may not be read'],
  ['ELOOP', 'it is a symbolic link in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
])

/** Whether a path that no file has by that name may stand for several. */
export const isGlob = (pattern: string): boolean => /[*?{[]/.test(pattern)

/**
 * What a person means by `pattern`: the file or folder of that name, else what matches it as a glob below the
 * project, or where the person is, sorted, and one more than `limit` at most. `shown` is relative to that
 * where the pattern is. Throws a UserError when nothing does.
 */
export async function matchingPaths(
  pattern: string,
  project: string | null,
  limit: number,
): Promise<{ path: string; shown: string }[]> {
  const directory = project ?? '.'
  const named = (shown: string) => ({ path: resolve(directory, shown), shown })
  const there = await stat(resolve(directory, pattern)).catch(() => null)
  if (there !== null || !isGlob(pattern)) return [named(pattern)]
  const found: string[] = []
  const exclude = (path: string) => project !== null && isGitFolder(basename(path))
  for await (const path of glob(pattern, { cwd: directory, exclude })) {
    found.push(path.split(sep).join('/'))
    if (found.length > limit) break
  }
  if (found.length === 0) throw failure(pattern, 'no file matches it')
  return found.sort().map(named)
}

async function readTree(root: string, limits: Limits, project: string | null) {
  const realRoot = await realpath(root)
  const files = new Map<string, string>()
  const times = new Map<string, number>()
  let seen = 0
  let left = limits.bytes
  const pending = [{ path: realRoot, depth: 0 }]
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    if (folder.depth > MAX_DEPTH) throw failure(root, `it is nested deeper than ${MAX_DEPTH} folders`)
    const entries = await readdir(folder.path, { withFileTypes: true })
    // The order of a directory is the file system's; results must not depend on it.
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (++seen > limits.files)
        throw failure(root, `it holds more than ${limits.files.toLocaleString('en')} files`)
      if (project !== null && isGitFolder(entry.name)) continue
      const path = join(folder.path, entry.name)
      const name = relative(realRoot, path).split(sep).join('/')
      if (entry.isDirectory()) pending.push({ path, depth: folder.depth + 1 })
      else if (entry.isFile() || entry.isSymbolicLink()) {
        const target = entry.isSymbolicLink() ? await realpath(path) : path
        if (target !== realRoot && !target.startsWith(realRoot + sep))
          throw failure(root, `${name} is a symbolic link that leaves it`)
        // A directory of the tree is read anyway.
        const status = await stat(target)
        if (!RESULT_NAME.test(name) || !status.isFile()) continue
        times.set(name, status.mtimeMs)
        const bytes = await readFile(target, {
          shown: `${root}/${name}`,
          limit: left,
          root: project,
          flags: constants.O_NOFOLLOW,
        })
        left -= bytes.length
        const text = decode(bytes)
        if (text !== null) files.set(name, text)
      }
    }
  }
  return { files, times }
}

function refuseForeign(shown: string, problem: string | null): void {
  if (problem !== null)
    throw refusal({ path: shown }, `it ${problem}`, 'name a file or folder of the project')
}

/** `root`: the folder that must hold it; null: any may. */
async function readFile(
  path: string,
  { shown, limit, root, flags }: { shown: string; limit: number; root: string | null; flags: number },
): Promise<Uint8Array> {
  // Without O_NONBLOCK a pipe that no one writes to would hang.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | flags)
  try {
    if (root !== null) refuseForeign(shown, await problemOfOpened(root, handle, path))
    const status = await handle.stat()
    if (!status.isFile()) throw failure(shown, 'it is neither a file nor a directory')
    // One byte more than may be, also of a file that grows or whose size the system does not tell (`/proc`).
    const stream = handle.createReadStream({ end: limit, highWaterMark: 2 ** 20, autoClose: false })
    const bytes = status.size > limit ? null : Buffer.concat(await stream.toArray())
    if (bytes === null || bytes.length > limit)
      throw failure(shown, `it is larger than ${Math.floor(limit / 2 ** 20)} MiB`)
    return bytes
  } finally {
    await handle.close()
  }
}

const failure = (path: string, why: string, cause?: unknown): UserError =>
  refusal({ path }, why, 'name the file or directory that the tool wrote', cause)

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
