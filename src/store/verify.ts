import { FORMAT_FILE, isRunPath } from './paths.ts'
import type { Mirror } from './mirror.ts'
import { MAX_RUN_BYTES, parseRun } from './run-file.ts'
import { FILE } from './tree.ts'

/** Of the history of a branch. */
export const MAX_COMMITS = 100_000
/** Commits that git is asked about in one go. */
const AT_ONCE = 1_000
const MAX_FAULTS = 100
/** Commits that are listed because they delete. */
const MAX_DELETIONS = 100

/** What the commits of a branch do. */
export interface Verified {
  commits: number
  /** What they do beside adding and deleting runs, a sentence each, newest first. */
  faults: string[]
  /** Those that delete files, newest first, of very many the newest; nothing is wrong with them. */
  deletions: { commit: string; files: number }[]
  /** Files that all of them delete. */
  deleted: number
}

/** Looks at the history up to `tip`. */
export async function verifyHistory(mirror: Mirror, tip: string): Promise<Verified> {
  const commits = await mirror.commits(tip, MAX_COMMITS)
  const faults: string[] = []
  const deletions = new Map<string, number>()
  /** The newest addition of each path. */
  const additions = new Map<string, Change>()
  if (commits.length === MAX_COMMITS) faults.push(`Only the newest ${MAX_COMMITS} commits were looked at`)
  const root = commits.at(-1)
  for (let i = 0; i < commits.length && faults.length <= MAX_FAULTS; i += AT_ONCE) {
    for (const change of parseChanges(await mirror.changes(commits.slice(i, i + AT_ONCE)))) {
      const { commit, status, path, sha } = change
      const fault = faultOf(change, commit === root)
      if (fault !== null) faults.push(`${short(commit)} ${fault}`)
      else if (status === 'D') deletions.set(commit, (deletions.get(commit) ?? 0) + 1)
      else {
        const later = additions.get(path)
        // A file that was deleted and came again, which is how a broken one is repaired.
        if (later !== undefined && later.sha !== sha && (await isRun(mirror, sha, path)))
          faults.push(`${short(later.commit)} adds ${JSON.stringify(path)} again, with another content`)
        additions.set(path, change)
      }
    }
  }
  const more = faults.length - MAX_FAULTS
  return {
    commits: commits.length,
    faults: more > 0 ? [...faults.slice(0, MAX_FAULTS), `${more} or more like these`] : faults,
    deletions: [...deletions].slice(0, MAX_DELETIONS).map(([commit, files]) => ({ commit, files })),
    deleted: [...deletions.values()].reduce((sum, files) => sum + files, 0),
  }
}

const short = (sha: string): string => sha.slice(0, 12)

/** Whether a file, as it once was, is a run that can be read. */
async function isRun(mirror: Mirror, sha: string, path: string): Promise<boolean> {
  const [info] = await mirror.ensure([sha])
  if (info!.type !== 'blob' || info!.size > MAX_RUN_BYTES) return false
  for await (const { bytes } of mirror.contents([info!])) return 'run' in parseRun(bytes, path)
  return false
}

interface Change {
  commit: string
  /** As in `git diff --raw`: A for added, M for changed, D for deleted, T for another kind of file. */
  status: string
  mode: string
  path: string
  /** Of its content; zeros where it is deleted. */
  sha: string
}

function faultOf({ status, mode, path }: Change, isRoot: boolean): string | null {
  const name = JSON.stringify(path)
  if (status === 'D') return path === FORMAT_FILE.name ? `deletes ${name}` : null
  if (status !== 'A') return `changes ${name}`
  if (path === FORMAT_FILE.name && isRoot && mode === FILE) return null
  if (!isRunPath(path)) return `adds ${name}, which is no run`
  return mode === FILE ? null : `adds ${name}, which is not a plain file`
}

/**
 * `<commit>\0` and then for each of its changes `:<mode> <mode> <id> <id> <status>\0<path>\0` (git-diff-tree,
 * raw format, -z).
 */
function* parseChanges(output: Buffer): Generator<Change> {
  const parts = output.toString('latin1').split('\0')
  let commit = ''
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!.trimStart()
    if (!part.startsWith(':')) {
      if (part !== '') commit = part.slice(0, 64).split(/\s/)[0]!
      continue
    }
    const [, mode = '', , sha = '', status = ''] = part.split(' ')
    const path = Buffer.from(parts[++i] ?? '', 'latin1').toString()
    yield { commit, status: status[0] ?? '', mode, path, sha }
  }
}
