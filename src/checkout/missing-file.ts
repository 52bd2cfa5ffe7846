import { statSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve } from 'node:path'
import { Git } from '../git/git.ts'
import { buildLine, committedLocks, installLine, isBesideEntry } from './package-managers.ts'
import { submoduleLine, submodulePaths } from './submodules.ts'

const TIME_LIMIT_MS = 10_000
/** What Node completes in a path that is required. */
const COMPLETIONS = ['', '.js', '.cjs', '.mjs', '.json', '.node', '/index.js', '/index.cjs', '/package.json']

/** Why a suite could not be loaded, as the end of a sentence that begins with it, and what to do. */
export interface MissingFile {
  reason: string
  remedy: string
}

export interface MissingFileContext {
  /** The project in the user's checkout. */
  project: string
  /** The set-up line of the side that lacks the file; null: there is none. */
  setup: string | null
  /** False where the project is measured in the user's own checkout, which no set-up line prepares. */
  isCheckout: boolean
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}

/** The file that a message of Node says is missing, relative to the project; null: it says something else. */
function missingPath(message: string): { path: string; isModule: boolean } | null {
  const imported = /Cannot find module '([^']+)' imported from /.exec(message)?.[1]
  if (imported !== undefined) return { path: imported, isModule: true }
  const [, required, by] =
    /Cannot find module '(\.[^']*)'[\s\S]*?Require stack:\s*- ([^\n]+)/.exec(message) ?? []
  if (required !== undefined) return { path: join(dirname(by!), required), isModule: true }
  const opened = /ENOENT: no such file or directory, \w+ '([^']+)'/.exec(message)?.[1]
  return opened === undefined ? null : { path: normalize(opened), isModule: false }
}

/**
 * Explains a file that a suite did not find: it belongs to a submodule, git ignores it because it is built or
 * generated, or Git LFS left a pointer in its place. Null for anything else. `message` calls files as they
 * are called in the project.
 */
export async function explainMissing(message: string, o: MissingFileContext): Promise<MissingFile | null> {
  if (/Unexpected token 'v', "version ht/.test(message)) {
    return {
      reason: 'reads a file of Git LFS of which only the pointer is checked out',
      remedy:
        'Get the content of the files before the run: git lfs pull, or `lfs: true` of actions/checkout.',
    }
  }
  const missing = missingPath(message)
  if (missing === null || missing.path.startsWith('/') || /(^|\/)node_modules\//.test(missing.path))
    return null
  const git = new Git(o.project, o.env, { signal: o.signal, remainingMs: () => TIME_LIMIT_MS })
  const wanted = relative(o.project, join(o.project, missing.path))
  const completed = COMPLETIONS.map((more) => wanted + more).find((path) => isFile(join(o.project, path)))
  const path = completed ?? wanted
  const up = await git.maybe('rev-parse', '--show-cdup')
  // Without a repository nobody knows what belongs to a version.
  if (up === null) return null
  const root = resolve(o.project, up)
  const directories = [o.project, root]
  const ignores = async (one: string) => (await git.ask('check-ignore', '--quiet', '--', one)).ok
  const submodule = await submoduleOf(git, root, path)
  if (submodule !== null) {
    const init = submoduleLine([submodule])
    const isThere = await committedLocks(directories, ignores)
    return {
      reason: `needs ${path} of the submodule ${submodule}, which is not checked out`,
      remedy: remedyOf(o, init, [init, o.setup ?? installLine(directories, isThere)]),
    }
  }
  if (!(await ignores(path))) return null
  const isThere = await committedLocks(directories, ignores)
  const yours = o.isCheckout ? ': your checkout has it, and the measured one does not' : ''
  const reason = `needs ${path}, which git ignores${completed === undefined ? ' and nothing has written' : yours}`
  const isBuilt = missing.isModule || isBesideEntry(path, directories)
  const build = isBuilt ? buildLine(path, directories, isThere) : null
  if (build === null || (o.setup?.includes(build) ?? false)) {
    return { reason, remedy: `Let base.setup write ${path}, or commit it.` }
  }
  return { reason, remedy: remedyOf(o, build, [o.setup ?? installLine(directories, isThere), build]) }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

const remedyOf = ({ isCheckout }: MissingFileContext, alone: string, line: readonly (string | null)[]) =>
  isCheckout
    ? `Set \`base: { setup: ${line.filter((part) => part !== null).join(' && ')} }\`.`
    : `Run \`${alone}\` first.`

/** The submodule, by its path from the project, that a path lies in; null: it lies in none. */
async function submoduleOf(git: Git, root: string, path: string): Promise<string | null> {
  const paths = (await submodulePaths(git, root)).map((place) => relative(git.directory, join(root, place)))
  return paths.find((place) => path.startsWith(`${place}/`)) ?? null
}
