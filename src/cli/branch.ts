import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  const directory = await mkdtemp(join(tmpdir(), 'benchgate-branch-'))
  try {
    return await work(
      await openStore({
        remote: url,
        branch,
        directory,
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
    await rm(directory, { recursive: true, force: true, maxRetries: 3 })
  }
}
