import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createPathsMatcher, getTsconfig, parseTsconfig } from 'get-tsconfig'

/** In the order in which TypeScript and bundlers look for a file. */
const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx', '.json']
const TYPED: Record<string, readonly string[]> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
}
const MAX_REFERENCES = 32

/** The file that a specifier means, or the missing one that `paths` of tsconfig.json name for it. */
export type Resolved = { file: string } | { missing: string }

/**
 * The file that a specifier means to TypeScript where Node finds none: without an extension, with the one
 * that the file has after compilation, a directory with an index file, or by `paths` and `baseUrl` of the
 * importer's tsconfig.json. `missing` is the file that Node looked for, if it says so. Null: there is none.
 */
export function resolveTypeScript(
  specifier: string,
  importer: string,
  missing: string | null,
): Resolved | null {
  const isPath = /^(\.{0,2}\/|\.{1,2}$)/.test(specifier)
  const { places, named } = isPath
    ? { places: [resolve(dirname(importer), specifier)], named: null }
    : mapped(specifier, importer)
  for (const place of missing === null ? places : [...places, missing]) {
    const file = fileAt(place)
    if (file !== null) return { file }
  }
  return named === null ? null : { missing: named }
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

/** Where a specifier may lie, and the first place that `paths` name for it themselves. */
interface Mapping {
  places: string[]
  named: string | null
}

const mappings = new Map<string, (specifier: string) => Mapping>()
const cache = new Map()

/** What `paths` and `baseUrl` make of a specifier, from the tsconfig.json nearest to the importer. */
function mapped(specifier: string, importer: string): Mapping {
  const folder = dirname(importer)
  let mapping = mappings.get(folder)
  try {
    if (mapping === undefined) mappings.set(folder, (mapping = readMapping(folder)))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`'${specifier}' is not installed, and paths of tsconfig.json are unknown: ${why}`, {
      cause: error,
    })
  }
  return mapping(specifier)
}

function readMapping(folder: string): (specifier: string) => Mapping {
  const nearest = getTsconfig(folder, 'tsconfig.json', cache)
  const configs = nearest === null ? [] : [nearest, ...referencesOf(nearest)]
  const all = configs.map((config) => ({
    match: createPathsMatcher(config) ?? (() => []),
    patterns: Object.keys(config.config.compilerOptions?.paths ?? {}),
  }))
  return (specifier) => {
    const found = all.map(({ match, patterns }) => ({ places: match(specifier), patterns }))
    const naming = found.find(({ patterns }) => patterns.some((pattern) => names(pattern, specifier)))
    return { places: found.flatMap(({ places }) => places), named: naming?.places[0] ?? null }
  }
}

/** Whether a pattern of `paths` is meant for a specifier; `*` is for every package, installed or not. */
function names(pattern: string, specifier: string): boolean {
  const [start, end] = pattern.split('*') as [string, string?]
  return end === undefined
    ? pattern === specifier
    : pattern !== '*' && specifier.startsWith(start) && specifier.endsWith(end)
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
