import * as core from '@actions/core'
import { DEFAULT_CONFIG } from '../config/defaults.ts'
import { type EffectiveConfig, effectiveConfig } from '../config/effective-config.ts'
import { configAmong, type FilesElsewhere, placesOfConfig } from '../config/load.ts'
import { invariant, UserError } from '../errors.ts'
import { evidenceNames } from '../github/evidence-names.ts'
import { setNothing } from '../github/action-outputs.ts'
import { type ArtifactFile, readArtifactFile } from '../github/artifact.ts'
import { ApiError } from '../github/api-error.ts'
import { mergeBase } from '../github/merge-base.ts'
import type { SourceRun } from '../github/context.ts'
import { readFileAt } from '../github/file.ts'
import { filesOfPull, findPull, type FoundPull, MAX_PULL_FILES } from '../github/pulls.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Config } from '../model/config.ts'
import type { Evidence } from '../model/evidence.ts'
import { judgeEvidence, type Statement } from '../gate/judge.ts'
import { knownHistory, withStanding } from '../gate/standing.ts'
import { failuresAsWarnings } from '../gate/failures-as-warnings.ts'
import { parseEvidence } from './evidence-file.ts'
import {
  hasClaims,
  matcherOf,
  NOTHING_KNOWN,
  refuseClaimedCommands,
  statementOn,
  suitesFromHead,
} from './edit-claims.ts'
import { type ModeJob, readStored, storedResults } from './job-store.ts'
import { type Publication, publishFailureSurfaces, publishSurfaces, type Published } from './publish.ts'
import { originOf } from '../gate/facts.ts'
import { StatedError } from './stated-error.ts'

/**
 * Publishes what another workflow measured without any right to write. Nothing in the artifact is believed
 * but numbers and names: the pull request, the commits and the budgets come from GitHub, and the verdict is
 * made here. No code of the project runs, nothing is checked out, no cache is restored, no baseline is
 * written. Whatever fails here is published on the pull request too, so that no earlier verdict stays in its
 * place.
 */
export async function reportJob(job: ModeJob): Promise<void> {
  const { sourceRun } = job.context
  invariant(sourceRun !== null, 'report mode was chosen for an event without a workflow run')
  const search = await findPull(job.client(), sourceRun)
  if (search.status === 'none') {
    core.notice(`Nothing was published: ${search.reason}`)
    await setNothing(job.runnerFiles)
    return
  }
  const failures: unknown[] = []
  const published: Published[] = []
  for (const pull of search.pulls) {
    // The job that measured is red already, on the pull request; this one did its work.
    const to = { pull: pull.number, headSha: sourceRun.headSha, config: DEFAULT_CONFIG, neverFails: true }
    try {
      const own = await reportOn(job, pull, sourceRun, { others: search.pulls.length - 1 })
      if (own !== null) published.push(own)
    } catch (error) {
      failures.push(error)
      published.push(await publishFailureSurfaces(job, error, to))
    }
  }
  // A step has its outputs once, and what passes in one pull request must not hide what fails in another.
  const worst = published.toSorted((a, b) => GRAVITY.indexOf(a.outcome) - GRAVITY.indexOf(b.outcome))[0]
  await (worst === undefined ? setNothing(job.runnerFiles) : worst.conclude())
  if (failures.length > 0) throw failures[0]
}

const GRAVITY: readonly Published['outcome'][] = ['fail', 'warn', 'pass']

