import type { Assessment } from '../../model/assessment.ts'

/** Of a finding that was measured again. */
export const HELD = 'Measured again, and it held.'

/** The warnings that say something new: why there is no base stands at the top of a report already. */
export function newWarnings({ warnings, standIn }: Assessment): string[] {
  if (standIn === null) return warnings
  const known = `Base was not measured: ${standIn.reason}`
  return warnings.filter((warning) => warning !== known)
}
