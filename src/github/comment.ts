import { z } from 'zod'
import { markerOf } from '../report/text/marker.ts'
import { authorsOf, onlyOurs } from './authorship.ts'
import { ApiError, nullIfMissing, type Unpublished, unpublished } from './api-error.ts'
import type { Client } from './client.ts'
import { parsedAnswer } from './request-failure.ts'
import { sameText } from './same-text.ts'
import { type Part, type SharedComment, sharedComment } from './shared-comment.ts'

/** 10,000 comments; GitHub itself closes a conversation at 2,500. */
const PAGE_LIMIT = 100
/** Rounds of looking and writing, after each of which nobody may have interfered. */
const ROUND_LIMIT = 5
/** How far back is looked for what others wrote meanwhile: longer than two requests can take. */
const OVERLAP_MS = 60_000

export interface CommentRequest {
  /** Number of the pull request. */
  pull: number
  key: string
  /** What this job has to say; the whole comment has at most 65,536 characters. */
  own: Part
  /** The line of a step's `with:` that would give this job a key of its own. */
  line: string
  /** False: an existing comment is brought up to date, but none is created. */
  mayCreate: boolean
  /**
   * Asked just before each writing: why the comment is another run's to write, null where it is this one's.
   * An older run may end last, and must not write over what a newer commit's run says.
   */
  whySuperseded: () => Promise<string | null>
  /** Receives what should stand in the log. */
  onNotice: (text: string) => void
}

export type CommentResult =
  | ({ status: 'created' | 'updated' | 'unchanged'; url: string } & Pick<SharedComment, 'sharing'>)
  | { status: 'not-needed' }
  | { status: 'superseded'; reason: string }
  | Unpublished

const commentSchema = z.object({
  id: z.number(),
  node_id: z.string(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullish(),
})

type Comment = z.infer<typeof commentSchema>

/**
 * Brings the one comment of a key on a pull request up to date with what a job has to say. It is ours when
 * its body starts with the key's marker and the token's own identity wrote it: the marker alone could be
 * written by anyone.
 *
 * Of several the oldest is kept, because every job that looks picks the same one without talking to the
 * others, and links to it stay good. The others are deleted: a stale red comment beside a green one would be
 * wrong.
 */
export async function publishComment(client: Client, request: CommentRequest): Promise<CommentResult> {
  try {
    return await converge(client, request)
  } catch (error) {
    return unpublished(error)
  }
}

async function converge(client: Client, request: CommentRequest): Promise<CommentResult> {
  const { pull, key, own, line, mayCreate, whySuperseded, onNotice } = request
  const marker = markerOf(key)
  const { owner, repo } = client.repository
  const about = { marker, key, line, runs: `${client.serverUrl}/${owner}/${repo}/actions/runs` }
  const ours = new Map<number, Comment>()
  const authors = authorsOf('comments', onNotice)
  let createdId: number | null = null
  let wasWritten = false
  let since: string | null = null

  for (let round = 0; round < ROUND_LIMIT; round += 1) {
    const listing = await listComments(client, pull, marker, since)
    for (const comment of await onlyOurs(client, listing.marked, ours, authors)) ours.set(comment.id, comment)
    // All that was there before is known now; later rounds read only what was written since.
    if (authors.isKnownFromGraphql) since ??= listing.startedAt

    const [kept, ...duplicates] = [...ours.values()].sort((a, b) => a.id - b.id)
    if (kept === undefined && !mayCreate) return { status: 'not-needed' }
    const existing = [...ours.values()].map(({ body }) => body ?? '')
    const { text, sharing } = sharedComment(own, existing, about)
    if (kept !== undefined && sameText(kept.body ?? '', text)) {
      for (const duplicate of duplicates) await remove(client, duplicate)
      const status = kept.id === createdId ? 'created' : wasWritten ? 'updated' : 'unchanged'
      return { status, url: kept.html_url, sharing }
    }
    const superseded = await whySuperseded()
    if (superseded !== null) return { status: 'superseded', reason: superseded }
    // After each writing it looks again: another job may have written its own, or ours may be there although
    // the answer was lost.
    if (kept === undefined) {
      const created = await create(client, pull, text)
      if (created === null) continue
      ours.set(created.id, created)
      if (created.user) authors.own = [created.user.login]
      createdId = created.id
    } else if (await update(client, kept, text)) {
      ours.set(kept.id, { ...kept, body: text })
      wasWritten = true
    } else ours.delete(kept.id)
  }
  return {
    status: 'failed',
    reason: `The comment on #${pull} was deleted or written by others each of ${ROUND_LIMIT} times`,
    remedy: 'Look for another workflow that deletes comments, or give each job its own key.',
  }
}

/** The comments that start with the marker, by anyone; only those changed since `since`, if given. */
async function listComments(
  client: Client,
  pull: number,
  marker: string,
  since: string | null,
): Promise<{ marked: Comment[]; startedAt: string | null }> {
  const octokit = await client.octokit()
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
    ...client.repository,
    issue_number: pull,
    per_page: 100,
    ...(since !== null && { since }),
  })
  const marked: Comment[] = []
  let startedAt: string | null = null
  let pageCount = 0
  for await (const { data, headers } of pages) {
    // GitHub's clock, since `since` is compared with it.
    const startedMs = Date.parse(headers.date ?? '') - OVERLAP_MS
    if (startedAt === null && Number.isFinite(startedMs)) startedAt = new Date(startedMs).toISOString()
    for (const comment of parsedAnswer(z.array(commentSchema), data, 'the list of comments')) {
      if (comment.body?.startsWith(marker)) marked.push(comment)
    }
    pageCount += 1
    if (pageCount === PAGE_LIMIT) break
  }
  return { marked, startedAt }
}

/** Null when it is unknown whether there is a comment now. */
async function create(client: Client, pull: number, body: string): Promise<Comment | null> {
  const { rest } = await client.octokit()
  try {
    const { data } = await rest.issues.createComment({ ...client.repository, issue_number: pull, body })
    return parsedAnswer(commentSchema, data, 'a new comment')
  } catch (error) {
    if (error instanceof ApiError && error.mayHaveHappened) return null
    throw error
  }
}

/** False when the comment is gone. */
async function update(client: Client, { id }: Comment, body: string): Promise<boolean> {
  const { rest } = await client.octokit()
  const request = rest.issues.updateComment({ ...client.repository, comment_id: id, body })
  return (await nullIfMissing(request)) !== null
}

async function remove(client: Client, { id }: Comment): Promise<void> {
  const { rest } = await client.octokit()
  await nullIfMissing(rest.issues.deleteComment({ ...client.repository, comment_id: id }))
}
