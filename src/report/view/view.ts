import type { Assessment, Row } from '../../model/assessment.ts'
import { plural } from '../quantity.ts'
import { outside, words } from '../text/outside.ts'
import { acceptEntry } from './accept.ts'
import { historyWords } from './baseline-description.ts'
import { budgetChangesView, budgetChangeWords } from './budget-changes.ts'
import { directionOfAll } from './change.ts'
import { columnsFor } from './columns.ts'
import { countWords, tally } from './counts.ts'
import { headline } from './headline.ts'
import * as how from './how-measured.ts'
import { formatDate, isAlone, revisionView } from './revisions.ts'
import { type RowView, rowView } from './row-view.ts'
import { benchmarksIn, type Section, SECTIONS, sectionsOf } from './sections.ts'
import { newWarnings } from './wording.ts'

/** All that a report says, whatever it is printed on: without markup, and with nothing from outside among its strings. */
export type View = ReturnType<typeof viewOf>

/** `between`: what stands between the ends of an interval. */
export function viewOf(a: Assessment, between?: string) {
  const s = sectionsOf(a)
  const sectionView = (section: Section) => {
    let views: readonly RowView[] | null = null
    return {
      size: s[section].length,
      /** Made when they are asked for: most of thousands of rows are only counted. */
      rows: () => (views ??= s[section].map((row) => rowView(row, section, a))),
      /** `3 undecided`. */
      count: countWords(section, s[section], a),
      /** What one of its rows is: `new`, `slower`. */
      word: section === 'added' ? 'new' : (directionIn(section, s[section]) ?? section),
    }
  }
  return {
    command: a.command,
    headline: headline(a, s),
    sections: Object.fromEntries(SECTIONS.map((section) => [section, sectionView(section)])) as Record<
      Section,
      ReturnType<typeof sectionView>
    >,
    columns: columnsFor(a, between),
    /** `12 benchmarks`. */
    benchmarks: plural(benchmarksIn(a.rows), 'benchmark'),
    /** The same, then how many comparisons are in each section. */
    facts: tally(a, s),
    base: revisionView(a.base),
    head: revisionView(a.head),
    /** What a sentence calls the other side. */
    baseName: a.command === 'record' ? 'The parent' : 'Base',
    isAlone: isAlone(a),
    /** Whether somebody else measured. */
    isOfResults: a.measuredBy.kind === 'tools',
    /** What head was held against in place of base. */
    storedBaseline: a.baseline.kind === 'stored' ? storedBaselineView(a.baseline) : null,
    budgetChanges: budgetChangesView(a),
    /** Every one, the indifferent too. */
    allBudgetChanges: a.budgetChanges.map((one) => words`${one.direction}: ${budgetChangeWords(one)}`),
    detectable: how.detectableWords(a),
    /** Benchmarks that fail. */
    failing: benchmarksIn(s.failing),
    /** The entries of the config file that would accept what can be accepted of them. */
    acceptEntries: s.failing.map((row) => acceptEntry(row)).filter((entry) => entry !== null),
    warnings: newWarnings(a).map((warning) => outside('sentence', warning)),
    howMeasured: howMeasuredOf(a),
    /** Whether a row that is compared has values of earlier runs. */
    hasHistory: a.rows.some(({ verdict, history }) => verdict !== 'new' && history.length > 0),
  }
}

const howMeasuredOf = (a: Assessment) => ({
  order: how.orderWords(a),
  effort: how.effortWords(a),
  cost: how.costWords(a),
  machine: how.machineWords(a),
  seed: outside('ref', a.seed),
  /** Where results come from that others measured. */
  results: how.resultsWords(a),
  history: historyWords(a),
  test: how.testWords(a),
})

function directionIn(section: Section, rows: readonly Row[]): string | null {
  if (section === 'slower') return directionOfAll(rows).worse
  return section === 'faster' ? directionOfAll(rows).better : null
}

/** The rows of several sections, one after the other. */
export const rowsOf = ({ sections }: View, of: readonly Section[]): readonly RowView[] =>
  of.flatMap((section) => sections[section].rows())

const storedBaselineView = (run: Extract<Assessment['baseline'], { kind: 'stored' }>) => ({
  commit: outside('commit', run.sha),
  day: formatDate(run.recordedAt, 'day'),
  cpu: outside('label', run.cpu),
  reason: outside('sentence', run.reason),
})
