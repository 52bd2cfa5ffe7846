import type { Assessment, BudgetChange } from '../../model/assessment.ts'
import { plural } from '../quantity.ts'

/** How a report writes the names of a benchmark and of a metric, and any other word from outside. */
interface Quoting {
  name: (text: string) => string
  metric: (text: string) => string
  word: (text: string) => string
}

/** `time max-regression: 5% → 20%, for 12 benchmarks such as parser/large`. */
export function budgetChangeWords(change: BudgetChange, quoting: Quoting): string {
  const { name, word } = quoting
  const { limit, from, to, benchmarks, example } = change
  const whom =
    benchmarks === 1 ? name(example) : `${plural(benchmarks, 'benchmark')} such as ${name(example)}`
  return `${quoting.metric(change.metric)} ${limit}: ${word(from)} → ${word(to)}, for ${whom}`
}

/** What a change does to the budgets, in one sentence, and which part of it is to be listed; null: nothing. */
export function budgetChangeSummary(
  a: Assessment,
): { loosens: boolean; text: string; listed: readonly BudgetChange[]; others: string | null } | null {
  const loosened = a.budgetChanges.filter(({ direction }) => direction === 'loosened')
  const tightened = a.budgetChanges.filter(({ direction }) => direction === 'tightened')
  if (loosened.length === 0 && tightened.length === 0) return null
  const loosens = loosened.length > 0
  return {
    loosens,
    text: `This pull request ${loosens ? 'loosens' : 'tightens'} budgets`,
    listed: loosens ? loosened : tightened,
    others: loosens && tightened.length > 0 ? `and tightens ${plural(tightened.length, 'other')}` : null,
  }
}
