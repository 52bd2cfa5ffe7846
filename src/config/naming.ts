import type { BudgetRule, Config } from '../model/config.ts'
import { NO_LINE } from './defaults.ts'
import { compileGlob } from './glob.ts'

/**
 * The rule that makes the absence of a benchmark a finding: one that matches it and nothing that head still
 * has. A rule by name is that, and so is a glob whose whole family vanished; `**` over the remaining suite is
 * not.
 */
export const namingRule = (config: Config, id: string, headIds: readonly string[]): BudgetRule | null =>
  config.budgets.find(({ match, line }) => {
    const matches = compileGlob(match)
    return line !== NO_LINE && matches(id) && !headIds.some(matches)
  }) ?? null
