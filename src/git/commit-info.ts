import { Git } from './git.ts'

const MAX_SUBJECT = 200
const TIME_LIMIT_MS = 60_000

export interface CommitInfo {
  sha: string
  /** First parent; null for the first commit. */
  parent: string | null
  /** When it was committed, ISO 8601 in UTC. */
  time: string
  /** First line of its message, without control characters. */
  subject: string
}

/** What the commit that a project's checkout stands on says of itself. Throws a UserError outside of a repository. */
export async function commitInfo(o: {
  project: string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}): Promise<CommitInfo> {
  const git = new Git(o.project, o.env, { signal: o.signal, remainingMs: () => TIME_LIMIT_MS })
  // A shallow clone grafts parents away; the commit itself names them.
  const text = await git.text('cat-file', '-p', 'HEAD')
  const [header, ...message] = text.split('\n\n')
  const seconds = Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header!)?.[1] ?? 0)
  return {
    sha: await git.text('rev-parse', 'HEAD'),
    parent: /^parent ([0-9a-f]{40,64})$/m.exec(header!)?.[1] ?? null,
    time: new Date(seconds * 1000).toISOString(),
    subject: (message.join('\n\n').split('\n')[0] ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, MAX_SUBJECT),
  }
}
