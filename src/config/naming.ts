import type { BudgetRule, Config } from '../model/config.ts'
import { NO_LINE } from './defaults.ts'
import { compileGlob } from './glob.ts'

/**
 * The rule that makes the absence of a benchmark a finding: one that matches it and nothing that head still has. A rule by
 * name is that, and so is a glob whose whole family vanished; `**` over the remaining suite is not.
 */
export function namingRule(config: Config, id: string, headIds: readonly string[]): BudgetRule | null {
  return (
    config.budgets.find(
      (rule) => rule.line !== NO_LINE && compileGlob(rule.match)(id) && !holds(rule, headIds),
    ) ?? null
  )
}

const held = new WeakMap<readonly string[], Map<string, boolean>>()

/** Whether a rule matches one of the ids; asked for every benchmark that is gone, with the same list. */
function holds({ match }: BudgetRule, ids: readonly string[]): boolean {
  let answers = held.get(ids)
  if (answers === undefined) held.set(ids, (answers = new Map()))
  let answer = answers.get(match)
  if (answer === undefined) answers.set(match, (answer = ids.some(compileGlob(match))))
  return answer
}
