import { z } from 'zod'
import type { Annotation } from '../model/annotation.ts'
import { MESSAGE_CHARACTERS, TITLE_CHARACTERS } from './annotations.ts'
import { ApiError, type Unpublished, unpublished } from './api-error.ts'
import { externalIdOf, otherVerdicts, type Standing, standing, type Verdict } from './check-verdicts.ts'
import type { Client } from './client.ts'
import { parsedAnswer } from './request-failure.ts'
import { truncate } from './truncate.ts'

/** GitHub's limits: annotations of one request, characters of a summary. */
const BATCH = 50
const SUMMARY_CHARACTERS = 65_535
/** Four requests; nobody reads more, and the summary lists all. */
const ANNOTATION_LIMIT = 200
/** Check runs of one page, each with its summary: some 10 MB. */
const PAGE = 50
const MAX_PAGES = 20

export interface CheckRunRequest extends Verdict {
  headSha: string
  title: string
  /** Markdown. */
  summary: string
  detailsUrl: string
  annotations: readonly Annotation[]
}

export type CheckRunResult =
  /** `sharing`: legs of the same workflow run that judged the same under the same key. */
  { status: 'created'; url: string; sharing: string[] } | Unpublished

const checkRunSchema = z.object({
  id: z.number(),
  html_url: z.string().nullable(),
  external_id: z.string().nullable(),
  conclusion: z.string().nullable(),
  output: z.object({ title: z.string().nullable() }),
  app: z.object({ id: z.number() }).nullable(),
})
const listSchema = z.object({ check_runs: z.array(checkRunSchema) })
export type CheckRun = z.infer<typeof checkRunSchema>

/** What the check run of a key is called. */
const checkRunName = (key: string): string => (key === 'default' ? 'benchgate' : `benchgate (${key})`)

/**
 * Creates a completed check run on a commit. It says the worst of this verdict and of the last ones that
 * other pull requests and jobs have on the commit under the same key; an earlier one of the same is replaced.
 * Annotations beyond the limit are left out; the summary has all of them.
 */
export async function publishCheckRun(client: Client, request: CheckRunRequest): Promise<CheckRunResult> {
  const among = (runs: readonly CheckRun[] | null): Standing =>
    runs === null ? amongTooMany(request) : standing(request, otherVerdicts(request, runs), client)
  try {
    const { rest } = await client.octokit()
    const annotations = request.annotations
      .filter((annotation) => annotation.file !== null)
      .slice(0, ANNOTATION_LIMIT)
    // Listed before, so that a better verdict hides no worse one even for a moment. Whoever may write check
    // runs could have put some of these there, which can only make this one worse, and no longer than until
    // its own app is known.
    const listed = await listRuns(client, request)
    const before = among(listed)
    const run = await create(client, request, { shown: before, first: annotations.slice(0, BATCH) })
    // Listed again: of two that are published at once, the one that was created later sees the other.
    const again = listed === null ? null : await listRuns(client, request)
    const ofApp = again?.filter(({ app }) => app?.id === run.app?.id) ?? null
    const shown = among(ofApp)
    const batches = batched(annotations.slice(BATCH))
    if (batches.length === 0 && JSON.stringify(shown) !== JSON.stringify(before)) batches.push([])
    for (const batch of batches) {
      await rest.checks.update({
        ...client.repository,
        check_run_id: run.id,
        status: 'completed',
        conclusion: shown.conclusion,
        output: outputOf(shown, batch),
        // Each update adds its annotations to those that are there: done twice, they would stand there twice.
        request: { repeatable: batch.length === 0 },
      })
    }
    const sharing = sharingIn(request, ofApp ?? [])
    return { status: 'created', url: run.html_url ?? request.detailsUrl, sharing }
  } catch (error) {
    return unpublished(error)
  }
}

const sharingIn = (own: Verdict, runs: readonly CheckRun[]): string[] =>
  otherVerdicts(own, runs).flatMap(({ subject, leg, runId }) =>
    subject === own.subject && runId === own.runId ? [leg] : [],
  )

function batched(annotations: readonly Annotation[]): (readonly Annotation[])[] {
  const count = Math.ceil(annotations.length / BATCH)
  return Array.from({ length: count }, (_, i) => annotations.slice(i * BATCH, (i + 1) * BATCH))
}

/** A verdict where more others stand than are read: it is a failure, as one of them may be. */
function amongTooMany({ key, headSha, conclusion, title, summary }: CheckRunRequest): Standing {
  if (conclusion === 'failure') return { conclusion, title, summary }
  const why = `${headSha.slice(0, 7)} has ${MAX_PAGES * PAGE} check runs called ${checkRunName(key)} or more, and one of them may be worse.`
  return {
    conclusion: 'failure',
    title: 'Too many check runs on this commit',
    summary: `${why} Push a new commit, which has none.\n\n${summary}`,
  }
}

/** The commit's check runs of the key's name, of any app; null where there are too many. */
async function listRuns(client: Client, { key, headSha }: CheckRunRequest): Promise<CheckRun[] | null> {
  const { rest } = await client.octokit()
  const runs: CheckRun[] = []
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const { data } = await rest.checks.listForRef({
      ...client.repository,
      ref: headSha,
      check_name: checkRunName(key),
      filter: 'all',
      per_page: PAGE,
      page,
    })
    const { check_runs } = parsedAnswer(listSchema, data, 'the list of check runs')
    runs.push(...check_runs)
    if (check_runs.length < PAGE) return runs
  }
  return null
}

async function create(
  client: Client,
  request: CheckRunRequest,
  { shown, first }: { shown: Standing; first: readonly Annotation[] },
): Promise<CheckRun> {
  const { rest } = await client.octokit()
  const external_id = externalIdOf(request)
  const send = async () => {
    const { data } = await rest.checks.create({
      ...client.repository,
      name: checkRunName(request.key),
      head_sha: request.headSha,
      external_id,
      details_url: request.detailsUrl,
      status: 'completed',
      conclusion: shown.conclusion,
      output: outputOf(shown, first),
    })
    return parsedAnswer(checkRunSchema, data, 'a new check run')
  }
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof ApiError && error.mayHaveHappened)) throw error
    // The answer was lost, the check run perhaps not.
    const runs = await listRuns(client, request)
    return runs?.find((run) => run.external_id === external_id) ?? (await send())
  }
}

function outputOf({ title, summary }: Standing, annotations: readonly Annotation[]) {
  return {
    title: truncate(title, TITLE_CHARACTERS),
    summary: truncate(summary, SUMMARY_CHARACTERS),
    annotations: annotations.map((annotation) => ({
      path: annotation.file ?? '',
      start_line: annotation.line ?? 1,
      end_line: annotation.line ?? 1,
      annotation_level: annotation.level === 'error' ? ('failure' as const) : ('warning' as const),
      title: truncate(annotation.title, TITLE_CHARACTERS),
      message: truncate(annotation.message, MESSAGE_CHARACTERS),
    })),
  }
}
