import { join, relative, sep } from 'node:path'
import { existsSync } from 'node:fs'
import { type Json, jsonObject } from '../checkout/json-object.ts'
import { UserError } from '../errors.ts'
import { committedLocks, installLine, managerOf, type ManagerName } from '../checkout/package-managers.ts'
import type { Entries, Step } from './workflows.ts'
import { NO_CACHE } from './workflows.ts'
import { nodeVersion, STATED_IN } from './node-version.ts'

/** A project with a package.json, in its folder or above it. */
export interface NodeProject {
  manager: ManagerName
  /** What installs its dependencies, where it has any. */
  install: string | null
  /** True where something was installed, whatever it is. */
  isInstalled: boolean
  /** Its lockfile, relative to the root of the repository; null: it has none. */
  lock: string | null
  isTypeScript: boolean
  /** True where `.js` files are ES modules. */
  isModule: boolean
  manifest: Json
  /** What the workflow needs to run it. */
  steps: Step[]
  /** What was found, for people: "pnpm", "Node 22 (.nvmrc)". */
  described: string[]
}

interface Place {
  directory: string
  root: string
  files: readonly string[]
  ignores: (path: string) => Promise<boolean>
  text: (file: string) => Promise<string>
}

/** The first of several files that lies in a directory or, failing that, in another. */
function firstOf(
  directories: readonly string[],
  names: readonly string[],
  isThere: (path: string) => boolean = existsSync,
): string | null {
  for (const directory of directories)
    for (const name of names) if (isThere(join(directory, name))) return join(directory, name)
  return null
}

export async function nodeProject(place: Place): Promise<NodeProject | null> {
  const { directory, root, files, ignores, text } = place
  const directories = directory === root ? [directory] : [directory, root]
  const inRoot = (path: string) => relative(root, path).split(sep).join('/')
  const inProject = (path: string) => relative(directory, path)
  if (firstOf(directories, ['package.json']) === null) return null
  const read = async (folder: string, name: string) => text(inProject(join(folder, name)))
  const manifests: { path: string; manifest: Json }[] = []
  for (const folder of directories) {
    const path = inRoot(join(folder, 'package.json'))
    manifests.push({ path, manifest: manifestIn(path, await read(folder, 'package.json')) })
  }
  const { manifest } = manifests[0]!
  const isCommitted = await committedLocks(directories, ignores)
  const manager = managerOf(directories, isCommitted)
  const lock = firstOf(directories, manager.locks, isCommitted)
  const install = installLine(directories, isCommitted)
  const stated = firstOf(directories, STATED_IN)
  const version = nodeVersion(
    stated === null ? null : { file: inRoot(stated), text: await text(inProject(stated)) },
    manifests.map((one) => one.manifest),
  )
  const lockFile = lock === null ? null : inRoot(lock)
  const lockText = lock === null ? '' : await text(inProject(lock))
  return {
    manager: manager.name,
    install,
    isInstalled: firstOf(directories, ['node_modules', '.pnp.cjs']) !== null,
    lock: lockFile,
    isTypeScript:
      firstOf(directories, ['tsconfig.json']) !== null ||
      files.some((file) => /(?<!\.d)\.[cm]?ts$/.test(file)),
    isModule: manifest['type'] === 'module',
    manifest,
    steps: stepsOf({ manager: manager.name, manifests, lockFile, lockText, install, version: version.entry }),
    described: [`${manager.name}${lockFile === null ? '' : ` (${lockFile})`}`, version.described],
  }
}

/** What a package.json says; of one that is not there, nothing. */
function manifestIn(path: string, text: string): Json {
  const manifest = text === '' ? {} : jsonObject(text)
  if (manifest !== null) return manifest
  throw new UserError(
    'usage',
    `${path} is no JSON object`,
    'Correct it first: the workflow installs what it says.',
  )
}

interface SetUp {
  manager: ManagerName
  /** Of the project, then of the root above it; with their paths from the root of the repository. */
  manifests: readonly { path: string; manifest: Json }[]
  lockFile: string | null
  lockText: string
  install: string | null
  version: Entries
}

function stepsOf({ manager, manifests, lockFile, lockText, install, version }: SetUp): Step[] {
  const folder = lockFile?.includes('/') ? lockFile.slice(0, lockFile.lastIndexOf('/')) : null
  // setup-node knows no packages of Bun, and without a lockfile there is no key for a cache.
  const isCached = lockFile !== null && manager !== 'bun'
  const node: Step = {
    uses: 'actions/setup-node',
    with: version,
    ...(isCached && {
      readOnly: { cache: manager, ...(folder !== null && { 'cache-dependency-path': lockFile }) },
    }),
    canWrite: { 'package-manager-cache': NO_CACHE },
  }
  return [
    ...managerSteps(manager, manifests, lockText),
    node,
    ...(install === null ? [] : [{ run: install, ...(folder !== null && { workingDirectory: folder }) }]),
  ]
}

/** What brings the package manager, before setup-node asks it where its cache lies. */
function managerSteps(manager: ManagerName, manifests: SetUp['manifests'], lockText: string): Step[] {
  if (manager === 'bun') return [{ uses: 'oven-sh/setup-bun', canWrite: { 'no-cache': [true, NO_CACHE[1]] } }]
  // Yarn from 2 on is the one that the project names.
  if (manager === 'yarn') return lockText.includes('__metadata:') ? [{ run: 'corepack enable' }] : []
  if (manager === 'npm') return []
  const stating = manifests.find(({ manifest }) => String(manifest['packageManager']).startsWith('pnpm@'))
  const oldest = /^lockfileVersion: '?[56]\./m.test(lockText) ? 8 : 10
  // The action looks for the field packageManager at the root, and refuses a version beside it.
  const place = manifests.at(-1) === stating ? {} : { package_json_file: stating?.path }
  const given = stating === undefined ? { version: oldest } : place
  return [{ uses: 'pnpm/action-setup', with: given as Entries }]
}

/** The steps of a project without a package.json whose suites run on Node. */
export const PLAIN_NODE: readonly Step[] = [
  {
    uses: 'actions/setup-node',
    with: nodeVersion(null, []).entry,
    canWrite: { 'package-manager-cache': NO_CACHE },
  },
]
