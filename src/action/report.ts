import * as core from '@actions/core'
import { configAmong, placesOfConfig } from '../config/load.ts'
import { DEFAULT_CONFIG } from '../config/defaults.ts'
import { judgedByBase } from '../config/judged-by-base.ts'
import { invariant, UserError } from '../errors.ts'
import { type ArtifactFile, readArtifactFile } from '../github/artifact.ts'
import { ApiError } from '../github/api-error.ts'
import type { Client } from '../github/client.ts'
import type { SourceRun } from '../github/context.ts'
import { readFileAt } from '../github/file.ts'
import { findPull, type FoundPull } from '../github/pulls.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Config } from '../model/config.ts'
import { evidenceSchema, type Evidence } from '../model/evidence.ts'
import { judgeEvidence } from '../pipeline.ts'
import type { Job } from './job.ts'
import { publish, publishFailure } from './publish.ts'
import { readStored } from './stored.ts'

const ARTIFACT = 'benchgate-report'
const FILE = 'benchgate-report.json'

/**
 * Publishes what another workflow measured without any right to write. Nothing in the artifact is believed but numbers and
 * names: the pull request, the commits and the budgets come from GitHub, and the verdict is made here. No code of the
 * project runs, nothing is checked out, no cache is restored, no baseline is written.
 */
export async function reportJob(job: Job): Promise<void> {
  const { sourceRun } = job.context
  invariant(sourceRun !== null, 'report mode was chosen for an event without a workflow run')
  const client = job.client()
  const search = await findPull(client, sourceRun)
  if (search.status === 'none') {
    core.notice(`Nothing was published: ${search.reason}`)
    core.setOutput('outcome', 'nothing')
    return
  }
  const file = await readArtifactFile(client, { runId: sourceRun.id, name: ARTIFACT, file: FILE })
  for (const pull of search.pulls) await reportOn(job, { ...pull, headSha: sourceRun.headSha }, file, sourceRun)
}

async function reportOn(job: Job, pull: FoundPull & { headSha: string }, file: ArtifactFile, run: SourceRun): Promise<void> {
  const client = job.client()
  const base = await configAt(job, client, pull.baseSha)
  const own = await configAt(job, client, pull.headSha)
  const config = base === null ? (own ?? DEFAULT_CONFIG) : judgedByBase(own ?? base, base)
  // The job that measured is red already, on the pull request; this one did its work.
  const to = { pull: pull.number, headSha: pull.headSha, config, neverFails: true }
  if (file.status !== 'found') {
    const error = notMeasured(job, file, run)
    if (error === null) return core.notice(`Nothing was published: ${file.reason}, and it was ${run.conclusion}`)
    await publishFailure(job, error, to)
    if (file.status === 'unfit') throw error
    return
  }
  try {
    await publish(job, await judged(job, pull, parseEvidence(file.text), { config, proposed: base && own ? own : undefined }), to)
  } catch (error) {
    if (error instanceof UserError) await publishFailure(job, error, to)
    throw error
  }
}

/** The verdict on what was measured, under the config that this repository holds the pull request to. */
async function judged(
  job: Job,
  pull: { headSha: string },
  evidence: Evidence,
  { config, proposed }: { config: Config; proposed: Config | undefined },
): Promise<Assessment> {
  const warnings: string[] = []
  const stored = evidence.base.sha === null ? null : await readStored(job, config, evidence.base.sha, { mayCache: false, warnings })
  const trusted = { ...evidence, command: 'check', head: { label: 'head', sha: pull.headSha, dirty: false } } as const
  const assessment = judgeEvidence(trusted, { config }, { clock: job.world.clock, stored, proposed })
  return { ...assessment, warnings: [...assessment.warnings, ...warnings] }
}

/** Why there is nothing to judge; null where nobody expects it: a run that was cancelled or skipped. */
function notMeasured({ context }: Job, file: Exclude<ArtifactFile, { status: 'found' }>, run: SourceRun): UserError | null {
  if (file.status === 'missing' && (run.conclusion === 'cancelled' || run.conclusion === 'skipped')) return null
  const log = `${context.serverUrl}/${context.repository.fullName}/actions/runs/${run.id}`
  return new UserError('github', `Nothing to judge: ${file.reason}.`, `The log of the job that measured says why: ${log}`)
}

/** The config that a commit holds, as data; null where there is none that counts. */
async function configAt(job: Job, client: Client, sha: string): Promise<Config | null> {
  const { workingDirectory } = job.inputs
  const files = new Map<string, string>()
  try {
    for (const place of placesOfConfig(job.configPath)) {
      const text = await readFileAt(client, sha, workingDirectory === '.' ? place : `${workingDirectory}/${place}`)
      if (text !== null) files.set(place, text)
    }
    return configAmong(files, job.configPath)
  } catch (error) {
    if (error instanceof ApiError) throw error
    if (error instanceof UserError) return null
    throw error
  }
}

function parseEvidence(text: string): Evidence {
  const refuse = (what: string, cause: unknown): never => {
    throw new UserError('usage', `${FILE} of the measuring job ${what}`, 'Upload the file as benchgate wrote it, with the same version of benchgate in both workflows.', { cause })
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    return refuse('is not JSON; it may have been cut off', cause)
  }
  const result = evidenceSchema.safeParse(value)
  if (result.success) return result.data
  const { path, message } = result.error.issues[0]!
  return refuse(`does not have the right form at ${path.join('.').slice(0, 200)}: ${message}`, result.error)
}
