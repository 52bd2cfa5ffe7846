import type { Assessment, Row } from '../../model/assessment.ts'
import { directionOfAll } from './change.ts'
import { grouped, plural } from '../quantity.ts'
import { benchmarksIn, type Section, SECTIONS, type Sections } from './sections.ts'
import { isAlone } from './revisions.ts'

/** What could not be decided, for noise or for want of data. */
export const isUndecided = ({ verdict }: Row): boolean =>
  verdict === 'inconclusive' || verdict === 'insufficient'

/** What did not run. */
export const isStopped = ({ verdict }: Row): boolean => verdict === 'missing' || verdict === 'failed'

/** What the rows of a section are called behind their number. */
const NAMES: Record<Exclude<Section, 'warned' | 'slower' | 'faster' | 'added'>, string> = {
  failing: 'failed',
  absent: 'did not run',
  inconclusive: 'undecided',
  accepted: 'accepted',
  unchanged: 'unchanged',
  removed: 'removed',
}

/** `1 failed`, `3 undecided`: the size of a section in the words of the command and of its metrics. */
export function countWords(
  section: Section,
  rows: readonly Row[],
  a: Pick<Assessment, 'command' | 'measuredBy'>,
): string {
  const count = grouped(rows.length)
  switch (section) {
    case 'warned':
      return plural(rows.length, 'warning')
    case 'slower':
      return `${count} ${directionOfAll(rows).worse}${a.command === 'compare' ? '' : ' within budget'}`
    case 'faster':
      return `${count} ${directionOfAll(rows).better}`
    case 'added':
      // A commit's results are not held against anything when they are recorded.
      return `${count} ${a.command === 'record' && a.measuredBy.kind === 'tools' ? 'recorded' : 'new'}`
    default:
      return `${count} ${NAMES[section]}`
  }
}

/** How many benchmarks, and of their comparisons how many in each section; the parts add up to the whole. */
export function tally(a: Assessment, s: Sections): string[] {
  const benchmarks = benchmarksIn(a.rows)
  const whole = plural(benchmarks, 'benchmark')
  return [
    benchmarks === a.rows.length
      ? whole
      : `${whole}, ${plural(a.rows.length, a.measuredBy.kind === 'tools' && isAlone(a) ? 'value' : 'comparison')}`,
    ...SECTIONS.filter((name) => s[name].length > 0).map(
      (name) => `${countWords(name, s[name], a)}${undecidedAmong(name, s[name])}`,
    ),
  ]
}

/** Of failures and warnings, how many are undecided: the headline counts them with the rest. */
function undecidedAmong(section: Section, rows: readonly Row[]): string {
  const open = rows.filter((row) => isUndecided(row)).length
  return open === 0 || section === 'inconclusive' ? '' : ` (${grouped(open)} undecided)`
}
