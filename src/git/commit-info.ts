import { Git } from './git.ts'

const MAX_SUBJECT = 200
const TIME_LIMIT_MS = 60_000

/** What a commit says of itself: in a shallow clone it names parents that are not there. */
interface CommitRecord {
  parents: string[]
  /** When it was committed, in seconds since 1970. */
  seconds: number
  /** First line of its message. */
  subject: string
}

export async function readCommit(git: Git, sha: string): Promise<CommitRecord> {
  const text = await git.text('cat-file', '-p', sha)
  const end = text.indexOf('\n\n')
  const header = text.slice(0, end + 1)
  return {
    parents: [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map((match) => match[1]!),
    seconds: Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1] ?? 0),
    subject: text.slice(end + 2).split('\n')[0]!,
  }
}

export interface CommitInfo {
  sha: string
  /** First parent; null for the first commit. */
  parent: string | null
  /** When it was committed, ISO 8601 in UTC. */
  time: string
  /** First line of its message, without control characters. */
  subject: string
}

/** What the commit of a project's checkout says of itself. Throws a UserError outside of a repository. */
export async function commitInfo(o: {
  project: string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}): Promise<CommitInfo> {
  const git = new Git(o.project, o.env, { signal: o.signal, remainingMs: () => TIME_LIMIT_MS })
  const { parents, seconds, subject } = await readCommit(git, 'HEAD')
  return {
    sha: await git.text('rev-parse', 'HEAD'),
    parent: parents[0] ?? null,
    time: new Date(seconds * 1000).toISOString(),
    subject: subject
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, MAX_SUBJECT),
  }
}
