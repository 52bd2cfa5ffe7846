import { createHash, hash } from 'node:crypto'
import { constants, existsSync, lstatSync, readdirSync, readlinkSync } from 'node:fs'
import { cp, lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { splitNul } from '../git/git.ts'
import { runProcess } from '../process/run-process.ts'
import type { BareSide, Preparation } from './dependencies.ts'
import { decidingDigests, type Manifests } from './manifests.ts'
import { isWithin } from './scratch.ts'
import { staysWithin } from './uncommitted.ts'

/** Beyond these, packing takes longer than installing, and fills a fifth of a repository's cache. */
const MAX_FILES = 300_000
const MAX_BYTES = 2 * 1024 * 1024 * 1024
const MAX_STATUS_ENTRIES = 10_000
const MAX_MARKER_BYTES = 1024 * 1024
const MAX_SETTINGS_BYTES = 1024 * 1024
const NODE_TIME_LIMIT_MS = 10_000
const SHOWN_PATHS = 3

/** Files beside a manifest that change what an install line does. */
const SETTINGS = ['.npmrc', '.yarnrc', '.yarnrc.yml', '.pnpmfile.cjs', 'bunfig.toml']

/** Where installed dependencies outlive a job. It may fail or lose them, but both calls have to end. */
export interface DependencyCache {
  /** The directory that is restored and saved. It is the same in every job, and holds nothing else. */
  directory: string
  /** Fills `directory` with what was saved under exactly this key. False: nothing was. */
  restore(key: string, directory: string): Promise<boolean>
  save(key: string, directory: string): Promise<void>
}

interface CachedInstall extends Pick<Preparation, 'environments' | 'onProgress' | 'signal'> {
  cache: DependencyCache
  side: BareSide
  manifests: Manifests
  /** The project's path below the root. */
  prefix: string
  /** Where an installation may make node_modules directories, relative to the root. */
  places: readonly string[]
  /** A line that only installs. */
  line: string
  /** Runs `line`. */
  install: () => Promise<void>
}

/** What an archive holds. It is written last, when everything else is in place. */
const markerSchema = z.strictObject({
  schema: z.literal(1),
  key: z.string(),
  trees: z.array(z.strictObject({ path: z.string(), digest: z.string() })).max(1_000),
})
const MARKER = 'complete.json'
const treeIn = (directory: string, index: number) => join(directory, String(index))

/**
 * Puts a side's node_modules in place from the cache, or lets the line install them and saves the result
 * before any measured code can touch it. A problem with the cache costs time only, and is returned as a
 * warning. Throws what `install` throws, or the signal's reason.
 *
 * The next run skips the installation, so it must have made nothing but node_modules: one that writes
 * anything else into the checkout (a `prepare` script that builds) is not cached.
 */
export async function installWithCache(o: CachedInstall): Promise<string[]> {
  const warnings: string[] = []
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      o.signal.throwIfAborted()
      const why = error instanceof Error ? error.message : String(error)
      warnings.push(`The cached dependencies of ${o.side.name} could not be ${what}: ${why}`)
      return null
    }
  }
  const target = await attempt('looked up', () => targetOf(o))
  if (target === null) {
    await o.install()
    return warnings
  }
  const { key, before } = target
  try {
    const restored = await attempt('restored', () => restore(o, key))
    o.signal.throwIfAborted()
    if (restored === true) return warnings
    await removePlaces(o)

    await o.install()
    const made = installedPlaces(o)
    await attempt('saved', () => save(o, key, before, made))
    o.signal.throwIfAborted()
    // Installs again if any directory was lost on the way to the cache.
    if (installedPlaces(o).length < made.length) {
      await removePlaces(o)
      await o.install()
    }
  } finally {
    await rm(o.cache.directory, { recursive: true, force: true })
  }
  return warnings
}

function installedPlaces(o: CachedInstall): string[] {
  return o.places.filter((place) => existsSync(join(o.side.root, place)))
}

async function removePlaces(o: CachedInstall): Promise<void> {
  for (const place of o.places) await rm(join(o.side.root, place), { recursive: true, force: true })
}

/**
 * The key of the result and the state of the checkout before it; null where the result must not be cached.
 */
async function targetOf(o: CachedInstall): Promise<{ key: string; before: CheckoutState } | null> {
  // Committed node_modules are part of the checkout, and the line may change them in any way.
  if (installedPlaces(o).length > 0) return null
  const before = await checkoutState(o)
  const key = before === null ? null : await keyOf(o, before)
  return before === null || key === null ? null : { key, before }
}

