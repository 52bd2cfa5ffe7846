import { EXIT } from '../errors.ts'
import type { Row, Severity } from '../model/assessment.ts'

/** The gravest row decides the outcome, never an average. */
export function outcomeOf(rows: readonly Row[]): Severity {
  if (rows.some((row) => row.severity === 'fail')) return 'fail'
  return rows.some((row) => row.severity === 'warn') ? 'warn' : 'pass'
}

const DATA_MISSING = new Set<Row['verdict']>(['missing', 'failed'])

/** Exit code: 1 when a row is over its budget, 3 when everything that fails is missing data, otherwise 0. */
export function exitCodeOf({ rows }: { rows: readonly Pick<Row, 'verdict' | 'severity'>[] }): number {
  const failing = rows.filter((row) => row.severity === 'fail')
  if (failing.length === 0) return EXIT.pass
  return failing.every((row) => DATA_MISSING.has(row.verdict)) ? EXIT.measurement : EXIT.overBudget
}
