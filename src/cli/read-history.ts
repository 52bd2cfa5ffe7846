import { loadConfig } from '../config/load.ts'
import { historyOfBranch } from '../gate/history-of-branch.ts'
import type { Runtime } from '../gate/request.ts'
import { branchName } from '../git/ref-name.ts'
import type { History } from '../model/trend.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import { onBranch } from './branch.ts'
import { noteOfRefs, type RunFlags } from './read-runs.ts'

/**
 * The history of the newest commits of one key and one recorded branch, with the limits and waivers of the
 * config file where there is one; `tip` is null where nothing is recorded. Warnings go to stderr.
 */
export async function readHistory(
  flags: RunFlags & { config?: string },
  runtime: Runtime,
): Promise<{ tip: string | null; history: History }> {
  // Before a remote is asked: a file that is wrong is a mistake of this moment.
  const config = await loadConfig(process.cwd(), flags.config)
  const { tip, history, otherRefs, warnings } = await onBranch(flags, runtime, (store) =>
    historyOfBranch(store, {
      key: flags.key,
      ref: flags.ref === undefined ? null : `refs/heads/${branchName(flags.ref)}`,
      last: flags.last,
      config,
      now: runtime.clock(),
    }),
  )
  const notes = flags.ref === undefined ? noteOfRefs(history.ref, otherRefs) : []
  for (const warning of [...warnings, ...notes])
    process.stderr.write(linesForTerminal(`warning: ${warning}\n`))
  return { tip, history }
}
