import type { Row } from '../../model/assessment.ts'
import type { Levels } from '../../model/config.ts'
import { formatLevel, formatLimit } from '../quantity.ts'
import { outside, type Words, words } from '../text/outside.ts'
import { directionOf } from './change.ts'

/** `isLevel`: a level alone, `5 %`, which says nothing without the word budget. */
type LimitView = { words: Words; isLevel: boolean }

/** The limit that decides a row, as short as a table's cell wants it; null where no budget says anything. */
export function limitOf(row: Row): LimitView | null {
  const { budget, waiver } = row
  if (waiver !== null && row.verdict === 'accepted') return said(`accepted up to ${formatLevel(waiver.upTo)}`)
  if (budget === null) return null
  if (row.verdict === 'over-budget') return absolute(row)
  const { warn = null, fail = null } = budget.maxRegression ?? {}
  const warned = row.verdict === 'regression' && row.severity === 'warn'
  if (warn !== null && (warned || fail === null)) return said(`warns at ${formatLevel(warn)}`)
  return fail === null ? null : { words: [formatLevel(fail)], isLevel: true }
}

/** The first of `max`, `min` and `min-improvement` that the head's value or effect breaks. */
function absolute(row: Row): LimitView | null {
  const { budget, head, severity, unit } = row
  // What only warns may have broken the level that fails elsewhere: its rule, or that of forks, says so.
  const level = (levels: Levels | null | undefined): number | null =>
    (severity === 'warn' ? levels?.warn : null) ?? levels?.fail ?? null
  const max = level(budget?.max)
  const min = level(budget?.min)
  const improvement = level(budget?.minImprovement)
  const quantity = (limit: number) => outside('quantity', formatLimit(limit, unit))
  if (max !== null && (head.value === null || head.value > max)) return said(words`at most ${quantity(max)}`)
  if (min !== null && (head.value === null || head.value < min)) return said(words`at least ${quantity(min)}`)
  if (improvement === null) return null
  return said(`at least ${formatLevel(improvement)} ${directionOf(row).better}`)
}

const said = (text: string | Words): LimitView => ({ words: [text].flat(), isLevel: false })
