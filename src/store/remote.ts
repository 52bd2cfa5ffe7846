import { isAbsolute, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { GitSetting } from '../git/variables.ts'
import { Git, splitNul } from '../git/git.ts'
import { checkRemote } from './address.ts'

export interface Remote {
  /** A URL, or the absolute path of a repository. */
  url: string
  /** What the repository says about reaching remotes: credentials above all. Never to be printed. */
  settings: GitSetting[]
}

export interface RemoteOptions {
  /** A directory in the user's checkout. */
  project: string
  /** The name of one of its remotes, a URL, or a path. */
  remote: string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}

/** For reading a configuration, which takes milliseconds. */
const TIME_LIMIT_MS = 60_000
const MAX_SETTINGS = 1_000

/**
 * Keys that say how a remote is reached; actions/checkout leaves its token in one, in the repository or in a
 * file it includes.
 */
const REACHING = /^(?:http|credential|url|ssh)\.|^core\.(?:sshcommand|askpass|gitproxy)$/

/**
 * Where a remote of the user's checkout is, and the settings without which it may not open: a mirror that
 * lies elsewhere has the user's own and the system's configuration, but not the repository's. Throws a
 * UserError.
 */
export async function findRemote({ project, remote, env, signal }: RemoteOptions): Promise<Remote> {
  checkRemote(remote)
  const git = new Git(project, env, { signal, remainingMs: () => TIME_LIMIT_MS })
  // An address needs no checkout.
  const root = (await git.maybe('rev-parse', '--show-toplevel')) ?? project
  const listed = splitNul(await git.bytes('config', '--list', '--show-scope', '--includes', '-z'))
  const local: GitSetting[] = []
  // With -z the scope is an item of its own, and a key without a value has no line end.
  for (let i = 0; i + 1 < listed.length; i += 2) {
    const [key, value] = parted(listed[i + 1]!)
    if (listed[i] === 'local' || listed[i] === 'worktree') local.push([key, value])
  }
  const url = local.findLast(([key]) => key === `remote.${remote}.url`)?.[1] ?? (await unnamed(git, remote))
  const settings = local.filter(([key]) => REACHING.test(key)).slice(0, MAX_SETTINGS)
  const place = isPath(url) && !isAbsolute(url) ? resolve(root, url) : url
  checkRemote(place)
  return { url: place, settings }
}

function parted(item: string): GitSetting {
  const end = item.indexOf('\n')
  return end < 0 ? [item, 'true'] : [item.slice(0, end), item.slice(end + 1)]
}

/** What is no name here has to be an address, or the name of a remote that the user has everywhere. */
async function unnamed(git: Git, remote: string): Promise<string> {
  const everywhere = await git.maybe('config', '--get', `remote.${remote}.url`)
  if (everywhere !== null) return everywhere
  if (/[:/\\]/.test(remote)) return remote
  const names = ((await git.maybe('remote')) ?? '').split('\n').filter((name) => name !== '')
  throw new UserError(
    'store',
    `There is no remote ${JSON.stringify(remote)} in ${git.directory}`,
    names.length === 0
      ? 'Give the URL of the repository: --remote https://github.com/owner/name.git'
      : `Choose one of ${names.slice(0, 10).join(', ')}, or give a URL, with --remote.`,
  )
}

/** As git tells them apart: a colon before the first slash makes an address. */
const isPath = (url: string): boolean => !/^[^/]*:/.test(url)
