import { UserError } from '../errors.ts'
import { RUNS_FOLDER } from './paths.ts'
import type { Mirror } from './mirror.ts'
import { FOLDER, type TreeEntry, withEntries } from './tree.ts'

/** A file in `runs/<month>/`; its name is in the characters of a tree. */
export interface Place {
  month: string
  name: string
}

/**
 * The entries of a root folder with those of some months edited: `edit` is given what a month holds and the
 * places in it, and returns what it is to hold. A folder that holds nothing goes too. The very same entries
 * where nothing was edited. Throws a UserError.
 */
export async function editMonths<P extends Place>(
  { mirror, branch, root }: { mirror: Mirror; branch: string; root: readonly TreeEntry[] },
  places: readonly P[],
  edit: (entries: readonly TreeEntry[], places: readonly P[]) => Awaitable<readonly TreeEntry[]>,
): Promise<readonly TreeEntry[]> {
  const before = await folder(mirror, root, RUNS_FOLDER, branch)
  const byMonth = Map.groupBy(places, ({ month }) => month)
  // In one request, where there are several.
  if (byMonth.size > 1)
    await mirror.ensure(
      before.filter(({ name, mode }) => byMonth.has(name) && mode === FOLDER).map(({ sha }) => sha),
    )
  let runs = before
  for (const [month, some] of byMonth) {
    const present = await folder(mirror, runs, month, branch)
    const wanted = await edit(present, some)
    if (wanted !== present) runs = await withFolder(mirror, runs, month, wanted)
  }
  return runs === before ? root : await withFolder(mirror, root, RUNS_FOLDER, runs)
}

type Awaitable<T> = T | Promise<T>

/** The entries with a folder of that name that holds just this; without it where it holds nothing. */
async function withFolder(
  mirror: Mirror,
  entries: readonly TreeEntry[],
  name: string,
  content: readonly TreeEntry[],
): Promise<readonly TreeEntry[]> {
  if (content.length === 0) return entries.filter((entry) => entry.name !== name)
  return withEntries(entries, [{ mode: FOLDER, name, sha: await mirror.writeTree(content) }])
}

/** The entries of a folder in a folder; none when it is not there yet. */
async function folder(
  mirror: Mirror,
  entries: readonly TreeEntry[],
  name: string,
  branch: string,
): Promise<readonly TreeEntry[]> {
  const found = entries.find((entry) => entry.name === name)
  if (found === undefined) return []
  if (found.mode === FOLDER) return await mirror.tree(found.sha)
  throw new UserError(
    'store',
    `On the branch ${branch}, ${name} is not a folder`,
    'That branch is not one of Benchgate: name another one (input baseline-branch), or move what is there.',
  )
}
