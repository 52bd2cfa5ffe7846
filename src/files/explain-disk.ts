import { statfsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { UserError } from '../errors.ts'

/** Who has less than this left cannot write a checkout, whatever the program says that tried to. */
const FULL_BYTES = 1024 * 1024
/** Errors that led to an error; ours have one or two. */
const MAX_CAUSES = 5

type Obstacle = 'full' | 'quota' | 'read-only' | 'forbidden'

const BY_CODE: Readonly<Record<string, Obstacle>> = {
  ENOSPC: 'full',
  EDQUOT: 'quota',
  EROFS: 'read-only',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
}

/** What could not be written, and where. */
interface Unwritten {
  /** The beginning of a sentence: `The report could not be written`. */
  what: string
  /** Where it was to lie, unless the error names a place itself. */
  directory: string
  /** What to do beside making room. */
  otherwise: string
}

/** The advice for what lies where the variables for temporary files point. */
export const pointElsewhere = (variables: string): string => `point ${variables} to another disk`

/**
 * Writes a file, whose text may come in parts; throws a UserError that names it where the disk does not take
 * it.
 */
export async function writeText(
  file: string,
  text: Iterable<string>,
  { otherwise, flag = 'w' }: Pick<Unwritten, 'otherwise'> & { flag?: 'w' | 'wx' },
): Promise<void> {
  try {
    await writeFile(file, text, { flag })
  } catch (error) {
    throw explainDisk(error, {
      what: `${file} could not be written`,
      directory: dirname(resolve(file)),
      otherwise,
    })
  }
}

/** Whether a program's output says that a disk, or what its user may take of it, is full. */
export const saysFull = (said: string): boolean => fullness(said) !== null

/** The words, since the code ENOSPC is also that of too many watched files. */
function fullness(said: string): 'full' | 'quota' | null {
  if (/no space left on device/i.test(said)) return 'full'
  return /dis[ck] quota exceeded/i.test(said) ? 'quota' : null
}

/** The error for a program that filled a disk; null where that is not why it failed. */
export function explainFull(said: string, unwritten: Unwritten): UserError | null {
  // git, for one, does not say why a file could not be written.
  const unsaid = /unable to write/.test(said) && isFull(unwritten.directory) ? 'full' : null
  const obstacle = fullness(said) ?? unsaid
  return obstacle === null ? null : diskError(obstacle, unwritten, undefined)
}

/** An error of the file system as one that says what to do; any other error as it is. */
export function explainDisk(error: unknown, unwritten: Unwritten): unknown {
  if (error instanceof UserError) return error
  let cause = error
  for (let i = 0; i < MAX_CAUSES && cause instanceof Error; i++, cause = cause.cause) {
    const { code = '', syscall = '', path, dest } = cause as NodeJS.ErrnoException & { dest?: string }
    const obstacle = BY_CODE[code]
    const place = dest ?? path
    // A program that may not be started, a process that may not be ended, too many watched files.
    if (obstacle === undefined || /^(?:spawn|watch)/.test(syscall)) continue
    if (obstacle === 'forbidden' && place === undefined) continue
    const directory = place === undefined ? unwritten.directory : dirname(place)
    return diskError(obstacle, { ...unwritten, directory }, cause)
  }
  return error
}

const NO_PLACE: ReadonlyMap<string | undefined, string> = new Map([
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['EISDIR', 'it is a folder'],
  ['EEXIST', 'something else is there'],
  ['ELOOP', 'it is a symbolic link in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
])

/** The same of a place that somebody named, which may be none. */
export function explainPlace(error: unknown, unwritten: Unwritten): unknown {
  const { code } = error as NodeJS.ErrnoException
  const why = NO_PLACE.get(code)
  if (error instanceof UserError || why === undefined) return explainDisk(error, unwritten)
  const { what, otherwise } = unwritten
  const remedy = `${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`
  return new UserError('usage', `${what}: ${why}`, remedy, { cause: error })
}

function diskError(obstacle: Obstacle, { what, directory, otherwise }: Unwritten, cause?: Error): UserError {
  const mount = mountOf(directory)
  const disk = mount === directory ? mount : `${mount}, the disk of ${directory}`
  const [why, remedy] = {
    full: room(mount).hasInodes
      ? [`no space is left on ${disk}`, `Free some space there, or ${otherwise}.`]
      : [
          `no more files fit on ${disk}`,
          `Remove files there, since its inodes are used up, or ${otherwise}.`,
        ],
    quota: [`the quota on ${disk} is used up`, `Free some space there, or ${otherwise}.`],
    'read-only': [`${disk} is read-only`, `Mount it writable, or ${otherwise}.`],
    forbidden: [
      cause?.message ?? `${directory} may not be written to`,
      `Let this user read and write there, or ${otherwise}.`,
    ],
  }[obstacle] as [string, string]
  return new UserError('disk', `${what}: ${why}`, remedy, { cause })
}

/** The directory above which another file system begins; the path itself where that cannot be found out. */
function mountOf(path: string): string {
  try {
    let mount = path
    let device: number | undefined
    for (let directory = path; ; directory = dirname(directory)) {
      const dev = statSync(directory, { throwIfNoEntry: false })?.dev
      if (device !== undefined && dev !== device) return mount
      device = dev
      mount = directory
      if (directory === dirname(directory)) return mount
    }
  } catch {
    return path
  }
}

/** What is left on a disk; where nothing says it, there is something. */
function room(directory: string): { bytes: number; hasInodes: boolean } {
  try {
    const { bavail, bsize, files, ffree } = statfsSync(mountOf(directory))
    // Some file systems count no inodes.
    return { bytes: bavail * bsize, hasInodes: files === 0 || ffree > 0 }
  } catch {
    return { bytes: Infinity, hasInodes: true }
  }
}

/** Whether nothing of any size can be written to the disk of a directory. */
export function isFull(directory: string): boolean {
  const { bytes, hasInodes } = room(directory)
  return bytes < FULL_BYTES || !hasInodes
}
