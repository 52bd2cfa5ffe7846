import { outcomeOf } from '../judge/outcome.ts'
import type { Assessment } from '../model/assessment.ts'

/** The result as `forks: warn` lets a pull request from a fork end: what fails warns. */
export function failuresAsWarnings(a: Assessment): Assessment {
  if (a.outcome !== 'fail') return a
  const rows = a.rows.map((row) => (row.severity === 'fail' ? { ...row, severity: 'warn' as const } : row))
  const { failed, warned } = a.summary
  return {
    ...a,
    outcome: outcomeOf(rows),
    forks: 'warn',
    summary: { ...a.summary, failed: 0, warned: failed + warned },
    rows,
  }
}
