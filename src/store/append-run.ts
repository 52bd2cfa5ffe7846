import { UserError } from '../errors.ts'
import type { Run } from '../model/stored-run.ts'
import { editMonths, type Place } from './edit-runs.ts'
import { FORMAT_FILE, placeOf, runPath } from './paths.ts'
import type { Mirror } from './mirror.ts'
import { fetchTop, putOnTop, type WriteOptions, type Written } from './on-top.ts'
import { parseRun, renderRun } from './run-file.ts'
import type { SeenTips } from './seen-tips.ts'
import { FILE, type TreeEntry, withEntries } from './tree.ts'

/** How a commit with runs came onto the branch. */
export interface Appended extends Written {
  /** Runs that were not there before. */
  added: number
}

/** A run as it will lie on the branch. */
export interface RunFile {
  path: string
  text: string
  run: Run
}

/** A file whose content is in the mirror already. */
export interface NewFile extends Place {
  file: RunFile
  sha: string
}

/**
 * Adds the files as one commit on top of the branch. Throws Refused, a UserError, or the signal's reason.
 */
export async function appendRuns(
  mirror: Mirror,
  seenTips: SeenTips,
  files: readonly RunFile[],
  o: WriteOptions,
): Promise<Appended> {
  const wanted = await newFiles(mirror, files)
  const { draft, ...written } = await putOnTop(
    mirror,
    seenTips,
    async () => {
      const { tip, root } = await fetchTop(mirror, seenTips, o.branch)
      const { root: after, added } = await withRuns(mirror, { root, branch: o.branch }, wanted)
      // None where a step was repeated after its push had succeeded, unnoticed or not.
      const commit = added.length === 0 ? null : await commitOf(mirror, { after, tip, added, at: o.clock() })
      const [file = null, ...others] = added
      return { tip, commit, added, file: others.length > 0 ? null : file }
    },
    o,
  )
  return { ...written, added: draft.added.length }
}

/** The run's file, once it is certain that it can be read back. Throws a UserError. */
export function runFile(run: Run): RunFile {
  const path = runPath(run)
  const text = renderRun(run)
  const parsed = parseRun(Buffer.from(text), path)
  if ('run' in parsed) return { path, text, run }
  throw new UserError(
    'store',
    `This run cannot be stored: ${parsed.problem}`,
    'Shorten what is too long; if nothing is, please report this with the file of the run.',
  )
}

export async function newFiles(mirror: Mirror, files: readonly RunFile[]): Promise<NewFile[]> {
  const ids = await mirror.writeFiles(files.map(({ text }) => text))
  return files.map((file, i) => ({ ...placeOf(file.path), file, sha: ids[i]! }))
}

/** The entries of a root folder with the runs that it does not hold yet, and these. Throws a UserError. */
export async function withRuns(
  mirror: Mirror,
  { root, branch }: { root: readonly TreeEntry[]; branch: string },
  wanted: readonly NewFile[],
): Promise<{ root: readonly TreeEntry[]; added: RunFile[] }> {
  const added: RunFile[] = []
  const after = await editMonths({ mirror, branch, root }, wanted, (present, some) => {
    const missing = missingIn(present, some, branch)
    if (missing.length === 0) return present
    added.push(...missing.map(({ file }) => file))
    return withEntries(
      present,
      missing.map(({ name, sha }) => ({ mode: FILE, name, sha })),
    )
  })
  return { root: after, added }
}

/** Those that a folder does not hold yet. Throws a UserError where it holds other content of that name. */
function missingIn(present: readonly TreeEntry[], wanted: readonly NewFile[], branch: string): NewFile[] {
  const known = new Map(present.map((entry) => [entry.name, entry]))
  return wanted.filter(({ file, name, sha }) => {
    const there = known.get(name)
    // Of two alike in one list the second finds the first.
    known.set(name, { mode: FILE, name, sha })
    if (there === undefined) return true
    if (there.sha === sha && there.mode === FILE) return false
    throw new UserError(
      'store',
      `${file.path} is on the branch ${branch} already, with another content`,
      'Nothing was overwritten. Two jobs of one workflow run recorded the same commit in the same second: give each its own key (input key).',
    )
  })
}

export async function commitOf(
  mirror: Mirror,
  o: { after: readonly TreeEntry[]; tip: string | null; added: readonly RunFile[]; at: Date },
): Promise<{ sha: string; message: string }> {
  let root = o.after
  if (o.tip === null) {
    const [sha] = await mirror.writeFiles([FORMAT_FILE.text])
    root = withEntries(root, [{ mode: FILE, name: FORMAT_FILE.name, sha: sha! }])
  }
  const message = messageOf(o.added.map(({ run }) => run))
  return await mirror.commit({ root, parent: o.tip, message, at: o.at })
}

function messageOf(runs: readonly Run[]): string {
  const { commit, run, imported } = runs[0]!
  const count = runs.length === 1 ? '1 run' : `${runs.length} runs`
  if (imported !== undefined) return `Import ${count} from ${imported.from}\n`
  if (runs.length > 1) return `Record ${count}\n`
  return `Record ${commit.sha.slice(0, 12)} (run ${run.id}, attempt ${run.attempt})\n`
}
