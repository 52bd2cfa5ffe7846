import { type Assessment, type Row, VERDICTS } from '../model/assessment.ts'
import type { Finding } from '../model/finding.ts'
import { outcomeOf } from './outcome.ts'

/** How much measuring it took. */
export type Effort = Pick<
  Assessment['summary'],
  'processes' | 'seconds' | 'secondsInBenchmarks' | 'stoppedBy'
>

/** The whole result of a gate: its rows and what is known beside them. */
export function assemble(
  rows: Row[],
  {
    effort,
    benchmarks,
    warnings,
    ...about
  }: Omit<Assessment, 'schema' | 'outcome' | 'summary' | 'rows'> & {
    effort: Effort
    /** How many benchmarks were seen. */
    benchmarks: number
  },
): Assessment {
  const count = (matches: (row: Row) => boolean): number => rows.filter(matches).length
  const verdicts = VERDICTS.map((verdict) => [verdict, count((row) => row.verdict === verdict)] as const)
  return {
    schema: 1,
    outcome: outcomeOf(rows),
    ...about,
    summary: {
      benchmarks,
      verdicts: Object.fromEntries(verdicts) as Assessment['summary']['verdicts'],
      failed: count(({ severity }) => severity === 'fail'),
      warned: count(({ severity }) => severity === 'warn'),
      pairs: rows.reduce((most, { pairs }) => Math.max(most, pairs), 0),
      ...effort,
    },
    rows: rows.map((row) => ({ ...row, notes: row.notes.map(onOneLine) })),
    warnings: warnings.map(onOneLine),
  }
}

/** A process's last output has several lines; a table cell or a list item has room for one. */
function onOneLine<T extends object>(finding: T): T {
  const entries = Object.entries(finding).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string'
      ? value.replace(/:\s*\n\s*/g, ': ').replace(/\s*\n\s*/g, ' ⏎ ')
      : isFinding(value)
        ? onOneLine(value)
        : value,
  ])
  return Object.fromEntries(entries) as T
}

const isFinding = (value: unknown): value is Finding =>
  typeof value === 'object' && value !== null && 'code' in value
