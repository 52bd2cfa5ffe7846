import { posix } from 'node:path'
import { type Json, jsonObject } from '../checkout/json-object.ts'
import { buildLine } from '../checkout/package-managers.ts'
import { folderOf } from './found.ts'
import type { Project } from './project.ts'

/** What the file of an import may be called, once it is found as TypeScript and bundlers do. */
const ENDINGS = [
  '',
  ...['.ts', '.js', '.mts', '.mjs', '.cts', '.cjs', '.tsx', '.json'].flatMap((end) => [end, `/index${end}`]),
]
const IMPORT = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"?#]+)['"]/g
const MAX_MANIFESTS = 500

interface Script {
  file: string
  text: string
}

/**
 * The line that prepares a checkout: it installs, and builds where scripts import what git does not track.
 * Null: there is nothing to do.
 */
export async function installsOf(project: Project, scripts: readonly Script[]): Promise<string | null> {
  const builds = await buildsOf(project, scripts)
  const lines = [project.node?.install ?? null, ...builds].filter((line) => line !== null)
  return lines.length === 0 ? null : lines.join(' && ')
}

async function buildsOf(project: Project, scripts: readonly Script[]): Promise<string[]> {
  const { directory, root, node } = project
  const tracked = new Set(project.files)
  const missing: string[] = []
  let packages: Map<string, string> | undefined
  for (const { file, text } of scripts) {
    for (const [, wanted] of text.matchAll(IMPORT)) {
      if (/^\.{1,2}\//.test(wanted!)) {
        const path = posix.join(folderOf(file), wanted!)
        if (!path.startsWith('../') && !isTracked(tracked, path)) missing.push(path)
      } else {
        packages ??= await builtPackages(project, tracked)
        const name = wanted!
          .split('/')
          .slice(0, wanted!.startsWith('@') ? 2 : 1)
          .join('/')
        const manifest = packages.get(name)
        if (manifest !== undefined) missing.push(manifest)
      }
    }
  }
  if (missing.length === 0) return []
  const scriptsOfProject = (node?.manifest['scripts'] ?? {}) as Json
  // The build of the whole project knows its order.
  const wanted = Object.hasOwn(scriptsOfProject, 'build') ? ['package.json'] : missing
  const lines = wanted.map((path) => buildLine(path, [directory, root]))
  return [...new Set(lines)].filter((line) => line !== null)
}

function isTracked(tracked: ReadonlySet<string>, path: string): boolean {
  const stem = path.replace(/\.[cm]?jsx?$/, '')
  return [path, stem].some((start) => ENDINGS.some((end) => tracked.has(`${start}${end}`)))
}

/** The manifests of packages of the project that are loaded from files that git does not track, by name. */
async function builtPackages(project: Project, tracked: ReadonlySet<string>): Promise<Map<string, string>> {
  const built = new Map<string, string>()
  const manifests = project.files.filter((file) => posix.basename(file) === 'package.json')
  for (const file of manifests.slice(0, MAX_MANIFESTS)) {
    const manifest = jsonObject(await project.text(file))
    if (typeof manifest?.['name'] !== 'string') continue
    const entries = ['main', 'module', 'exports'].flatMap((field) => textsIn(manifest[field]))
    const scripts = entries.filter((entry) => /(?<!\.d)\.[cm]?[jt]s$/.test(entry) && !entry.includes('*'))
    const paths = scripts.map((entry) => posix.join(folderOf(file), entry))
    if (paths.length > 0 && !paths.some((path) => tracked.has(path))) built.set(manifest['name'], file)
  }
  return built
}

/** All texts in a value of JSON, which `jsonObject` let nest only so deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