async function restore(o: CachedInstall, key: string): Promise<boolean> {
  const { directory } = o.cache
  await rm(directory, { recursive: true, force: true })
  await mkdir(dirname(directory), { recursive: true })
  if (!(await o.cache.restore(key, directory))) return false
  const trees = await readMarker(join(directory, MARKER), key)
  for (const [index, { path, digest }] of trees.entries()) {
    if (!o.places.includes(path)) throw new Error(`${path} is no place for them`)
    const found = await describeTree(treeIn(directory, index), join(o.side.root, path), o)
    if (found !== digest) throw new Error(`${path} is incomplete`)
  }
  o.onProgress(
    `${o.side.name}: ${trees.length === 1 ? trees[0]!.path : `${trees.length} node_modules directories`} from the cache`,
  )
  for (const [index, { path }] of trees.entries()) {
    const to = join(o.side.root, path)
    if (!(await staysWithin(o.side.root, to))) throw new Error(`${path} is behind a link`)
    await move(treeIn(directory, index), to)
  }
  return true
}

async function readMarker(file: string, key: string): Promise<z.infer<typeof markerSchema>['trees']> {
  const entry = await lstat(file).catch(() => null)
  if (entry === null || !entry.isFile() || entry.size > MAX_MARKER_BYTES) {
    throw new Error('they are incomplete')
  }
  const marker = markerSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  if (marker.key !== key) throw new Error('they are those of another installation')
  return marker.trees
}

/** Saves what the line installed, if it did nothing else. */
async function save(
  o: CachedInstall,
  key: string,
  before: CheckoutState,
  made: readonly string[],
): Promise<void> {
  const after = await checkoutState(o)
  const others =
    after === null ? ['too much'] : changedPaths(before, after).filter((path) => !made.includes(path))
  if (made.length === 0 || others.length > 0) {
    const what = made.length === 0 ? 'no node_modules' : `also ${others.slice(0, SHOWN_PATHS).join(', ')}`
    o.onProgress(`${o.side.name}: not cached, since \`${o.line}\` wrote ${what}`)
    return
  }
  const { directory } = o.cache
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  const trees: z.infer<typeof markerSchema>['trees'] = []
  for (const path of made) {
    const place = join(o.side.root, path)
    trees.push({ path, digest: await describeTree(place, place, o) })
  }
  const moved: { from: string; to: string }[] = []
  try {
    for (const [index, path] of made.entries()) {
      const from = join(o.side.root, path)
      const to = treeIn(directory, index)
      if (await renamed(from, to)) moved.push({ from, to })
      else await copy(from, to)
    }
    await writeFile(join(directory, MARKER), JSON.stringify({ schema: 1, key, trees }))
    await o.cache.save(key, directory)
  } finally {
    for (const { from, to } of moved) await rename(to, from)
  }
}

/** Moves a directory by renaming it. False where the two places are on different file systems. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EXDEV') return false
    throw error
  }
}

async function copy(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
}

async function move(from: string, to: string): Promise<void> {
  if (!(await renamed(from, to))) await copy(from, to)
}

/**
 * Digest of every path below a directory with its kind and size, as it would be at `place`. Throws where
 * another checkout could not use it: for a link to an absolute path or out of the checkout, or for more than
 * can be packed in reasonable time.
 */
async function describeTree(directory: string, place: string, o: CachedInstall): Promise<string> {
  const described = createHash('sha256')
  let files = 0
  let bytes = 0
  const open = ['']
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const entries = readdirSync(join(directory, path), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const below = join(path, entry.name)
      let what: string
      if (entry.isDirectory()) {
        open.push(below)
        what = 'directory'
      } else if (entry.isSymbolicLink()) {
        const target = readlinkSync(join(directory, below))
        const leadsTo = resolve(join(place, path), target)
        if (isAbsolute(target) || !isWithin(o.side.root, leadsTo)) {
          throw new Error(`${below} leads out of the checkout`)
        }
        what = `link ${target}`
      } else if (entry.isFile()) {
        const { size } = lstatSync(join(directory, below))
        bytes += size
        what = `file ${size}`
      } else throw new Error(`${below} is neither file nor directory`)
      described.update(`${JSON.stringify(below)} ${what}\n`)
      if (++files > MAX_FILES || bytes > MAX_BYTES) {
        throw new Error(`they are more than ${MAX_FILES.toLocaleString('en')} files or 2 GiB`)
      }
    }
    // Reading one directory takes a short time; an abort is noticed between two of them.
    await setImmediate()
    o.signal.throwIfAborted()
  }
  return described.digest('hex')
}

