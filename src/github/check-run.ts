import { z } from 'zod'
import type { Annotation } from './annotations.ts'
import { ApiError } from './api-error.ts'
import type { Client } from './client.ts'
import { parsedAnswer } from './failure.ts'
import { cut } from './limit.ts'

/** GitHub's limits: annotations of one request, characters of a summary, of an annotation's title and message. */
const BATCH = 50
const SUMMARY_CHARACTERS = 65_535
const TITLE_CHARACTERS = 255
const MESSAGE_CHARACTERS = 4096
/** Four requests; nobody reads more, and the summary lists all. */
const ANNOTATION_LIMIT = 200

export interface CheckRunRequest {
  key: string
  /** Unique to this attempt of this run, so that the check run is found again when an answer is lost. */
  runId: number
  runAttempt: number
  headSha: string
  conclusion: 'success' | 'failure' | 'neutral'
  title: string
  /** Markdown. */
  summary: string
  detailsUrl: string
  annotations: readonly Annotation[]
}

export type CheckRunResult =
  | { status: 'created'; url: string }
  | { status: 'forbidden' | 'failed'; reason: string; remedy: string }

const checkRunSchema = z.object({
  id: z.number(),
  html_url: z.string().nullable(),
  external_id: z.string().nullable(),
})
const listSchema = z.object({ check_runs: z.array(checkRunSchema) })
type CheckRun = z.infer<typeof checkRunSchema>

/** What the check run of a key is called. */
const checkRunName = (key: string): string => (key === 'default' ? 'benchgate' : `benchgate (${key})`)

/** Creates a completed check run on a commit; the annotations that fit no request are counted in none: see the summary. */
export async function publishCheckRun(client: Client, request: CheckRunRequest): Promise<CheckRunResult> {
  try {
    const { rest } = await client.octokit()
    const shown = request.annotations
      .filter((annotation) => annotation.file !== null)
      .slice(0, ANNOTATION_LIMIT)
    const run = await create(client, request, shown.slice(0, BATCH))
    for (let start = BATCH; start < shown.length; start += BATCH) {
      await rest.checks.update({
        ...client.repository,
        check_run_id: run.id,
        output: outputOf(request, shown.slice(start, start + BATCH)),
        // Each update adds its annotations to those that are there: done twice, they would stand there twice.
        request: { repeatable: false },
      })
    }
    return { status: 'created', url: run.html_url ?? request.detailsUrl }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const { kind, message: reason, remedy } = error
    return { status: kind === 'forbidden' ? 'forbidden' : 'failed', reason, remedy }
  }
}

async function create(
  client: Client,
  request: CheckRunRequest,
  first: readonly Annotation[],
): Promise<CheckRun> {
  const { rest } = await client.octokit()
  const name = checkRunName(request.key)
  const external_id = `${request.key}/${request.runId}/${request.runAttempt}`
  const send = async () => {
    const { data } = await rest.checks.create({
      ...client.repository,
      name,
      head_sha: request.headSha,
      external_id,
      details_url: request.detailsUrl,
      status: 'completed',
      conclusion: request.conclusion,
      output: outputOf(request, first),
    })
    return parsedAnswer(checkRunSchema, data, 'a new check run')
  }
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof ApiError && error.mayHaveHappened)) throw error
    // The answer was lost, the check run perhaps not.
    const { data } = await rest.checks.listForRef({
      ...client.repository,
      ref: request.headSha,
      check_name: name,
      filter: 'all',
      per_page: 100,
    })
    const { check_runs } = parsedAnswer(listSchema, data, 'the list of check runs')
    return check_runs.find((run) => run.external_id === external_id) ?? (await send())
  }
}

function outputOf({ title, summary }: CheckRunRequest, annotations: readonly Annotation[]) {
  return {
    title: cut(title, TITLE_CHARACTERS),
    summary: cut(summary, SUMMARY_CHARACTERS),
    annotations: annotations.map((annotation) => ({
      path: annotation.file ?? '',
      start_line: annotation.line ?? 1,
      end_line: annotation.line ?? 1,
      annotation_level: annotation.level === 'error' ? ('failure' as const) : ('warning' as const),
      title: cut(annotation.title, TITLE_CHARACTERS),
      message: cut(annotation.message, MESSAGE_CHARACTERS),
    })),
  }
}
