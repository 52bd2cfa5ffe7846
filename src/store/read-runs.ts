import type { StoredRun } from '../model/stored-run.ts'
import { foreignFormat } from './format.ts'
import { isMonth, isRunName, keyOfName, RUNS_FOLDER } from './paths.ts'
import type { Mirror } from './mirror.ts'
import { portions } from './portions.ts'
import { MAX_RUN_BYTES, parseRun, tooLarge } from './run-file.ts'
import { FILE, FOLDER, type TreeEntry } from './tree.ts'

/** Files that are fetched in one request, so that each stays within the time of one command. */
const FILES_AT_ONCE = 500
/** Files of one reading, whatever its limit is. */
const MAX_FILES = 200_000
/** A branch of ten years has 120. */
const MONTHS_AT_ONCE = 24
/** Beyond this, warnings only say how many there are. */
const MAX_WARNINGS = 20

interface RunFile {
  path: string
  sha: string
}

export interface Selection {
  /** Files that are looked at, the newest. */
  limit: number
  /** The key of one gate, which stands in the names of the files; absent: runs of all gates. */
  key?: string | undefined
}

/** How one reading stands, so that it can go on in another mirror where it was. */
export interface Reading extends Selection {
  /** Bytes of files that may still be read. */
  bytesLeft: number
  /** The oldest file so far; only older ones are read from here on. */
  reached: string | null
  warnings: Set<string>
  /** What is done with each run; one at a time is kept here. */
  visit: (stored: StoredRun) => void | Promise<void>
}

/** Visits the newest runs below a commit, newest first; what cannot be read becomes a warning. */
export async function visitRuns(mirror: Mirror, tip: string, reading: Reading): Promise<void> {
  const root = await mirror.root(tip)
  const foreign = await foreignFormat(mirror, root)
  if (foreign !== null) {
    reading.warnings.add(`The stored runs were left out: ${foreign}`)
    return
  }
  const { reached } = reading
  const files = (await newestFiles(mirror, root, reading)).filter(
    ({ path }) => reached === null || path < reached,
  )
  for (const some of portions(files, () => 1, FILES_AT_ONCE)) {
    if (!(await visitFiles(mirror, some, reading))) return
  }
}

async function newestFiles(
  mirror: Mirror,
  root: readonly TreeEntry[],
  { key, warnings, ...reading }: Reading,
): Promise<RunFile[]> {
  const limit = Math.min(reading.limit, MAX_FILES)
  const folder = root.find(({ name }) => name === RUNS_FOLDER)
  if (folder === undefined || limit === 0) return []
  const months = await folderAt(mirror, folder, RUNS_FOLDER, warnings)
  const newestFirst = months.filter(({ name }) => isMonth(name)).sort(byNameDescending)
  const files: RunFile[] = []
  for (let i = 0; i < newestFirst.length && files.length < limit; i += MONTHS_AT_ONCE) {
    const some = newestFirst.slice(i, i + MONTHS_AT_ONCE)
    await mirror.ensure(some.filter(({ mode }) => mode === FOLDER).map(({ sha }) => sha))
    for (const month of some) {
      if (files.length >= limit) break
      const path = `${RUNS_FOLDER}/${month.name}`
      const entries = await folderAt(mirror, month, path, warnings)
      for (const file of runFiles(path, entries, { limit: limit - files.length, key }, warnings))
        files.push(file)
    }
  }
  return files
}

function runFiles(
  folder: string,
  entries: readonly TreeEntry[],
  { limit, key }: Selection,
  warnings: Set<string>,
): RunFile[] {
  const runs = entries.filter(({ name, mode }) => isRunName(name) && mode === FILE)
  const odd = entries.length - runs.length
  if (odd > 0) {
    const { name } = entries.find(({ name, mode }) => !isRunName(name) || mode !== FILE)!
    const others = odd === 1 ? '' : ` and ${odd - 1} more there`
    warnings.add(`${JSON.stringify(`${folder}/${name}`)}${others} left out: not a run's file`)
  }
  return runs
    .filter(({ name }) => key === undefined || keyOfName(name) === key)
    .sort(byNameDescending)
    .slice(0, limit)
    .map(({ name, sha }) => ({ path: `${folder}/${name}`, sha }))
}

async function folderAt(
  mirror: Mirror,
  { mode, sha }: TreeEntry,
  path: string,
  warnings: Set<string>,
): Promise<readonly TreeEntry[]> {
  if (mode === FOLDER) return await mirror.tree(sha)
  // A symbolic link above all, which is not followed.
  warnings.add(`${path} was left out: it is not a folder`)
  return []
}

/** Fetches and visits files in their order; false: the rest is left out, because they are too large. */
async function visitFiles(mirror: Mirror, files: readonly RunFile[], reading: Reading): Promise<boolean> {
  const infos = new Map((await mirror.ensure(files.map(({ sha }) => sha))).map((info) => [info.sha, info]))
  const wanted: RunFile[] = []
  let { bytesLeft } = reading
  let isAll = true
  for (const file of files) {
    const { size } = infos.get(file.sha)!
    if (size > MAX_RUN_BYTES) {
      reading.warnings.add(`${file.path} was left out: ${tooLarge(size)}`)
    } else if (size > bytesLeft) {
      reading.warnings.add(`${file.path} and older ones were left out: all together are too large`)
      isAll = false
      break
    } else {
      bytesLeft -= size
      wanted.push(file)
    }
  }
  let index = 0
  for await (const { bytes } of mirror.contents(wanted.map(({ sha }) => infos.get(sha)!))) {
    const { path } = wanted[index++]!
    const parsed = parseRun(bytes, path)
    reading.reached = path
    reading.bytesLeft -= bytes.length
    if ('run' in parsed) await reading.visit({ path, run: parsed.run })
    else reading.warnings.add(parsed.problem)
  }
  return isAll
}

const byNameDescending = (a: TreeEntry, b: TreeEntry): number => (a.name < b.name ? 1 : -1)

/** The warnings of a reading; of very many only their number. */
export function atMost(all: Iterable<string>): string[] {
  const warnings = [...all]
  if (warnings.length <= MAX_WARNINGS) return warnings
  return [...warnings.slice(0, MAX_WARNINGS), `${warnings.length - MAX_WARNINGS} more like these`]
}
