import { hash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { posix, join } from 'node:path'
import { UserError } from '../errors.ts'
import { splitNul, type Git } from '../git/git.ts'
import { type Json, jsonObject } from './json-object.ts'
import { DEPENDENCIES, installsAll, SETTINGS } from './lock-contents.ts'

const LOCKFILES = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
])
const WORKSPACE_FILE = 'pnpm-workspace.yaml'

/** Scripts of a project or workspace that its package manager runs while installing. */
const INSTALL_SCRIPTS = [
  'preinstall',
  'install',
  'postinstall',
  'preprepare',
  'prepare',
  'postprepare',
  'prepublish',
  'dependencies',
]
const MAX_MANIFESTS = 5_000
const MAX_MANIFEST_BYTES = 64 * 1024 * 1024

/** What a checkout says about its dependencies. Paths are relative to the repository's root, with `/`. */
export interface Manifests {
  /** By file, a digest of the part that decides what is installed. */
  digests: Map<string, string>
  /** Directories that hold a package.json; '' is the root. */
  packages: string[]
  /** The highest directory, from the root down to the project, that is installed as one; '' is the root. */
  installRoot: string
  /** True when the project, or a package above it, has dependencies to install. */
  needsInstall: boolean
  /** True when code of the repository takes part in the installation, so that it decides the result too. */
  hasInstallScripts: boolean
}

/**
 * Removes the project's own version, which npm's lockfile holds too: it changes with each release without
 * changing what is installed.
 */
function withoutOwnVersions(text: string): string {
  const lock = jsonObject(text)
  if (lock === null) return text
  delete lock['version']
  for (const [path, entry] of Object.entries((lock['packages'] ?? {}) as Record<string, Json | null>)) {
    if (!path.split('/').includes('node_modules') && entry !== null) delete entry['version']
  }
  return JSON.stringify(lock)
}

function decidingPart(name: string, text: string): string {
  if (name === 'package-lock.json' || name === 'npm-shrinkwrap.json') return withoutOwnVersions(text)
  if (name !== 'package.json') return text
  const manifest = jsonObject(text)
  return manifest === null
    ? text
    : JSON.stringify([...DEPENDENCIES, ...SETTINGS].map((field) => manifest[field] ?? null))
}

function isNotEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

/** The directories from the repository's root down to `prefix`: '', 'packages', 'packages/a'. */
function directoriesDownTo(prefix: string): string[] {
  const parts = prefix.split('/').filter((part) => part !== '')
  return ['', ...parts.map((_, i) => parts.slice(0, i + 1).join('/'))]
}

function directoryOf(path: string): string {
  const directory = posix.dirname(path)
  return directory === '.' ? '' : directory
}

/** True when `path` is `directory` or below it. Both are relative to the repository's root. */
function isBelow(directory: string, path: string): boolean {
  return directory === '' || path === directory || path.startsWith(`${directory}/`)
}

/** A file that says something about dependencies. */
interface ManifestFile {
  path: string
  directory: string
  name: string
  digest: string
  /** The content of a package.json; null for any other file, and for one that is no JSON object. */
  manifest: Json | null
}

/** Reads the manifests on disk in one checkout: tracked files, and new files that are not ignored. */
export async function readManifests(git: Git, root: string, prefix: string): Promise<Manifests> {
  const files = await readFiles(root, await manifestPaths(git))
  const above = new Set(directoriesDownTo(prefix))
  const deciding = files.filter(({ directory }) => above.has(directory))
  const isWorkspace = ({ name, manifest }: ManifestFile) =>
    name === WORKSPACE_FILE || isNotEmpty(manifest?.['workspaces'])
  const roots = deciding.filter((file) => LOCKFILES.has(file.name) || isWorkspace(file))
  const installRoot = roots.map(({ directory }) => directory).sort((a, b) => a.length - b.length)[0] ?? prefix
  return {
    digests: new Map(files.map(({ path, digest }) => [path, digest])),
    packages: files.filter(({ name }) => name === 'package.json').map(({ directory }) => directory),
    installRoot,
    needsInstall: deciding.some(
      (file) => isWorkspace(file) || DEPENDENCIES.some((field) => isNotEmpty(file.manifest?.[field])),
    ),
    hasInstallScripts: files.some(
      ({ manifest, directory }) =>
        INSTALL_SCRIPTS.some((script) => Object.hasOwn((manifest?.['scripts'] ?? {}) as Json, script)) &&
        matters({ installRoot }, directory),
    ),
  }
}

async function manifestPaths(git: Git): Promise<string[]> {
  const names = ['package.json', WORKSPACE_FILE, ...LOCKFILES]
  const listed = await git.bytes(
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    ...names.map((name) => `:(top,glob)**/${name}`),
    // patch-package and similar tools change what was installed.
    ':(top,glob)**/patches/**/*.patch',
  )
  const paths = [...new Set(splitNul(listed))].filter((path) => !path.split('/').includes('node_modules'))
  if (paths.length <= MAX_MANIFESTS) return paths.sort()
  throw new UserError(
    'dependencies',
    `The repository has ${paths.length.toLocaleString('en')} package.json and lock files; Benchgate compares up to ${MAX_MANIFESTS.toLocaleString('en')}`,
    'Ignore generated ones in .gitignore.',
  )
}

async function readFiles(root: string, paths: readonly string[]): Promise<ManifestFile[]> {
  const files: ManifestFile[] = []
  for (const path of paths) {
    const file = join(root, path)
    const entry = await lstat(file).catch(() => null)
    if (entry === null || !entry.isFile() || entry.size > MAX_MANIFEST_BYTES) continue
    const text = await readFile(file, 'utf8')
    const name = posix.basename(path)
    files.push({
      path,
      directory: directoryOf(path),
      name,
      digest: hash('sha256', decidingPart(name, text)),
      manifest: name === 'package.json' ? jsonObject(text) : null,
    })
  }
  return files
}

/** True when the files in a directory can change what is installed for the project. */
export function matters({ installRoot }: Pick<Manifests, 'installRoot'>, directory: string): boolean {
  return isBelow(installRoot, directory) || isBelow(directory, installRoot)
}

/** The files that decide what is installed for the project, each with a digest of what decides. */
export function decidingDigests(manifests: Manifests): [path: string, digest: string][] {
  return [...manifests.digests].filter(([path]) => matters(manifests, directoryOf(path)))
}

/** A checkout, and what it says about its dependencies. */
export interface ManifestsIn {
  root: string
  manifests: Manifests
}

/** Files of `own` that lead to dependencies which are not installed from those of `installed`. */
export async function differingManifests(installed: ManifestsIn, own: ManifestsIn): Promise<string[]> {
  const [a, b] = [installed.manifests, own.manifests]
  const differing = [...new Set([...a.digests.keys(), ...b.digests.keys()])]
    .filter((path) => matters(a, directoryOf(path)) || matters(b, directoryOf(path)))
    .filter((path) => a.digests.get(path) !== b.digests.get(path))
    .sort()
  const files: string[] = []
  for (const path of differing) {
    const isOnBoth = a.digests.has(path) && b.digests.has(path)
    const read = ({ root }: ManifestsIn) => readFile(join(root, path), 'utf8')
    const texts = isOnBoth ? ([await read(installed), await read(own)] as const) : null
    if (texts === null || !installsAll(posix.basename(path), ...texts)) files.push(path)
  }
  return files
}
