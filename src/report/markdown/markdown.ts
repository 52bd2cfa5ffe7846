import type { Assessment } from '../../model/assessment.ts'
import { plural } from '../quantity.ts'
import { forMarkdown } from '../text/for-markdown.ts'
import { type Links, linkTo } from '../text/link.ts'
import { words } from '../text/outside.ts'
import type { RowView } from '../view/row-view.ts'
import { type Section, seenFirst } from '../view/sections.ts'
import { rowsOf, type View, viewOf } from '../view/view.ts'
import { foldedText, listOf, paragraphs, tableLines } from './elements.ts'
import { explanationOf, itemsOf, MAX_NAMED, reportedOf, reportedPart } from './explanation.ts'
import { chartOf } from './mermaid.ts'
import { markerLine, openingOf } from './opening.ts'

export interface MarkdownOptions {
  /** Bytes of UTF-8; by default 60,000 (a comment), 900 KiB when complete (a job summary). */
  limitBytes?: number
  /** Explain every row, however many there are, and draw the worst that earlier runs know. */
  complete?: boolean
  /** The file that budgets and accepted regressions go to. */
  configFile?: string | null
  /** Of the marker that a comment is found again by, `default` by default; null: no marker. */
  key?: string | null
  links?: Links | null
}

const COMMENT_BYTES = 60_000
const SUMMARY_BYTES = 900 * 1024
/** Rows that are explained in a comment, and that stay in its table when bytes run out. */
const EXPLAINED_ROWS = 50
/** Budget changes that are listed in full. */
const MAX_CHANGES = 200

/**
 * What may be left out: a fold, links to the charts of rows in folds, bars of earlier runs with all links to
 * charts, explanations, what the branch lost before, rows of the main table but so many.
 */
type Part = Section | 'links' | 'history' | 'explanation' | 'standing' | number

/** What is left out in addition at each step, until the text fits. */
const STEPS: readonly (readonly Part[])[] = [
  [],
  ['links'],
  ['unchanged'],
  ['added', 'removed'],
  ['inconclusive'],
  ['slower'],
  ['faster'],
  [EXPLAINED_ROWS],
  ['history'],
  ['explanation'],
  ['standing'],
  [20],
  [5],
  [0],
]

/** The report as GitHub Markdown; what does not fit is left out by a fixed order, and the text says so. */
export function renderMarkdown(a: Assessment, options: MarkdownOptions = {}): string {
  const { limitBytes = options.complete === true ? SUMMARY_BYTES : COMMENT_BYTES } = options
  const draft = draftOf(a, options)
  for (const step of STEPS.keys()) {
    const text = compose(draft, STEPS.slice(0, step + 1).flat())
    if (Buffer.byteLength(text) <= limitBytes) return text
  }
  return `${draft.top}\n`
}

/** The job summary: the whole report within 900 KiB, with a chart. */
export const renderSummary = (
  a: Assessment,
  { configFile = null, links = null }: Pick<MarkdownOptions, 'configFile' | 'links'> = {},
): string =>
  // A link to the summary would lead to itself.
  renderMarkdown(a, { complete: true, configFile, key: null, links: links && { ...links, summary: null } })

function draftOf(a: Assessment, options: MarkdownOptions) {
  const { complete = false, key = 'default', configFile = null, links = null } = options
  const view = viewOf(a)
  const rows = rowsOf(view, seenFirst(a.command))
  const maxRows = complete ? Infinity : EXPLAINED_ROWS
  const { icon, benchmark, metric, values, change, budget } = view.columns
  const columns = [icon, benchmark, metric, values, change, ...(a.command === 'compare' ? [] : [budget])]
  const bars = barsOf(view, rows)
  const { ofTheJob, known } = view.howMeasured
  const how =
    view.statement === null
      ? listOf([...ofTheJob, ...known], Infinity, links)
      : paragraphs([
          reportedPart(ofTheJob),
          `**Known to this repository**\n${listOf(known, Infinity, links)}`,
        ])
  return {
    top: `${markerLine(key)}${openingOf(view, links)}`,
    rows,
    /** The main table. */
    lines: tableLines([...columns, ...bars], rows, links),
    hasBars: bars.length > 0,
    hasCharts: links?.dashboard != null,
    /** The table without the bars of earlier runs and links to charts. */
    plainLines: (most: number) => tableLines(columns, rows.slice(0, most)),
    explanation: explanationOf(view, rows, { maxRows, configFile }),
    standing: standingPart(view, { complete, links }),
    picture: complete ? chartOf(a) : null,
    folds: foldsOf(view, links),
    plainFolds: () => foldsOf(view, null),
    tail: [complete ? budgetFold(view) : '', foldedText('How this was measured', how)],
    /** Where a reader finds what was left out. */
    elsewhere: `The ${linkTo('job summary', links?.summary) ?? 'JSON report'} has everything.`,
  }
}

