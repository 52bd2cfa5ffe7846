import { setTimeout } from 'node:timers/promises'
import { UserError } from '../errors.ts'
import type { Run } from '../model/run.ts'
import { foreignFormat } from './format.ts'
import { FORMAT_FILE, RUNS_FOLDER, runPath } from './layout.ts'
import type { Mirror } from './mirror.ts'
import { refusalError, Refused } from './refusal.ts'
import { parseRun, renderRun } from './run-file.ts'
import type { Sightings } from './sightings.ts'
import { FILE, FOLDER, type TreeEntry, withEntry } from './tree.ts'

/** It goes on until both are reached: twenty writers at once need about a dozen attempts, a slow remote needs time. */
const MIN_ATTEMPTS = 20
const MIN_MS = 2 * 60 * 1000
/** Attempts in a row that may fail for reasons that are not other writers. */
const MAX_FAILURES = 5
const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 4_000

export type CommitByApi = (change: {
  branch: string
  expectedHeadSha: string
  message: string
  path: string
  content: string
}) => Promise<string>

export interface Appended {
  /** Path on the branch. */
  path: string
  /** The commit that added it; where it was there before, the tip. */
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
  /** Uniform in [0, 1). */
  random: () => number
  commitByApi: CommitByApi | null
  onProgress: (text: string) => void
}

/** A commit that adds the run to what the branch holds at `tip`, or none where it is there already. */
interface Draft {
  tip: string | null
  commit: string | null
}

/**
 * Adds the run as one commit on top of the branch, again and again as long as others are faster. Throws Refused, a UserError, or
 * the signal's reason.
 */
export async function appendRun(
  mirror: Mirror,
  sightings: Sightings,
  run: Run,
  o: AppendOptions,
): Promise<Appended> {
  const startedAt = o.clock().getTime()
  const elapsedMs = () => o.clock().getTime() - startedAt
  const path = runPath(run)
  const text = checkedText(run, path)
  const message = `Record ${run.commit.sha.slice(0, 12)} (run ${run.run.id}, attempt ${run.run.attempt})\n`
  let via: Appended['via'] = 'push'
  let failures = 0
  let failedAt: string | null | undefined
  for (let attempt = 1; ; attempt++) {
    let draft: Draft | null = null
    try {
      draft = await drafted(mirror, sightings, { path, text, message, at: o.clock(), branch: o.branch })
      const commit = await publish(mirror, draft, via, { ...o, path, text, message })
      const warnings = await sightings.afterAppend(mirror, commit, draft.tip, via)
      return { path, commit, attempts: attempt, seconds: elapsedMs() / 1000, via, warnings }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      switch (error.kind) {
        case 'moved':
          failures = 0
          break
        case 'signature':
          // The API only adds to a branch that exists.
          if (o.commitByApi === null || draft === null || draft.tip === null || via === 'api') throw error
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

/** The file's text, once it is certain that it can be read back. */
function checkedText(run: Run, path: string): string {
  const text = renderRun(run)
  const parsed = parseRun(Buffer.from(text), path)
  if ('run' in parsed) return text
  throw new UserError(
    'store',
    `This run cannot be stored: ${parsed.problem}`,
    'Shorten what is too long; if nothing is, please report this with the file of the run.',
  )
}

async function drafted(
  mirror: Mirror,
  sightings: Sightings,
  o: { path: string; text: string; message: string; at: Date; branch: string },
): Promise<Draft> {
  // Without a commit to build on, its folders would all come along: then only those on the path are asked for.
  const tip = await mirror.fetchTip((await mirror.ref('tip')) === null ? 'tree:0' : 'blob:none')
  await sightings.see(mirror, tip)
  const [, month = '', name = ''] = o.path.split('/')
  const file = { mode: FILE, name, sha: await mirror.writeFile(o.text) }
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
  const files = await folder(mirror, runs, month, o.branch)
  const present = files.find((entry) => entry.name === name)
  if (present !== undefined) {
    // A step that was repeated after its push had succeeded, unnoticed or not.
    if (present.sha === file.sha && present.mode === FILE) return { tip, commit: null }
    throw new UserError(
      'store',
      `${o.path} is on the branch ${o.branch} already, with another content`,
      'Nothing was overwritten. Two jobs of one workflow run recorded the same commit in the same second: give each its own key (input key).',
    )
  }
  const monthSha = await mirror.writeTree(withEntry(files, file))
  const runsSha = await mirror.writeTree(withEntry(runs, { mode: FOLDER, name: month, sha: monthSha }))
  const withRuns = withEntry(root, { mode: FOLDER, name: RUNS_FOLDER, sha: runsSha })
  const all =
    tip === null
      ? withEntry(withRuns, {
          mode: FILE,
          name: FORMAT_FILE.name,
          sha: await mirror.writeFile(FORMAT_FILE.text),
        })
      : withRuns
  const commit = await mirror.writeCommit({
    root: await mirror.writeTree(all),
    parent: tip,
    message: o.message,
    at: o.at,
  })
  return { tip, commit }
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
  { tip, commit }: Draft,
  via: Appended['via'],
  o: AppendOptions & { path: string; text: string; message: string },
): Promise<string> {
  // Nothing to add: the tip holds it.
  if (commit === null) return tip!
  if (via === 'push') {
    await mirror.push(commit)
    return commit
  }
  try {
    return await o.commitByApi!({
      branch: o.branch,
      expectedHeadSha: tip!,
      message: o.message.trimEnd(),
      path: o.path,
      content: o.text,
    })
  } catch (error) {
    // Told by a field, since a stage does not know the classes of another.
    if (error instanceof Error && 'stale' in error && error.stale === true) throw new Refused('stale info')
    throw error
  }
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {})
  signal.throwIfAborted()
}
