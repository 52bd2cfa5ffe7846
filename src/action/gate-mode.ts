import { randomBytes } from 'node:crypto'
import { DEFAULT_CONFIG } from '../config/defaults.ts'
import { loadConfig } from '../config/load.ts'
import { UserError } from '../errors.ts'
import { evidenceNames } from '../github/evidence-names.ts'
import type { GateRequest } from '../gate/request.ts'
import { mergeBase } from '../github/merge-base.ts'
import type { Revision } from '../model/assessment.ts'
import type { Config } from '../model/config.ts'
import { gate } from '../gate/gate.ts'
import { heldToBase } from '../gate/held-to-base.ts'
import { judgeEvidence } from '../gate/judge.ts'
import { knownHistory, withStanding } from '../gate/standing.ts'
import { failuresAsWarnings } from '../gate/failures-as-warnings.ts'
import { clearEvidence, writeEvidence } from './evidence-file.ts'
import { type Job, measuringRuntime } from './job.ts'
import { type ModeJob, readStored, storedResults } from './job-store.ts'
import { publish, publishFailure } from './publish.ts'
import { putBackRunnerFiles } from './put-back.ts'
import type { Finding } from '../model/finding.ts'

/** Measures a change against its base, judges it by base's budgets, and publishes what was found. */
export async function gateJob(job: ModeJob): Promise<void> {
  const { context, inputs, workspace } = job
  const subject = { pull: context.pull?.number ?? null, headSha: context.pull?.headSha ?? context.sha }
  const names = evidenceNames(inputs.key)
  let config: Config = DEFAULT_CONFIG
  try {
    await clearEvidence(workspace, names)
    config = await loadConfig(job.project, job.configPath)
    const { request, baseSha, proposed, warnings } = await requestOf(job, config)
    config = request.config
    const { assessment, evidence, stored } =
      inputs.results.length > 0
        ? await judgedResults(job, request, { baseSha, proposed, warnings })
        : await gate(request, await measuringRuntime(job), {
            storedFor: (sha) => readStored(job, request.config, sha, warnings),
            proposed,
          })
    warnings.push(...(await putBackRunnerFiles(job)))
    const known = await knownHistory(stored, assessment, { config, clock: job.runtime.clock })
    const head = shown(assessment.head, subject.headSha)
    if (context.event === 'pull_request') await writeEvidence(workspace, names, { ...evidence, head })
    const whole = {
      ...withStanding(assessment, known),
      head,
      warnings: [...assessment.warnings, ...warnings],
    }
    // A fork's own job ends as the one does that publishes for it.
    const isSpared = context.pull?.isFork === true && config.forks === 'warn'
    await publish(job, isSpared ? failuresAsWarnings(whole) : whole, { ...subject, config })
  } catch (error) {
    // Who cancels a job knows that it did not come to an end.
    if (!job.signal.aborted) await publishFailure(job, error, { ...subject, config })
    throw error
  }
}

/** What the workflow measured of head, held against the stored run nearest to base. */
async function judgedResults(
  job: ModeJob,
  request: GateRequest,
  { baseSha, proposed, warnings }: { baseSha: string; proposed: Config; warnings: Finding[] },
): ReturnType<typeof gate> {
  const { command, config } = request
  // Adapters of thirty tools, which a step that measures itself need not load.
  const { evidenceOfResults } = await import('./results.ts')
  const evidence = await evidenceOfResults(job, {
    command,
    config,
    base: { label: 'merge-base', sha: baseSha, dirty: false },
    head: { label: 'head', sha: job.context.sha, dirty: false },
  })
  const stored = await storedResults(job, config, baseSha, warnings)
  return {
    evidence,
    stored,
    assessment: judgeEvidence(evidence, request, { clock: job.runtime.clock, stored, proposed }),
  }
}

/** People know the commit that was pushed; what was measured may be GitHub's merge of it with base. */
const shown = (head: Revision, sha: string): Revision => ({
  ...head,
  sha,
  label: head.dirty ? head.label : 'head',
})

async function requestOf(job: Job, own: Config): ReturnType<typeof heldToBase> {
  const { mergeGroup, pull } = job.context
  const request: GateRequest = {
    command: 'check',
    project: job.project,
    config: own,
    base: mergeGroup === null ? { kind: 'merge-base' } : { kind: 'ref', ref: mergeGroup.baseSha },
    baseMayFail: true,
    head: { kind: 'working-tree' },
    filter: null,
    seed: randomBytes(4).toString('hex'),
  }
  try {
    return await heldToBase(request, job.configPath, job.runtime)
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'no-merge-base' || pull === null) throw error
    // The checkout's history does not reach so far back; GitHub's does.
    const sha = await mergeBase(job.client(), pull.baseSha, pull.headSha)
    if (sha === null) throw error
    return await heldToBase({ ...request, base: { kind: 'ref', ref: sha } }, job.configPath, job.runtime)
  }
}
