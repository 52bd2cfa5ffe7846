import { ApiError } from './api-error.ts'
import type { Client } from './client.ts'

/**
 * Whether the token can push to the repository. Asked the way git asks before a push, which changes nothing:
 * the permissions in GitHub's description of a repository are those of a user, and say no for every token of
 * an app, the one of Actions among them. `unknown` when no clear answer came.
 */
export async function mayPush(client: Client): Promise<'yes' | 'no' | 'unknown'> {
  const { owner, repo } = client.repository
  try {
    await client.get(`${client.serverUrl}/${owner}/${repo}.git/info/refs?service=git-receive-pack`, {
      as: 'git',
      limitBytes: null,
    })
    return 'yes'
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return ['unauthorized', 'forbidden', 'not-found'].includes(error.kind) ? 'no' : 'unknown'
  }
}
