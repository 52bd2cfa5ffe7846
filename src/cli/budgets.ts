import type { AddCommand } from './add-command.ts'
import { explain } from './explain.ts'
import { suggest } from './suggest.ts'

/** Adds `budgets` with its commands. */
export const budgets: AddCommand = (program, host) => {
  const group = program.command('budgets').description('explain the budgets, or suggest some')
  for (const add of [explain, suggest]) add(group, host)
}
