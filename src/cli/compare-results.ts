import { basename } from 'node:path'
import { resultsDigest } from '../config/digest.ts'
import { UserError } from '../errors.ts'
import { assessResults } from '../gate/compare-results.ts'
import { resultsEvidence } from '../gate/results.ts'
import type { World } from '../gate/state.ts'
import type { Stored } from '../gate/stored.ts'
import { nearestBaseline } from '../history/baseline.ts'
import { type NamedResults, readResultFiles } from '../gate/read-results.ts'
import { commitInfo } from '../git/commit-info.ts'
import { readEnvironment } from '../measure/environment.ts'
import type { Assessment, Revision } from '../model/assessment.ts'
import type { Config } from '../model/config.ts'
import { judgeEvidence } from '../pipeline.ts'
import { type BranchFlags, onBranch } from './branch.ts'

export interface ResultsFlags extends BranchFlags {
  baseResults?: string[]
  headResults?: string[]
  format?: string
  key: string
}

/** Stored runs that are looked at, and commits among which the nearest is searched. */
const RUNS_READ = 200
const ANCESTORS_READ = 500

/**
 * Compares result files that somebody else measured: those of two versions, or those of head with the stored run nearest to the
 * commit that is checked out. Throws a UserError.
 */
export async function compareResultFiles(
  flags: ResultsFlags,
  o: { config: Config; filter: string | null },
  world: World,
): Promise<Assessment> {
  const { baseResults = [], headResults = [], format = null } = flags
  if (headResults.length === 0) {
    throw new UserError(
      'usage',
      '--base-results alone has nothing to be compared with',
      'Add --head-results with the files of the other version.',
    )
  }
  const environment = readEnvironment(world.env, world.host)
  const base = await readResultFiles(baseResults, format)
  const head = await readResultFiles(headResults, format)
  if (base.length > 0) {
    return assessResults({ base, head }, { ...o, environment, base: named(base), head: named(head) })
  }
  const commit = await commitInfo({ project: process.cwd(), env: world.env, signal: world.signal }).catch(
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
  const stored = await storedRuns(flags, commit.sha, world)
  return judgeEvidence({ ...evidence, filter: o.filter }, o, { clock: world.clock, stored })
}

function named(files: readonly NamedResults[]): Revision {
  const label = files.length === 1 ? basename(files[0]!.name) : `${files.length} files`
  return { label, sha: null, dirty: false }
}

/** What the branch holds of runs that were handed over as results. */
async function storedRuns(flags: ResultsFlags, sha: string, world: World): Promise<Stored> {
  const { branch, key } = flags
  return await onBranch(flags, world, async (store) => {
    const { runs, tip } = await store.read(RUNS_READ, key)
    if (tip === null) {
      throw new UserError(
        'store',
        `There is no branch ${branch} on ${flags.remote}: nothing is recorded yet`,
        'Name the files of the other version with --base-results, or record with the action and its input results.',
      )
    }
    const digest = resultsDigest()
    const usable = runs.filter(({ run }) => run.config === digest)
    const ancestors = await store.ancestors(sha, ANCESTORS_READ)
    const { nearest } = nearestBaseline({ runs: usable, ancestors, configDigest: digest, refs: () => true })
    return { branch, runs: usable, nearest }
  })
}
