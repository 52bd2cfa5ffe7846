import type { Assessment, Row } from '../../model/assessment.ts'
import { formatPair, formatQuantity, percentDigits, unitBeside } from '../quantity.ts'
import { type Outside, outside } from '../text/outside.ts'
import { acceptEntry } from './accept.ts'
import { besideWords, changeWords, EXACT, notComparedWords, NOTHING } from './change.ts'
import { type LimitView, limitOf } from './limit-words.ts'
import { needWords } from './need.ts'
import type { Section } from './sections.ts'

/** An interval, or that nothing was estimated. */
export interface Beside {
  text: string
  isInterval: boolean
}

/**
 * What reports say of a row, in parts that they lay out. Most parts are made when they are asked for, because a report lists few of
 * thousands of rows.
 */
export interface RowView {
  section: Section
  /** One sign of what was found. */
  icon: string
  verdict: Row['verdict']
  severity: Row['severity']
  name: Outside
  metric: Outside
  isTime: boolean
  /** Base and head; null where neither has a value. */
  readonly values: Outside | null
  readonly medians: string | null
  /** Of what one side alone has: which it is, and its value. */
  readonly oneSided: { word: 'new' | 'removed'; value: Outside } | null
  readonly headValue: Outside | null
  /** How much it changed; null where nobody knows. */
  readonly change: string | null
  /** What supports the change: its interval with `between` its ends, or that nothing was estimated. */
  beside: (between?: string) => Beside | null
  isExact: boolean
  /** Of the interval, in percent. */
  level: number | null
  /** What is said where there is no change to tell: `did not run`, `too little data`; null: nothing is missing. */
  readonly unchanged: string | null
  readonly limit: LimitView | null
  /** `A (0.9 %)`: grade and spread of the processes. */
  readonly noise: { grade: string; spread: string | null } | null
  readonly visible: string | null
  readonly need: string | null
  /** Earlier values, then that of head. */
  series: { earlier: readonly number[]; head: number | null }
  notes: readonly Outside[]
  location: Outside | null
  /** The rule that set the limit. */
  budgetPlace: Outside | null
  /** Of an accepted row: where that stands, and whether the change under judgement brings it. */
  waiver: { place: Outside; added: boolean } | null
  held: boolean
  edited: boolean
  /** The entry of the config file that accepts the row; null where nothing can be accepted. */
  readonly acceptEntry: string | null
}

export function rowView(row: Row, section: Section, a: Pick<Assessment, 'command' | 'summary'>): RowView {
  const { verdict, metric, base, head, interval, waiver } = row
  const quantity = (value: number | null) => outside('quantity', formatQuantity(value, unitBeside(row)))
  const place = (text: string | null | undefined) => (text == null ? null : outside('place', text))
  return {
    section,
    icon: iconOf(row, a.command),
    verdict,
    severity: row.severity,
    name: outside('name', row.benchmark),
    metric: outside('metric', metric),
    isTime: metric === 'time',
    get values() {
      if (base.value === null && head.value === null) return null
      return outside('quantity', formatPair(base.value, head.value, unitBeside(row), row.exact))
    },
    // `time` is a low percentile and cannot see a change that only the slow calls have: the median stands beside it.
    get medians() {
      const isKnown = metric === 'time' && base.p50 !== null && head.p50 !== null
      return isKnown ? `p50 ${formatPair(base.p50, head.p50, 'ns')}` : null
    },
    get oneSided() {
      if (verdict !== 'new' && verdict !== 'removed') return null
      return { word: verdict, value: quantity((verdict === 'new' ? head : base).value) }
    },
    get headValue() {
      return head.value === null ? null : quantity(head.value)
    },
    get change() {
      const words = changeWords(row)
      return words === NOTHING ? null : words
    },
    beside: (between) => {
      const text = besideWords(row, between)
      return text === null ? null : { text, isInterval: text !== EXACT }
    },
    isExact: row.exact,
    level: interval && Math.round(interval.level * 100),
    get unchanged() {
      if (verdict === 'missing') return 'did not run'
      if (verdict === 'failed') return 'failed'
      return verdict === 'insufficient' && changeWords(row) === NOTHING ? notComparedWords(row) : null
    },
    get limit() {
      return limitOf(row)
    },
    get noise() {
      return row.grade && { grade: row.grade, spread: percentOf(row.sigma) }
    },
    get visible() {
      return percentOf(row.mde)
    },
    get need() {
      return needWords(row, a)
    },
    series: { earlier: row.history, head: head.value },
    notes: row.notes.map((note) => outside('sentence', note)),
    location: place(row.location),
    budgetPlace: place(row.budget?.where),
    waiver:
      verdict === 'accepted' && waiver !== null
        ? { place: outside('place', waiver.where), added: waiver.added }
        : null,
    held: row.confirmed === true,
    edited: row.edited,
    get acceptEntry() {
      return acceptEntry(row)
    },
  }
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
