import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeOwnDirectory, removeOrphans, removeOwnDirectory } from '../files/own-directory.ts'
import type { Runtime } from '../gate/request.ts'
import { findRemote } from '../store/remote.ts'
import { openStore, type Store } from '../store/store.ts'

/** Where a command finds the baseline branch. */
export interface BranchFlags {
  /** A remote of the checkout, a URL or a path. */
  remote: string
  branch: string
}

/**
 * Opens the branch for as long as the work takes, with a mirror of its own that is gone afterwards. Throws a
 * UserError.
 */
export async function onBranch<T>(
  { remote, branch }: BranchFlags,
  runtime: Runtime,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { env, host, signal, clock } = runtime
  const { url, settings } = await findRemote({ project: process.cwd(), remote, env, signal })
  await removeOrphans(tmpdir())
  const directory = await makeOwnDirectory(tmpdir())
  try {
    return await work(
      await openStore({
        remote: url,
        branch,
        directory: join(directory, 'mirror'),
        settings,
        env,
        host,
        signal,
        clock,
        random: Math.random,
        commitByApi: null,
        onProgress: (text) => runtime.onProgress({ kind: 'preparing', text }),
      }),
    )
  } finally {
    await removeOwnDirectory(directory)
  }
}
