import type { Assessment, Row } from '../../model/assessment.ts'
import { acceptEntry } from '../view/accept.ts'
import { besideWords, changeWords } from '../view/change.ts'
import { limitWords } from '../view/limit-words.ts'
import { needWords } from '../view/need.ts'
import { formatPair, unitBeside } from '../quantity.ts'
import { sectionsOf } from '../view/sections.ts'
import { nameText, outsideText } from '../text/for-terminal.ts'

/** A remark on a line of the benchmarks' source, in plain text. */
interface Annotation {
  level: 'error' | 'warning'
  title: string
  message: string
  /** Relative to the root of the repository; null: no line is known, then `line` is null too. */
  file: string | null
  /** From 1. */
  line: number | null
}

/** As many as GitHub's check runs take in four requests. */
const MAX_ANNOTATIONS = 200
const MAX_NAME = 80
const MAX_METRIC = 60
/** Of two quantities with a unit each. */
const MAX_VALUES = 80
const MAX_NOTE = 300
const MAX_NOTES = 5
const MAX_PATH = 1_000
/** A place is `file:line`. */
const PLACE = /^(.+):(\d{1,7})$/s

/** One annotation for each row that fails, the worst first, then one for each that warns. `prefix` is the project's path in the repository. */
export function annotationsOf(
  a: Assessment,
  { prefix, configFile = null }: { prefix: string; configFile?: string | null },
): Annotation[] {
  const { failing, warned, absent } = sectionsOf(a)
  return [...failing, ...warned, ...absent].slice(0, MAX_ANNOTATIONS).map((row) => ({
    level: row.severity === 'fail' ? 'error' : 'warning',
    title: `${nameText(row.benchmark, MAX_NAME)}: ${finding(row)}`,
    message: messageOf(row, a, configFile ?? '.github/benchgate.yml'),
    ...placeIn(prefix, row.location),
  }))
}

function finding(row: Row): string {
  const metric = metricText(row)
  switch (row.verdict) {
    case 'missing':
      return 'did not run'
    case 'failed':
      return 'failed'
    case 'over-budget':
      return `${metric} over its limit`
    case 'insufficient':
      return `${metric} has too little data`
    case 'inconclusive':
      return `${metric} undecided`
    default:
      return row.metric === 'time' ? changeWords(row) : `${metric} ${changeWords(row)}`
  }
}

const metricText = (row: Row): string => outsideText(row.metric, MAX_METRIC)

function messageOf(row: Row, a: Assessment, configFile: string): string {
  const change = changeWords(row)
  const beside = besideWords(row)
  const level = Math.round((row.interval?.level ?? 0.95) * 100)
  const limit = limitWords(row)
  const facts = [
    row.base.value === null && row.head.value === null
      ? metricText(row)
      : `${metricText(row)} ${outsideText(formatPair(row.base.value, row.head.value, unitBeside(row), row.exact), MAX_VALUES)}`,
    ...(change === '—'
      ? []
      : [`${change}${beside === null ? '' : ` (${row.exact ? '' : `${level} % interval `}${beside})`}`]),
    ...(limit === null ? [] : [`budget ${outsideText(limit, MAX_VALUES)}`]),
  ]
  const entry = row.severity === 'fail' ? acceptEntry(row) : null
  const where = row.budget?.where ?? null
  const need = needWords(row, a)
  return [
    `${facts.join(', ')}.`,
    ...row.notes.slice(0, MAX_NOTES).map((note) => outsideText(note, MAX_NOTE)),
    ...(need === null ? [] : [`It needs ${need}.`]),
    ...(row.confirmed === true ? ['Measured again, and it held.'] : []),
    ...(where === null ? [] : [`The budget is set at ${outsideText(where, MAX_NAME)}.`]),
    ...(entry === null
      ? []
      : [`To accept, add to ${outsideText(configFile, MAX_NAME)} below "accepted:"\n${entry}`]),
  ].join('\n')
}

/** A row's place as the repository knows it; nothing where it does not lie in the project. */
function placeIn(prefix: string, location: string | null): Pick<Annotation, 'file' | 'line'> {
  const nowhere = { file: null, line: null }
  const [, path = '', line = ''] = PLACE.exec(location ?? '') ?? []
  const parts = path.split('/')
  if (path.length > MAX_PATH || Number(line) < 1 || /[\p{C}\\]/u.test(path)) return nowhere
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return nowhere
  const folders = prefix.split('/').filter((part) => part !== '' && part !== '.')
  return { file: [...folders, ...parts].join('/'), line: Number(line) }
}
