import { UserError } from '../errors.ts'
import { normalName } from '../model/benchmark.ts'
import type { Report, Row } from '../model/assessment.ts'
import type { Target } from '../model/config.ts'
import { nearestNames } from '../model/nearest-names.ts'
import { forTerminal } from '../report/text/for-terminal.ts'
import { outside } from '../report/text/outside.ts'
import { formatLevel } from '../report/quantity.ts'
import { ceilingOf, literalTarget } from '../report/view/accept.ts'
import { keyOfRow, namesOf } from '../report/view/labels.ts'

type ReportRow = Report['rows'][number]

/** Of several benchmarks, the one that is meant. */
export interface Meant {
  name: string
  suite?: string
  occurrence?: number
  metric?: string
}

/** What is to be accepted. */
export interface Chosen extends Meant {
  metric: string
  target: Target
  upTo: string
}

const MAX_LISTED = 5
const UP_TO = 'To add an entry anyway, give --up-to 20% without --from.'

/** What is said of a row that is no regression. */
const SAID: Record<Exclude<Row['verdict'], 'regression' | 'over-budget' | 'accepted'>, string> = {
  'slower-small': 'is worse by less than the warn level',
  unchanged: 'is unchanged',
  improvement: 'got better',
  inconclusive: 'is undecided',
  insufficient: 'has too little data',
  missing: 'did not run',
  failed: 'failed',
  new: 'is new',
  removed: 'was removed',
}

const named = (name: string): string => forTerminal(outside('name', name))

const rowName = ({ benchmark, metric }: ReportRow): string =>
  `${named(benchmark)} ${forTerminal(outside('metric', metric))}`

/** The regressions of one benchmark in a report; a UserError says why there is none to accept. */
export function chooseOne(report: Report, meant: Meant, upTo: string | null): Chosen[] {
  const rows = rowsOf(report, meant)
  const regressions = rows.filter(({ verdict }) => verdict === 'regression')
  if (regressions.length === 0) throw notAccepted(rows[0]!)
  const keys = new Set(regressions.map(({ id }) => id))
  if (keys.size > 1) {
    const places = regressions.map(
      ({ suite, occurrence }) => `--suite ${forTerminal(outside('place', suite))} --occurrence ${occurrence}`,
    )
    throw new UserError(
      'usage',
      `${keys.size} benchmarks named ${named(meant.name)} regressed`,
      `Say which one: ${listed([...new Set(places)])}.`,
    )
  }
  return regressions.map((row) => chosen(report, row, upTo))
}

/** All regressions of a report that fail, and what else fails. */
export function chooseAll(report: Report, upTo: string | null): { chosen: Chosen[]; left: string[] } {
  const failing = report.rows.filter(({ severity }) => severity === 'fail')
  const found: Chosen[] = []
  const left: string[] = []
  for (const row of failing) {
    try {
      if (row.verdict !== 'regression') throw notAccepted(row)
      found.push(chosen(report, row, upTo))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      left.push(error.message)
    }
  }
  if (found.length > 0) return { chosen: found, left }
  throw new UserError(
    'usage',
    left.length === 0
      ? 'Nothing in the report fails'
      : `Nothing in the report that fails can be accepted: ${left[0]}`,
    'To accept a regression that only warns, give its name.',
  )
}

/** A benchmark as flags alone name it. */
export function chooseUnseen(meant: Meant & { metric: string }, upTo: string): Chosen {
  const { name, suite, occurrence, metric } = meant
  const narrowing = { ...(suite !== undefined && { suite }), ...(occurrence !== undefined && { occurrence }) }
  const target = targetOr(name, narrowing)
  return { name, ...narrowing, metric, target, upTo }
}

function chosen(report: Report, row: ReportRow, upTo: string | null): Chosen {
  const key = keyOfRow(row)
  const ceiling = upTo ?? ceilingOf(row)
  if (ceiling === null)
    throw new UserError(
      'usage',
      `${rowName(row)} changed by more than a ceiling can express`,
      'Give --up-to with a ceiling below 1000 %.',
    )
  const narrowing = namesOf(report.rows.map(keyOfRow)).narrowing(key)
  return { ...key, metric: row.metric, target: targetOr(key.name, narrowing), upTo: ceiling }
}

