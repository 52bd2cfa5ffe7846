import { join } from 'node:path'
import * as core from '@actions/core'
import { UserError } from '../errors.ts'
import { pointElsewhere } from '../files/explain-disk.ts'
import { writeOwnFile } from '../files/own-file.ts'
import { ApiError } from '../github/api-error.ts'
import { annotate } from '../github/annotations.ts'
import { publishCheckRun } from '../github/check-run.ts'
import type { Subject } from '../github/check-verdicts.ts'
import { publishComment } from '../github/comment.ts'
import { printOutside } from '../github/log.ts'
import { setOutputs } from '../github/action-outputs.ts'
import { keyLine, legName, legOf } from '../github/legs.ts'
import { findPull } from '../github/pulls.ts'
import { appendSummary } from '../github/step-summary.ts'
import { chartHash } from '../dashboard/chart-link.ts'
import type { Assessment, Row } from '../model/assessment.ts'
import type { Config } from '../model/config.ts'
import { annotationsOf } from '../report/checks/row-annotations.ts'
import { type CheckOutput, checkOutput } from '../report/checks/check-output.ts'
import { shouldComment } from '../report/comment-policy.ts'
import { failureTitle, renderFailure } from '../report/markdown/did-not-run.ts'
import type { Finding } from '../model/finding.ts'
import { forLog } from '../report/text/for-log.ts'
import type { DashboardLinks, Links } from '../report/text/link.ts'
import { headlineText } from '../report/view/headline.ts'
import { sentenceOf } from '../report/view/wording.ts'
import { renderJunit } from '../report/exports/junit.ts'
import { renderOpenMetrics } from '../report/exports/openmetrics.ts'
import { renderJson } from '../report/json.ts'
import { renderMarkdown, renderSummary } from '../report/markdown/markdown.ts'
import type { Job } from './job.ts'
import { firstLine, StatedError } from './stated-error.ts'
import { describeError } from '../cli/describe-error.ts'

export interface Publication {
  /** Number of the pull request to comment on; null: there is none. */
  pull: number | null
  /** The commit that people see, which a check run stands on. */
  headSha: string
  config: Config
  /** True where the commit is stored, and not held against a base that it is to be merged into. */
  recorded?: boolean
  /** Legs of the same workflow run that stored the same commit under the same key. */
  sharing?: readonly string[]
  /** Where a run lies that could not be stored. */
  runFile?: string | null | undefined
  /** Where the dashboard was written. */
  dashboard?: string | null
  /** False: an existing comment is brought up to date, none is created. Only for failures. */
  mayCreate?: boolean
  /** True where another job has failed for what was found. */
  neverFails?: boolean
}

/** What the surfaces of one pull request or commit show; a step has its files and outputs only once. */
export interface Published {
  outcome: Assessment['outcome']
  /** Writes the files and sets the outputs; fails the step where that is to be. */
  conclude: () => Promise<void>
}

/** Publishes an assessment, sets the outputs, and fails the step last where that is to be. */
export async function publish(job: Job, assessment: Assessment, to: Publication): Promise<void> {
  const { conclude } = await publishSurfaces(job, assessment, to)
  await conclude()
}

/** Publishes an assessment on all surfaces. Where one of them fails, the others are written all the same. */
export async function publishSurfaces(job: Job, assessment: Assessment, to: Publication): Promise<Published> {
  const { inputs } = job
  const options = { configFile: to.config.file, key: inputs.key, links: linksOf(job, to.config) }
  const body = renderMarkdown(assessment, options)

  const policy = inputs.comment ?? to.config.report.comment
  const output = checkOutput(assessment, options)
  const commented = await comment(job, to, policy, {
    body,
    conclusion: output.conclusion,
    mayCreate: shouldComment(assessment, policy),
  })
  const annotations = annotationsOf(assessment, { prefix: job.prefix, configFile: to.config.file })
  const checked = await check(job, to, output, annotations)
  annotate({ error: core.error, warning: core.warning }, annotations)
  const shared = sharedKey(job, [...commented.sharing, ...checked, ...(to.sharing ?? [])])
  await summary(job, renderSummary({ ...assessment, warnings: [...assessment.warnings, ...shared] }, options))
  const headline = headlineText(assessment)
  printOutside(core.info, headline)
  return {
    outcome: assessment.outcome,
    conclude: () => concludeWith(job, assessment, to, { body, headline, url: commented.url }),
  }
}

