import { UserError } from '../errors.ts'
import { commitOf, newFiles, type RunFile, withRuns } from './append-run.ts'
import { editMonths } from './edit-runs.ts'
import type { Mirror } from './mirror.ts'
import { fetchTop, putOnTop, type WriteOptions, type Written } from './on-top.ts'
import { isMonth, isRunPath, placeOf } from './paths.ts'
import { MAX_RUN_BYTES, parseRun, tooLarge } from './run-file.ts'
import type { SeenTips } from './seen-tips.ts'
import { FILE, type TreeEntry } from './tree.ts'

/** What a repair changes on the branch. */
export interface Repair {
  /** Files that cannot be read, and why each cannot. */
  removed: { path: string; why: string }[]
  /** Path of the run; null where the branch holds it already. */
  added: string | null
}

export type Repaired = Repair & Written

/** The run to add, and the path of another file to remove where that cannot be read. */
interface Wanted {
  file: RunFile
  broken: string | null
}

/**
 * Adds a run to the branch, after removing what cannot be read at its path and at `broken`: two commits, so
 * that none changes a file. Throws Refused, a UserError, or the signal's reason.
 */
export async function repairRun(
  mirror: Mirror,
  seenTips: SeenTips,
  wanted: Wanted,
  o: WriteOptions,
): Promise<Repaired> {
  const { file } = wanted
  const { draft, ...written } = await putOnTop(
    mirror,
    seenTips,
    async () => {
      const { tip, without, removed, after, added } = await changesOf(mirror, seenTips, wanted, o.branch)
      const at = o.clock()
      const first =
        removed.length === 0
          ? null
          : await mirror.commit({
              root: without,
              parent: tip,
              message: `Remove ${removed.length === 1 ? '1 file' : '2 files'} that cannot be read\n`,
              at,
            })
      const second =
        added.length === 0 ? null : await commitOf(mirror, { after, tip: first?.sha ?? tip, added, at })
      return { tip, removed, added, commit: second ?? first, file: first === null ? file : null }
    },
    o,
  )
  return { ...written, removed: draft.removed, added: draft.added[0]?.path ?? null }
}

/** What `repairRun` would do to the branch as it is now. Writes nothing there. Throws as `repairRun` does. */
export async function planRepair(
  mirror: Mirror,
  seenTips: SeenTips,
  wanted: Wanted,
  branch: string,
): Promise<Repair> {
  const { removed, added } = await changesOf(mirror, seenTips, wanted, branch)
  return { removed, added: added[0]?.path ?? null }
}

/** The root folder of the branch without the broken files, and after the run was added. */
async function changesOf(mirror: Mirror, seenTips: SeenTips, { file, broken }: Wanted, branch: string) {
  checkBroken(broken, file)
  const { tip, root } = await fetchTop(mirror, seenTips, branch)
  const { root: without, removed } = await withoutBroken(mirror, { root, branch, file, broken })
  const runs = await newFiles(mirror, [file])
  const { root: after, added } = await withRuns(mirror, { root: without, branch }, runs)
  return { tip, without, removed, after, added }
}

/** Refuses a path at which no run lies, or another one. Throws a UserError. */
function checkBroken(broken: string | null, { path }: RunFile): void {
  if (broken === null) return
  const [folder, month = '', name = '', ...more] = broken.split('/')
  if (folder !== 'runs' || !isMonth(month) || name === '' || more.length > 0) {
    throw new UserError(
      'usage',
      `${JSON.stringify(broken.slice(0, 200))} is no path of a run`,
      'Name the file as warnings and `benchgate baseline verify` do: runs/<month>/<file>.',
    )
  }
  if (!isRunPath(broken) || broken === path) return
  throw new UserError(
    'usage',
    `The run that was given belongs at ${path}, and not at ${broken}`,
    'Give the file of the run that is broken, or leave the path out to add this one.',
  )
}

/** The root folder without what cannot be read at the path of the run and at `broken`. Throws a UserError. */
async function withoutBroken(
  mirror: Mirror,
  {
    root,
    branch,
    file,
    broken,
  }: { root: readonly TreeEntry[]; branch: string; file: RunFile; broken: string | null },
): Promise<{ root: readonly TreeEntry[]; removed: Repair['removed'] }> {
  const removed: Repair['removed'] = []
  const places = [...new Set([file.path, broken ?? file.path])].map((path) => ({ path, ...placeOf(path) }))
  let isThere = false
  const without = await editMonths({ mirror, branch, root }, places, async (present, some) => {
    const gone = new Set<TreeEntry>()
    for (const { path, name } of some) {
      const entry = present.find((one) => one.name === name)
      if (entry === undefined) continue
      isThere ||= path === broken
      const why = await whyUnread(mirror, entry, path)
      if (why === null) continue
      removed.push({ path, why })
      gone.add(entry)
    }
    return gone.size === 0 ? present : present.filter((entry) => !gone.has(entry))
  })
  if (broken === null || removed.some(({ path }) => path === broken)) return { root: without, removed }
  throw isThere
    ? new UserError(
        'store',
        `${broken} is sound: there is nothing to repair`,
        'Name a file that `benchgate baseline verify` lists.',
      )
    : new UserError(
        'store',
        `There is no ${broken} on the branch ${branch}`,
        'Leave the path out to add the run.',
      )
}

/** Why an entry is left out when the branch is read; null: it is a run. Throws for a newer one. */
async function whyUnread(mirror: Mirror, { mode, sha }: TreeEntry, path: string): Promise<string | null> {
  if (mode !== FILE) return 'it is not a plain file'
  const [info] = await mirror.ensure([sha])
  if (info!.size > MAX_RUN_BYTES) return tooLarge(info!.size)
  for await (const { bytes } of mirror.contents([info!])) {
    const found = parseRun(bytes, path)
    if ('run' in found) return null
    if (!found.isNewer) return found.why
    throw new UserError('store', `${path} is not broken: ${found.why}`, 'Use that version of Benchgate.')
  }
  return null
}
