import type { Assessment, Row, Verdict } from '../../model/assessment.ts'
import { rankOf } from './change.ts'

/** The parts of a report; every row is in exactly one of them. */
export const SECTIONS = [
  'failing',
  'warned',
  'absent',
  'accepted',
  'slower',
  'faster',
  'inconclusive',
  'unchanged',
  'added',
  'removed',
] as const
export type Section = (typeof SECTIONS)[number]
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

/** Sections that are looked up rather than read. */
const BY_NAME: ReadonlySet<Section> = new Set(['unchanged', 'added', 'removed'])

/** What must be acted on, and therefore comes first, is never cut and is explained. */
export const FOUND: readonly Section[] = ['failing', 'warned', 'absent', 'accepted']

/** What must be seen without a click: for `compare`, which finds nothing wrong, all that differs. */
export const seenFirst = (command: Assessment['command']): readonly Section[] =>
  command === 'compare' ? [...FOUND, 'slower', 'faster'] : FOUND

/** All rows by section, each section in the order in which a person wants to read it. */
export function sectionsOf(a: Assessment): Sections {
  const rows = Map.groupBy(a.rows, (row) => sectionOf(row, a.command))
  return Object.fromEntries(
    SECTIONS.map((s) => [
      s,
      (rows.get(s) ?? []).sort(BY_NAME.has(s) ? byName : s === 'faster' ? bestFirst : worstFirst),
    ]),
  ) as Record<Section, Row[]>
}

/** `compare` has no budgets: what it finds is slower or faster, and only a benchmark that did not run is a failure. */
function sectionOf(row: Row, command: Assessment['command']): Section {
  const section = BY_VERDICT[row.verdict]
  if (row.severity === 'pass' || (command === 'compare' && section !== 'absent')) return section
  return row.severity === 'fail' ? 'failing' : 'warned'
}

const GRAVITY: readonly Verdict[] = [
  'failed',
  'missing',
  'over-budget',
  'regression',
  'inconclusive',
  'insufficient',
]
const gravity = (row: Row): number => {
  const at = GRAVITY.indexOf(row.verdict)
  return at === -1 ? GRAVITY.length : at
}

/** What did not run, then what is over a limit, then the largest change for the worse; names decide between equals. */
function worstFirst(a: Row, b: Row): number {
  return gravity(a) - gravity(b) || compareRanks(b, a) || byName(a, b)
}

// Subtracted, two infinite ranks would be no number.
const compareRanks = (a: Row, b: Row): number => Math.sign(rankOf(a) - rankOf(b)) || 0

const bestFirst = (a: Row, b: Row): number => compareRanks(a, b) || byName(a, b)

const byName = (a: Row, b: Row): number =>
  compareText(a.benchmark, b.benchmark) || compareText(a.metric, b.metric)

// Not localeCompare: the order must not depend on the machine that prints it.
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Distinct benchmarks among rows: one that breaks two of its budgets is still one benchmark. */
export const benchmarksIn = (rows: readonly Row[]): number => new Set(rows.map((row) => row.benchmark)).size
