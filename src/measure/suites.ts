import { glob } from 'node:fs/promises'
import { sep } from 'node:path'
import { UserError } from '../errors.ts'

const MAX_SUITES = 2_000

/** The suite files of one checkout that match the globs: relative paths with forward slashes, sorted. */
export async function findSuites(
  directory: string,
  patterns: readonly string[],
  key = 'suites',
): Promise<string[]> {
  const found = new Set<string>()
  const files = glob([...patterns], {
    cwd: directory,
    exclude: (path) => /(^|[\\/])(node_modules|\.git)([\\/]|$)/.test(path),
  })
  for await (const file of files) {
    found.add(file.split(sep).join('/'))
    if (found.size > MAX_SUITES) {
      throw new UserError(
        'usage',
        `more than ${MAX_SUITES} files match ${key}: ${patterns.join(', ')}`,
        `Narrow the globs under \`${key}:\` to the files that hold benchmarks.`,
      )
    }
  }
  return [...found].sort()
}
