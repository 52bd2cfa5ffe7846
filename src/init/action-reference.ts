import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { type Json, jsonObject } from '../checkout/json-object.ts'
import { UserError } from '../errors.ts'
import { Git } from '../git/git.ts'
import { repositoryOnGithub } from '../git/github-address.ts'
import type { ActionReference } from './workflows.ts'

const TIME_LIMIT_MS = 20_000
const REFERENCE = /^[\w.-]+\/[\w.-]+(?:\/[\w./-]+)?@[0-9a-f]{40}$/

/** `--action`: the repository of the action at a full commit. */
export function givenAction(text: string): ActionReference {
  if (REFERENCE.test(text)) return { uses: text, version: null }
  throw new UserError(
    'usage',
    `--action ${text} does not name an action at a commit`,
    'Write owner/repository@commit, with all 40 digits of the commit id: tags and branches can be moved.',
  )
}

/**
 * The action that this very program belongs to: what was published with it, or the clone that it runs from.
 * Null: neither says, and no owner is invented.
 */
export async function ownAction(
  packageDirectory: string,
  { env, signal }: { env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<ActionReference | null> {
  return (await publishedAction(packageDirectory)) ?? (await ofClone(packageDirectory, env, signal))
}

/** The action that was published with this program: its manifest says so where a release wrote it. */
export async function publishedAction(packageDirectory: string): Promise<ActionReference | null> {
  const text = await readFile(join(packageDirectory, 'package.json'), 'utf8').catch(() => '')
  return published(jsonObject(text) ?? {})
}

function published({ repository, gitHead, version }: Json): ActionReference | null {
  const url = typeof repository === 'object' && repository !== null ? (repository as Json)['url'] : repository
  const short = /^(?:github:)?([\w-][\w.-]*\/[\w.-]+)$/.exec(String(url))?.[1] ?? null
  const name = repositoryOnGithub(String(url)) ?? short
  if (name === null || !/^[0-9a-f]{40}$/.test(String(gitHead))) return null
  return { uses: `${name}@${String(gitHead)}`, version: typeof version === 'string' ? `v${version}` : null }
}

async function ofClone(
  directory: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ActionReference | null> {
  const git = new Git(directory, env, { signal, remainingMs: () => TIME_LIMIT_MS })
  const root = await git.maybe('rev-parse', '--show-toplevel')
  // An installed package lies in somebody else's repository.
  if (root === null || (await realpath(root)) !== (await realpath(directory))) return null
  const name = repositoryOnGithub((await git.maybe('remote', 'get-url', 'origin')) ?? '')
  const pushed = await git.maybe('for-each-ref', '--count=1', '--contains', 'HEAD', 'refs/remotes/origin')
  const commit = await git.maybe('rev-parse', '--verify', '--quiet', 'HEAD')
  return name === null || !pushed || commit === null ? null : { uses: `${name}@${commit}`, version: null }
}