function targetOr(name: string, narrowing: Omit<Target, 'match'>): Target {
  const target = literalTarget({ ...narrowing, match: name })
  if (target !== null) return target
  throw new UserError(
    'usage',
    `No pattern of the config file can name ${named(name)}`,
    'A name needs one to 512 characters and at most 16 stars: rename the benchmark.',
  )
}

/** The rows that are meant, one at least. */
function rowsOf({ rows }: Report, { name, suite, occurrence, metric }: Meant): ReportRow[] {
  const called = rows.filter(({ benchmark }) => benchmark === normalName(name))
  if (called.length === 0)
    throw unknown(
      name,
      rows.map(({ benchmark }) => benchmark),
    )
  const meant = called.filter(
    (row) =>
      (suite === undefined || row.suite === suite) &&
      (occurrence === undefined || row.occurrence === occurrence),
  )
  if (meant.length === 0) {
    const places = called.map(
      (row) => `${forTerminal(outside('place', row.suite))}, occurrence ${row.occurrence}`,
    )
    throw new UserError(
      'usage',
      `The report has no ${named(name)} in that place`,
      `The report has it in ${listed([...new Set(places)], '; ')}.`,
    )
  }
  const ofMetric = meant.filter((row) => metric === undefined || row.metric === metric)
  if (ofMetric.length > 0) return ofMetric
  const metrics = listed([...new Set(meant.map((row) => forTerminal(outside('metric', row.metric))))])
  throw new UserError(
    'usage',
    `The report has no ${forTerminal(outside('metric', metric!))} of ${named(name)}`,
    `It has ${metrics}.`,
  )
}

function unknown(name: string, names: readonly string[]): UserError {
  const nearest = nearestNames(name, [...new Set(names)], 3).map(named)
  return new UserError(
    'usage',
    `The report has no benchmark ${named(name)}`,
    nearest.length === 0
      ? 'The report has only what the last check measured, which --filter narrows. Run the check again, or give --up-to 20%.'
      : `Did you mean ${nearest.join(' or ')}?`,
  )
}

/** Why a row is not to be accepted. */
function notAccepted(row: ReportRow): UserError {
  const { verdict, budget, waiver } = row
  const name = rowName(row)
  const place = (where: string) => forTerminal(outside('place', where))
  if (verdict === 'over-budget') {
    const rule = budget?.where == null ? 'the rule' : `the rule at ${place(budget.where)}`
    return new UserError(
      'usage',
      `${name} breaks max, min or min-improvement, which accepted: cannot lift`,
      `Fix it, or change ${rule}.`,
    )
  }
  if (verdict === 'accepted' && waiver !== null)
    return new UserError(
      'usage',
      `${name} is accepted already, up to ${formatLevel(waiver.upTo)} (${place(waiver.where)})`,
      UP_TO,
    )
  const said = verdict === 'accepted' || verdict === 'regression' ? 'is accepted already' : SAID[verdict]
  const stopped = verdict === 'missing' || verdict === 'failed'
  return new UserError(
    'usage',
    `${name} ${said}, and only a regression can be accepted`,
    stopped ? 'Fix it, or take it out of the budgets.' : UP_TO,
  )
}

/** A name that a report does not have, as a warning; null where it has it. */
export const unknownName = ({ rows }: Report, name: string): string | null =>
  rows.some(({ benchmark }) => benchmark === normalName(name))
    ? null
    : `${unknown(
        name,
        rows.map(({ benchmark }) => benchmark),
      ).message.replace('The report', 'The last report')}`

const listed = (items: readonly string[], separator = ', '): string =>
  items.length > MAX_LISTED
    ? `${items.slice(0, MAX_LISTED).join(separator)} and ${items.length - MAX_LISTED} more`
    : items.join(separator)
