import type { Assessment, Row } from '../../model/assessment.ts'
import { plural } from '../quantity.ts'
import { type Outside, outside, type Words, words } from '../text/outside.ts'
import { historyWords } from './baseline-description.ts'
import { type BudgetChangesView, budgetChangesView, budgetChangeWords } from './budget-changes.ts'
import { directionOfAll } from './change.ts'
import { type Columns, columnsFor } from './columns.ts'
import { countWords, tally } from './counts.ts'
import { type Headline, headline } from './headline.ts'
import {
  costWords,
  detectableWords,
  effortWords,
  machineWords,
  orderWords,
  resultsWords,
  testWords,
} from './how-measured.ts'
import { formatDate, isAlone, type RevisionView, revisionView } from './revisions.ts'
import { type RowView, rowView } from './row-view.ts'
import { benchmarksIn, type Section, SECTIONS, sectionsOf } from './sections.ts'
import { newWarnings } from './wording.ts'

/** A part of a report. */
interface SectionView {
  rows: readonly RowView[]
  /** `3 undecided`. */
  count: string
  /** What one of its rows is: `new`, `slower`. */
  word: string
}

/** All that a report says, whatever it is printed on; without markup, and with nothing from outside among its strings. */
export interface View {
  command: Assessment['command']
  headline: Headline
  sections: Record<Section, SectionView>
  columns: Columns
  /** `12 benchmarks`. */
  benchmarks: string
  /** The same, then how many comparisons are in each section. */
  facts: readonly string[]
  base: RevisionView
  head: RevisionView
  /** What a sentence calls the other side. */
  baseName: 'Base' | 'The parent'
  isAlone: boolean
  /** Whether somebody else measured. */
  isOfResults: boolean
  /** What head was held against in place of base. */
  storedBaseline: { commit: Outside; day: string | null; cpu: Outside; reason: Outside } | null
  budgetChanges: BudgetChangesView | null
  /** Every one, the indifferent too. */
  allBudgetChanges: readonly Words[]
  detectable: string | null
  /** Benchmarks that fail. */
  failing: number
  isAcceptable: boolean
  warnings: readonly Outside[]
  howMeasured: {
    order: string
    effort: string
    cost: string
    machine: Words
    seed: Outside
    /** Where results come from that others measured. */
    results: Words | null
    history: Words | null
    test: string | null
  }
}

/** `between`: what stands between the ends of an interval. */
export function viewOf(a: Assessment, between?: string): View {
  const s = sectionsOf(a)
  const sectionView = (section: Section): SectionView => ({
    rows: s[section].map((row) => rowView(row, section, a)),
    count: countWords(section, s[section], a),
    word: section === 'added' ? 'new' : (directionIn(section, s[section]) ?? section),
  })
  const sections = Object.fromEntries(
    SECTIONS.map((section) => [section, sectionView(section)]),
  ) as View['sections']
  return {
    command: a.command,
    headline: headline(a, s),
    sections,
    columns: columnsFor(a, between),
    benchmarks: plural(benchmarksIn(a.rows), 'benchmark'),
    facts: tally(a, s),
    base: revisionView(a.base),
    head: revisionView(a.head),
    baseName: a.command === 'record' ? 'The parent' : 'Base',
    isAlone: isAlone(a),
    isOfResults: a.results !== null,
    storedBaseline: a.standIn && {
      commit: outside('commit', a.standIn.sha),
      day: formatDate(a.standIn.recordedAt, 'day'),
      cpu: outside('label', a.standIn.cpu),
      reason: outside('sentence', a.standIn.reason),
    },
    budgetChanges: budgetChangesView(a),
    allBudgetChanges: a.budgetChanges.map(
      (change) => words`${change.direction}: ${budgetChangeWords(change)}`,
    ),
    detectable: detectableWords(a),
    failing: benchmarksIn(s.failing),
    isAcceptable: sections.failing.rows.some(({ acceptEntry }) => acceptEntry !== null),
    warnings: newWarnings(a).map((warning) => outside('sentence', warning)),
    howMeasured: {
      order: orderWords(a),
      effort: effortWords(a),
      cost: costWords(a),
      machine: machineWords(a),
      seed: outside('ref', a.seed),
      results: resultsWords(a),
      history: historyWords(a),
      test: testWords(a),
    },
  }
}

function directionIn(section: Section, rows: readonly Row[]): string | null {
  if (section === 'slower') return directionOfAll(rows).worse
  return section === 'faster' ? directionOfAll(rows).better : null
}

/** The rows of several sections, one after the other. */
export const rowsOf = ({ sections }: View, of: readonly Section[]): readonly RowView[] =>
  of.flatMap((section) => sections[section].rows)