/** Judges and publishes for one pull request; null where this run measured for another one. */
async function reportOn(
  job: ModeJob,
  pull: FoundPull,
  run: SourceRun,
  { others }: { others: number },
): Promise<Published | null> {
  const client = job.client()
  const names = evidenceNames(job.inputs.key)
  const to = { pull: pull.number, headSha: run.headSha, config: DEFAULT_CONFIG, neverFails: true }
  const file = await readArtifactFile(client, { runId: run.id, name: names.artifact, file: names.file })
  if (file.status !== 'found') return await publishMissing(job, file, run, to)
  const evidence = parseEvidence(file.text, names)
  if (!(await isOfBase(job, pull, evidence))) {
    // One branch may be proposed to several; each has a measurement of its own.
    if (others > 0) {
      core.notice(`#${pull.number}: this run measured against another base`)
      return null
    }
    throw new UserError(
      'usage',
      `The base that was measured (${evidence.base.sha?.slice(0, 7) ?? 'none'}) is no commit of ${pull.baseRef}`,
      'Run the measuring job again, on the event pull_request and without another base in base.ref.',
    )
  }
  // Both as they are now: GitHub's merge of the pull request, and the branch that it is to be merged into.
  const merged = await configFilesAt(job, `refs/pull/${pull.number}/merge`)
  const own = configAmong(merged.size > 0 ? merged : await configFilesAt(job, run.headSha), job.configPath)
  const files = await configFilesAt(job, pull.baseRef)
  const held = effectiveConfig(own ?? DEFAULT_CONFIG, files, job.configPath)
  if (originOf(evidence).kind === 'files') await refuseUnexpectedResults(job, evidence, held.base)
  refuseClaimedCommands(evidence, held)
  await refuseOlderBase(job, { pull, headSha: run.headSha, sha: evidence.base.sha }, held.config)
  const named = {
    ...evidence,
    base: { label: 'base', sha: evidence.base.sha, dirty: false },
    head: { label: 'head', sha: run.headSha, dirty: false },
  }
  const assessment = await judged(job, named, held, await statementOf(job, pull, named, held.config))
  return await publishSurfaces(job, ending(job, run, assessment, held), { ...to, config: held.config })
}

/**
 * Throws a UserError for a base that is older than where the pull request begins: against it, what others
 * made faster meanwhile would hide what the pull request makes slower.
 */
async function refuseOlderBase(
  job: ModeJob,
  { pull, headSha, sha }: { pull: FoundPull; headSha: string; sha: string | null },
  { base: { ref } }: Config,
): Promise<void> {
  if (ref.kind !== 'merge-base' || sha === null || sha === pull.baseSha) return
  const start = await mergeBase(job.client(), pull.baseRef, headSha)
  if (start === sha || (start !== null && (await mergeBase(job.client(), start, sha)) === start)) return
  throw new UserError(
    'usage',
    `The base that was measured (${sha.slice(0, 7)}) is older than the commit that the pull request starts from (${start?.slice(0, 7) ?? 'unknown'})`,
    'Run the measuring job again, on the event pull_request and without another base in base.ref.',
  )
}

/** What is published: with places only in suites of base, and as base's config lets a fork end. */
function ending(
  { context }: ModeJob,
  { headRepository }: SourceRun,
  assessment: Assessment,
  { config, base }: EffectiveConfig,
): Assessment {
  const isSuite = matcherOf((base ?? DEFAULT_CONFIG).suites)
  const placed = {
    ...assessment,
    rows: assessment.rows.map((row) => (isSuite(row.suite) ? row : { ...row, location: null })),
  }
  const isFork = headRepository?.toLowerCase() !== context.repository.fullName.toLowerCase()
  return isFork && config.forks === 'warn' ? failuresAsWarnings(placed) : placed
}

/**
 * What the evidence is held against beside the stored runs: the files that the pull request touches show
 * which suites it may have brought to base, and which benchmarks can be new or removed.
 */
async function statementOf(
  job: ModeJob,
  pull: FoundPull,
  evidence: Evidence,
  { base, measure }: Config,
): Promise<Statement> {
  // Compared with anything else, what is new need not be new in this pull request.
  const isOfPull = originOf(evidence).kind === 'paired' && base.ref.kind === 'merge-base'
  if (suitesFromHead(evidence).size === 0 && !(isOfPull && hasClaims(evidence))) return NOTHING_KNOWN
  const { workingDirectory } = job.inputs
  const below = workingDirectory === '.' ? '' : `${workingDirectory}/`
  const files = await filesOfPull(job.client(), pull.number)
  const touched = new Map(
    [...files].flatMap(([path, change]) =>
      path.startsWith(below) ? [[path.slice(below.length), change] as const] : [],
    ),
  )
  const statement = statementOn(evidence, touched, measure)
  return isOfPull && files.size < MAX_PULL_FILES
    ? statement
    : { ...NOTHING_KNOWN, refutationOf: statement.refutationOf }
}

