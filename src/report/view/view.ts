import { type Assessment, type Row, runIn } from '../../model/assessment.ts'
import type { Finding } from '../../model/finding.ts'
import { plural } from '../quantity.ts'
import { outside } from '../text/outside.ts'
import { acceptanceOf } from './accept.ts'
import { budgetChangesView } from './changed-budgets.ts'
import { columnsFor } from './columns.ts'
import { headline } from './headline.ts'
import { keyOfRow, type Names, namesOf } from './labels.ts'
import { detectableWords, howMeasured } from './how-measured.ts'
import { formatDate, isAlone, revisionView, RUN_WORDS } from './revisions.ts'
import { isReported, type RowView, rowView } from './row-view.ts'
import { benchmarksIn, countsOf, countWords, type Section, SECTIONS, sectionsOf, wordOf } from './sections.ts'
import { standingView } from './standing.ts'
import { FORKS_WARN, newWarnings, sentenceOf, sentencesOf, STATEMENT } from './wording.ts'

/** Why a row is undecided where no further value would decide it. */
const BEYOND_VALUES: ReadonlySet<Finding['code']> = new Set([
  'benchmark-edited',
  'different-statistics',
  'direction-turned',
  'no-ratio',
  'not-compared',
  'stored-unit-differs',
  'timed-zero',
  'zero-value',
])

/** All that a report says, on any surface: no markup, and nothing from outside among its strings. */
export type View = ReturnType<typeof viewOf>

export function viewOf(a: Assessment) {
  const { command, rows, measuredBy, baseline } = a
  const s = sectionsOf(a)
  const run = runIn(baseline)
  const benchmarks = benchmarksIn(rows)
  const isOfResults = measuredBy.kind === 'tools'
  const alone = isAlone(a)
  const names = namesOf(rows.map(keyOfRow))
  const isStated = a.statedBy !== undefined
  return {
    command,
    headline: headline(a, s),
    /** Whose statement the numbers are; null: they were measured here. */
    statement: isStated ? STATEMENT : null,
    /** That failures only warn; null: they fail. */
    lenience: a.forks === undefined ? null : FORKS_WARN,
    sections: Object.fromEntries(
      SECTIONS.map((section) => [section, sectionView(section, s[section], a, names)]),
    ) as Record<Section, ReturnType<typeof sectionView>>,
    columns: columnsFor(a),
    benchmarks: plural(benchmarks, 'benchmark'),
    /** How many comparisons there are, where benchmarks have more than one; null: one each. */
    comparisons:
      benchmarks === rows.length ? null : plural(rows.length, isOfResults && alone ? 'value' : 'comparison'),
    counts: countsOf(a, s),
    base: revisionView(a.base),
    head: revisionView(a.head),
    /** What a sentence calls the other side. */
    baseName: command === 'record' ? 'The parent' : 'Base',
    isAlone: alone,
    /** Whether somebody else measured. */
    isOfResults,
    /** What head was compared with in place of base. */
    storedBaseline: run === null ? null : storedBaselineView(run, isStated),
    budgetChanges: budgetChangesView(a),
    /** What was lost before, and not here. */
    standing: standingView(a, names),
    detectable: detectableWords(a),
    /** Benchmarks that fail. */
    failing: benchmarksIn(s.failing),
    /** Whether more values could decide what is undecided. */
    moreWouldHelp: s.inconclusive.some(({ notes }) => !notes.some(({ code }) => BEYOND_VALUES.has(code))),
    /** How to accept what can be accepted of them. */
    acceptances: s.failing
      .map((row) => acceptanceOf(row, names.narrowing(keyOfRow(row))))
      .filter((one) => one !== null),
    /** What a recorded commit lost, which is among the warnings too. */
    lost: a.warnings
      .filter(({ code }) => code === 'benchmarks-lost')
      .map((warning) => outside('sentence', sentenceOf(warning))),
    ...besideRows(a, run),
    howMeasured: howMeasured(a),
  }
}

type StoredRun = NonNullable<ReturnType<typeof runIn>>

const storedBaselineView = (run: StoredRun, isStated: boolean) => ({
  called: RUN_WORDS[run.kind].run,
  commit: outside('commit', run.sha),
  day: formatDate(run.recordedAt, 'day'),
  cpu: outside('label', run.cpu),
  /** Null: somebody else says it. */
  reason: isStated ? null : outside('sentence', run.reason),
})

/** What is said beside the rows, by this repository and by the pull request's own job. */
function besideRows(a: Assessment, run: StoredRun | null) {
  const news = newWarnings(a)
  const reported: Finding[] = news.filter((one) => isReported(a, one))
  if (run !== null && a.statedBy !== undefined)
    reported.unshift({ code: 'base-not-measured', reason: run.reason })
  const own = news.filter((one) => !isReported(a, one))
  return {
    warnings: sentencesOf(own).map((warning) => outside('sentence', warning)),
    reported: sentencesOf(reported).map((text) => outside('line', text)),
  }
}

function sectionView(section: Section, rows: readonly Row[], a: Assessment, names: Names) {
  let views: readonly RowView[] | null = null
  return {
    size: rows.length,
    /** Made when they are asked for: most of thousands of rows are only counted. */
    rows: () => (views ??= rows.map((row) => rowView(row, section, a, names))),
    /** `3 undecided`. */
    count: countWords(section, rows, a),
    /** What one of its rows is: `new`, `slower`. */
    word: wordOf(section, rows),
  }
}

/** The rows of several sections, one after the other. */
export const rowsOf = ({ sections }: View, of: readonly Section[]): readonly RowView[] =>
  of.flatMap((section) => sections[section].rows())
