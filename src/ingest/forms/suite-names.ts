/** Folders that tell two files of one name apart; more are not looked at. */
const MAX_STEPS = 20

/**
 * A short name for each absolute path or file URL: its file name, with as many folders as tell it from the others.
 * Base and head lie in different folders and must give the same names.
 */
export function suiteNames(paths: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  let open = [...new Set(paths)].map((path) => ({ path, steps: stepsOf(path) }))
  for (let length = 1; length <= MAX_STEPS && open.length > 0; length++) {
    const bySuffix = new Map<string, typeof open>()
    for (const entry of open) {
      const suffix = entry.steps.slice(-length).join('/')
      const same = bySuffix.get(suffix)
      if (same === undefined) bySuffix.set(suffix, [entry])
      else same.push(entry)
    }
    open = []
    for (const [suffix, entries] of bySuffix) {
      if (entries.length === 1) names.set(entries[0]!.path, suffix)
      else open.push(...entries)
    }
  }
  for (const { path } of open) names.set(path, path)
  return names
}

function stepsOf(path: string): string[] {
  return path
    .replace(/^file:\/\//, '')
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '')
}
