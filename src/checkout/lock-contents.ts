import { parse } from 'yaml'
import { nestsDeeper } from '../model/json-depth.ts'
import type { Json } from './json-object.ts'

/**
 * Whether the packages that one version of a file leads to are all among those that another version of it
 * leads to. A change that adds a dependency can then be compared on one installation: base does not load
 * what it has in addition. Read are package.json and the lockfiles of npm (from version 2), pnpm, Bun and
 * Yarn (from version 2); that of Yarn 1 does not say which packages are peers.
 */

/** Larger lockfiles take seconds to parse. */
const MAX_CHARACTERS = 4 * 1024 * 1024
/** The fields of a package.json that name what is installed. */
export const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
/** The other fields of it that decide what is installed. */
export const SETTINGS = [
  'peerDependenciesMeta',
  'bundleDependencies',
  'bundledDependencies',
  'overrides',
  'resolutions',
  'workspaces',
  'pnpm',
  'packageManager',
]
/** What npm and pnpm write of the way to a package, not of the package. */
const WAYS = ['dev', 'optional', 'devOptional', 'peer']

interface LockedPackage {
  name: string
  /** The package or workspace below which it is installed; '' where all find it. */
  within: string
  content: string
}

interface Contents {
  /** What holds for the whole installation. */
  settings: string
  workspaces: Set<string>
  /** The names of what they depend on, by workspace, field, name and range. */
  wanted: Map<string, string>
  packages: Map<string, LockedPackage>
  /** Packages that a package or workspace uses where somebody else installs them. */
  peers: Set<string>
}

/** True when all that `own` leads to is also installed from `installed`, and nothing that changes it. */
export function installsAll(name: string, installed: string, own: string): boolean {
  if (installed.length > MAX_CHARACTERS || own.length > MAX_CHARACTERS) return false
  try {
    const [all, some] = [contentsOf(name, installed), contentsOf(name, own)]
    return all !== null && some !== null && holds(all, some)
  } catch {
    return false // no file that a package manager has written
  }
}

/** A package that is added must not be news to what was there: a peer of it, or installed below it. */
function holds(all: Contents, some: Contents): boolean {
  if (all.settings !== some.settings) return false
  if (![...some.wanted.keys()].every((key) => all.wanted.has(key))) return false
  if (![...some.packages].every(([key, { content }]) => all.packages.get(key)?.content === content))
    return false
  const isNews = ({ name, within }: Pick<LockedPackage, 'name' | 'within'>) =>
    some.peers.has(name) || some.packages.has(within) || (within !== '' && some.workspaces.has(within))
  const added = [
    ...[...all.wanted].filter(([key]) => !some.wanted.has(key)).map(([, name]) => ({ name, within: '' })),
    ...[...all.packages].filter(([key]) => !some.packages.has(key)).map(([, one]) => one),
  ]
  return !added.some(isNews)
}

function contentsOf(name: string, text: string): Contents | null {
  if (name === 'package.json') return ofManifest(JSON.parse(text) as Json)
  if (name === 'package-lock.json' || name === 'npm-shrinkwrap.json') return ofNpm(JSON.parse(text) as Json)
  if (name === 'bun.lock') return ofBun(JSON.parse(text.replaceAll(/,(?=\s*[}\]])/g, '')) as Json)
  if (name === 'pnpm-lock.yaml') return ofPnpm(yamlOf(text))
  return name === 'yarn.lock' ? ofYarn(yamlOf(text)) : null
}

