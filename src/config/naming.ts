import type { BudgetRule, Config } from '../model/config.ts'
import { NO_LINE } from './defaults.ts'
import { compileGlob } from './glob.ts'

/**
 * The rule that makes the absence of a benchmark a finding: one that matches it and nothing that head still has. A rule by
 * name is that, and so is a glob whose whole family vanished; `**` over the remaining suite is not.
 */
export function namingRule(config: Config, id: string, headIds: readonly string[]): BudgetRule | null {
  const names = ({ match, line }: BudgetRule) => {
    const matches = compileGlob(match)
    return line !== NO_LINE && matches(id) && !headIds.some(matches)
  }
  return config.budgets.find(names) ?? null
}
