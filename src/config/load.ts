import { type FileHandle, lstat, open, stat } from 'node:fs/promises'
import path from 'node:path'
import { UserError } from '../errors.ts'
import { problemInProject, problemOfOpened } from '../files/project-path.ts'
import { type Config, CONFIG_PLACES } from '../model/config.ts'
import { DEFAULT_CONFIG } from './defaults.ts'
import { parseConfig, SHORTEN } from './parse.ts'
import { ConfigError } from './config-error.ts'

/** What is read at most; `parseConfig` is stricter still. */
const MAX_BYTES = 1024 * 1024

export interface FoundConfig {
  /** Relative to the root, with `/` on every platform. */
  path: string
  text: string
}

/**
 * The config file of a project: `explicit` (relative to the root) or the one of the usual places that exists.
 * Null when there is none; throws UserError when there are two, or when the explicit one is missing or unfit.
 */
export async function findConfig(root: string, explicit?: string): Promise<FoundConfig | null> {
  if (explicit !== undefined) {
    if (!(await exists(path.resolve(root, explicit)))) {
      throw new UserError(
        'config',
        `There is no ${explicit} in ${root}.`,
        'Correct the path given with --config, or leave it out.',
      )
    }
    return read(root, explicit)
  }
  const found: string[] = []
  for (const place of CONFIG_PLACES) if (await exists(path.join(root, place))) found.push(place)
  if (found.length > 1) throw severalFiles(found)
  return found[0] === undefined ? null : read(root, found[0])
}

const severalFiles = (found: readonly string[]): UserError =>
  new UserError(
    'config',
    `There are ${found.length} config files: ${found.join(' and ')}.`,
    `Keep one, for example ${found[0]}.`,
    { topic: 'two-config-files' },
  )

async function exists(file: string): Promise<boolean> {
  try {
    // Not stat: a link to nowhere is a file that someone meant to be read.
    await lstat(file)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return false
    throw unreadable(file, error)
  }
}

async function read(root: string, given: string): Promise<FoundConfig> {
  const file = path.resolve(root, given)
  const shown = path.relative(root, file).replaceAll(path.sep, '/')
  const unfit: Unfit = (why, remedy) => new UserError('config', `${shown} ${why}.`, remedy)
  const refuse = (problem: string | null) => {
    if (problem !== null) throw unfit(problem, IN_PROJECT)
  }
  try {
    refuse(await problemInProject(root, file))
    // Asked before it is opened: opening a pipe would wait for a writer.
    if (!(await stat(file)).isFile())
      throw unfit('is not a file', 'Put the configuration into a file of that name.')
    const handle = await open(file)
    try {
      refuse(await problemOfOpened(root, handle, file))
      return { path: shown, text: await readBounded(handle, unfit) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof UserError) throw error
    if (error instanceof TypeError) throw unfit('is not a text in UTF-8', 'Save it as UTF-8.')
    throw unreadable(shown, error)
  }
}

type Unfit = (why: string, remedy: string) => UserError

const IN_PROJECT = 'Keep the config file in the project, outside of `.git`.'

async function readBounded(handle: FileHandle, unfit: Unfit): Promise<string> {
  const bytes = Buffer.alloc(MAX_BYTES + 1)
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
  if (bytesRead > MAX_BYTES)
    throw unfit(`has more than ${MAX_BYTES / 1024} KiB, the most that Benchgate reads`, SHORTEN)
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, bytesRead))
}

const unreadable = (file: string, cause: unknown): UserError =>
  new UserError(
    'config',
    `${file} cannot be read: ${(cause as Error).message}.`,
    'Check that it exists and may be read.',
    { cause },
  )

/**
 * The config of a project: its file's, or the defaults. Throws one ConfigError with all problems of the file.
 */
export async function loadConfig(root: string, explicit?: string): Promise<Config> {
  const found = await findConfig(root, explicit)
  return found === null ? DEFAULT_CONFIG : configOf(found)
}

/** Where a config file of a project may lie, relative to its root, with `/` on every platform. */
export const placesOfConfig = (explicit: string | undefined): readonly string[] =>
  explicit === undefined ? CONFIG_PLACES : [path.posix.normalize(explicit.replaceAll(path.sep, '/'))]

/**
 * The config among files that were read elsewhere, by path; null when none is a config file. Throws like
 * `loadConfig` for what a file says.
 */
export function configAmong(files: FilesElsewhere, explicit: string | undefined): Config | null {
  const found = placesOfConfig(explicit).filter((place) => files.has(place))
  if (found.length > 1) throw severalFiles(found)
  if (found[0] === undefined) return null
  const text = files.get(found[0])!
  if (text instanceof UserError) throw text
  return configOf({ path: found[0], text })
}

/** Texts of files that were read elsewhere, by path; an error where one is there and no file to be read. */
export type FilesElsewhere = ReadonlyMap<string, string | UserError>

function configOf({ path, text }: FoundConfig): Config {
  const result = parseConfig(text, path)
  if ('config' in result) return result.config
  throw new ConfigError(path, result.problems)
}
