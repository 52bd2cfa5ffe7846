import { type BenchmarkKey, normalName } from '../model/benchmark.ts'
import type { BudgetRule, Config } from '../model/config.ts'
import { NO_LINE } from './defaults.ts'
import { concernedBy } from './target.ts'

/**
 * The rule that makes the absence of a benchmark a finding: one that matches it and nothing else that head
 * still has. A rule by name is that, and so is a glob whose whole family vanished; `**` over the remaining
 * suite is not. A rule by name asks for each key: `noop` of one suite does not excuse that `noop` is gone
 * from another.
 */
export const namingRule = (
  config: Config,
  key: BenchmarkKey,
  onHead: readonly BenchmarkKey[],
): BudgetRule | null =>
  config.budgets.find((rule) => {
    const matches = concernedBy(rule)
    const isByName = normalName(rule.match) === key.name
    return (
      rule.line !== NO_LINE &&
      matches(key) &&
      !onHead.some((other) => !(isByName && other.name === key.name) && matches(other))
    )
  }) ?? null
