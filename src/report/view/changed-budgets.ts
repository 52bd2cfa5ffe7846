import type { Assessment, BudgetChange } from '../../model/assessment.ts'
import { plural } from '../quantity.ts'
import { outside, type Words, words } from '../text/outside.ts'

/** What a change does to the budgets, and what of that everybody should see; null: it leaves them alone. */
export function budgetChangesView({ budgetChanges }: Assessment) {
  if (budgetChanges.length === 0) return null
  const loosened = budgetChanges.filter(({ direction }) => direction === 'loosened')
  const loosens = loosened.length > 0
  const tightened = budgetChanges.length - loosened.length
  const others = loosens && tightened > 0 ? `, and tightens ${plural(tightened, 'other')}` : ''
  return {
    loosens,
    text: `This pull request ${loosens ? 'loosens' : 'tightens'} budgets${others}`,
    listed: (loosens ? loosened : budgetChanges).map(changeWords),
    all: budgetChanges.map((change) => words`${change.direction}: ${changeWords(change)}`),
  }
}

/** `time max-regression: 5% → 20%, for 12 benchmarks such as parser/large`. */
function changeWords({ metric, limit, from, to, benchmarks, example }: BudgetChange): Words {
  if (metric === null || example === null)
    return words`${limit}: ${outside('ref', from)} → ${outside('ref', to)}, for pull requests from forks`
  const name = outside('name', example)
  const whom = benchmarks === 1 ? name : words`${plural(benchmarks, 'benchmark')} such as ${name}`
  return words`${outside('label', metric)} ${limit}: ${outside('ref', from)} → ${outside('ref', to)}, for ${whom}`
}
