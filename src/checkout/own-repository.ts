import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { splitNul } from '../git/git.ts'
import type { Repository } from '../git/repository.ts'

/**
 * What code of the project may find in the user's repository, read once for all checkouts: each gets a
 * repository of its own with copies of it.
 */
export interface RepositoryContent {
  config: string
  packedRefs: string
  /** Refs that name another ref, such as origin/HEAD. */
  symbolicRefs: [ref: string, target: string][]
  /** The line of objects/info/alternates by which the user's objects are read. */
  alternates: string
  /** Files of the user's repository, by their place in a `.git` directory; not all of them exist. */
  files: [place: string, file: string][]
}

/** What belongs to the user's working tree alone, or would let a checkout share it again. */
const FOREIGN_SETTING =
  /^(core\.(bare|worktree|hookspath|fsmonitor)|include\.|includeif\.|extensions\.(?!objectformat$|partialclone$)|gc\.auto$|maintenance\.auto$)/
const OWN_SETTINGS: Setting[] = [
  ['core.bare', 'false'],
  // Nothing may go on in the background while benchmarks run.
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
]
const FOREIGN_REF = /^refs\/(stash$|bisect\/|worktree\/|rewritten\/)/
const RELATIVE_ADDRESS = /^(remote|submodule)\..*\.(push)?url$/

/** A key of git's configuration with its value; null for one that is only named, which means true. */
type Setting = [key: string, value: string | null]

export async function readContent(repository: Repository): Promise<RepositoryContent> {
  const { git, commonDirectory } = repository
  const inCommon = (place: string): [string, string] => [place, join(commonDirectory, place)]
  const sparse = 'info/sparse-checkout'
  return {
    config: configText([...(await readSettings(repository)), ...OWN_SETTINGS]),
    ...(await readRefs(repository)),
    alternates: `${quoted(join(commonDirectory, 'objects'))}\n`,
    files: [
      ...['shallow', 'info/exclude', 'info/attributes'].map(inCommon),
      // Each working tree has its own.
      [sparse, await git.text('rev-parse', '--path-format=absolute', '--git-path', sparse)],
    ],
  }
}

/** The settings of the user's repository and working tree, those of included files among them. */
async function readSettings({ git, root }: Repository): Promise<Setting[]> {
  const listed = splitNul(await git.bytes('config', '--list', '--show-scope', '-z'))
  const settings: Setting[] = []
  for (let i = 0; i + 1 < listed.length; i += 2) {
    const [scope, entry] = [listed[i]!, listed[i + 1]!]
    const end = entry.indexOf('\n')
    const key = end === -1 ? entry : entry.slice(0, end)
    if ((scope !== 'local' && scope !== 'worktree') || FOREIGN_SETTING.test(key)) continue
    const value = end === -1 ? null : entry.slice(end + 1)
    // A relative address begins at the user's working tree.
    const isRelative = value !== null && /^\.\.?\//.test(value) && RELATIVE_ADDRESS.test(key)
    settings.push([key, isRelative ? resolve(root, value) : value])
  }
  return settings
}

async function readRefs({
  git,
}: Repository): Promise<Pick<RepositoryContent, 'packedRefs' | 'symbolicRefs'>> {
  const listed = await git.text('for-each-ref', '--format=%(objectname) %(refname) %(symref)')
  const packed: string[] = []
  const symbolicRefs: [string, string][] = []
  for (const line of listed.split('\n')) {
    const [sha, ref, target] = line.split(' ')
    if (!ref || FOREIGN_REF.test(ref)) continue
    if (target) symbolicRefs.push([ref, target])
    else packed.push(`${sha} ${ref}\n`)
  }
  return { packedRefs: packed.join(''), symbolicRefs }
}

/** A text as git reads it in double quotes, in its configuration and in lists of paths. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`

function configText(settings: readonly Setting[]): string {
  return settings
    .map(([key, value]) => {
      const [first, last] = [key.indexOf('.'), key.lastIndexOf('.')]
      const subsection = first === last ? '' : ` ${quoted(key.slice(first + 1, last))}`
      const assigned = value === null ? '' : ` = ${quoted(value)}`
      return `[${key.slice(0, first)}${subsection}]\n\t${key.slice(last + 1)}${assigned}\n`
    })
    .join('')
}

/**
 * Makes `directory` the working tree of a new repository whose HEAD is a commit of the user's, without
 * checking anything out. It has the user's settings, branches and tags as copies and reads the user's
 * objects, so that nothing that is written in it reaches the user's repository. It holds no path of itself,
 * so that the directory can be renamed. (`git clone --shared` does none of this for a shallow repository.)
 */
export async function createOwnRepository(
  content: RepositoryContent,
  directory: string,
  sha: string,
): Promise<void> {
  const place = (...parts: string[]) => join(directory, '.git', ...parts)
  for (const folder of ['objects/info', 'refs/heads', 'info']) await mkdir(place(folder), { recursive: true })
  // It may hold credentials, as the user's may.
  await writeFile(place('config'), content.config, { mode: 0o600 })
  await writeFile(place('packed-refs'), content.packedRefs)
  for (const [ref, target] of content.symbolicRefs) {
    await mkdir(dirname(place(ref)), { recursive: true })
    await writeFile(place(ref), `ref: ${target}\n`)
  }
  await writeFile(place('objects/info/alternates'), content.alternates)
  for (const [name, file] of content.files) {
    await copyFile(file, place(name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
  await writeFile(place('HEAD'), `${sha}\n`)
}