/** Remarks on what the branch lost before, and benchmarks that one of them names. */
const STANDING = { comment: { remarks: 5, named: 3 }, complete: { remarks: 100, named: 20 } }

function standingPart({ standing }: View, { complete, links }: { complete: boolean; links: Links | null }) {
  if (standing === null) return ''
  const { remarks, named } = STANDING[complete ? 'complete' : 'comment']
  return `**${forMarkdown(standing.title)}**\n${listOf(standing.remarks(named), remarks, links)}`
}

/** A part that opens on demand, and that may be left out. */
interface Fold {
  section: Section
  title: string
  body: string
}

function compose(draft: ReturnType<typeof draftOf>, without: readonly Part[]): string {
  const { rows, hasCharts, explanation } = draft
  const shown = Math.min(rows.length, ...without.filter((part) => typeof part === 'number'))
  const isPlain = (draft.hasBars || hasCharts) && without.includes('history')
  const isUnlinked = hasCharts && without.includes('links')
  const folds = isUnlinked ? draft.plainFolds() : draft.folds
  const isExplained = !without.includes('explanation')
  const standing = without.includes('standing') ? '' : draft.standing
  const dropped = [
    ...(shown < rows.length ? [`${plural(rows.length - shown, 'row')} of the table`] : []),
    ...folds.filter(({ section }) => without.includes(section)).map(({ title }) => title),
    ...(isUnlinked ? [isPlain ? 'links to charts' : 'some links to charts'] : []),
    ...(isPlain && draft.hasBars ? ['the history of each row'] : []),
    ...(isExplained || explanation === '' ? [] : ['the explanations']),
    ...(standing === draft.standing ? [] : ['regressions of earlier commits']),
  ]
  const kept = folds.filter(({ section }) => !without.includes(section))
  const text = paragraphs([
    draft.top,
    shown === 0 ? '' : (isPlain ? draft.plainLines(shown) : draft.lines.slice(0, 2 + shown)).join('\n'),
    isExplained ? explanation : '',
    standing,
    draft.picture,
    dropped.length === 0 ? '' : `_Left out to keep this short: ${dropped.join(', ')}._ ${draft.elsewhere}`,
    paragraphs([...kept.map(({ title, body }) => foldedText(title, body)), ...draft.tail], '\n'),
  ])
  return `${text}\n`
}

/** The column of bars, where there is anything to draw. */
const barsOf = ({ columns }: View, rows: readonly RowView[]) =>
  rows.some(({ history }) => history.length > 0) ? [columns.history] : []

const FOLDED: readonly Section[] = ['faster', 'slower', 'inconclusive', 'unchanged', 'added', 'removed']

const foldsOf = (view: View, links: Links | null): Fold[] =>
  FOLDED.filter((of) => view.sections[of].size > 0 && !seenFirst(view.command).includes(of)).map((of) =>
    foldOf(of, view, links),
  )

function foldOf(section: Section, view: View, links: Links | null): Fold {
  const c = view.columns
  const title = view.sections[section].count
  const rows = view.sections[section].rows()
  const table = [c.benchmark, c.metric, c.values, c.change]
  const body = (columns: typeof table) => tableLines(columns, rows, links).join('\n')
  switch (section) {
    case 'inconclusive': {
      // With what is known of why, and the notes below.
      const known = [c.noise, c.visible, c.need].filter(({ cell }) =>
        rows.some((row) => cell(row).text !== null),
      )
      const noted = rows.filter(({ notes }) => notes.length > 0).slice(0, EXPLAINED_ROWS)
      return {
        section,
        title: known.includes(c.need) ? `${title}, with what each needs` : title,
        body: paragraphs([
          body([...table, ...known]),
          itemsOf(noted, MAX_NAMED, 'elsewhere').join('\n'),
          reportedPart(reportedOf(rows.slice(0, EXPLAINED_ROWS))),
        ]),
      }
    }
    case 'unchanged': {
      const values = { ...c.values, cell: (row: RowView) => ({ text: row.values() }) }
      return { section, title, body: body([c.benchmark, c.metric, values, c.change, c.noise]) }
    }
    case 'added':
    case 'removed':
      return { section, title, body: rows.map(nameLine).join('\n') }
    default:
      return { section, title, body: body([...table, ...barsOf(view, rows)]) }
  }
}

function nameLine({ name, metric, head, valueOf }: RowView): string {
  const value = valueOf(head)
  return `- ${forMarkdown(words`${name} ${metric}${value === null ? '' : words`, ${value}`}`)}`
}

const budgetFold = ({ budgetChanges }: View): string =>
  budgetChanges === null
    ? ''
    : foldedText(plural(budgetChanges.all.length, 'budget change'), listOf(budgetChanges.all, MAX_CHANGES))
