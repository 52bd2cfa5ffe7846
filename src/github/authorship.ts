import { z } from 'zod'
import { ApiError } from './api-error.ts'
import type { Client } from './client.ts'
import { parsedAnswer } from './request-failure.ts'

/** Node ids that GraphQL takes at once. */
const NODE_LIMIT = 100

/** Whom GITHUB_TOKEN writes as. No user can have such a name. */
const ACTIONS_BOT = 'github-actions[bot]'

/** A comment or an issue, as far as its author is asked for. */
interface Written {
  id: number
  node_id: string
  user?: { login: string } | null | undefined
}

/** How it is known who wrote something. */
interface Authors {
  what: 'comments' | 'issues'
  /** False: GraphQL gave no answer, and those in `own` count as the token's identity. */
  isKnownFromGraphql: boolean
  own: readonly string[]
  onNotice: (text: string) => void
}

export const authorsOf = (what: Authors['what'], onNotice: Authors['onNotice']): Authors => ({
  what,
  isKnownFromGraphql: true,
  own: [ACTIONS_BOT],
  onNotice,
})

const authorshipSchema = z.object({
  nodes: z.array(z.object({ id: z.string().optional(), viewerDidAuthor: z.boolean().optional() }).nullable()),
})

/**
 * Those comments or issues that the token's identity wrote. Asked of GraphQL, since GITHUB_TOKEN may not ask
 * REST who it is, and since this way GitHub itself compares the two. Where GraphQL cannot be reached, the
 * author that REST names is compared with the one of GITHUB_TOKEN, or with that of what this job created
 * itself. What is known to be ours is not asked again.
 */
export async function onlyOurs<T extends Written>(
  client: Client,
  marked: readonly T[],
  known: ReadonlyMap<number, T>,
  authors: Authors,
): Promise<T[]> {
  const asked = marked.filter(({ id }) => !known.has(id))
  if (authors.isKnownFromGraphql) {
    try {
      const ours = await askWhose(client, asked)
      return marked.filter(({ id, node_id }) => known.has(id) || ours.has(node_id))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      authors.isKnownFromGraphql = false
      authors.onNotice(
        `GraphQL did not say which ${authors.what} this token wrote; those of ${ACTIONS_BOT} are taken for them. ${error.message}`,
      )
    }
  }
  return marked.filter(({ id, user }) => known.has(id) || (user && authors.own.includes(user.login)))
}

/** The node ids of those that the token's identity wrote. */
async function askWhose(client: Client, written: readonly Written[]): Promise<Set<string>> {
  const ours = new Set<string>()
  for (let start = 0; start < written.length; start += NODE_LIMIT) {
    const ids = written.slice(start, start + NODE_LIMIT).map(({ node_id }) => node_id)
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) {
      ... on IssueComment { id viewerDidAuthor }
      ... on Issue { id viewerDidAuthor }
    } }`
    const { nodes } = parsedAnswer(
      authorshipSchema,
      await client.graphql(query, { ids }),
      'who wrote what was found',
    )
    for (const node of nodes) if (node?.id !== undefined && node.viewerDidAuthor) ours.add(node.id)
  }
  return ours
}
