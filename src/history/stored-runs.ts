import type { Environment } from '../model/assessment.ts'
import type { AncestorRun, StoredRuns } from '../model/baseline.ts'
import type { Run, StoredRun } from '../model/stored-run.ts'

/** How many runs are read, the newest ones. */
const RUNS_READ = 200
/** Among how many commits the nearest one with a run is searched for. */
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
  const [nearest = null, ...older] = runsOfAncestors(usable, await branch.ancestors(sha, COMMITS_READ))
  const shown = [...series, nearest?.run.run.ref].find((ref) => usable.some(({ run }) => run.ref === ref))
  const ofSeries = usable.filter(({ run }) => run.ref === shown)
  return { stored: { branch: question.branch, runs: ofSeries, nearest, older }, warnings }
}

/** The measured runs of commits, in the order of the commits; of one commit the newest first. */
function runsOfAncestors(runs: readonly StoredRun[], commits: readonly string[]): AncestorRun[] {
  // Values of another tool are not comparable, even under the same name.
  const measured = Map.groupBy(
    runs.filter(({ run }) => run.imported === undefined),
    ({ run }) => run.commit.sha,
  )
  return commits.flatMap((sha, commitsBefore) =>
    (measured.get(sha) ?? []).map((run) => ({ run, commitsBefore })),
  )
}

/** The run nearest to base that fulfils a condition; null: no run of base or an ancestor does. */
export const nearestThat = (stored: StoredRuns | null, fits: (run: Run) => boolean): AncestorRun | null =>
  [stored?.nearest, ...(stored?.older ?? [])].find((one) => one != null && fits(one.run.run)) ?? null

/** A system as people call it, with its architecture (`macOS arm64`); null where a run does not say. */
export function systemOf({ os }: Pick<Run['environment'], 'os'>): string | null {
  const [type, , architecture] = os?.split(' ') ?? []
  return architecture === undefined ? null : `${SYSTEMS.get(type!) ?? type} ${architecture}`
}

const SYSTEMS = new Map([
  ['Darwin', 'macOS'],
  ['Windows_NT', 'Windows'],
])

/**
 * The stored runs in the order in which a machine should be compared with them: first runs of its own system,
 * however far they are from base; among the runs of one commit, first those of its processor and its Node.
 */
export function nearTo(stored: StoredRuns | null, environment: Environment): StoredRuns | null {
  if (stored === null) return null
  const system = systemOf(environment)
  const isOther = ({ run }: StoredRun) =>
    Number((systemOf(run.environment) ?? system) !== (system ?? systemOf(run.environment)))
  const unlike = ({ run: { environment: there } }: StoredRun) =>
    2 * Number(there.cpu !== environment.cpu) + Number(there.node !== environment.node)
  // Sorting is stable: of equals the newest stays first.
  const [nearest = null, ...older] = [...(stored.nearest ? [stored.nearest] : []), ...stored.older].sort(
    (a, b) =>
      isOther(a.run) - isOther(b.run) ||
      (a.commitsBefore ?? 0) - (b.commitsBefore ?? 0) ||
      unlike(a.run) - unlike(b.run),
  )
  const ofSystem = stored.runs.filter((run) => isOther(run) === 0)
  return { ...stored, runs: ofSystem.length > 0 ? ofSystem : stored.runs, nearest, older }
}
