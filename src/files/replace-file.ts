import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { explainPlace, writeText } from './explain-disk.ts'

/** An unfinished file as old as this was left behind by a process that ended. */
const LEFT_BEHIND_MS = 60_000

/**
 * Writes a file, whose text may come in parts, in one step, so that nobody ever reads half of it: beside it,
 * and then in its place, through a link that leads to it, with the rights that it had. Throws as `writeText`
 * does. With `before`, the text that it is to have until then ('' also where there is none), two processes
 * never undo what the other wrote: false where the file has another text, or is being replaced.
 */
export async function replaceFile(
  path: string,
  text: Iterable<string>,
  { otherwise, before = null }: { otherwise: string; before?: string | null },
): Promise<boolean> {
  const file = await realpath(path).catch(() => path)
  const folder = dirname(file)
  const start = `.${basename(file)}.`
  const unfinished = join(folder, `${start}${randomBytes(6).toString('hex')}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeText(unfinished, text, { otherwise, flag: 'wx' })
    // Whoever looks sees what the other one began, because each begins before it looks.
    if (before !== null && ((await isReplaced(unfinished, start)) || (await textOf(file)) !== before)) {
      await rm(unfinished)
      return false
    }
    const known = await stat(file).catch(() => null)
    if (known !== null) await chmod(unfinished, known.mode)
    await rename(unfinished, file)
    return true
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw explainPlace(error, { what: `${path} could not be written`, directory: folder, otherwise })
  }
}

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')

/** Whether somebody else is about to replace the same file. */
async function isReplaced(own: string, start: string): Promise<boolean> {
  const folder = dirname(own)
  const names = (await readdir(folder)).filter(
    (name) =>
      name !== basename(own) && name.startsWith(start) && /^[0-9a-f]{12}$/.test(name.slice(start.length)),
  )
  for (const name of names) {
    const other = await stat(join(folder, name)).catch(() => null)
    if (other !== null && Date.now() - other.mtimeMs < LEFT_BEHIND_MS) return true
  }
  return false
}
