import type { AddCommand } from './add-command.ts'
import { exportRuns } from './baseline/export.ts'
import { prune } from './baseline/prune.ts'
import { repair } from './baseline/repair.ts'
import { verify } from './baseline/verify.ts'

/** Adds `baseline` with its commands. */
export const baseline: AddCommand = (program, host) => {
  const group = program.command('baseline').description('check, prune, repair or export the stored runs')
  for (const add of [verify, prune, repair, exportRuns]) add(group, host)
}
