import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runProcess } from '../process/run-process.ts'

/** Where a suite runs, and the Node that runs it. */
export interface LoaderSearch {
  /** The checkout that is measured. */
  directory: string
  /** The user's own checkout. */
  project: string
  nodePath: string
  env: NodeJS.ProcessEnv
}

const LOADS_MODULE = /^(--import|--require|-r|--loader|--experimental-loader)(?:=(.*))?$/s
const TIME_LIMIT_MS = 10_000
const MAX_ANSWER_BYTES = 64 * 1024

/**
 * The arguments of Node in which a loader that only the user's checkout has is named by its path there: base
 * may be older than the loader, and a file that git ignores is in no checkout.
 */
export async function withLoaders(args: readonly string[], search: LoaderSearch): Promise<string[]> {
  const found: string[] = []
  for (let i = 0; i < args.length; i++) {
    const [, flag, joined] = LOADS_MODULE.exec(args[i]!) ?? []
    const name = joined ?? (flag === undefined ? undefined : args[++i])
    if (flag === undefined || name === undefined) found.push(args[i] ?? flag!)
    else found.push(flag, await located(flag, name, search))
  }
  return found
}

async function located(flag: string, name: string, search: LoaderSearch): Promise<string> {
  const { directory, project } = search
  if (isThere(name, directory) || !isThere(name, project)) return name
  const isRequired = flag === '--require' || flag === '-r'
  if (isRelative(name)) {
    const path = resolve(project, name)
    return isRequired ? path : pathToFileURL(path).href
  }
  const question = isRequired
    ? ['-p', `require.resolve(${JSON.stringify(name)})`]
    : ['--input-type=module', '-e', `console.log(import.meta.resolve(${JSON.stringify(name)}))`]
  const { stdout, exitCode, isWhole } = await runProcess([search.nodePath, ...question], {
    cwd: project,
    env: search.env,
    timeLimitMs: TIME_LIMIT_MS,
    stdout: MAX_ANSWER_BYTES,
  })
  // Node reports a package without such an entry better where it starts the suite.
  return exitCode === 0 && isWhole ? stdout.toString().trim() : name
}

const isRelative = (name: string): boolean => /^\.{1,2}[\\/]/.test(name)

/** Whether a relative file or a package is below a directory or, for a package, beside or above it. */
function isThere(name: string, directory: string): boolean {
  if (isRelative(name)) return existsSync(resolve(directory, name))
  const packageName = /^(@[^/]+\/)?[^/:]+(?=\/|$)/.exec(name)?.[0]
  // A URL or an absolute path is the same everywhere.
  if (packageName === undefined) return true
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules', packageName))) return true
    if (folder === dirname(folder)) return false
  }
}
