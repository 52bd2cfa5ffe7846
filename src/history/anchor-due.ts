import type { Run } from '../model/stored-run.ts'

/** The part of a stored run that tells its commit, and the release that it was measured against. */
export interface AnchorFacts {
  ref: string
  sha: string
  isAnchored: boolean
  isImported: boolean
}

export const anchorFacts = ({ ref, commit, anchor, imported }: Run): AnchorFacts => ({
  ref,
  sha: commit.sha,
  isAnchored: anchor !== undefined,
  isImported: imported !== undefined,
})

/**
 * Whether a commit is due to be measured against a release: no commit of its branch was yet, or this is the
 * `every`-th recorded one since the last that was. `runs` are those of one key, newest first.
 */
export function isAnchorDue(
  runs: readonly AnchorFacts[],
  { ref, sha, every }: { ref: string; sha: string; every: number },
): boolean {
  const since = new Set([sha])
  for (const run of runs) {
    if (run.ref !== ref || run.isImported) continue
    if (run.isAnchored) return run.sha !== sha && since.size >= every
    since.add(run.sha)
  }
  return true
}
