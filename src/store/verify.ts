import { FORMAT_FILE, isRunPath } from './paths.ts'
import type { Mirror } from './mirror.ts'
import { FILE } from './tree.ts'

const MAX_COMMITS = 100_000
/** Commits that git is asked about in one go. */
const AT_ONCE = 1_000
const MAX_PROBLEMS = 100

/** What the history up to `tip` does beside adding runs, a sentence each, newest first. */
export async function verifyHistory(mirror: Mirror, tip: string): Promise<string[]> {
  const commits = await mirror.commits(tip, MAX_COMMITS)
  const problems: string[] = []
  if (commits.length === MAX_COMMITS) problems.push(`Only the newest ${MAX_COMMITS} commits were looked at`)
  const root = commits.at(-1)
  for (let i = 0; i < commits.length && problems.length <= MAX_PROBLEMS; i += AT_ONCE) {
    for (const change of parseChanges(await mirror.changes(commits.slice(i, i + AT_ONCE)))) {
      const problem = problemOf(change, change.commit === root)
      if (problem !== null) problems.push(`${change.commit.slice(0, 12)} ${problem}`)
    }
  }
  if (problems.length <= MAX_PROBLEMS) return problems
  return [...problems.slice(0, MAX_PROBLEMS), `${problems.length - MAX_PROBLEMS} or more like these`]
}

interface Change {
  commit: string
  /** As in `git diff --raw`: A for added, M for changed, D for deleted, T for another kind of file. */
  status: string
  mode: string
  path: string
}

function problemOf({ status, mode, path }: Change, isRoot: boolean): string | null {
  const name = JSON.stringify(path)
  if (status === 'D') return `deletes ${name}`
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
    const [, mode = '', , , status = ''] = part.split(' ')
    yield { commit, status: status[0] ?? '', mode, path: Buffer.from(parts[++i] ?? '', 'latin1').toString() }
  }
}
