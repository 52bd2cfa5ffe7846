import type { Assessment, Row } from '../../model/assessment.ts'
import { formatPair, formatQuantity, percentDigits, unitBeside } from '../quantity.ts'
import { outside } from '../text/outside.ts'
import { acceptEntry } from './accept.ts'
import { besideWords, changeWords, EXACT, notComparedWords, NOTHING } from './change.ts'
import { limitOf } from './limit-words.ts'
import { needWords } from './need.ts'
import type { Section } from './sections.ts'
import { sentenceOf } from './wording.ts'

/** An interval, or that nothing was estimated. */
export interface Beside {
  text: string
  isInterval: boolean
}

/** What reports say of a row, in parts that they lay out. */
export type RowView = ReturnType<typeof rowView>

/** Parts that take time are functions, because a report lists few of thousands of rows. */
export function rowView(row: Row, section: Section, a: Pick<Assessment, 'command' | 'summary'>) {
  const { verdict, waiver } = row
  const place = (text: string | null | undefined) => (text == null ? null : outside('place', text))
  return {
    section,
    verdict,
    severity: row.severity,
    icon: iconOf(row, a.command),
    name: outside('name', row.benchmark),
    metric: outside('metric', row.metric),
    isTime: row.metric === 'time',
    numbers: numbersOf(row),
    effect: effectOf(row),
    limit: () => limitOf(row),
    /** Grade and spread of the processes. */
    noise: row.grade && { grade: row.grade, spread: percentOf(row.sigma) },
    /** The smallest change that would have been seen. */
    visible: percentOf(row.mde),
    need: () => needWords(row, a),
    /** Values of earlier runs, then that of head. */
    series: { earlier: row.history, head: row.head.value },
    notes: row.notes.map((note) => outside('sentence', sentenceOf(note))),
    location: place(row.location),
    /** The rule that set the limit. */
    budgetPlace: place(row.budget?.where),
    /** Of an accepted row: where that is written, and whether the change under judgement brings it. */
    waiver:
      waiver && verdict === 'accepted'
        ? { place: outside('place', waiver.where), added: waiver.added }
        : null,
    /** Whether it was measured again, with the same result. */
    held: row.confirmed === true,
    edited: row.edited,
    /** The entry of the config file that accepts the row; null where nothing can be accepted. */
    acceptEntry: () => acceptEntry(row),
  }
}

function numbersOf(row: Row) {
  const { verdict, metric, base, head } = row
  const quantity = (value: number | null) => outside('quantity', formatQuantity(value, unitBeside(row)))
  return {
    /** Base and head; null where neither has a value. */
    values() {
      if (base.value === null && head.value === null) return null
      return outside('quantity', formatPair(base.value, head.value, unitBeside(row), row.exact))
    },
    // `time` is a low percentile and cannot see a change that only the slow calls have: the median stands beside it.
    medians() {
      const isKnown = metric === 'time' && base.p50 !== null && head.p50 !== null
      return isKnown ? `p50 ${formatPair(base.p50, head.p50, 'ns')}` : null
    },
    /** Of what one side alone has: which it is, and its value. */
    oneSided() {
      if (verdict !== 'new' && verdict !== 'removed') return null
      return { word: verdict, value: quantity((verdict === 'new' ? head : base).value) }
    },
    head() {
      return head.value === null ? null : quantity(head.value)
    },
  }
}

function effectOf(row: Row) {
  const { verdict, interval } = row
  return {
    /** How much it changed; null where nobody knows. */
    words() {
      const words = changeWords(row)
      return words === NOTHING ? null : words
    },
    /** What supports that, with `between` the ends of an interval. */
    beside(between?: string): Beside | null {
      const text = besideWords(row, between)
      return text === null ? null : { text, isInterval: text !== EXACT }
    },
    isExact: row.exact,
    /** Of the interval, in percent. */
    level: interval && Math.round(interval.level * 100),
    /** What is said in place of a change: `did not run`, `too little data`. */
    instead() {
      if (verdict === 'missing') return 'did not run'
      if (verdict === 'failed') return 'failed'
      return verdict === 'insufficient' && changeWords(row) === NOTHING ? notComparedWords(row) : null
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
