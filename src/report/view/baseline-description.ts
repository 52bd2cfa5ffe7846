import type { Assessment } from '../../model/assessment.ts'
import { plural } from '../quantity.ts'
import { outside, type Words, words } from '../text/outside.ts'
import { formatDate } from './revisions.ts'

/** Which stored runs were looked back at, and how near the nearest is to base; null: none were asked for. */
export function historyWords({ command, history, environment }: Assessment): Words | null {
  if (history === null) return null
  const { runs, nearest } = history
  const branch = outside('ref', history.branch)
  const base = command === 'record' ? 'the parent' : 'base'
  if (runs === 0) return words`No stored run on branch ${branch} yet`
  const whole = words`${plural(runs, 'stored run')} on branch ${branch}`
  if (nearest === null) return words`${whole}, none of ${base} or of a commit before it`
  const { sha, commitsBefore: before, recordedAt, cpu } = nearest
  const commit = outside('commit', sha)
  const distance = before === null ? 'an unknown number of commits' : plural(before, 'commit')
  const place = before === 0 ? words`${base} itself, ${commit}` : words`${commit}, ${distance} before ${base}`
  const at = formatDate(recordedAt, 'minute')
  const when = at === null ? '' : `, recorded ${at}`
  const machine = cpu === environment.cpu ? 'the same CPU' : words`another CPU (${outside('label', cpu)})`
  return words`${whole}; the nearest is of ${place}${when} on ${machine}`
}
