import type { StoredRun } from '../model/run.ts'

/** A stored run and how far before the asked-for commit it was recorded. */
export interface NearestRun {
  run: StoredRun
  /** Commits of the list between the two; 0: it is the commit itself. */
  commitsBefore: number
}

export interface BaselineQuestion {
  /** Newest first. */
  runs: readonly StoredRun[]
  /** The commit itself, then its ancestors in git's order. */
  ancestors: readonly string[]
  /** Runs with another digest were measured in another way. */
  configDigest: string
  /** Which refs' runs are a baseline. */
  refs: (ref: string) => boolean
}

/** The newest run of the commit or of its nearest ancestor that has one; else null, and a sentence that says why. */
export function nearestBaseline({
  runs,
  ancestors,
  configDigest,
  refs,
}: BaselineQuestion): { nearest: NearestRun; why: null } | { nearest: null; why: string } {
  const none = (why: string) => ({ nearest: null, why })
  if (runs.length === 0) return none('no run is stored yet')
  // What a fork or a pull request measured is no baseline, whoever stored it.
  const accepted = runs.filter(({ run }) => run.ref.startsWith('refs/heads/') && refs(run.ref))
  if (accepted.length === 0) return none('no stored run is of a branch that counts as a baseline')
  // Another tool's numbers mean something else, whatever they are called.
  const measured = accepted.filter(({ run }) => run.imported === undefined)
  if (measured.length === 0) return none('all stored runs were imported from another tool')
  const alike = measured.filter(({ run }) => run.config === configDigest)
  if (alike.length === 0) return none('all stored runs were measured with other settings')
  if (ancestors.length === 0) return none('the commits before base are not known')
  const places = new Map(ancestors.map((sha, i) => [sha, i]))
  let nearest: NearestRun | null = null
  for (const run of alike) {
    const commitsBefore = places.get(run.run.commit.sha)
    if (commitsBefore === undefined) continue
    if (nearest === null || commitsBefore < nearest.commitsBefore) nearest = { run, commitsBefore }
  }
  if (nearest === null)
    return none(`none of the ${ancestors.length} newest commits up to base has a stored run`)
  return { nearest, why: null }
}
