import { CODE, DECIDING, EXTENSIONS, nameOf, OTHER_SOURCE } from './code-files.ts'
import { type Change, isCache, isInModules } from './seal.ts'

/**
 * What a change in a checkout means that its own processes may have made: `failure`, where other code may
 * have run than what was checked out; `nothing`, where a tool keeps its own state.
 */
export type Weight = 'failure' | 'note' | 'nothing'

export interface Surroundings {
  /** Whether suites run in it, which load its code file by file; else only commands do, which build it. */
  runsSuites: boolean
  /** Whether the commit, or the working tree, has a file. */
  isSource: (path: string) => boolean
  /** Whether something was there before measuring. */
  isLaid: (path: string) => boolean
  namesIn: (directory: string) => readonly string[]
}

const PACKAGE = /(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/
/** What package managers note of their own work. */
const MODULES_STATE = /(^|\/)node_modules\/\.[^/]+$/
/** What tools keep there, in directories of their own that hold no packages. */
const STATE_IN_MODULES = /(^|\/)node_modules\/\.(?!pnpm\/|store\/)[^/]+\//
/** Directories in which servers of build tools go on writing when the command that started them has ended. */
const TOOL_STATE = /(^|\/)(\.gradle|\.nx|\.turbo|\.DS_Store)(\/|$)/

/** Whether an entry of this name, in a directory above a file, decides what that file loads. */
export const isDeciding = (name: string): boolean => name === 'node_modules' || DECIDING.test(name)

/** Whether a change has a meaning where a process of another checkout made it. */
export const countsForOthers =
  (runsSuites: boolean) =>
  ({ path }: Change): boolean =>
    runsSuites || !TOOL_STATE.test(path)

/** Where loaders keep the code that they compiled, among temporary files; each process finds it there. */
const LOADER_CACHE =
  /^(tsx|jiti|node-jiti|node-compile-cache|v8-compile-cache|ts-node|swc|swc-node|esbuild|esbuild-register|sucrase|babel|vite-node)\b/

export const isLoaderCache = ({ path }: Change): boolean => LOADER_CACHE.test(path)

export function weigh(change: Change, o: Surroundings): Weight {
  const { path, what } = change
  if (/(^|\/)\.git(\/|$)/.test(path) || isCache(path) || TOOL_STATE.test(path)) return 'nothing'
  if (what === 'new') return takesThePlace(change, o) ? 'failure' : 'note'
  if (isInModules(path)) return MODULES_STATE.test(path) ? 'note' : 'failure'
  const name = nameOf(path)
  const isJavaScript = CODE.test(name) || DECIDING.test(name)
  if (!o.runsSuites)
    return (isJavaScript || OTHER_SOURCE.test(name) || what === 'target') && o.isSource(path)
      ? 'failure'
      : 'note'
  return isJavaScript || what === 'target' || what === 'type' ? 'failure' : 'note'
}

/** Whether a new entry can be loaded where something else was before. */
function takesThePlace(
  { path, isDirectory }: Change,
  { runsSuites, isLaid, namesIn }: Surroundings,
): boolean {
  const name = nameOf(path)
  // Commands may install and build.
  if (!runsSuites && (!isInModules(path) || PACKAGE.test(path))) return false
  if (name === 'node_modules') return namesIn(path).some(isPackage)
  if (PACKAGE.test(path)) return isPackage(name)
  if (DECIDING.test(name)) return true
  const isCode = (file: string) => CODE.test(file)
  // What packages load where it is there: `try { require('./native') }`.
  if (runsSuites && isInModules(path) && !STATE_IN_MODULES.test(path))
    return isDirectory || isCode(name) || /^[^.]+(\.json)?$/.test(name)
  if (isDirectory)
    return (
      namesIn(path).some((inside) => inside.startsWith('index.') && isCode(inside)) &&
      EXTENSIONS.some((extension) => isLaid(`${path}.${extension}`))
    )
  if (!isCode(name) && name.includes('.')) return false
  const stem = path.replace(CODE, '')
  return EXTENSIONS.some(
    (extension) => isLaid(`${stem}.${extension}`) || isLaid(`${stem}/index.${extension}`),
  )
}

/** Package managers and tools keep state of their own beside the packages, under names with a dot. */
const isPackage = (name: string): boolean => !name.startsWith('.')
