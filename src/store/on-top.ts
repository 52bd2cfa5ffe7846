import { setTimeout } from 'node:timers/promises'
import { UserError } from '../errors.ts'
import type { CommitByApi } from '../model/commit-by-api.ts'
import { foreignFormat } from './format.ts'
import type { Mirror } from './mirror.ts'
import { refusalError, Refused } from './refused.ts'
import type { SeenTips } from './seen-tips.ts'
import type { TreeEntry } from './tree.ts'

/** It goes on until both are reached: twenty writers need a dozen attempts, a slow remote needs time. */
const MIN_ATTEMPTS = 20
const MIN_MS = 2 * 60 * 1000
/** Attempts in a row that may fail for reasons that are not other writers. */
const MAX_FAILURES = 5
const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 4_000

export interface WriteOptions {
  branch: string
  signal: AbortSignal
  clock: () => Date
  /** Uniform in [0, 1): spreads the attempts of concurrent writers. */
  random: () => number
  /** Commits where a rule wants signatures; null: there is no such way. */
  commitByApi: CommitByApi | null
  onProgress: (text: string) => void
}

/** How something came onto the branch. */
export interface Written {
  /** The commit that the branch is at; where nothing was left to do, the tip. */
  commit: string
  attempts: number
  seconds: number
  via: 'push' | 'api'
  warnings: string[]
}

/** What is to be put on top of the branch as it is at `tip`. */
export interface Draft {
  tip: string | null
  /** The newest of its commits, or none where nothing is left to do. */
  commit: { sha: string; message: string } | null
  /** The file that it adds where it does nothing else, which GitHub's API can do too; null: it does more. */
  file: { path: string; text: string } | null
}

/**
 * Makes a draft and pushes it, again and again as long as others are faster. Throws Refused, a UserError, or
 * the signal's reason.
 */
export async function putOnTop<D extends Draft>(
  mirror: Mirror,
  seenTips: SeenTips,
  makeDraft: () => Promise<D>,
  o: WriteOptions,
): Promise<Written & { draft: D }> {
  const startedAt = o.clock().getTime()
  const elapsedMs = () => o.clock().getTime() - startedAt
  let via: Written['via'] = 'push'
  let failures = 0
  let failedAt: string | null | undefined
  for (let attempt = 1; ; attempt++) {
    let draft: D | null = null
    try {
      draft = await makeDraft()
      const commit = await publish(mirror, draft, via, o)
      const warnings = await seenTips.afterAppend(mirror, commit, draft.tip, via)
      return { draft, commit, attempts: attempt, seconds: elapsedMs() / 1000, via, warnings }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      switch (error.kind) {
        case 'moved':
          failures = 0
          break
        case 'signature':
          // The API only adds to a branch that exists, and one file at a time.
          if (o.commitByApi === null || !draft?.file || draft.tip === null || via === 'api') throw error
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

/** The branch as it is now, of a format that this version may write. Throws Refused, a UserError. */
export async function fetchTop(
  mirror: Mirror,
  seenTips: SeenTips,
  branch: string,
): Promise<{ tip: string | null; root: readonly TreeEntry[] }> {
  // Without a commit to build on, its folders would all come along: then only those on the path are asked
  // for.
  const tip = await mirror.fetchTip((await mirror.ref('tip')) === null ? 'tree:0' : 'blob:none')
  await seenTips.see(mirror, tip)
  if (tip === null) return { tip, root: [] }
  const root = await mirror.root(tip)
  const foreign = await foreignFormat(mirror, root)
  if (foreign === null) return { tip, root }
  throw new UserError(
    'store',
    `Nothing can be written to the branch ${branch}: ${foreign}`,
    'Use that version of Benchgate, or another branch (input baseline-branch).',
  )
}

/** Makes the draft the newest commit of the branch; returns that commit. Throws Refused. */
async function publish(
  mirror: Mirror,
  { tip, commit, file }: Draft,
  via: Written['via'],
  o: WriteOptions,
): Promise<string> {
  // Nothing to do: the tip is what is wanted.
  if (commit === null) return tip!
  if (via === 'push') {
    await mirror.push(commit.sha)
    return commit.sha
  }
  const made = await o.commitByApi!({
    branch: o.branch,
    expectedHeadSha: tip!,
    message: commit.message.trimEnd(),
    path: file!.path,
    content: file!.text,
  })
  if (made === null) throw new Refused('stale info')
  return made
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {})
  signal.throwIfAborted()
}
