import { z } from 'zod'
import { UserError } from '../errors.ts'
import { nullIfMissing } from './api-error.ts'
import type { Client } from './client.ts'
import { parsedAnswer } from './request-failure.ts'

/** The contents API sends files up to this size along; a config file has at most as much. */
const LIMIT_BYTES = 1024 * 1024

const fileSchema = z.object({
  type: z.literal('file'),
  size: z.number(),
  encoding: z.literal('base64'),
  content: z.string(),
})

/**
 * The text of a file at a commit, read without a checkout; null when the commit has none there. `path` is
 * relative to the repository's root. UserError when it is no file of at most 1 MiB in UTF-8, ApiError when
 * GitHub fails.
 */
export async function readFileAt(client: Client, sha: string, path: string): Promise<string | null> {
  const unfit = (why: string) =>
    new UserError(
      'config',
      `${path} at ${sha.slice(0, 12)} ${why}.`,
      'Put a text file of at most 1 MiB there.',
    )
  if (path === '' || path.startsWith('/') || /[\0\\]/.test(path) || path.split('/').includes('..')) {
    throw unfit('is no path inside a repository')
  }
  const { rest } = await client.octokit()
  const found = await nullIfMissing(rest.repos.getContent({ ...client.repository, path, ref: sha }))
  if (found === null) return null
  const { data } = found
  const entry = z.object({ type: z.string(), size: z.number() }).safeParse(data)
  if (entry.data?.type !== 'file') throw unfit('is not a file')
  if (entry.data.size > LIMIT_BYTES) throw unfit(`has ${entry.data.size} bytes`)
  const { content } = parsedAnswer(fileSchema, data, `the content of ${path}`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(content, 'base64'))
  } catch {
    throw unfit('is not UTF-8')
  }
}
