import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as core from '@actions/core'
import { DEFAULT_CONFIG } from '../config/defaults.ts'
import { configDigest, resultsDigest } from '../config/digest.ts'
import { loadConfig } from '../config/load.ts'
import { UserError } from '../errors.ts'
import { runOf } from '../gate/record.ts'
import { type CommitInfo, commitInfo } from '../git/commit-info.ts'
import type { Config } from '../model/config.ts'
import type { Run } from '../model/stored-run.ts'
import { gate } from '../gate/gate.ts'
import { judgeEvidence } from '../gate/judge.ts'
import { renderRun } from '../store/run-file.ts'
import { measuringRuntime } from './job.ts'
import { type ModeJob, readStored, storedResults } from './job-store.ts'
import { type Publication, publish, publishFailure } from './publish.ts'
import { type Finding, worded } from '../model/finding.ts'
import { originOf } from '../gate/facts.ts'

/** Measures a commit of the default branch against its parent and stores what it is like. */
export async function recordJob(job: ModeJob): Promise<void> {
  const { context, project, env, signal } = job
  const warnings: Finding[] = []
  let subject: Publication = { pull: null, headSha: context.sha, config: DEFAULT_CONFIG, recorded: true }
  try {
    const config = await loadConfig(project, job.configPath)
    const commit = await commitInfo({ project, env, signal })
    subject = { ...subject, headSha: commit.sha, config }
    const storedFor = (sha: string) => readStored(job, config, sha, warnings)
    const { assessment, evidence } =
      job.inputs.results.length > 0
        ? await recordedResults(job, config, commit, warnings)
        : await gate(
            {
              command: 'record',
              project,
              config,
              base: { kind: 'parent' },
              baseMayFail: true,
              // The commit and nothing else: what other steps left in the checkout is no part of its history.
              head: { kind: 'ref', ref: commit.sha },
              filter: null,
              seed: randomBytes(4).toString('hex'),
            },
            await measuringRuntime(job),
            { storedFor },
          )
    const run = runOf(evidence, assessment, {
      commit,
      ref: context.ref,
      run: {
        id: String(context.runId),
        attempt: context.runAttempt,
        recordedAt: job.runtime.clock().toISOString(),
        key: job.inputs.key,
      },
      config: originOf(evidence).kind === 'files' ? resultsDigest() : configDigest(config),
    })
    const { runFile, said } = await store(job, run)
    const complete = {
      ...assessment,
      warnings: [...assessment.warnings, ...warnings, ...said],
    }
    await publish(job, complete, { ...subject, runFile })
  } catch (error) {
    if (!job.signal.aborted) await publishFailure(job, error, subject)
    throw error
  }
}

/** What the workflow measured of the commit: there is no parent beside it, only what earlier runs stored. */
async function recordedResults(job: ModeJob, config: Config, commit: CommitInfo, warnings: Finding[]) {
  // Adapters of thirty tools, which a step that measures itself need not load.
  const { evidenceOfResults } = await import('./results.ts')
  const evidence = await evidenceOfResults(job, {
    command: 'record',
    config,
    base: { label: 'parent', sha: null, dirty: false },
    head: { label: commit.sha, sha: commit.sha, dirty: false },
  })
  const stored = commit.parent === null ? null : await storedResults(job, config, commit.parent, warnings)
  return { evidence, assessment: judgeEvidence(evidence, { config }, { clock: job.runtime.clock, stored }) }
}

/**
 * Appends a run to the branch. Where that fails the run lies in a file, so that nothing measured is lost;
 * `said` are warnings.
 */
async function store(job: ModeJob, run: Run): Promise<{ runFile: string | null; said: Finding[] }> {
  const file = join(job.temporary, `run-${run.commit.sha.slice(0, 12)}-${run.run.id}-${run.run.attempt}.json`)
  // Before anything can come between: minutes of measuring lie in it.
  await writeFile(file, renderRun(run))
  try {
    const { store, keep } = await job.store()
    const done = await store.append(run)
    const times = done.attempts === 1 ? '' : ` at attempt ${done.attempts}`
    core.info(
      `stored ${done.path} on ${job.inputs.baselineBranch} as ${done.commit.slice(0, 7)}${times}, ${done.seconds.toFixed(1)} s`,
    )
    await keep(done.commit)
    return { runFile: null, said: done.warnings.map(worded) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    // A stored run that is missing must be seen without opening the summary.
    core.warning(`The run was not stored. ${error.message}. ${error.remedy}`)
    const { message: reason, remedy } = error
    return { runFile: file, said: [{ code: 'run-not-stored', reason, remedy, file }] }
  }
}
