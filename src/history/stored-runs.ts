import type { StoredRuns } from '../model/baseline.ts'
import type { StoredRun } from '../model/stored-run.ts'

/** The newest runs, which are the ones that are read. */
const RUNS_READ = 200
/** Commits among which the nearest one with a run is searched for. */
const COMMITS_READ = 500
const CLOCK_TOLERANCE_MS = 24 * 60 * 60 * 1000

/** What is read of the baseline branch; `Store` is one. */
interface BaselineBranch {
  read(limit: number, key: string): Promise<{ tip: string | null; runs: StoredRun[]; warnings: string[] }>
  /** The commit itself, then its ancestors in git's order. */
  ancestors(sha: string, limit: number): Promise<string[]>
}

export interface StoredRunsQuestion {
  /** Name of the branch that stores the runs. */
  branch: string
  /** The commit that head is compared with. */
  sha: string
  /** Identifies one of several gates of one repository. */
  key: string
  /** Runs with another digest were measured with other settings. */
  configDigest: string
  /** Whether the runs of a ref count as baselines. */
  refs: (ref: string) => boolean
  /** The refs whose series may be shown; a later one is used where the earlier ones have no run. */
  series: readonly string[]
  now: Date
}

/**
 * The stored runs that head may be compared with: those of branches that count as baselines, with the same
 * key and the same settings. `stored` is null where nothing is recorded yet.
 */
export async function lookUpStored(
  branch: BaselineBranch,
  question: StoredRunsQuestion,
): Promise<{ stored: StoredRuns | null; warnings: string[] }> {
  const { sha, key, configDigest, refs, series, now } = question
  const { tip, runs, warnings } = await branch.read(RUNS_READ, key)
  if (tip === null) return { stored: null, warnings }
  // A machine whose clock was ahead must not make its runs the newest forever.
  const latest = new Date(now.getTime() + CLOCK_TOLERANCE_MS).toISOString()
  const usable = runs.filter(
    ({ run }) =>
      // Runs of a fork or a pull request are no baseline, whoever stored them.
      run.ref.startsWith('refs/heads/') &&
      refs(run.ref) &&
      run.config === configDigest &&
      run.run.key === key &&
      run.run.recordedAt <= latest,
  )
  const nearest = nearestRun(usable, await branch.ancestors(sha, COMMITS_READ))
  const shown = [...series, nearest?.run.run.ref].find((ref) => usable.some(({ run }) => run.ref === ref))
  return {
    stored: { branch: question.branch, runs: usable.filter(({ run }) => run.ref === shown), nearest },
    warnings,
  }
}

/** The newest measured run of the first commit that has one. */
function nearestRun(runs: readonly StoredRun[], commits: readonly string[]): StoredRuns['nearest'] {
  // Another tool's values mean something else, even under the same name.
  const measured = runs.filter(({ run }) => run.imported === undefined)
  for (const [commitsBefore, sha] of commits.entries()) {
    const run = measured.find((stored) => stored.run.commit.sha === sha)
    if (run !== undefined) return { run, commitsBefore }
  }
  return null
}
