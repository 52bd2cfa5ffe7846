import { DEFAULT_CONFIG } from '../config/defaults.ts'
import { findSuites } from '../measure/suites.ts'
import { folderOf } from './found.ts'
import type { Project } from './project.ts'

/** Beyond this many globs the usual one is clearer. */
const MAX_GLOBS = 12
/** Folders of which each holds a package. */
const OF_PACKAGES = new Set(['packages', 'apps', 'libs', 'modules', 'crates', 'plugins', 'services'])

/**
 * Globs for the suites of a project: those of a folder in one, where it matches nothing else that git tracks,
 * so that a suite that is added there counts too.
 */
export async function suiteGlobs(project: Project, suites: readonly string[]): Promise<string[]> {
  const wanted = new Set(suites)
  const globs: string[] = []
  for (const [glob, files] of Map.groupBy(suites, globOf)) {
    const matched = await findSuites(project.directory, [glob], { foreign: 'leave-out' })
    const others = matched.filter((file) => !wanted.has(file) && project.files.includes(file))
    globs.push(...(others.length === 0 ? [glob] : files.map(literally)))
  }
  return globs.length > MAX_GLOBS ? DEFAULT_CONFIG.suites : globs
}

function globOf(file: string): string {
  const name = file.split('/').at(-1)!
  const folder = folderOf(file)
  const usual = /\.bench(\.[cm]?[jt]s)$/.exec(name)
  if (usual === null)
    return `${folder === '' ? '' : `${literally(folder)}/`}*${name.slice(name.lastIndexOf('.'))}`
  if (folder === '') return `*${usual[0]}`
  const [first, second, third] = folder.split('/') as [string, string?, string?]
  const beginning =
    OF_PACKAGES.has(first) && second !== undefined
      ? `${first}/*${third === undefined ? '' : `/${literally(third)}`}`
      : literally(first)
  return `${beginning}/**/*${usual[0]}`
}

/** A path as a glob that matches it. */
const literally = (path: string): string => path.replaceAll(/[*?[\]{}()!+@\\]/g, '?')
