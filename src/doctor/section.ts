import { EXIT } from '../errors.ts'
import { plural } from '../report/quantity.ts'
import type { CheckResult } from './check.ts'

/** Results under one title. */
export interface Section {
  title: string
  results: readonly CheckResult[]
}

/** The section of what was proved by measuring. */
export const PROOF = 'Proof'

type Status = CheckResult['status']

/** For people: checks that were skipped for one reason are one line. */
export function folded({ results }: Section): CheckResult[] {
  const reasons = Map.groupBy(results, ({ status, detail }) => (status === 'skipped' ? detail : null))
  return results.flatMap((result) => {
    const same = result.status === 'skipped' ? reasons.get(result.detail)! : [result]
    if (same[0] !== result) return []
    return [same.length === 1 ? result : { ...result, title: `${same.length} checks` }]
  })
}

export const SIGNS: Readonly<Record<Status, string>> = { ok: '✔', warning: '⚠', failure: '✘', skipped: '–' }

export const resultsOf = (sections: readonly Section[]): CheckResult[] =>
  sections.flatMap(({ results }) => results)

/** The worst that was found; what could not be looked at is no finding. */
export function outcomeOf(results: readonly CheckResult[]): 'pass' | 'warn' | 'fail' {
  const statuses = new Set(results.map(({ status }) => status))
  return statuses.has('failure') ? 'fail' : statuses.has('warning') ? 'warn' : 'pass'
}

/** A gate that was seen not to fail is worse than a set-up that is wrong. */
export function exitCodeOf(sections: readonly Section[]): number {
  const failed = sections.filter(({ results }) => outcomeOf(results) === 'fail')
  if (failed.length === 0) return EXIT.pass
  return failed.some(({ title }) => title === PROOF) ? EXIT.measurement : EXIT.usage
}

/** The last line: what it comes to. */
export function verdictOf(sections: readonly Section[]): { sign: string; text: string } {
  const results = resultsOf(sections)
  const count = (status: Status) => results.filter((one) => one.status === status).length
  const [failures, warnings, left] = [count('failure'), count('warning'), count('skipped')]
  const notes = [
    ...(warnings > 0 && failures > 0 ? [plural(warnings, 'warning')] : []),
    ...(left > 0 ? [`${plural(left, 'check')} skipped`] : []),
  ]
  const outcome = outcomeOf(results)
  const what = {
    pass: 'No problems found',
    warn: `No problems found, but ${plural(warnings, 'warning')}`,
    fail: `${plural(failures, 'problem')} found`,
  }[outcome]
  const sign = { pass: SIGNS.ok, warn: SIGNS.warning, fail: SIGNS.failure }[outcome]
  return { sign, text: [what, ...notes].join(' · ') }
}
