import { type Assessment, runIn, type Verdict } from '../model/assessment.ts'

/** What a pull request does every day, and nobody needs to read. */
const ORDINARY: ReadonlySet<Verdict> = new Set(['unchanged', 'new', 'removed'])
const OPEN: ReadonlySet<Verdict> = new Set(['inconclusive', 'insufficient'])

/**
 * Whether a comment is to be written: `never` none; otherwise one that is there is always brought up to date,
 * and a new one is created when the policy finds something to say. That nothing was measured is something to
 * say.
 */
export function shouldComment(
  a: Assessment,
  policy: 'always' | 'on-change' | 'on-failure' | 'never',
  previous: 'present' | 'absent' = 'absent',
): boolean {
  if (policy === 'never') return false
  if (policy === 'always' || previous === 'present' || a.rows.length === 0) return true
  if (policy === 'on-failure') return a.outcome === 'fail'
  return (
    // Results never have another base, and what a run of another job leaves open is the rule with them.
    (runIn(a.baseline) !== null && a.measuredBy.kind === 'benchgate') ||
    a.budgetChanges.length > 0 ||
    a.rows.some(
      ({ verdict, severity }) =>
        severity !== 'pass' ||
        !(ORDINARY.has(verdict) || (a.measuredBy.kind === 'tools' && OPEN.has(verdict))),
    )
  )
}
