import { setTimeout } from 'node:timers/promises'
import { UserError } from '../errors.ts'
import type { CommitByApi } from '../model/commit-by-api.ts'
import type { Run } from '../model/stored-run.ts'
import { foreignFormat } from './format.ts'
import { FORMAT_FILE, RUNS_FOLDER, runPath } from './paths.ts'
import type { Mirror } from './mirror.ts'
import { refusalError, Refused } from './refused.ts'
import { parseRun, renderRun } from './run-file.ts'
import type { SeenTips } from './seen-tips.ts'
import { FILE, FOLDER, type TreeEntry, withEntries } from './tree.ts'

/** It goes on until both are reached: twenty writers need a dozen attempts, a slow remote needs time. */
const MIN_ATTEMPTS = 20
const MIN_MS = 2 * 60 * 1000
/** Attempts in a row that may fail for reasons that are not other writers. */
const MAX_FAILURES = 5
const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 4_000

/** How a commit with runs came onto the branch. */
export interface Appended {
  /** Runs that were not there before. */
  added: number
  /** The commit that added them; where they were there before, the tip. */
  commit: string
  attempts: number
  seconds: number
  via: 'push' | 'api'
  warnings: string[]
}

export interface AppendOptions {
  branch: string
  signal: AbortSignal
  clock: () => Date
  /** Uniform in [0, 1): spreads the attempts of concurrent writers. */
  random: () => number
  /** Commits where a rule wants signatures; null: there is no such way. */
  commitByApi: CommitByApi | null
  onProgress: (text: string) => void
}

/** A run as it will lie on the branch. */
export interface RunFile {
  path: string
  text: string
  run: Run
}

/** A commit that adds what the branch does not hold at `tip`, or none where it holds everything. */
interface Draft {
  tip: string | null
  commit: { sha: string; message: string } | null
  added: readonly RunFile[]
}

/**
 * Adds the files as one commit on top of the branch, again and again as long as others are faster. Throws
 * Refused, a UserError, or the signal's reason.
 */
export async function appendRuns(
  mirror: Mirror,
  seenTips: SeenTips,
  files: readonly RunFile[],
  o: AppendOptions,
): Promise<Appended> {
  const startedAt = o.clock().getTime()
  const elapsedMs = () => o.clock().getTime() - startedAt
  const ids = await mirror.writeFiles(files.map(({ text }) => text))
  const entries = files.map((file, i) => ({
    file,
    entry: { mode: FILE, name: placeOf(file).name, sha: ids[i]! },
  }))
  let via: Appended['via'] = 'push'
  let failures = 0
  let failedAt: string | null | undefined
  for (let attempt = 1; ; attempt++) {
    let draft: Draft | null = null
    try {
      draft = await drafted(mirror, seenTips, { entries, at: o.clock(), branch: o.branch })
      const commit = await publish(mirror, draft, via, o)
      const warnings = await seenTips.afterAppend(mirror, commit, draft.tip, via)
      const { length: added } = draft.added
      return { added, commit, attempts: attempt, seconds: elapsedMs() / 1000, via, warnings }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      switch (error.kind) {
        case 'moved':
          failures = 0
          break
        case 'signature':
          // The API only adds to a branch that exists, and one file at a time.
          if (o.commitByApi === null || files.length !== 1 || !draft?.tip || via === 'api') throw error
          via = 'api'
          continue
        case 'unreachable':
        case 'unknown':
          // A branch that was deleted a moment ago makes git fail with words of its own.
          failures = draft !== null && draft.tip !== failedAt ? 1 : failures + 1
          failedAt = draft?.tip
          if (failures >= MAX_FAILURES) throw error
          break
        default:
          throw error
      }
      if (attempt >= MIN_ATTEMPTS && elapsedMs() >= MIN_MS) {
        throw refusalError(error, { branch: o.branch, doing: 'written', attempts: attempt })
      }
      if (attempt % 5 === 0) o.onProgress(`the baseline branch: attempt ${attempt + 1}`)
      await wait(o.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt), o.signal)
    }
  }
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

interface NewEntry {
  file: RunFile
  entry: TreeEntry
}

