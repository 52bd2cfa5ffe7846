import type { Assessment, Row, Standing } from '../../model/assessment.ts'
import { grouped, percentDigits, plural } from '../quantity.ts'
import { listed, outside, type Words, words } from '../text/outside.ts'
import { directionOf, directionOfAll, effectWords, intervalWords, worse } from './change.ts'
import { keyOfRow, type Names } from './labels.ts'
import { metricText } from './row-view.ts'
import { benchmarksIn } from './sections.ts'

type StandingRow = Row & { standing: Standing }

/**
 * The regressions that the branch has and that were neither fixed nor accepted: one remark for all rows that
 * one change point moved, first what this change takes back, then the largest; null where there are none.
 */
export function standingView(a: Assessment, names: Names) {
  const rows = a.rows
    .filter((row): row is StandingRow => row.standing !== undefined)
    .sort((one, other) => takenOf(other) - takenOf(one) || sizeOf(other) - sizeOf(one))
  const branch = rows[0]?.standing.branch
  if (branch === undefined) return null
  const events = Map.groupBy(rows, ({ standing: { event, before } }) => `${event} ${before.sha}`)
  const name = outside('ref', branch)
  return {
    title: words`Regressions that ${name} already has, which change no verdict here`,
    /** One of each change point; a remark names at most so many benchmarks. */
    remarks: (most: number): Words[] =>
      [...events.values()].map((members) => remarkOf(members, { a, names, branch: name, most })),
  }
}

const takenOf = ({ standing }: StandingRow): number => standing.takenBack ?? 0
const sizeOf = ({ better, standing }: StandingRow): number => worse({ better }, standing.effect)

interface Page {
  a: Assessment
  names: Names
  branch: ReturnType<typeof outside>
  most: number
}

function remarkOf(rows: readonly StandingRow[], page: Page): Words {
  const [first] = rows as [StandingRow, ...StandingRow[]]
  const { branch, a } = page
  const { sha, pull } = first.standing.before
  const than = words`than at ${outside('commit', sha)}${pull === null ? '' : words` (${outside('label', `#${pull}`)})`}`
  if (rows.length === 1) {
    const change = changeOf(first)
    const interval = intervalWords(change)
    // There is more of an amount, and it is slower or lower.
    const is = directionOf(first).worse === 'more' ? 'has' : 'is'
    const range = interval === null ? '' : ` (${interval})`
    const accepted = acceptedWords(first)
    const taken = takenWords(first, a)
    return words`${nameOf(first, page)}: ${branch} ${is} ${effectWords(change)}${range} ${than}${accepted === null ? '' : `, ${accepted}`}.${taken === null ? '' : ` ${capital(taken)}.`}`
  }
  const most = Math.max(...rows.map((row) => sizeOf(row)))
  const by = `up to ${percentDigits(most)} % ${directionOfAll(rows).worse}`
  const shown = rows.slice(0, page.most).map((row) => memberOf(row, page))
  const rest = rows.length > shown.length ? ` and ${grouped(rows.length - shown.length)} more` : ''
  return words`${plural(benchmarksIn(rows), 'benchmark')}: ${branch} is ${by} ${than}: ${listed(shown)}${rest}.`
}

const changeOf = ({ better, unit, standing: { effect, interval } }: StandingRow) => ({
  better,
  unit,
  effect,
  interval,
})

const nameOf = (row: Row, { a, names }: Page): Words => {
  const name = outside('name', names.label(keyOfRow(row)))
  return row.metric === 'time' ? words`${name}` : words`${name} ${metricText(row.metric, a)}`
}

function memberOf(row: StandingRow, page: Page): Words {
  const change = `${percentDigits(row.standing.effect)} %`
  const more = [intervalWords(changeOf(row)), acceptedWords(row), takenWords(row, page.a)]
  return words`${nameOf(row, page)} (${[change, ...more.filter((text) => text !== null)].join(', ')})`
}

const acceptedWords = ({ standing: { accepted } }: StandingRow): string | null =>
  accepted === null ? null : `of which ${percentDigits(accepted)} % is accepted`

/** What the change gives back: `this change takes back 11.0 of the 12.0 %`. */
function takenWords(row: StandingRow, { command }: Assessment): string | null {
  const { takenBack } = row.standing
  if (takenBack === null) return null
  const whole = percentDigits(sizeOf(row))
  const taken = percentDigits(takenBack)
  const change = command === 'record' ? 'this commit' : 'this change'
  return taken === whole ? `${change} takes it back` : `${change} takes back ${taken} of the ${whole} %`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
