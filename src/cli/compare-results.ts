import { basename } from 'node:path'
import { baselineRefs } from '../gate/baseline-branches.ts'
import { resultsDigest } from '../config/digest.ts'
import { UserError } from '../errors.ts'
import { judgeFiles } from '../gate/compare-files.ts'
import { resultsEvidence } from '../gate/external-results.ts'
import type { Runtime } from '../gate/request.ts'
import { lookUpStored } from '../history/stored-runs.ts'
import { type NamedResults, readResultFiles } from '../gate/read-results.ts'
import { commitInfo } from '../git/commit-info.ts'
import { readEnvironment } from '../measure/environment.ts'
import type { Assessment, Revision } from '../model/assessment.ts'
import type { Config, Target } from '../model/config.ts'
import { judgeEvidence } from '../gate/judge.ts'
import { knownHistory, withStanding } from '../gate/standing.ts'
import { type BranchFlags, onBranch } from './branch.ts'
import { worded } from '../model/finding.ts'

export interface ResultsFlags extends BranchFlags {
  baseResults?: string[]
  headResults?: string[]
  format?: string
  key: string
}

/**
 * Compares result files that somebody else measured: those of two versions, or those of head with the stored
 * run nearest to the commit that is checked out. Throws a UserError.
 */
export async function compareResultFiles(
  flags: ResultsFlags,
  o: { config: Config; filter: Target | null },
  runtime: Runtime,
): Promise<Assessment> {
  const { baseResults = [], headResults = [], format = null } = flags
  if (headResults.length === 0) {
    throw new UserError(
      'usage',
      '--base-results alone has nothing to be compared with',
      'Add --head-results with the files of the other version.',
    )
  }
  const environment = readEnvironment(runtime.env, runtime.host)
  const base = await readResultFiles(baseResults, format)
  const head = await readResultFiles(headResults, format)
  if (base.length > 0) {
    return judgeFiles({ base, head }, { ...o, environment, base: named(base), head: named(head) })
  }
  const commit = await commitInfo({ project: process.cwd(), env: runtime.env, signal: runtime.signal }).catch(
    (cause: unknown) => {
      if (!(cause instanceof UserError)) throw cause
      throw new UserError(
        'usage',
        'Results of head alone are compared with the stored run nearest to the commit that is checked out, and here is no commit',
        'Run this in a checkout of the project, or name the files of the other version with --base-results.',
        { cause },
      )
    },
  )
  const evidence = resultsEvidence(head, {
    command: 'check',
    seed: '',
    base: { label: 'stored runs', sha: null, dirty: false },
    head: { ...named(head), sha: commit.sha },
    environment,
    config: o.config,
  })
  const { stored, warnings } = await storedRuns(flags, commit.sha, o.config, runtime)
  if (stored === null) {
    throw new UserError(
      'store',
      `There is no branch ${flags.branch} on ${flags.remote}: nothing is recorded yet`,
      'Name the files of the other version with --base-results, or record with the action and its input results.',
      { topic: 'nothing-recorded' },
    )
  }
  const assessment = judgeEvidence({ ...evidence, filter: o.filter }, o, { clock: runtime.clock, stored })
  const known = await knownHistory(stored, assessment, { config: o.config, clock: runtime.clock })
  return {
    ...withStanding(assessment, known),
    warnings: [...assessment.warnings, ...warnings.map(worded)],
  }
}

function named(files: readonly NamedResults[]): Revision {
  const label = files.length === 1 ? basename(files[0]!.name) : `${files.length} files`
  return { label, sha: null, dirty: false }
}

/** What the branch holds of runs that were handed over as results, by the rules of the action. */
async function storedRuns(
  { remote, branch, key }: ResultsFlags,
  sha: string,
  config: Config,
  runtime: Runtime,
): ReturnType<typeof lookUpStored> {
  return await onBranch({ remote, branch }, runtime, async (store) => {
    const defaultBranch = await store.defaultBranch()
    return await lookUpStored(store, {
      branch,
      sha,
      key,
      configDigest: resultsDigest(),
      // A remote that names no default branch holds the runs and perhaps nothing else: any branch's may then
      // be meant.
      refs: defaultBranch === null ? () => true : baselineRefs(config, defaultBranch),
      series: defaultBranch === null ? [] : [`refs/heads/${defaultBranch}`],
      now: runtime.clock(),
    })
  })
}
