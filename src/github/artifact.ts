import { z } from 'zod'
import { ApiError } from './api-error.ts'
import type { Client } from './client.ts'
import { parsedAnswer } from './request-failure.ts'
import { readZipFile } from './zip.ts'

const LIMITS = {
  /** Bytes of the archive as it is downloaded. */
  archiveBytes: 32 * 1024 * 1024,
  /** Bytes of the file in it. */
  fileBytes: 32 * 1024 * 1024,
  /** Files in the archive. */
  entries: 100,
}
export type ArtifactLimits = typeof LIMITS

export interface ArtifactRequest {
  /** The workflow run that uploaded it. */
  runId: number
  /** Of the artifact. */
  name: string
  /** Of the file in it. */
  file: string
  limits?: Partial<ArtifactLimits>
}

export type ArtifactFile =
  | { status: 'found'; text: string }
  /** `missing`: the run left no such artifact. `unfit`: it did, but nothing that may be read. */
  | { status: 'missing' | 'unfit'; reason: string }

const artifactSchema = z.object({
  id: z.number(),
  name: z.string(),
  size_in_bytes: z.number(),
  expired: z.boolean(),
})
const listSchema = z.object({ artifacts: z.array(artifactSchema) })

/**
 * The text of one file in an artifact of a workflow run; of several artifacts of that name (one an attempt)
 * the newest. The artifact is taken for hostile: it may come from a fork. Failures of GitHub are thrown as
 * ApiError.
 */
export async function readArtifactFile(client: Client, request: ArtifactRequest): Promise<ArtifactFile> {
  const limits = { ...LIMITS, ...request.limits }
  const artifact = await newestArtifact(client, request)
  if (artifact === undefined) {
    return { status: 'missing', reason: `the workflow run ${request.runId} left no artifact ${request.name}` }
  }
  const unfit = (reason: string): ArtifactFile => ({
    status: 'unfit',
    reason: `the artifact ${request.name} of run ${request.runId} ${reason}`,
  })
  if (artifact.expired) return unfit('is expired')
  if (artifact.size_in_bytes > limits.archiveBytes)
    return unfit(`has ${artifact.size_in_bytes} bytes, more than ${limits.archiveBytes}`)
  let archive: Buffer
  try {
    archive = await client.get(await addressOf(client, artifact.id), {
      as: 'nobody',
      limitBytes: limits.archiveBytes,
    })
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.kind === 'gone') return unfit('is expired')
    if (error.kind === 'too-large') return unfit(`has more than ${limits.archiveBytes} bytes`)
    throw error
  }
  const file = readZipFile(archive, request.file, limits)
  if (!file.ok) return unfit(`cannot be read: its archive ${file.reason}`)
  try {
    return { status: 'found', text: new TextDecoder('utf-8', { fatal: true }).decode(file.bytes) }
  } catch {
    return unfit(`cannot be read: ${request.file} is not UTF-8`)
  }
}

async function newestArtifact(client: Client, { runId, name }: ArtifactRequest) {
  const { rest } = await client.octokit()
  // One page: an attempt leaves one artifact of a name, and nobody attempts a run a hundred times.
  const { data } = await rest.actions.listWorkflowRunArtifacts({
    ...client.repository,
    run_id: runId,
    name,
    per_page: 100,
  })
  return parsedAnswer(listSchema, data, 'the list of artifacts')
    .artifacts.filter((artifact) => artifact.name === name)
    .sort((a, b) => b.id - a.id)[0]
}

/** Where the archive lies: an address that is good for a minute and must not be shown the token. */
async function addressOf(client: Client, artifactId: number): Promise<string> {
  const { rest } = await client.octokit()
  const { headers } = await rest.actions.downloadArtifact({
    ...client.repository,
    artifact_id: artifactId,
    archive_format: 'zip',
    request: { redirect: 'manual' },
  })
  return parsedAnswer(z.object({ location: z.url() }), headers, 'the download of an artifact').location
}
