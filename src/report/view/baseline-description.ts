import type { Assessment, History } from '../../model/assessment.ts'
import { plural } from '../quantity.ts'
import { outside, type Words, words } from '../text/outside.ts'
import { formatDate } from './revisions.ts'

type Nearest = NonNullable<History['nearest']>

/** Which stored runs were looked back at, and how near the nearest is to base; null: none were asked for. */
export function historyWords({ command, history, environment }: Assessment): Words | null {
  if (history === null) return null
  const { runs, nearest } = history
  const branch = outside('ref', history.branch)
  const base = command === 'record' ? 'the parent' : 'base'
  if (runs === 0) return words`No stored run on branch ${branch} yet`
  const whole = words`${plural(runs, 'stored run')} on branch ${branch}`
  if (nearest === null) return words`${whole}, none of ${base} or of a commit before it`
  const at = formatDate(nearest.recordedAt, 'minute')
  const when = at === null ? '' : `, recorded ${at}`
  const machine =
    nearest.cpu === environment.cpu ? 'the same CPU' : words`another CPU (${outside('label', nearest.cpu)})`
  return words`${whole}; the nearest is of ${placeOf(nearest, base)}${when} on ${machine}`
}

function placeOf({ sha, commitsBefore }: Nearest, base: string): Words {
  const commit = outside('commit', sha)
  if (commitsBefore === 0) return words`${base} itself, ${commit}`
  const distance = commitsBefore === null ? 'an unknown number of commits' : plural(commitsBefore, 'commit')
  return words`${commit}, ${distance} before ${base}`
}
