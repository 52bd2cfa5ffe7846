import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Git, splitNul } from '../git/git.ts'
import type { Repository } from '../git/repository.ts'

/** With more of them, one line that checks all of them out is easier to read. */
const MAX_NAMED = 3

/** The places of the submodules of a checkout, relative to its root. */
export async function submodulePaths(git: Git, root: string): Promise<string[]> {
  const file = join(root, '.gitmodules')
  if (!existsSync(file)) return []
  const listed = await git.ask(
    'config',
    '-z',
    '--file',
    file,
    '--get-regexp',
    String.raw`^submodule\..*\.path$`,
  )
  return splitNul(listed.stdout).map((entry) => entry.slice(entry.indexOf('\n') + 1))
}

/** A path as a shell reads it. */
export const shellWord = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`

/** The line that checks submodules out, given by their paths from where it runs. */
export const submoduleLine = (paths: readonly string[]): string =>
  ['git submodule update --init', ...(paths.length > MAX_NAMED ? [] : paths.map(shellWord))].join(' ')

/**
 * Warns of submodules that the user's checkout has and a measured one lacks, so that a benchmark may need
 * them.
 */
export async function warningsOfSubmodules(
  { git, root, prefix }: Repository,
  checkouts: readonly string[],
  setup: string | null,
): Promise<string[]> {
  const isFilled = (directory: string) => existsSync(directory) && readdirSync(directory).length > 0
  const absent = (await submodulePaths(git, root)).filter(
    (path) =>
      isFilled(join(root, path)) &&
      checkouts.some((checkout) => existsSync(join(checkout, path)) && !isFilled(join(checkout, path))),
  )
  if (absent.length === 0) return []
  const which = absent.length === 1 ? 'The submodule' : 'The submodules'
  const more = absent.length > MAX_NAMED ? ` and ${absent.length - MAX_NAMED} more` : ''
  const init = submoduleLine(absent.map((path) => relative(prefix, path)))
  const line = setup === null ? init : `${init} && ${setup}`
  return [
    `${which} ${absent.slice(0, MAX_NAMED).join(', ')}${more} ${absent.length === 1 ? 'is' : 'are'} not checked out for measuring. Where benchmarks need ${absent.length === 1 ? 'it' : 'them'}, set \`base: { setup: ${line} }\``,
  ]
}
