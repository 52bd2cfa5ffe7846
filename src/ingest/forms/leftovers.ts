import type { Input } from '../adapter.ts'

/** Files of one run are written within these many ms of one another. */
const ONE_RUN_MS = 3 * 60 * 60 * 1000
/** Of leftovers that a warning names. */
const NAMED = 5

/**
 * Which files are hours older than the newest of them, as those that a cache restored. `times` are in ms
 * since 1970, by path; a path without one is not judged.
 */
export function leftoversAmong(times: ReadonlyMap<string, number>, paths: readonly string[]): Set<string> {
  const newest = paths.reduce((latest, path) => Math.max(latest, times.get(path) ?? 0), 0)
  return new Set(paths.filter((path) => newest - (times.get(path) ?? newest) > ONE_RUN_MS))
}

/**
 * The warning that leftovers of another run stand among the results, by their names; none where there are
 * none. `what` is what to remove.
 */
export function leftoverWarnings(names: readonly string[], what: string): string[] {
  if (names.length === 0) return []
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : ''
  const shown = `${names.slice(0, NAMED).join(', ')}${more}`
  return [`${shown}: hours older than the newest. Left over from another run? Remove ${what} before the run.`]
}

/** The warning of a directory of which each of these files is a result. */
export const oldFileWarnings = ({ times = new Map() }: Pick<Input, 'times'>, paths: readonly string[]) =>
  leftoverWarnings([...leftoversAmong(times, paths)], 'them')