async function concludeWith(
  { inputs, context, temporary, runtime, runnerFiles }: Job,
  assessment: Assessment,
  to: Publication,
  { body, headline, url }: { body: string; headline: string; url: string | null },
): Promise<void> {
  const otherwise = pointElsewhere(runtime.host.temporaryVariables)
  // Last: what is published does not depend on them.
  const files: Record<string, string> = {}
  for (const [output, name, render] of [
    ['report-markdown', 'report.md', () => body],
    ['report-json', 'report.json', () => renderJson(assessment)],
    ['report-junit', 'report.xml', () => renderJunit(assessment, { configFile: to.config.file })],
    ['report-openmetrics', 'report.prom', () => renderOpenMetrics(assessment)],
  ] as const) {
    files[output] = join(temporary, name)
    await orWarning(name, () => writeOwnFile(files[output]!, render(), otherwise))
  }

  await setOutputs(runnerFiles, {
    outcome: assessment.outcome,
    regressions: changes(assessment.rows, ['regression', 'over-budget']),
    improvements: changes(assessment.rows, ['improvement']),
    summary: headline,
    ...files,
    'comment-url': url,
    'base-sha': assessment.base.sha,
    dashboard: to.dashboard,
    'run-file': to.runFile,
  })
  const failing = { fail: ['fail'], warn: ['fail', 'warn'], never: [] }[inputs.failOn] as readonly string[]
  if (failing.includes(assessment.outcome) && !to.neverFails)
    core.setFailed(`${headline}. Report: ${context.runUrl}`)
}

/**
 * Publishes that nothing could be judged, so that no earlier verdict stays in its place, and sets the
 * outputs. The caller fails the step.
 */
export async function publishFailure(job: Job, error: unknown, to: Publication): Promise<void> {
  const { conclude } = await publishFailureSurfaces(job, error, to)
  await conclude()
}

/** Publishes that nothing could be judged on all surfaces. */
export async function publishFailureSurfaces(job: Job, error: unknown, to: Publication): Promise<Published> {
  const { inputs } = job
  const links = linksOf(job, to.config)
  const policy = inputs.comment ?? to.config.report.comment
  const what = describeError(error)
  const hasRun = error instanceof UserError && error.code === 'checkouts'
  const title = failureTitle(hasRun)
  const options = { hasRun, sha: to.headSha, links, reported: error instanceof StatedError }
  const body = renderFailure(what, { ...options, key: inputs.key })
  const plain = renderFailure(what, { ...options, key: null })
  const conclusion = 'failure'
  const mayCreate = to.mayCreate ?? true
  const commented = await comment(job, to, policy, { body, conclusion, mayCreate })
  const output = { title, summary: plain, conclusion } as const
  sharedKey(job, [...commented.sharing, ...(await check(job, to, output, []))])
  await summary(job, plain)
  const outputs = {
    outcome: 'fail',
    regressions: [],
    improvements: [],
    summary: `${title}: ${firstLine(what.message)}`,
    'comment-url': commented.url,
    'run-file': to.runFile,
  }
  return { outcome: 'fail', conclude: () => setOutputs(job.runnerFiles, outputs) }
}

/** The rows of some verdicts, as later steps of a workflow want them. */
function changes(rows: readonly Row[], verdicts: readonly Row['verdict'][]) {
  return rows
    .filter(({ verdict }) => verdicts.includes(verdict))
    .sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0))
    .map(({ id, benchmark, suite, metric, verdict, severity, effect, interval, unit, base, head }) => ({
      id,
      benchmark,
      suite,
      metric,
      verdict,
      severity,
      effect,
      interval,
      unit,
      base: base.value,
      head: head.value,
    }))
}

export function linksOf({ context, inputs }: Job, { report: { dashboardUrl } }: Config): Links {
  const repository = `${context.serverUrl}/${context.repository.fullName}`
  return {
    summary: context.runUrl,
    commit: (sha) => `${repository}/commit/${sha}`,
    compare: null,
    dashboard: dashboardUrl === null ? null : dashboardLinks(dashboardUrl.replaceAll('{key}', inputs.key)),
  }
}

const dashboardLinks = (page: string): DashboardLinks => ({
  page,
  chart: (benchmark, metric) => `${page}${chartHash(benchmark, metric)}`,
})

