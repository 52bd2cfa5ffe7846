import { glob, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { UserError } from '../errors.ts'
import { problemInProject } from '../files/project-path.ts'

const MAX_SUITES = 2_000

/**
 * The suite files of one checkout that match the globs: relative paths with forward slashes, sorted. What is
 * no file of the project is refused, or left out.
 */
export async function findSuites(
  directory: string,
  patterns: readonly string[],
  { key = 'suites', foreign = 'refuse' }: { key?: string; foreign?: 'refuse' | 'leave-out' } = {},
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
  const suites: string[] = []
  for (const file of [...found].sort()) {
    const problem = await problemOfFile(directory, join(directory, file))
    if (problem === null) suites.push(file)
    else if (foreign === 'refuse')
      throw new UserError(
        'config',
        `${JSON.stringify(file)}, which \`${key}\` matches, ${problem}`,
        `Put the file itself there, or narrow the globs under \`${key}:\`.`,
      )
  }
  return suites
}

async function problemOfFile(directory: string, path: string): Promise<string | null> {
  const status = await stat(path).catch(() => null)
  // A glob of fixtures matches their folders, too.
  const isReadable = status === null || status.isFile() || status.isDirectory()
  return (await problemInProject(directory, path)) ?? (isReadable ? null : 'is neither a file nor a folder')
}
