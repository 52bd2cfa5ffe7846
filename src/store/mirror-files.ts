import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { explainDisk, pointElsewhere } from '../files/explain-disk.ts'
import { UserError } from '../errors.ts'
import type { Host } from '../model/host.ts'

// The directory may come from a cache that others wrote. Of what lies there only git's objects and the ids of
// two commits are kept, and those are checked when they are read; everything that could tell git to do
// something is written anew.

/** Names whose mirror it is, so that one of another remote is not taken for it. */
const IDENTITY_FILE = 'benchgate-mirror'
/** git needs no more to see a bare repository; without a template there are no hooks. */
const FIXED_FILES: Readonly<Record<string, string>> = {
  HEAD: 'ref: refs/heads/none\n',
  config: '[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tlogAllRefUpdates = false\n',
}
export const REFS = { tip: 'refs/benchgate/tip', known: 'refs/benchgate/known' } as const

const PACK = /^pack-[0-9a-f]{40,64}\.(?:pack|idx|promisor|rev)$/
const LOOSE_FOLDER = /^[0-9a-f]{2}$/
const LOOSE = /^[0-9a-f]{38,62}$/
const SHA_LINE = /^[0-9a-f]{40,64}\n$/

/** Each fetch leaves a pack and each run some objects: beyond this a mirror is slower than a new one. */
const MAX_FILES = 2_000
const MAX_BYTES = 512 * 1024 * 1024
const MAX_SHALLOW_BYTES = 1024 * 1024

export interface MirrorState {
  /** Whether it holds what an earlier one fetched. */
  reused: boolean
  /** Whether it is of a remote that hands out no parts, and therefore lacks nothing. */
  whole: boolean
}

/**
 * Makes the directory a bare repository without settings, hooks and remotes, with the objects that it held
 * when it was the mirror of the same remote and branch and `anew` is not asked for. Throws a UserError when
 * it cannot be made.
 */
export async function prepareMirror(
  { directory, host }: { directory: string; host: Host },
  identity: string,
  wanted: { anew: boolean; whole: boolean },
): Promise<MirrorState> {
  try {
    // Whatever is wrong with an old one, a new mirror does not have it. What keeps the new one from being
    // made is an error.
    const kept = wanted.anew ? null : await keepObjects(directory, identity).catch(() => null)
    if (kept === null) await newMirror(directory)
    const whole = kept === null ? wanted.whole : kept === 'whole'
    await writeFixedFiles(directory, identityText(identity, whole ? 'whole' : 'partial'))
    return { reused: kept !== null, whole }
  } catch (cause) {
    const what = `The mirror of the baseline branch could not be made in ${directory}`
    const variables = host.temporaryVariables
    const explained = explainDisk(cause, { what, directory, otherwise: pointElsewhere(variables) })
    if (explained instanceof UserError) throw explained
    throw new UserError(
      'store',
      `${what}: ${(cause as Error).message}`,
      `Remove it, or point ${variables} to another directory.`,
      { cause },
    )
  }
}

type Kind = 'whole' | 'partial'

const identityText = (identity: string, kind: Kind) => `${identity} ${kind}\n`

/** Makes the directory one that holds nothing. */
async function newMirror(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true, maxRetries: 3 })
  await mkdir(join(directory, 'objects', 'pack'), { recursive: true })
  await mkdir(join(directory, 'refs', 'benchgate'), { recursive: true })
}

async function writeFixedFiles(directory: string, identity: string): Promise<void> {
  for (const [name, text] of Object.entries({ ...FIXED_FILES, [IDENTITY_FILE]: identity })) {
    await writeFile(join(directory, name), text)
  }
}

/** Removes all but objects, ids and the identity. Throws where something is not what it should be. */
async function keepObjects(directory: string, identity: string): Promise<Kind> {
  await expectFolder(directory)
  const found = await readSmall(join(directory, IDENTITY_FILE), 1_000)
  const kind = (['whole', 'partial'] as const).find((kind) => found === identityText(identity, kind))
  if (kind === undefined) throw new Error('another mirror')
  const shallow = await readSmall(join(directory, 'shallow'), MAX_SHALLOW_BYTES)
  if (shallow !== null && !/^(?:[0-9a-f]{40,64}\n)*$/.test(shallow)) throw new Error('shallow')
  const ids = new Map<string, string>()
  for (const ref of Object.values(REFS)) {
    const id = await readSmall(join(directory, ref), 100)
    if (id === null) continue
    if (!SHA_LINE.test(id)) throw new Error(ref)
    ids.set(ref, id)
  }
  for (const name of await readdir(directory)) {
    if (name === 'objects' || name === 'shallow' || name === IDENTITY_FILE) continue
    await rm(join(directory, name), { recursive: true, force: true })
  }
  await checkObjects(join(directory, 'objects'))
  await mkdir(join(directory, 'refs', 'benchgate'), { recursive: true })
  for (const [ref, id] of ids) await writeFile(join(directory, ref), id)
  return kind
}

async function checkObjects(objects: string): Promise<void> {
  const total = { files: 0, bytes: 0 }
  await expectFolder(objects)
  for (const name of await readdir(objects)) {
    const folder = join(objects, name)
    const wanted = name === 'pack' ? PACK : LOOSE_FOLDER.test(name) ? LOOSE : null
    if (wanted === null) {
      // `info` names further object stores, among others.
      await rm(folder, { recursive: true, force: true })
      continue
    }
    await expectFolder(folder)
    for (const file of await readdir(folder)) {
      const path = join(folder, file)
      if (!wanted.test(file)) {
        await rm(path, { recursive: true, force: true })
        continue
      }
      const { size } = await expectFile(path)
      total.files++
      total.bytes += size
      if (total.files > MAX_FILES || total.bytes > MAX_BYTES) throw new Error('grown too large')
    }
  }
}

async function expectFolder(path: string): Promise<void> {
  if (!(await lstat(path)).isDirectory()) throw new Error(path)
}

async function expectFile(path: string): Promise<{ size: number }> {
  const found = await lstat(path)
  if (!found.isFile()) throw new Error(path)
  return found
}

/** A file's text, null when there is none. */
async function readSmall(path: string, limitBytes: number): Promise<string | null> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (found === null) return null
  if (!found.isFile() || found.size > limitBytes) throw new Error(path)
  return await readFile(path, 'latin1')
}
