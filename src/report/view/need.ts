import type { Assessment, Row } from '../../model/assessment.ts'
import { grouped, plural } from '../quantity.ts'

/** A row that would take more than so many times what the job measured is not decided by more time. */
const WITHIN_REACH = 2

/**
 * What an undecided row needs, to be read after "needs": `about 40 pairs (had 32), 1.3 times the time limit`.
 * A row may have been given up early, so that the job's longest comparison is what can be measured. Null
 * where nobody knows.
 */
export function needWords(
  { verdict, pairs, pairsNeeded }: Row,
  { command, summary }: Pick<Assessment, 'command' | 'summary'>,
): string | null {
  if (verdict !== 'inconclusive' || pairsNeeded === null) return null
  if (pairsNeeded <= pairs) return `a second measurement: ${plural(pairs, 'pair')} usually decide`
  const measured = Math.max(pairs, summary.pairs)
  if (pairsNeeded > WITHIN_REACH * measured) {
    return `more than this job can measure: lower the noise${command === 'compare' ? '' : ' or widen the budget'}`
  }
  const about = `about ${plural(pairsNeeded, 'pair')} (had ${grouped(pairs)})`
  if (pairsNeeded <= measured) return about
  const times = (Math.ceil((pairsNeeded / measured) * 10 - 1e-9) / 10).toFixed(1).replace('.0', '')
  return `${about}, ${times} times ${summary.stoppedBy === 'time-limit' ? 'the time limit' : 'what this job measured'}`
}
