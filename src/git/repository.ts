import { lstat, realpath } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { UserError } from '../errors.ts'
import type { Host } from '../model/host.ts'
import { Git, type GitLimits } from './git.ts'

export interface Repository {
  /** git at the root of the user's checkout. */
  git: Git
  /** Real path of the root of the user's checkout. */
  root: string
  /** The project's path below the root, '' for the root itself. */
  prefix: string
  /** The directory that all working trees of this repository share (`.git`). */
  commonDirectory: string
  /** The commit that HEAD names. */
  headSha: string
  /** The remote to ask for what is missing: `origin`, or the only one. */
  remote: string | null
  shallow: boolean
  host: Host
}

/** Finds the repository of `project`, or throws a UserError that says why there is none to compare. */
export async function openRepository(
  project: string,
  env: NodeJS.ProcessEnv,
  host: Host,
  limits: GitLimits,
): Promise<Repository> {
  const here = new Git(project, env, { ...limits, host })
  if ((await here.ask('rev-parse')).complaint.includes('not a git repository')) {
    const seen = await nearestGit(project)
    if (seen !== null) {
      throw new UserError(
        'git',
        `git finds no repository in ${seen}, which is damaged or may not be read`,
        `Let user ${process.getuid?.()} read it (ls -la ${seen}), or clone the repository anew.`,
      )
    }
    throw new UserError(
      'git',
      `${project} is not in a git repository`,
      'Run Benchgate in a checkout of your repository; base and head are taken from its history.',
      { topic: 'no-repository' },
    )
  }
  // Whatever else is wrong (ownership, a broken configuration), git says it itself here.
  const root = await realpath(await here.text('rev-parse', '--show-toplevel'))
  const git = here.in(root)
  const headSha = await git.maybe('rev-parse', '--verify', '--quiet', 'HEAD^{commit}')
  if (headSha === null) {
    throw new UserError('git', `${root} has no commit yet`, 'Commit the state to compare with first.')
  }
  // A path may contain anything, so the answer that is none comes first.
  const about = await git.text(
    'rev-parse',
    '--is-shallow-repository',
    '--path-format=absolute',
    '--git-common-dir',
  )
  const lineEnd = about.indexOf('\n')
  const remotes = (await git.text('remote')).split('\n').filter((name) => /^[^-]/.test(name))
  return {
    git,
    root,
    prefix: relative(root, await realpath(project)),
    commonDirectory: await realpath(about.slice(lineEnd + 1)),
    headSha,
    remote: remotes.includes('origin') ? 'origin' : remotes.length === 1 ? remotes[0]! : null,
    shallow: about.slice(0, lineEnd) === 'true',
    host,
  }
}

/** A `.git` in a directory or above it, whatever it holds; null where there is none. */
async function nearestGit(directory: string): Promise<string | null> {
  for (let at = directory; ; at = dirname(at)) {
    const place = join(at, '.git')
    if ((await lstat(place).catch(() => null)) !== null) return place
    if (at === dirname(at)) return null
  }
}
