import { z } from 'zod'
import type { Client } from './client.ts'
import type { SourceRun } from './context.ts'
import { parsedAnswer } from './request-failure.ts'

export interface FoundPull {
  number: number
  baseRef: string
  baseSha: string
}

export type PullSearch =
  /** Nearly always one; several when one branch is proposed to several. */
  | { status: 'found'; pulls: [FoundPull, ...FoundPull[]] }
  /** Nothing may be published; `reason` is a sentence for people. */
  | { status: 'none'; reason: string }

const pullSchema = z.object({
  number: z.number().int().positive(),
  state: z.string(),
  head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
  base: z.object({ sha: z.string(), ref: z.string() }),
})

/**
 * The open pull requests of this repository whose head is exactly the commit that a workflow run measured, by
 * what the event says and never by what its artifact says. Asked by branch: GitHub names no pull requests in
 * the event for forks, and for a commit that only a fork has it finds none.
 */
export async function findPull(
  client: Client,
  run: Pick<SourceRun, 'headSha' | 'headBranch' | 'headRepository'>,
): Promise<PullSearch> {
  const { headSha, headBranch, headRepository } = run
  if (headBranch === null || headRepository === null) {
    return { status: 'none', reason: 'the branch that was measured is gone' }
  }
  const { rest } = await client.octokit()
  const owner = headRepository.split('/')[0]!
  // One page, the most recent first: one branch is proposed to few others.
  const { data } = await rest.pulls.list({
    ...client.repository,
    head: `${owner}:${headBranch}`,
    state: 'all',
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  })
  const ofBranch = parsedAnswer(z.array(pullSchema), data, 'the list of pull requests').filter(
    (pull) => pull.head.repo?.full_name.toLowerCase() === headRepository.toLowerCase(),
  )
  const open = ofBranch.filter((pull) => pull.state === 'open')
  const [first, ...others] = open
    .filter((pull) => pull.head.sha === headSha)
    .map(({ number, base }): FoundPull => ({ number, baseRef: base.ref, baseSha: base.sha }))
  if (first !== undefined) return { status: 'found', pulls: [first, ...others] }
  const short = headSha.slice(0, 7)
  const moved = open[0]
  if (moved !== undefined) {
    return {
      status: 'none',
      reason: `#${moved.number} has moved on from ${short} to ${moved.head.sha.slice(0, 7)}; the run for that commit will publish`,
    }
  }
  const closed = ofBranch.find((pull) => pull.head.sha === headSha)
  return {
    status: 'none',
    reason:
      closed === undefined
        ? `no pull request proposes ${short} of ${headRepository}`
        : `#${closed.number} is closed`,
  }
}

/** Pages of 100: GitHub lists at most 3,000 files of a pull request. */
const MAX_FILE_PAGES = 30
const fileSchema = z.object({ filename: z.string(), status: z.string() })
/** Of files that base does not have at that path. */
const NEW = new Set(['added', 'copied', 'renamed'])
/** The most files that GitHub lists. */
export const MAX_PULL_FILES = 100 * MAX_FILE_PAGES

/**
 * The files that a pull request touches, by their paths in the repository, and whether they are new there:
 * the first 3,000 of them.
 */
export async function filesOfPull(client: Client, number: number): Promise<Map<string, 'new' | 'edited'>> {
  const octokit = await client.octokit()
  const pages = octokit.paginate.iterator(octokit.rest.pulls.listFiles, {
    ...client.repository,
    pull_number: number,
    per_page: 100,
  })
  const files = new Map<string, 'new' | 'edited'>()
  let pageCount = 0
  for await (const { data } of pages) {
    for (const { filename, status } of parsedAnswer(z.array(fileSchema), data, 'the files of a pull request'))
      files.set(filename, NEW.has(status) ? 'new' : 'edited')
    if (++pageCount === MAX_FILE_PAGES) break
  }
  return files
}
