import { editMonths } from './edit-runs.ts'
import type { Mirror } from './mirror.ts'
import { fetchTop, putOnTop, type WriteOptions, type Written } from './on-top.ts'
import { placeOf } from './paths.ts'
import type { SeenTips } from './seen-tips.ts'

export interface Removed extends Written {
  /** Files that were there and are not any more. */
  removed: string[]
}

/**
 * Removes files in one commit on top of the branch; whatever else came meanwhile stays. Throws Refused, a
 * UserError, or the signal's reason.
 */
export async function removeRuns(
  mirror: Mirror,
  seenTips: SeenTips,
  { paths, message }: { paths: readonly string[]; message: (removed: number) => string },
  o: WriteOptions,
): Promise<Removed> {
  const unwanted = paths.map((path) => ({ path, ...placeOf(path) }))
  const { draft, ...written } = await putOnTop(
    mirror,
    seenTips,
    async () => {
      const { tip, root } = await fetchTop(mirror, seenTips, o.branch)
      const removed: string[] = []
      const after = await editMonths({ mirror, branch: o.branch, root }, unwanted, (present, some) => {
        const there = new Set(present.map(({ name }) => name))
        const found = some.filter(({ name }) => there.has(name))
        if (found.length === 0) return present
        for (const { path } of found) removed.push(path)
        const names = new Set(found.map(({ name }) => name))
        return present.filter(({ name }) => !names.has(name))
      })
      const commit = { root: after, parent: tip, message: message(removed.length), at: o.clock() }
      return { tip, removed, file: null, commit: removed.length === 0 ? null : await mirror.commit(commit) }
    },
    o,
  )
  return { ...written, removed: draft.removed }
}