/** What no package manager writes and the parser takes minutes for: anchors, aliases, tags, long lines. */
const UNUSUAL_YAML = /(?:^|[\s,[{])[&*!][\w!]|^.{5000}/m
const MAX_DEPTH = 100

function yamlOf(text: string): Json {
  if (UNUSUAL_YAML.test(text) || nestsDeeper(text, MAX_DEPTH)) throw new RangeError('no lockfile')
  // To find duplicates, the library compares each key with each other one, which takes hours.
  return parse(text, { uniqueKeys: false }) as Json
}

const emptyContents = (settings: unknown): Contents => ({
  settings: JSON.stringify(settings),
  workspaces: new Set(),
  wanted: new Map(),
  packages: new Map(),
  peers: new Set(),
})

/** Packages of types hold no code that runs. */
const isOfTypes = (name: string): boolean => name.startsWith('@types/')

function addWorkspace(contents: Contents, path: string, manifest: Json, fields = DEPENDENCIES): void {
  contents.workspaces.add(path)
  addPeers(contents, manifest)
  for (const field of fields) {
    for (const [name, range] of Object.entries((manifest[field] ?? {}) as Json)) {
      if (!isOfTypes(name)) contents.wanted.set(JSON.stringify([path, field, name, range]), name)
    }
  }
}

function addPackage(
  contents: Contents,
  key: string,
  place: { name: string; within: string },
  value: Json,
): void {
  if (isOfTypes(place.name)) return
  contents.packages.set(key, { ...place, content: JSON.stringify(without(value, ...WAYS)) })
  addPeers(contents, value)
}

function addPeers({ peers }: Contents, manifest: Json): void {
  for (const name of Object.keys((manifest['peerDependencies'] ?? {}) as Json)) peers.add(name)
}

const without = (value: Json, ...fields: string[]): [string, unknown][] =>
  Object.entries(value).filter(([field]) => !fields.includes(field))

function ofManifest(manifest: Json): Contents {
  const contents = emptyContents(SETTINGS.map((field) => manifest[field] ?? null))
  addWorkspace(contents, '', manifest)
  return contents
}

function ofNpm(lock: Json): Contents | null {
  if (lock['packages'] === undefined) return null
  const contents = emptyContents(without(lock, 'name', 'version', 'packages', 'dependencies'))
  for (const [path, value] of Object.entries(lock['packages'] as Record<string, Json>)) {
    const cut = path.lastIndexOf('node_modules/')
    if (cut === -1) addWorkspace(contents, path, value)
    else {
      const place = {
        name: path.slice(cut + 'node_modules/'.length),
        within: path.slice(0, Math.max(0, cut - 1)),
      }
      addPackage(contents, path, place, value)
    }
  }
  return contents
}

function ofBun(lock: Json): Contents {
  const contents = emptyContents(without(lock, 'workspaces', 'packages'))
  for (const [path, value] of Object.entries(lock['workspaces'] as Record<string, Json>)) {
    addWorkspace(contents, path, value)
  }
  for (const [path, value] of Object.entries(lock['packages'] as Json)) {
    const name = /(?:@[^/]+\/)?[^/]+$/.exec(path)![0]
    const parts = value as unknown[]
    const place = { name, within: path.slice(0, -name.length - 1) }
    addPackage(contents, path, place, { parts })
    for (const part of parts) if (typeof part === 'object' && part !== null) addPeers(contents, part as Json)
  }
  return contents
}

function ofPnpm(lock: Json): Contents {
  const fields = [...DEPENDENCIES, 'specifiers']
  const contents = emptyContents(without(lock, 'importers', 'packages', 'snapshots', ...fields))
  addWorkspace(contents, '', lock, fields)
  for (const [path, value] of Object.entries((lock['importers'] ?? {}) as Record<string, Json>)) {
    addWorkspace(contents, path, value, fields)
  }
  for (const section of ['packages', 'snapshots']) {
    for (const [key, value] of Object.entries((lock[section] ?? {}) as Record<string, Json | null>)) {
      const name = /^\/?((?:@[^/]+\/)?[^/@]+)/.exec(key)![1]!
      // Its key names the peers that it has found.
      addPackage(contents, `${section} ${key}`, { name, within: '' }, value ?? {})
    }
  }
  return contents
}

function ofYarn(lock: Json): Contents | null {
  if (lock['__metadata'] === undefined) return null
  const contents = emptyContents(lock['__metadata'])
  for (const [keys, value] of Object.entries(lock as Record<string, Json>)) {
    if (keys === '__metadata') continue
    if (value['linkType'] === 'soft') addWorkspace(contents, String(value['resolution']), value)
    else {
      for (const key of keys.split(', ')) {
        addPackage(contents, key, { name: /^(?:@[^/]+\/)?[^@]+/.exec(key)![0], within: '' }, value)
      }
    }
  }
  return contents
}
