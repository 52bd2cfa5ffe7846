import { z } from 'zod'
import type { CommitByApi, FileAddition } from '../model/commit-by-api.ts'
import { ApiError } from './api-error.ts'
import type { Client } from './client.ts'
import { parsedAnswer } from './request-failure.ts'

const committedSchema = z.object({
  createCommitOnBranch: z.object({ commit: z.object({ oid: z.string() }) }),
})
const historySchema = z.object({
  repository: z
    .object({
      ref: z
        .object({
          target: z.object({
            history: z.object({ nodes: z.array(z.object({ oid: z.string() })) }),
          }),
        })
        .nullable(),
    })
    .nullable(),
})

const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`
const LAST_CHANGE = `query ($owner: String!, $repo: String!, $branch: String!, $path: String!) {
  repository(owner: $owner, name: $repo) {
    ref(qualifiedName: $branch) {
      target { ... on Commit { history(first: 1, path: $path) { nodes { oid } } } }
    }
  }
}`

/**
 * Adds a file to a branch through GitHub, which signs the commit: for repositories that take no unsigned
 * ones. Throws an ApiError when GitHub refuses.
 */
export function commitByApi(client: Client): CommitByApi {
  return async (change) => {
    const { owner, repo } = client.repository
    const [headline = '', ...body] = change.message.split('\n')
    const input = {
      branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: change.branch },
      expectedHeadOid: change.expectedHeadSha,
      message: { headline, body: body.join('\n').trim() },
      fileChanges: {
        additions: [{ path: change.path, contents: Buffer.from(change.content).toString('base64') }],
      },
    }
    try {
      // Safe to repeat: a second commit would need the head that the first one replaced.
      const data = await client.graphql(COMMIT, { input }, { repeatable: true })
      return parsedAnswer(committedSchema, data, 'createCommitOnBranch').createCommitOnBranch.commit.oid
    } catch (error) {
      if (!(error instanceof ApiError && (error.kind === 'conflict' || error.mayHaveHappened))) throw error
      return await outcomeOf(client, change, error)
    }
  }
}

/** What became of an addition whose answer was lost or that came too late: its commit, or null. */
async function outcomeOf(
  client: Client,
  { branch, path }: FileAddition,
  failure: ApiError,
): Promise<string | null> {
  const data = await client.graphql(LAST_CHANGE, {
    ...client.repository,
    branch: `refs/heads/${branch}`,
    path,
  })
  const { repository } = parsedAnswer(historySchema, data, 'the history of a file')
  const commit = repository?.ref?.target.history.nodes[0]
  // Nobody else writes this path: a commit that touched it is the one that was asked for.
  if (commit !== undefined) return commit.oid
  if (failure.kind === 'conflict') return null
  throw failure
}
