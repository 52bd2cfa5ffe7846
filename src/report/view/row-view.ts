import type { Assessment, Row } from '../../model/assessment.ts'
import type { Finding } from '../../model/finding.ts'
import { usualMetric } from '../../model/metric.ts'
import { unitKind } from '../../model/unit.ts'
import { formatPair, formatQuantity, percentDigits, unitBeside } from '../quantity.ts'
import type { Links } from '../text/link.ts'
import { outside } from '../text/outside.ts'
import { acceptanceOf } from './accept.ts'
import { besideWords, changeWords, NOTHING } from './change.ts'
import { keyOfRow, type Names } from './labels.ts'
import { limitOf } from './limit-words.ts'
import { needWords } from './need.ts'
import { saidOf, type Section } from './sections.ts'
import { isOfTheJob, sentenceOf } from './wording.ts'

/** What reports say of a row, in parts that they lay out. */
export type RowView = ReturnType<typeof rowView>

/** What a row's words depend on besides the row. */
type Context = Pick<Assessment, 'command' | 'summary' | 'statedBy'>

/** Whether a finding repeats what the pull request's own job wrote, so that it stands below a heading. */
export const isReported = ({ statedBy }: Pick<Assessment, 'statedBy'>, finding: Finding): boolean =>
  statedBy !== undefined && isOfTheJob(finding)

/** A metric's name; one of a job's own choice is data, like the name of a benchmark. */
export const metricText = (metric: string, { statedBy }: Pick<Assessment, 'statedBy'>) =>
  outside(statedBy !== undefined && usualMetric(metric) === null ? 'name' : 'metric', metric)

function isKnown({ metric, unit }: Row): boolean {
  const known = usualMetric(metric)
  return known !== null && (unitKind(unit) !== 'other' || known.units.includes(unit))
}

/** Parts that take time are functions, because a report lists few of thousands of rows. */
export function rowView(row: Row, section: Section, a: Context, names: Names) {
  const { verdict, metric, base, head } = row
  return {
    section,
    verdict,
    severity: row.severity,
    icon: iconOf(row, a.command),
    name: outside('name', names.label(keyOfRow(row))),
    metric: metricText(metric, a),
    isTime: metric === 'time',
    /** Its chart in the dashboard; null where there is none. */
    chart: ({ dashboard }: Pick<Links, 'dashboard'>) => dashboard?.chart(keyOfRow(row), metric) ?? null,
    /** Base and head; null where neither has a value. */
    values: () =>
      base.value === null && head.value === null
        ? null
        : outside('quantity', formatPair(base.value, head.value, unitBeside(row), row.exact)),
    // `time` is a low percentile and cannot see a change of slow calls alone: the median is said beside it.
    medians: () =>
      metric === 'time' && base.p50 !== null && head.p50 !== null
        ? `p50 ${formatPair(base.p50, head.p50, 'ns')}`
        : null,
    valueOf: ({ value }: Row['head']) =>
      value === null ? null : outside('quantity', formatQuantity(value, unitBeside(row))),
    base,
    head,
    /** How much it changed; null where nobody knows. */
    change: () => knownChange(row),
    /** What supports that, with `between` the ends of an interval. */
    beside: (between?: string) => besideWords(row, between),
    /** What is said in place of a change; null where there is one. */
    instead: () => insteadOf(row),
    isExact: row.exact,
    /** Of the interval, in percent. */
    level: row.interval && Math.round(row.interval.level * 100),
    limit: () => limitOf(row),
    /** Grade and spread of the processes. */
    noise: row.grade && { grade: row.grade, spread: percentOf(row.sigma) },
    /** The smallest change that would have been seen. */
    visible: percentOf(row.mde),
    need: () => needWords(row, a),
    /** Values of earlier runs. */
    history: row.history,
    ...notesView(row, a),
    /** Whether its metric and its unit are known words. */
    isKnown: isKnown(row),
    location: place(row.location),
    /** The rule that set the limit. */
    budgetPlace: place(row.budget?.where),
    waiver: waiverView(row),
    /** Whether it was measured again, with the same result. */
    held: row.confirmed === true,
    edited: row.edited,
    /** Whether both sides ran head's version of its suite. */
    fromHead: row.suiteFrom === 'head',
    /** How to accept the row; null where nothing can be accepted. */
    acceptance: () => acceptanceOf(row, names.narrowing(keyOfRow(row))),
  }
}

const place = (text: string | null | undefined) => (text == null ? null : outside('place', text))

/** Of an accepted row: where that is written, and whether the change under judgement brings it. */
const waiverView = ({ waiver, verdict }: Row) =>
  waiver && verdict === 'accepted' ? { place: outside('place', waiver.where), added: waiver.added } : null

/** What is said of a row, by this repository and by the pull request's own job. */
function notesView({ notes }: Row, a: Context) {
  const own = notes.filter((note) => !isReported(a, note))
  const reported = notes.filter((note) => isReported(a, note))
  return {
    notes: own.map((note) => outside('sentence', sentenceOf(note))),
    reported: reported.map((note) => outside('line', sentenceOf(note))),
  }
}

function knownChange(row: Row): string | null {
  const words = changeWords(row)
  return words === NOTHING ? null : words
}

function insteadOf(row: Row): string | null {
  const { verdict, base, head } = row
  const said = saidOf(verdict)
  if (said !== null) return said
  if (verdict !== 'insufficient' || knownChange(row) !== null) return null
  // Its own value may be there, and only another to compare it with not.
  return head.value !== null && base.value === null ? 'not compared' : 'too little data'
}

const percentOf = (fraction: number | null): string | null =>
  fraction === null ? null : `${percentDigits(fraction)} %`

function iconOf({ verdict, severity }: Row, command: Assessment['command']): string {
  if (verdict === 'missing' || verdict === 'failed') return severity === 'warn' ? '⚠️' : '💥'
  if (verdict === 'accepted') return '☑️'
  if (verdict === 'improvement' && severity === 'pass') return '⚡'
  if (command === 'compare') return '🔻'
  return severity === 'fail' ? '❌' : '⚠️'
}
