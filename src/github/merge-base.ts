import { z } from 'zod'
import { nullIfMissing } from './api-error.ts'
import type { Client } from './client.ts'
import { parsedAnswer } from './request-failure.ts'

const answerSchema = z.object({ merge_base_commit: z.object({ sha: z.string().regex(/^[0-9a-f]{40,64}$/) }) })

/**
 * The merge base of two commits, for checkouts that do not hold it. Null when GitHub knows none: one of the
 * commits is gone, or they have no common history.
 */
export async function mergeBase(client: Client, baseSha: string, headSha: string): Promise<string | null> {
  const { rest } = await client.octokit()
  const found = await nullIfMissing(
    rest.repos.compareCommitsWithBasehead({
      ...client.repository,
      basehead: `${baseSha}...${headSha}`,
      // Only the merge base is wanted, and the first page always lists files.
      per_page: 1,
    }),
  )
  return found && parsedAnswer(answerSchema, found.data, 'a comparison').merge_base_commit.sha
}
