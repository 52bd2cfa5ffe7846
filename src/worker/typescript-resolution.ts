import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createPathsMatcher, getTsconfig, parseTsconfig, type PathsMatcher } from 'get-tsconfig'

/** In the order in which TypeScript and bundlers look for a file. */
const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx', '.json']
const TYPED: Record<string, readonly string[]> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
}
const MAX_REFERENCES = 32

/**
 * The file that a specifier means to TypeScript where Node finds none: without an extension, with the one
 * that the file has after compilation, a directory with an index file, or by `paths` and `baseUrl` of the
 * importer's tsconfig.json. `missing` is the file that Node looked for, if it says so. Null: there is none.
 */
export function resolveTypeScript(
  specifier: string,
  importer: string,
  missing: string | null,
): string | null {
  const isPath = /^(\.{0,2}\/|\.{1,2}$)/.test(specifier)
  const places = isPath ? [resolve(dirname(importer), specifier)] : mapped(specifier, importer)
  if (missing !== null) places.push(missing)
  for (const place of places) {
    const file = fileAt(place)
    if (file !== null) return file
  }
  return null
}

function fileAt(place: string): string | null {
  const extension = /\.[cm]?jsx?$/.exec(place)?.[0] ?? ''
  const stem = place.slice(0, place.length - extension.length)
  const files = [
    place,
    ...(TYPED[extension] ?? []).map((typed) => stem + typed),
    ...EXTENSIONS.map((one) => place + one),
    ...EXTENSIONS.map((one) => join(place, `index${one}`)),
  ]
  return files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile()) ?? null
}

const matchers = new Map<string, PathsMatcher>()
const cache = new Map()

/** What `paths` and `baseUrl` make of a specifier, from the tsconfig.json nearest to the importer. */
function mapped(specifier: string, importer: string): string[] {
  const folder = dirname(importer)
  let matcher = matchers.get(folder)
  try {
    if (matcher === undefined) matchers.set(folder, (matcher = readMatcher(folder)))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`'${specifier}' is not installed, and paths of tsconfig.json are unknown: ${why}`, {
      cause: error,
    })
  }
  return matcher(specifier)
}

function readMatcher(folder: string): PathsMatcher {
  const nearest = getTsconfig(folder, 'tsconfig.json', cache)
  if (nearest === null) return () => []
  const matchers = [nearest, ...referencesOf(nearest)].flatMap((config) => createPathsMatcher(config) ?? [])
  return (specifier) => matchers.flatMap((matcher) => matcher(specifier))
}

/** The projects that a tsconfig.json refers to, which is all that some of them do. */
function referencesOf({ path, config }: NonNullable<ReturnType<typeof getTsconfig>>) {
  return (config.references ?? []).slice(0, MAX_REFERENCES).flatMap((reference) => {
    const target = resolve(dirname(path), reference.path)
    const file = target.endsWith('.json') ? target : join(target, 'tsconfig.json')
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return []
    return [{ path: file, config: parseTsconfig(file, cache) }]
  })
}
