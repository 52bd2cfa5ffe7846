import { randomBytes } from 'node:crypto'
import { chmod, mkdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { explainDisk, writeText } from './explain-disk.ts'

/**
 * Writes a file in one step, so that nobody ever reads half of it: beside it, and then in its place, through
 * a link that leads to it, with the rights that it had. Throws as `writeText` does.
 */
export async function replaceFile(path: string, text: string, otherwise: string): Promise<void> {
  const file = await realpath(path).catch(() => path)
  const folder = dirname(file)
  const unfinished = join(folder, `.${basename(file)}.${randomBytes(6).toString('hex')}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeText(unfinished, text, { otherwise, flag: 'wx' })
    const known = await stat(file).catch(() => null)
    if (known !== null) await chmod(unfinished, known.mode)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw explainDisk(error, { what: `${path} could not be written`, directory: folder, otherwise })
  }
}
