import type { Assessment, Row, Verdict } from '../../model/assessment.ts'
import { grouped, plural } from '../quantity.ts'
import { directionOfAll, rankOf } from './change.ts'

/** The parts of a report, one for every row, and what its rows are called behind their number. */
const NAMES = {
  failing: 'failed',
  warned: 'warnings',
  absent: 'did not run',
  accepted: 'accepted',
  slower: 'slower',
  faster: 'faster',
  inconclusive: 'undecided',
  unchanged: 'unchanged',
  added: 'new',
  removed: 'removed',
}
export type Section = keyof typeof NAMES
export const SECTIONS = Object.keys(NAMES) as Section[]
export type Sections = Record<Section, readonly Row[]>

const BY_VERDICT: Record<Verdict, Section> = {
  failed: 'absent',
  missing: 'absent',
  'over-budget': 'slower',
  regression: 'slower',
  'slower-small': 'slower',
  improvement: 'faster',
  inconclusive: 'inconclusive',
  insufficient: 'inconclusive',
  unchanged: 'unchanged',
  accepted: 'accepted',
  new: 'added',
  removed: 'removed',
}

/** Where a row of a verdict stands that neither fails nor warns. */
export const sectionOfVerdict = (verdict: Verdict): Section => BY_VERDICT[verdict]

/** What must be acted on, and therefore comes first, is never cut and is explained. */
export const FOUND: readonly Section[] = ['failing', 'warned', 'absent', 'accepted']

/** What must be seen without a click: for `compare`, which finds nothing wrong, all that differs. */
export const seenFirst = (command: Assessment['command']): readonly Section[] =>
  command === 'compare' ? [...FOUND, 'slower', 'faster'] : FOUND

/** All rows by section, each section in the order in which a person wants to read it. */
export function sectionsOf(a: Assessment): Sections {
  const rows = Map.groupBy(a.rows, (row) => sectionOf(row, a.command))
  return Object.fromEntries(SECTIONS.map((s) => [s, (rows.get(s) ?? []).sort(orderIn(s))])) as Record<
    Section,
    Row[]
  >
}

/** `compare` has no budgets: what it finds is slower or faster, and only what did not run is a failure. */
function sectionOf(row: Row, command: Assessment['command']): Section {
  const section = BY_VERDICT[row.verdict]
  if (row.severity === 'pass' || (command === 'compare' && section !== 'absent')) return section
  return row.severity === 'fail' ? 'failing' : 'warned'
}

type Order = (a: Row, b: Row) => number

/** Sections that are looked up rather than read are in the order of names. */
function orderIn(section: Section): Order {
  if (section === 'unchanged' || section === 'added' || section === 'removed') return byName
  return section === 'faster' ? bestFirst : worstFirst
}

const GRAVITY: readonly Verdict[] = [
  'failed',
  'missing',
  'over-budget',
  'regression',
  'inconclusive',
  'insufficient',
]
const gravity = ({ verdict }: Row): number => GRAVITY.indexOf(verdict) + 1 || GRAVITY.length + 1

/** What did not run, then what is over a limit, then the largest change for the worse; then by name. */
const worstFirst: Order = (a, b) => gravity(a) - gravity(b) || compareRanks(b, a) || byName(a, b)

const bestFirst: Order = (a, b) => compareRanks(a, b) || byName(a, b)

// Subtracted, two infinite ranks would be no number.
const compareRanks: Order = (a, b) => Math.sign(rankOf(a) - rankOf(b)) || 0

const byName: Order = (a, b) =>
  compareText(a.benchmark, b.benchmark) || compareText(a.id, b.id) || compareText(a.metric, b.metric)

// Not localeCompare: the order must not depend on the machine that prints it.
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Distinct benchmarks among rows: one that breaks two of its budgets is still one benchmark. */
export const benchmarksIn = (rows: readonly Row[]): number => new Set(rows.map((row) => row.id)).size

/** What could not be decided, for noise or for want of data. */
export const isUndecided = ({ verdict }: Row): boolean =>
  verdict === 'inconclusive' || verdict === 'insufficient'

/** What did not run. */
/** What is said of a row in place of its change; null: the change says it. */
export const saidOf = (verdict: Verdict): string | null => SAID[verdict] ?? null
const SAID: Partial<Record<Verdict, string>> = { missing: 'did not run', failed: 'failed' }

export const isStopped = ({ verdict }: Row): boolean => verdict === 'missing' || verdict === 'failed'

/** What one of the rows of a section is: `new`, `slower`. */
export function wordOf(section: Section, rows: readonly Pick<Row, 'unit' | 'better'>[]): string {
  if (section === 'slower') return directionOfAll(rows).worse
  return section === 'faster' ? directionOfAll(rows).better : NAMES[section]
}

/** `1 failed`, `3 undecided`: the size of a section in the words of the command and of its metrics. */
export function countWords(
  section: Section,
  rows: readonly Row[],
  { command, measuredBy }: Assessment,
): string {
  if (section === 'warned') return plural(rows.length, 'warning')
  // A commit's results are not compared with anything when they are recorded.
  const isRecorded = section === 'added' && command === 'record' && measuredBy.kind === 'tools'
  const bounds = section === 'slower' && command !== 'compare' ? ' within budget' : ''
  return `${grouped(rows.length)} ${isRecorded ? 'recorded' : wordOf(section, rows)}${bounds}`
}

/** How many of its comparisons are in each section, undecided ones among failures and warnings apart. */
export const countsOf = (a: Assessment, s: Sections): string[] =>
  SECTIONS.filter((name) => s[name].length > 0).map((name) => {
    const open = name === 'inconclusive' ? 0 : s[name].filter(isUndecided).length
    return `${countWords(name, s[name], a)}${open === 0 ? '' : ` (${grouped(open)} undecided)`}`
  })
