import type { StoredRun } from '../model/stored-run.ts'
import { foreignFormat } from './format.ts'
import { isMonth, isRunName, keyOfName, RUNS_FOLDER } from './paths.ts'
import type { Mirror, ObjectInfo } from './mirror.ts'
import { MAX_RUN_BYTES, parseRun } from './run-file.ts'
import { FILE, FOLDER, type TreeEntry } from './tree.ts'

/** Bytes of all files of one reading. */
const MAX_ALL_BYTES = 256 * 1024 * 1024
/** A branch of ten years has 120. */
const MONTHS_AT_ONCE = 24
/** Beyond this, warnings only say how many there are. */
const MAX_WARNINGS = 20

interface RunFile {
  path: string
  sha: string
}

interface Selection {
  limit: number
  /** The key of one gate, which stands in the names of the files; absent: runs of all gates. */
  key: string | undefined
}

/** The newest `limit` runs below a commit, newest first, with a sentence for each that could not be read. */
export async function readRuns(
  mirror: Mirror,
  tip: string,
  selection: Selection,
): Promise<{ runs: StoredRun[]; warnings: string[] }> {
  const root = await mirror.root(tip)
  const foreign = await foreignFormat(mirror, root)
  if (foreign !== null) return { runs: [], warnings: [`The stored runs were left out: ${foreign}`] }
  const warnings: string[] = []
  const files = await newestFiles(mirror, root, selection, warnings)
  const runs = await parseFiles(mirror, files, warnings)
  return { runs, warnings: atMost(warnings) }
}

async function newestFiles(
  mirror: Mirror,
  root: readonly TreeEntry[],
  { limit, key }: Selection,
  warnings: string[],
): Promise<RunFile[]> {
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
      files.push(...runFiles(path, entries, { limit: limit - files.length, key }, warnings))
    }
  }
  return files
}

function runFiles(
  folder: string,
  entries: readonly TreeEntry[],
  { limit, key }: Selection,
  warnings: string[],
): RunFile[] {
  const runs = entries.filter(({ name, mode }) => isRunName(name) && mode === FILE)
  const odd = entries.length - runs.length
  if (odd > 0) {
    const { name } = entries.find(({ name, mode }) => !isRunName(name) || mode !== FILE)!
    const others = odd === 1 ? '' : ` and ${odd - 1} more there`
    warnings.push(`${JSON.stringify(`${folder}/${name}`)}${others} left out: not a run's file`)
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
  warnings: string[],
): Promise<readonly TreeEntry[]> {
  if (mode === FOLDER) return await mirror.tree(sha)
  // A symbolic link above all, which is not followed.
  warnings.push(`${path} was left out: it is not a folder`)
  return []
}

async function parseFiles(
  mirror: Mirror,
  files: readonly RunFile[],
  warnings: string[],
): Promise<StoredRun[]> {
  const infos = new Map((await mirror.ensure(files.map(({ sha }) => sha))).map((info) => [info.sha, info]))
  const pathsOf = Map.groupBy(files, ({ sha }) => sha)
  const wanted: ObjectInfo[] = []
  let bytes = 0
  for (const [sha, [file]] of pathsOf) {
    const info = infos.get(sha)!
    if (info.size > MAX_RUN_BYTES) {
      warnings.push(`${file!.path} was left out: it has ${info.size} bytes, more than ${MAX_RUN_BYTES}`)
    } else if (bytes + info.size > MAX_ALL_BYTES) {
      warnings.push(
        `${file!.path} was left out: it and the newer ones together exceed ${MAX_ALL_BYTES} bytes`,
      )
    } else {
      bytes += info.size
      wanted.push(info)
    }
  }
  const runs: StoredRun[] = []
  for await (const { sha, bytes } of mirror.contents(wanted)) {
    for (const { path } of pathsOf.get(sha)!) {
      const parsed = parseRun(bytes, path)
      if ('run' in parsed) runs.push({ path, run: parsed.run })
      else warnings.push(parsed.problem)
    }
  }
  return runs.sort((a, b) => (a.path < b.path ? 1 : -1))
}

const byNameDescending = (a: TreeEntry, b: TreeEntry): number => (a.name < b.name ? 1 : -1)

function atMost(warnings: readonly string[]): string[] {
  if (warnings.length <= MAX_WARNINGS) return [...warnings]
  return [...warnings.slice(0, MAX_WARNINGS), `${warnings.length - MAX_WARNINGS} more like these`]
}