/** This job's verdict, as its comment and its check run carry it. */
function verdictOf({ context, inputs }: Job, conclusion: CheckOutput['conclusion']) {
  const { runId, runAttempt } = context
  return { leg: legOf({ ...context, matrix: inputs.matrix }), conclusion, runId, runAttempt }
}

/** Warns that other legs of this workflow run published under the same key. */
function sharedKey({ inputs }: Job, legs: readonly string[]): Finding[] {
  if (legs.length === 0) return []
  const line = keyLine(inputs)
  const finding = {
    code: 'key-shared',
    key: inputs.key,
    jobs: [...new Set(legs.map(legName))],
    line,
  } as const
  core.warning(sentenceOf(finding), { title: 'One key for several jobs' })
  return [finding]
}

async function comment(
  job: Job,
  { pull, headSha }: Publication,
  policy: Config['report']['comment'],
  text: { body: string; conclusion: CheckOutput['conclusion']; mayCreate: boolean },
): Promise<{ url: string | null; sharing: readonly string[] }> {
  const { context, inputs } = job
  const nothing = { url: null, sharing: [] }
  if (pull === null || inputs.githubToken === null) return nothing
  const { body, conclusion, mayCreate } = text
  const result = await publishComment(job.client(), {
    pull,
    key: inputs.key,
    own: { ...verdictOf(job, conclusion), commit: headSha, body },
    line: keyLine(inputs),
    // One that is there says what an older commit was: it is brought up to date all the same.
    mayCreate: mayCreate && policy !== 'never',
    whySuperseded: () => whySuperseded(job),
    onNotice: (notice) => core.info(forLog(notice)),
  })
  if ('url' in result || result.status === 'not-needed') return { ...nothing, ...result }
  if (result.status === 'superseded') {
    core.notice(`The comment was left as it is: ${result.reason}`)
  } else if (result.status === 'forbidden' && policy === 'never') {
    core.debug(`no comment: ${result.reason}`)
  } else if (result.status === 'forbidden' && (context.pull?.isFork || context.isDependabot)) {
    core.info(
      'This token may not comment: the workflow on workflow_run publishes the report (docs/forks.md).',
    )
  } else {
    core.warning(
      `The comment was not published. ${result.reason} ${result.remedy} The report is in the job summary.`,
    )
  }
  return nothing
}

/** Why the pull request's comment is another run's to write; null: it is this one's. */
async function whySuperseded({ client, context: { pull, sourceRun } }: Job): Promise<string | null> {
  const judged = pull === null ? sourceRun : { ...pull, headBranch: pull.headRef }
  if (judged === null) return null
  try {
    const search = await findPull(client(), judged)
    return search.status === 'none' ? search.reason : null
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    // A token that may not even ask will be refused the comment, too.
    return null
  }
}

function subjectOf({ context }: Job, { pull, recorded = false }: Publication): Subject {
  if (pull !== null) return `pull-${pull}`
  if (recorded) return 'record'
  return context.mergeGroup === null ? 'branch' : 'merge-group'
}

/** Publishes the check run; the legs of the same workflow run that judged the same under the same key. */
async function check(
  job: Job,
  to: Publication,
  output: CheckOutput,
  annotations: ReturnType<typeof annotationsOf>,
): Promise<readonly string[]> {
  const { context, inputs } = job
  if (inputs.githubToken === null) return []
  const result = await publishCheckRun(job.client(), {
    key: inputs.key,
    subject: subjectOf(job, to),
    headSha: to.headSha,
    detailsUrl: context.runUrl,
    annotations,
    ...output,
    ...verdictOf(job, output.conclusion),
  })
  if (result.status === 'created') return result.sharing
  // Optional: a job without `checks: write` is as it should be.
  if (result.status === 'forbidden') core.debug(`no check run: ${result.reason}`)
  else core.warning(`The check run was not published. ${result.reason} ${result.remedy}`)
  return []
}

async function summary({ runnerFiles }: Job, markdown: string): Promise<void> {
  await orWarning('The job summary', async () => {
    if ((await appendSummary(runnerFiles, markdown)) === 'full')
      core.warning('The job summary has no room left for the report.')
  })
}

/** Writes a file beside the verdict, which a full disk must not turn into "did not run". */
async function orWarning(what: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    core.warning(`${what} was not written: ${(error as Error).message}`)
  }
}
