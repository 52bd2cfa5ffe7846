import type { Runtime } from '../gate/request.ts'
import { onBranch as onBranchOf } from '../store/on-branch.ts'
import type { Store } from '../store/store.ts'

/** Where a command finds the baseline branch. */
export interface BranchFlags {
  /** A remote of the checkout, a URL or a path. */
  remote: string
  branch: string
}

/** Opens the branch for as long as the work takes. Throws a UserError. */
export const onBranch = <T>(
  { remote, branch }: BranchFlags,
  { env, host, signal, clock, onProgress }: Runtime,
  work: (store: Store) => Promise<T>,
): Promise<T> =>
  onBranchOf(
    {
      project: process.cwd(),
      remote,
      branch,
      env,
      host,
      signal,
      clock,
      onProgress: (text) => onProgress({ kind: 'preparing', text }),
    },
    work,
  )
