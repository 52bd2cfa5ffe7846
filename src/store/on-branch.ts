import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeOwnDirectory, removeOrphans, removeOwnDirectory } from '../files/own-directory.ts'
import { findRemote, type RemoteOptions } from './remote.ts'
import { openStore, type Store, type StoreOptions } from './store.ts'

/** Where the branch is, and whoever asks for it. */
type OnBranchOptions = RemoteOptions &
  Pick<StoreOptions, 'branch' | 'host' | 'clock' | 'onProgress'> & {
    /** Settings of git beside those of the checkout. */
    settings?: StoreOptions['settings']
  }

/**
 * Opens the branch for as long as the work takes, with a mirror of its own that is gone afterwards. Throws a
 * UserError.
 */
export async function onBranch<T>(o: OnBranchOptions, work: (store: Store) => Promise<T>): Promise<T> {
  const { url, settings } = await findRemote(o)
  await removeOrphans(tmpdir())
  const directory = await makeOwnDirectory(tmpdir())
  try {
    return await work(
      await openStore({
        remote: url,
        branch: o.branch,
        directory: join(directory, 'mirror'),
        settings: [...settings, ...(o.settings ?? [])],
        env: o.env,
        host: o.host,
        signal: o.signal,
        clock: o.clock,
        random: Math.random,
        commitByApi: null,
        onProgress: o.onProgress,
      }),
    )
  } finally {
    await removeOwnDirectory(directory)
  }
}
