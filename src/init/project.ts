import { existsSync } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { UserError } from '../errors.ts'
import { problemInProject } from '../files/project-path.ts'
import { Git } from '../git/git.ts'
import { defaultBranchOf } from './default-branch.ts'
import { listFiles } from './list-files.ts'
import { type NodeProject, nodeProject } from './node-project.ts'

/** What is read of a file: imports and manifests stand at the beginning. */
const MAX_BYTES = 256 * 1024
/** For git, which here asks no remote. */
const GIT_LIMIT_MS = 60_000

/** What a project is, as far as a config and a workflow depend on it. */
export interface Project {
  directory: string
  /** The root of its repository; the project itself where there is none. */
  root: string
  /** Its path below the root, with `/`; '' is the root. */
  prefix: string
  isRepository: boolean
  /** False: there is no commit that a change could be held against. */
  hasCommit: boolean
  defaultBranch: string
  /** Relative to the project, with `/`. */
  files: readonly string[]
  /** Null: it has no package.json. */
  node: NodeProject | null
  /** Whether git ignores a path; true where there is no git. */
  ignores: (path: string) => Promise<boolean>
  /** The beginning of a file; '' where it cannot be read. */
  text: (file: string) => Promise<string>
}

/** Looks at the project in a directory, and changes nothing. */
export async function lookAtProject(
  start: string,
  { env, signal }: { env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<Project> {
  const directory = await realpath(start)
  const deadline = performance.now() + GIT_LIMIT_MS
  const git = new Git(directory, env, {
    signal,
    remainingMs: () => deadline - performance.now(),
    timeRemedy: 'Look for what git waits for: run git status here.',
  })
  const root = await rootOf(git)
  const files = await listFiles(directory, root === null ? null : git)
  const place = root ?? directory
  const text = (file: string) => readBeginning(place, join(directory, file))
  const isIgnored = async (path: string) => (await git.ask('check-ignore', '--quiet', '--', path)).ok
  return {
    directory,
    root: place,
    prefix: relative(place, directory).split(sep).join('/'),
    isRepository: root !== null,
    hasCommit: root !== null && (await git.maybe('rev-parse', '--verify', '--quiet', 'HEAD')) !== null,
    defaultBranch: await defaultBranchOf(git, root !== null),
    files,
    ignores: async (path) => root === null || isIgnored(path),
    // Where there is no git yet, what lies there is going to be committed.
    node: await nodeProject({
      directory,
      root: place,
      files,
      ignores: async (path) => root !== null && isIgnored(path),
      text,
    }),
    text,
  }
}

/** The root of the repository; null where there is none. What git refuses to read is an error. */
async function rootOf(git: Git): Promise<string | null> {
  const answer = await git.ask('rev-parse', '--show-toplevel')
  if (answer.ok) return realpath(answer.stdout.toString().replace(/\n$/, ''))
  if (answer.complaint.includes('not a git repository')) return null
  if (answer.complaint.includes('must be run in a work tree'))
    throw new UserError('git', `${git.directory} is no working tree`, 'Run it in the folder of your project.')
  throw git.failure('rev-parse', answer)
}

async function readBeginning(root: string, path: string): Promise<string> {
  // A link that leaves the repository holds nothing of it.
  if (!existsSync(path) || (await problemInProject(root, path)) !== null) return ''
  const handle = await open(path).catch(() => null)
  if (handle === null) return ''
  try {
    if (!(await handle.stat()).isFile()) return ''
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(MAX_BYTES), 0, MAX_BYTES, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