async function drafted(
  mirror: Mirror,
  seenTips: SeenTips,
  o: { entries: readonly NewEntry[]; at: Date; branch: string },
): Promise<Draft> {
  // Without a commit to build on, its folders would all come along: then only those on the path are asked
  // for.
  const tip = await mirror.fetchTip((await mirror.ref('tip')) === null ? 'tree:0' : 'blob:none')
  await seenTips.see(mirror, tip)
  const root = tip === null ? [] : await mirror.root(tip)
  if (tip !== null) {
    const foreign = await foreignFormat(mirror, root)
    if (foreign !== null) {
      throw new UserError(
        'store',
        `Nothing can be added to the branch ${o.branch}: ${foreign}`,
        'Use that version of Benchgate, or another branch (input baseline-branch).',
      )
    }
  }
  const runs = await folder(mirror, root, RUNS_FOLDER, o.branch)
  const byMonth = Map.groupBy(o.entries, ({ file }) => placeOf(file).month)
  // In one request, where there are several.
  if (byMonth.size > 1)
    await mirror.ensure(
      runs.filter(({ name, mode }) => byMonth.has(name) && mode === FOLDER).map(({ sha }) => sha),
    )
  const added: RunFile[] = []
  const months: TreeEntry[] = []
  for (const [month, wanted] of byMonth) {
    const present = await folder(mirror, runs, month, o.branch)
    const missing = missingIn(present, wanted, o.branch)
    if (missing.length === 0) continue
    const sha = await mirror.writeTree(
      withEntries(
        present,
        missing.map(({ entry }) => entry),
      ),
    )
    months.push({ mode: FOLDER, name: month, sha })
    added.push(...missing.map(({ file }) => file))
  }
  // A step that was repeated after its push had succeeded, unnoticed or not.
  if (added.length === 0) return { tip, commit: null, added }
  const runsSha = await mirror.writeTree(withEntries(runs, months))
  const changed = [{ mode: FOLDER, name: RUNS_FOLDER, sha: runsSha }]
  if (tip === null) {
    const [sha] = await mirror.writeFiles([FORMAT_FILE.text])
    changed.push({ mode: FILE, name: FORMAT_FILE.name, sha: sha! })
  }
  const commit = await mirror.commit({
    root: withEntries(root, changed),
    parent: tip,
    message: messageOf(added.map(({ run }) => run)),
    at: o.at,
  })
  return { tip, commit, added }
}

/** Those that a folder does not hold yet. Throws a UserError where it holds other content of that name. */
function missingIn(present: readonly TreeEntry[], wanted: readonly NewEntry[], branch: string): NewEntry[] {
  const known = new Map(present.map((entry) => [entry.name, entry]))
  return wanted.filter(({ file, entry }) => {
    const there = known.get(entry.name)
    // Of two alike in one list the second finds the first.
    known.set(entry.name, entry)
    if (there === undefined) return true
    if (there.sha === entry.sha && there.mode === FILE) return false
    throw new UserError(
      'store',
      `${file.path} is on the branch ${branch} already, with another content`,
      'Nothing was overwritten. Two jobs of one workflow run recorded the same commit in the same second: give each its own key (input key).',
    )
  })
}

function placeOf({ path }: RunFile): { month: string; name: string } {
  const [, month = '', name = ''] = path.split('/')
  return { month, name }
}

function messageOf(runs: readonly Run[]): string {
  const { commit, run, imported } = runs[0]!
  const count = runs.length === 1 ? '1 run' : `${runs.length} runs`
  if (imported !== undefined) return `Import ${count} from ${imported.from}\n`
  if (runs.length > 1) return `Record ${count}\n`
  return `Record ${commit.sha.slice(0, 12)} (run ${run.id}, attempt ${run.attempt})\n`
}

/** The entries of a folder in a folder; none when it is not there yet. */
async function folder(
  mirror: Mirror,
  entries: readonly TreeEntry[],
  name: string,
  branch: string,
): Promise<readonly TreeEntry[]> {
  const found = entries.find((entry) => entry.name === name)
  if (found === undefined) return []
  if (found.mode === FOLDER) return await mirror.tree(found.sha)
  throw new UserError(
    'store',
    `On the branch ${branch}, ${name} is not a folder`,
    'That branch is not one of Benchgate: name another one (input baseline-branch), or move what is there.',
  )
}

/** Makes the draft the newest commit of the branch; returns that commit. Throws Refused. */
async function publish(
  mirror: Mirror,
  { tip, commit, added }: Draft,
  via: Appended['via'],
  o: AppendOptions,
): Promise<string> {
  // Nothing to add: the tip holds it.
  if (commit === null) return tip!
  if (via === 'push') {
    await mirror.push(commit.sha)
    return commit.sha
  }
  const { path, text } = added[0]!
  const made = await o.commitByApi!({
    branch: o.branch,
    expectedHeadSha: tip!,
    message: commit.message.trimEnd(),
    path,
    content: text,
  })
  if (made === null) throw new Refused('stale info')
  return made
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {})
  signal.throwIfAborted()
}