/**
 * Whether a gate measures or judges result files is for this repository to say. Its measuring job takes an
 * input `results` for that, which nobody sees here: the input of this step stands for it, and else what the
 * config file measures and what is stored.
 */
async function refuseUnexpectedResults(
  job: ModeJob,
  { base }: Evidence,
  config: Config | null,
): Promise<void> {
  if (job.inputs.results.length > 0) return
  const { commands, suites, file } = config ?? DEFAULT_CONFIG
  const measures = commands.length > 0 || String(suites) !== String(DEFAULT_CONFIG.suites)
  // No file says that the usual suites are measured: runs that were measured do, where no results are stored.
  const nearest = async (lookUp: typeof readStored) =>
    (await lookUp(job, config ?? DEFAULT_CONFIG, base.sha!, []))?.nearest ?? null
  const why = measures
    ? `${file ?? 'the config file'} of base names what to measure`
    : (await nearest(readStored)) !== null && (await nearest(storedResults)) === null
      ? 'the stored runs were measured'
      : null
  if (why === null) return
  throw new UserError(
    'usage',
    `The measuring job handed over result files in place of measurements, and ${why}`,
    'Where this gate is meant to judge result files, give the input `results` to the step that publishes, too.',
  )
}

/**
 * Whether the commit that was measured against is one of the branch that the pull request is to be merged
 * into.
 */
async function isOfBase(job: ModeJob, pull: FoundPull, { base }: Evidence): Promise<boolean> {
  if (base.sha === null) return false
  return base.sha === pull.baseSha || (await mergeBase(job.client(), pull.baseRef, base.sha)) === base.sha
}

/** The verdict on what was measured, under the config that this repository holds the pull request to. */
async function judged(
  job: ModeJob,
  evidence: Evidence,
  { config, proposed, warnings: ofConfig }: EffectiveConfig,
  stated: Statement,
): Promise<Assessment> {
  const warnings = [...ofConfig]
  const lookUp = originOf(evidence).kind === 'files' ? storedResults : readStored
  const stored = await lookUp(job, config, evidence.base.sha!, warnings)
  const whole = { ...evidence, command: 'check', filter: null } as const
  try {
    const background = { clock: job.runtime.clock, stored, proposed, stated }
    const assessment = judgeEvidence(whole, { config }, background)
    const known = await knownHistory(stored, assessment, { config, clock: job.runtime.clock })
    return { ...withStanding(assessment, known), warnings: [...assessment.warnings, ...warnings] }
  } catch (error) {
    throw error instanceof UserError ? new StatedError(error) : error
  }
}

/**
 * Publishes that the measuring job left nothing to judge. For one that was cancelled no comment is created,
 * but one that is there is replaced.
 */
async function publishMissing(
  job: ModeJob,
  file: Exclude<ArtifactFile, { status: 'found' }>,
  run: SourceRun,
  to: Publication,
): Promise<Published> {
  const { serverUrl, repository } = job.context
  const log = `${serverUrl}/${repository.fullName}/actions/runs/${run.id}`
  const stopped =
    file.status === 'missing' && (run.conclusion === 'cancelled' || run.conclusion === 'skipped')
  const why = stopped ? `The measuring job was ${run.conclusion}` : `Nothing to judge: ${file.reason}`
  const error = new UserError('github', `${why}.`, `The log of the job that measured says more: ${log}`)
  if (file.status === 'unfit') throw error
  return await publishFailureSurfaces(job, error, { ...to, mayCreate: !stopped })
}

/**
 * What a revision holds at the places of the config file.
 */
async function configFilesAt(job: ModeJob, revision: string): Promise<FilesElsewhere> {
  const { workingDirectory } = job.inputs
  const files = new Map<string, string | UserError>()
  for (const place of placesOfConfig(job.configPath)) {
    const path = workingDirectory === '.' ? place : `${workingDirectory}/${place}`
    const text = await readFileAt(job.client(), revision, path).catch((error: unknown) => {
      if (error instanceof ApiError || !(error instanceof UserError)) throw error
      return error
    })
    if (text !== null) files.set(place, text)
  }
  return files
}
