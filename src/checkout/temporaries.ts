import { mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeOwnDirectory } from '../files/own-directory.ts'
import { isWithin } from './scratch.ts'
import { type PlaceName, PLACES } from './watch.ts'

/** Programs make sockets there, whose paths have at most 104 bytes and end like `/tsx-1000/1234567.pipe`. */
const MAX_PATH_BYTES = 80

/**
 * A directory for temporary files for each checkout, on the disk where such files would lie otherwise:
 * loaders keep compiled code there, which code of the other side must not leave to be found. Their names are
 * of equal length. Null where there are none, so that the usual one is used.
 */
export type Temporaries = Record<PlaceName, string> | null

/** `own` is what is to be removed besides the directory of the checkouts; null: nothing. */
export async function makeTemporaries(
  scratch: string,
  env: NodeJS.ProcessEnv,
): Promise<{ temporaries: Temporaries; own: string | null }> {
  const none = { temporaries: null, own: null }
  const usual = await realpath(env['TMPDIR'] || tmpdir()).catch(() => null)
  if (usual === null) return none
  const own = isWithin(usual, scratch) ? null : await makeOwnDirectory(usual).catch(() => null)
  const parent = isWithin(usual, scratch) ? scratch : own
  if (parent === null || Buffer.byteLength(parent) > MAX_PATH_BYTES) return { ...none, own }
  const temporaries = { base: join(parent, 'ta'), head: join(parent, 'tb'), overlay: join(parent, 'tc') }
  for (const name of PLACES) await mkdir(temporaries[name])
  return { temporaries, own }
}
