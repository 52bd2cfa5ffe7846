import { lstat, mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeText } from './explain-disk.ts'

/**
 * Writes a file whose name measured code may know: through no link that it left in the place of the file or
 * of its folder, and into nothing that it may still hold open. Throws as `writeText` does.
 */
export async function writeOwnFile(path: string, text: string, otherwise: string): Promise<void> {
  const folder = dirname(path)
  const entry = await lstat(folder).catch(() => null)
  if (entry?.isDirectory() !== true) {
    await rm(folder, { force: true })
    await mkdir(folder, { recursive: true })
  }
  await rm(path, { recursive: true, force: true })
  await writeText(path, text, { otherwise, flag: 'wx' })
}
