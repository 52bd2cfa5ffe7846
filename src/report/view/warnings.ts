import type { Assessment } from '../../model/assessment.ts'

/** The warnings that say something new: why there is no base stands at the top of a report already. */
export function newWarnings({ warnings, standIn }: Assessment): string[] {
  if (standIn === null) return warnings
  const known = `: ${standIn.reason}`
  return warnings.filter((warning) => !warning.split('\n', 1)[0]?.endsWith(known))
}
