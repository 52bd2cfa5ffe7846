import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as core from '@actions/core'
import { pointElsewhere } from '../files/explain-disk.ts'
import { DEFAULT_CONFIG } from '../config/defaults.ts'
import { configDigest, resultsDigest } from '../config/digest.ts'
import { loadConfig } from '../config/load.ts'
import { UserError } from '../errors.ts'
import { writeOwnFile } from '../files/own-file.ts'
import { runOf, withAnchor } from '../gate/record.ts'
import { type CommitInfo, commitInfo } from '../git/commit-info.ts'
import type { Config } from '../model/config.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Run } from '../model/stored-run.ts'
import { gate } from '../gate/gate.ts'
import type { GateRequest } from '../gate/request.ts'
import type { Evidence } from '../model/evidence.ts'
import { knownHistory, withStanding } from '../gate/standing.ts'
import { judgeEvidence } from '../gate/judge.ts'
import { legOf } from '../github/legs.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import { renderRun } from '../store/run-file.ts'
import type { Store } from '../store/store.ts'
import { measuredAnchor } from './anchor.ts'
import { writeDashboard } from './dashboard.ts'
import { measuringRuntime } from './job.ts'
import { type ModeJob, readStored, storedResults } from './job-store.ts'
import { type Publication, publish, publishFailure } from './publish.ts'
import { putBackRunnerFiles } from './put-back.ts'
import { type Finding, worded } from '../model/finding.ts'
import { originOf } from '../gate/facts.ts'

/** Measures a commit of the default branch against its parent and stores what it is like. */
export async function recordJob(job: ModeJob): Promise<void> {
  const { context, project, env, signal } = job
  const warnings: Finding[] = []
  let isStored = false
  let subject: Publication = { pull: null, headSha: context.sha, config: DEFAULT_CONFIG, recorded: true }
  try {
    const config = await loadConfig(project, job.configPath)
    const commit = await commitInfo({ project, env, signal })
    subject = { ...subject, headSha: commit.sha, config }
    const { assessment, evidence, anchored } =
      job.inputs.results.length > 0
        ? await recordedResults(job, config, commit, warnings)
        : await measured(job, config, commit, warnings)
    warnings.push(...(await putBackRunnerFiles(job)))
    const digest = originOf(evidence).kind === 'files' ? resultsDigest() : configDigest(config)
    const recorded = runOf(evidence, assessment, {
      commit,
      ref: context.ref,
      run: {
        id: String(context.runId),
        attempt: context.runAttempt,
        recordedAt: job.runtime.clock().toISOString(),
        key: job.inputs.key,
        leg: legOf({ ...context, matrix: job.inputs.matrix }),
      },
      config: digest,
    })
    const run = anchored === null ? recorded : withAnchor(recorded, anchored)
    const { runFile, said, sharing, dashboard } = await store(job, config, run)
    isStored = runFile === null
    // Read again: this run is part of the history now, and so is what others pushed meanwhile.
    const isLate = signal.aborted && runFile !== null
    const stored = isLate ? null : await readStored(job, config, commit.sha, [], digest)
    const known = await knownHistory(stored, assessment, { config, clock: job.runtime.clock })
    const complete = {
      ...withStanding(assessment, known),
      warnings: [...assessment.warnings, ...warnings, ...said],
    }
    await publish(job, complete, { ...subject, runFile, sharing, dashboard })
    const mayTell = config.report.issue && runFile === null && job.inputs.githubToken !== null
    const isIssue = mayTell && context.branch === context.repository.defaultBranch && !signal.aborted
    if (known !== null && isIssue) {
      const { reportRegressions } = await import('./regression-issues.ts')
      await reportRegressions(job, known, config)
    }
  } catch (error) {
    if (!signal.aborted) await publishFailure(job, error, subject)
    if (!signal.aborted || !isStored) throw error
    core.setFailed('Cancelled: the run was stored, and not reported')
  }
}

interface Recording {
  assessment: Assessment
  evidence: Evidence
  /** The commit beside a release; null: it was not measured. */
  anchored: Assessment | null
}

