import type { Run } from '../model/stored-run.ts'

/** What a stored run says of its commit and a release. */
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
 * Whether a commit is to be measured against a release: when it is the `every`-th recorded one of its branch
 * since one was, or none was. `runs` are those of one key, newest first.
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
