import { loadConfig } from '../config/load.ts'
import { type BranchHistory, historyOfBranch } from '../gate/history-of-branch.ts'
import type { Runtime } from '../gate/request.ts'
import { branchName } from '../git/ref-name.ts'
import { onBranch, printWarnings } from './branch.ts'
import { noteOfRefs, type RunFlags } from './read-runs.ts'

/**
 * The history of the newest commits of one key and one recorded branch, with the limits and waivers of the
 * config file where there is one; `tip` is null where nothing is recorded. Warnings go to stderr.
 */
export async function readHistory(
  flags: RunFlags & { config?: string },
  runtime: Runtime,
): Promise<Pick<BranchHistory, 'tip' | 'history' | 'limitsOf'>> {
  // Before a remote is asked: a file that is wrong is a mistake of this moment.
  const config = await loadConfig(process.cwd(), flags.config)
  const { otherRefs, warnings, ...read } = await onBranch(flags, runtime, (store) =>
    historyOfBranch(store, {
      key: flags.key,
      ref: flags.ref === undefined ? null : `refs/heads/${branchName(flags.ref)}`,
      last: flags.last,
      config,
      now: runtime.clock(),
    }),
  )
  const notes = flags.ref === undefined ? noteOfRefs(read.history.ref, otherRefs) : []
  printWarnings([...warnings, ...notes])
  return read
}
