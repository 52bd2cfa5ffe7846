import type { Assessment, History } from '../../model/assessment.ts'
import { plural } from '../quantity.ts'
import { formatDate } from './revisions.ts'

type Nearest = NonNullable<History['nearest']>

/** How a report writes the branch, and the commit and CPU of the nearest run. */
interface Quoting {
  word: (text: string) => string
  commit: (sha: string) => string
  prose: (text: string) => string
}

/** Which stored runs were looked back at, and how near the nearest is to base; null: none were asked for. */
export function historyWords(
  { command, history, environment }: Assessment,
  { word, commit, prose }: Quoting,
): string | null {
  if (history === null) return null
  const { branch, runs, nearest } = history
  const base = command === 'record' ? 'the parent' : 'base'
  const place = ({ sha, commitsBefore }: Nearest): string => {
    if (commitsBefore === 0) return `${base} itself, ${commit(sha)}`
    const distance = commitsBefore === null ? 'an unknown number of commits' : plural(commitsBefore, 'commit')
    return `${commit(sha)}, ${distance} before ${base}`
  }
  if (runs === 0) return `No stored run on branch ${word(branch)} yet`
  const whole = `${plural(runs, 'stored run')} on branch ${word(branch)}`
  if (nearest === null) return `${whole}, none of ${base} or of a commit before it`
  const at = formatDate(nearest.recordedAt, 'minute')
  const when = at === null ? '' : `, recorded ${at}`
  const machine = nearest.cpu === environment.cpu ? 'the same CPU' : `another CPU (${prose(nearest.cpu)})`
  return `${whole}; the nearest is of ${place(nearest)}${when} on ${machine}`
}