/**
 * What differs from the commit in a checkout, by path: git's two letters (`!!` for what it ignores), and time
 * and size, which show that a file was written.
 */
type CheckoutState = Map<string, string>

/** Null when there are too many paths to compare. */
async function checkoutState(o: CachedInstall): Promise<CheckoutState | null> {
  const { git, root } = o.side
  const listed = await git.bytes(
    'status',
    '--porcelain',
    '-z',
    '--untracked-files=normal',
    '--ignored=traditional',
    '--no-renames',
    '--ignore-submodules=all',
  )
  const entries = splitNul(listed)
  if (entries.length > MAX_STATUS_ENTRIES) return null
  const state: CheckoutState = new Map()
  for (const entry of entries) {
    const path = entry.slice(3).replace(/\/$/, '')
    const stats = await lstat(join(root, path)).catch(() => null)
    state.set(path, `${entry.slice(0, 2)} ${stats?.mtimeMs} ${stats?.size}`)
  }
  return state
}

function changedPaths(before: CheckoutState, after: CheckoutState): string[] {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => before.get(path) !== after.get(path))
}

/**
 * The cache key of what the line would install; null where the result depends on more than a key can hold.
 */
async function keyOf(o: CachedInstall, before: CheckoutState): Promise<string | null> {
  const { manifests, side } = o
  // Scripts of the project that take part in the installation may read any file. The key covers files of the
  // commit only.
  const isCommitted = [...before.values()].every((state) => state.startsWith('!!'))
  if (manifests.hasInstallScripts && !isCommitted) return null
  const node = await nodeThatInstalls(o)
  const settings = await settingsOf(o)
  if (node === null || settings === null) return null
  const variables = Object.entries(o.environments.measured)
    .filter(([name]) => /^(npm_config_|pnpm_config_|yarn_|bun_|node_env$)/i.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = [
    node.runtime,
    o.line,
    o.prefix,
    manifests.installRoot,
    decidingDigests(manifests),
    manifests.hasInstallScripts ? side.sha : null,
    settings,
    variables,
  ]
  const digest = hash('sha256', JSON.stringify(parts)).slice(0, 32)
  return `benchgate-modules-v1-${node.platform}-${node.arch}-node${node.major}-${digest}`
}

const nodeSchema = z.strictObject({
  platform: z.string().regex(/^\w+$/),
  arch: z.string().regex(/^\w+$/),
  major: z.string().regex(/^\d+$/),
  /** The C library, to which compiled packages are bound. */
  runtime: z.string().nullable(),
})
const ABOUT_NODE = `process.report.excludeNetwork = true
JSON.stringify({
  platform: process.platform,
  arch: process.arch,
  major: process.versions.node.split('.')[0],
  runtime: process.report.getReport().header.glibcVersionRuntime ?? null,
})`

/** The Node that the set-up line uses, which is not the one that runs the action. */
async function nodeThatInstalls(o: CachedInstall): Promise<z.infer<typeof nodeSchema> | null> {
  const result = await runProcess(['node', '-p', ABOUT_NODE], {
    cwd: o.side.directory,
    env: o.environments.setup,
    signal: o.signal,
    timeLimitMs: NODE_TIME_LIMIT_MS,
    stdout: MAX_SETTINGS_BYTES,
  })
  const line = result.stdout.toString().trim().split('\n').at(-1) ?? ''
  return result.isWhole && line.startsWith('{') ? nodeSchema.parse(JSON.parse(line)) : null
}

/** Digests of the package managers' settings; null when one is no regular file of a reasonable size. */
async function settingsOf(o: CachedInstall): Promise<(string | null)[] | null> {
  const digests: (string | null)[] = []
  for (const directory of new Set([o.manifests.installRoot, o.prefix])) {
    for (const name of SETTINGS) {
      const file = join(o.side.root, directory, name)
      const entry = await lstat(file).catch(() => null)
      if (entry !== null && (!entry.isFile() || entry.size > MAX_SETTINGS_BYTES)) return null
      digests.push(entry && hash('sha256', await readFile(file)))
    }
  }
  return digests
}
