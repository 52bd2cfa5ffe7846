import { lstat, mkdir, readFile, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../errors.ts'
import { explainDisk, writeText } from '../files/explain-disk.ts'
import { problemInProject, problemOfPath } from '../files/project-path.ts'
import type { NewFile } from './workflows.ts'

/** A file to write, and what lies there: nothing, the same text, or something else, which stays. */
export interface PlannedFile extends NewFile {
  there: 'nothing' | 'same' | 'other'
}

/** What may be written below a root. Throws a UserError for a path that leads out of it. */
export async function planFiles(root: string, files: readonly NewFile[]): Promise<PlannedFile[]> {
  const planned: PlannedFile[] = []
  for (const { path, text } of files) {
    const problem =
      problemOfPath(path, 'the repository', 'the repository')?.problem ?? (await problemOfParents(root, path))
    if (problem !== null)
      throw new UserError(
        'usage',
        `${path} cannot be written: it ${problem}`,
        'Remove or rename what lies there.',
      )
    planned.push({ path, text, there: await whatIsThere(join(root, path), text) })
  }
  return planned
}

/** A link on the way would have the file written elsewhere. */
async function problemOfParents(root: string, path: string): Promise<string | null> {
  const steps = path.split('/')
  for (let i = 1; i <= steps.length; i++) {
    const place = join(root, ...steps.slice(0, i))
    const problem = await problemInProject(root, place, 'the repository')
    if (problem !== null) return problem
    const status = await stat(place).catch(() => null)
    if (i === steps.length) return status?.isDirectory() === true ? 'is a folder' : null
    if (status !== null && !status.isDirectory())
      return `lies below ${steps.slice(0, i).join('/')}, which is a file`
  }
  return null
}

async function whatIsThere(file: string, text: string): Promise<PlannedFile['there']> {
  // A link to nowhere is something, too.
  if ((await lstat(file).catch(() => null)) === null) return 'nothing'
  return (await readFile(file, 'utf8').catch(() => null)) === text ? 'same' : 'other'
}

/** Writes what is not there yet: all of it, or nothing. */
export async function writeFiles(root: string, files: readonly PlannedFile[]): Promise<void> {
  const written: string[] = []
  const folders: string[] = []
  try {
    for (const { path, text } of files.filter(({ there }) => there === 'nothing')) {
      const file = join(root, path)
      const first = await mkdir(dirname(file), { recursive: true })
      if (first !== undefined) folders.push(...between(first, dirname(file)))
      await writeText(file, text, { otherwise: 'run it elsewhere', flag: 'wx' })
      written.push(file)
    }
  } catch (error) {
    for (const file of written) await rm(file, { force: true })
    // Only what is empty goes.
    for (const folder of folders.toReversed()) await rmdir(folder).catch(() => undefined)
    const what = 'The files of Benchgate could not be written'
    throw explainDisk(error, { what, directory: root, otherwise: 'run it elsewhere' })
  }
}

/** The folders from one down to another below it. */
function between(first: string, last: string): string[] {
  const folders = [last]
  while (folders[0] !== first) folders.unshift(dirname(folders[0]!))
  return folders
}