async function measured(
  job: ModeJob,
  config: Config,
  { sha }: CommitInfo,
  warnings: Finding[],
): Promise<Recording> {
  const request: GateRequest = {
    command: 'record',
    project: job.project,
    config,
    base: { kind: 'parent' },
    baseMayFail: true,
    // The commit and nothing else: what other steps left in the checkout is no part of its history.
    head: { kind: 'ref', ref: sha },
    filter: null,
    seed: randomBytes(4).toString('hex'),
  }
  const runtime = await measuringRuntime(job)
  const storedFor = (base: string) => readStored(job, config, base, warnings)
  const { assessment, evidence } = await gate(request, runtime, { storedFor })
  const { anchor } = config.baseline
  const anchored =
    anchor === null ? null : await measuredAnchor(job, anchor, { sha, request, runtime, warnings })
  return { assessment, evidence, anchored }
}

/** What the workflow measured of the commit: there is no parent beside it, only what earlier runs stored. */
async function recordedResults(
  job: ModeJob,
  config: Config,
  commit: CommitInfo,
  warnings: Finding[],
): Promise<Recording> {
  // Adapters of thirty tools, which a step that measures itself need not load.
  const { evidenceOfResults } = await import('./results.ts')
  const evidence = await evidenceOfResults(job, {
    command: 'record',
    config,
    base: { label: 'parent', sha: null, dirty: false },
    head: { label: commit.sha, sha: commit.sha, dirty: false },
  })
  const stored = commit.parent === null ? null : await storedResults(job, config, commit.parent, warnings)
  const assessment = judgeEvidence(evidence, { config }, { clock: job.runtime.clock, stored })
  return { evidence, assessment, anchored: null }
}

interface Stored {
  /** Where the run lies; null: on the branch. */
  runFile: string | null
  /** Warnings. */
  said: Finding[]
  /** Legs of the same workflow run that stored the same commit under the same key. */
  sharing: string[]
  /** Where the dashboard was written; null: it was not. */
  dashboard: string | null
}

const CANCELLED = new UserError(
  'store',
  'The job was cancelled, or timed out, and its last seconds were too few',
  'If it timed out, raise timeout-minutes of the job.',
)

/** Appends a run to the branch. Where that fails the run lies in a file, so that nothing measured is lost. */
async function store(job: ModeJob, config: Config, run: Run): Promise<Stored> {
  const file = join(job.temporary, `run-${run.commit.sha.slice(0, 12)}-${run.run.id}-${run.run.attempt}.json`)
  // Before anything can come between: minutes of measuring lie in it.
  await writeOwnFile(file, renderRun(run), pointElsewhere(job.runtime.host.temporaryVariables))
  try {
    const { store, keep } = await job.store()
    const done = await store.append(run)
    const times = done.attempts === 1 ? '' : ` at attempt ${done.attempts}`
    core.info(
      `stored ${done.path} on ${job.inputs.baselineBranch} as ${done.commit.slice(0, 7)}${times}, ${done.seconds.toFixed(1)} s`,
    )
    const dashboard = await writeDashboard(job, config, store)
    // With what the dashboard fetched, so that the next job need not.
    await keep(done.commit)
    const sharing = await legsBeside(run, store, job.signal)
    return { runFile: null, said: done.warnings.map(worded), sharing, dashboard }
  } catch (error) {
    const known = error instanceof UserError || !job.signal.aborted ? error : CANCELLED
    if (!(known instanceof UserError)) throw known
    // A stored run that is missing must be seen without opening the summary.
    core.warning(linesForTerminal(`The run was not stored. ${known.message}. ${known.remedy}`))
    const { message: reason, remedy } = known
    return {
      runFile: file,
      said: [{ code: 'run-not-stored', reason, remedy, file }],
      sharing: [],
      dashboard: null,
    }
  }
}

/** Runs in which other legs are looked for: those of one workflow run lie close together. */
const RUNS_BESIDE = 50

/** The other legs that stored the commit in the same workflow run; none where that cannot be read. */
async function legsBeside({ commit, run: own }: Run, store: Store, signal: AbortSignal): Promise<string[]> {
  try {
    const { runs } = await store.read(RUNS_BESIDE, own.key)
    return runs.flatMap(({ run: { commit: of, run } }) =>
      of.sha === commit.sha && run.id === own.id && run.leg !== undefined && run.leg !== own.leg
        ? [run.leg]
        : [],
    )
  } catch (error) {
    // A cancelled job ends this too, and the run is not missing for it.
    if (!(error instanceof UserError) && !signal.aborted) throw error
    // The run is stored, and its check run finds the others too.
    return []
  }
}
