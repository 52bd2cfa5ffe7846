import type { Row } from '../../model/assessment.ts'
import { directionOf } from './change.ts'
import { formatLevel, formatLimit } from '../quantity.ts'

/** The limit that a row is held against, as short as a table cell wants it, in which the unit is text from outside; null where no budget says anything. */
export function limitWords(row: Row): string | null {
  if (row.waiver !== null && row.verdict === 'accepted')
    return `accepted up to ${formatLevel(row.waiver.upTo)}`
  const { budget } = row
  if (budget === null) return null
  if (row.verdict === 'over-budget') return absolute(row) ?? null
  const level = budget.maxRegression
  if (level === null) return null
  const warned = row.verdict === 'regression' && row.severity === 'warn'
  if (!warned && level.fail !== null) return formatLevel(level.fail)
  if (level.warn !== null) return `warns at ${formatLevel(level.warn)}`
  return level.fail === null ? null : formatLevel(level.fail)
}

/** The first of `max`, `min` and `min-improvement` that the head's value or effect breaks. */
function absolute(row: Row): string | null {
  const { budget, head, severity, unit } = row
  if (budget === null) return null
  const key = severity === 'warn' ? 'warn' : 'fail'
  const max = budget.max?.[key] ?? null
  const min = budget.min?.[key] ?? null
  const improvement = budget.minImprovement?.[key] ?? null
  if (max !== null && (head.value === null || head.value > max)) return `at most ${formatLimit(max, unit)}`
  if (min !== null && (head.value === null || head.value < min)) return `at least ${formatLimit(min, unit)}`
  return improvement === null ? null : `at least ${formatLevel(improvement)} ${directionOf(row).better}`
}
