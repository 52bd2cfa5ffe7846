import type { Runtime } from '../gate/request.ts'
import { linesForTerminal, outsideText } from '../report/text/for-terminal.ts'
import { onBranch as onBranchOf } from '../store/on-branch.ts'
import type { Store } from '../store/store.ts'

/** Where a command finds the baseline branch. */
export interface BranchFlags {
  /** A remote of the checkout, a URL or a path. */
  remote: string
  branch: string
}

/** The branch as a line names it: `benchgate of origin`. */
export const branchText = ({ branch, remote }: BranchFlags): string =>
  `${outsideText(branch, 200)} of ${outsideText(remote, 200)}`

export function printWarnings(warnings: readonly string[]): void {
  for (const warning of warnings) process.stderr.write(linesForTerminal(`warning: ${warning}\n`))
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
