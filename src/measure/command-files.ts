import { lstat, readdir, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { problemInProject } from '../files/project-path.ts'

/** Files of an output whose times are read. */
const MAX_FILES = 20_000

/**
 * Why a command cannot run in a folder; null: it can. A link that leaves the project would lead both sides to
 * the same folder.
 */
export async function problemOfFolder(project: string, path: string, shown: string): Promise<string | null> {
  try {
    const problem = await problemInProject(project, path)
    if (problem !== null) return `has a working-directory, ${shown}, that ${problem}`
    return (await stat(path)).isDirectory() ? null : `has a working-directory, ${shown}, that is no folder`
  } catch {
    return `has no folder ${shown}, its working-directory`
  }
}

/**
 * Removes what an earlier execution left, so that it is not read again. Returns why it could not, or must
 * not, be removed.
 */
export async function removeOutput(project: string, path: string, shown: string): Promise<string | null> {
  const folder = await realpath(dirname(path)).catch(() => null)
  // Without its folder there is no output to remove.
  if (folder === null) return null
  const problem = await problemInProject(project, folder)
  if (problem !== null) return `has an output, ${shown}, in a folder that ${problem}`
  try {
    await rm(join(folder, basename(path)), { recursive: true, force: true })
    return null
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return `has an output, ${shown}, of an earlier run that cannot be removed (${reason})`
  }
}

/** Why a command's output must not be read, or removed; null: it may, or there is none. */
export async function problemOfOutput(project: string, path: string, shown: string): Promise<string | null> {
  const problem = await problemInProject(project, path)
  return problem === null ? null : `has an output, ${shown}, that ${problem}`
}

/**
 * The time at which a file, or anything in a folder, was last written, in ms since 1970; null where nothing
 * exists.
 */
export async function lastWritten(path: string): Promise<number | null> {
  const inside = await readdir(path, { recursive: true }).catch(() => [])
  const times = await Promise.all(
    ['.', ...inside.slice(0, MAX_FILES)].map((name) =>
      lstat(join(path, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => null,
      ),
    ),
  )
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.max(...known)
}
