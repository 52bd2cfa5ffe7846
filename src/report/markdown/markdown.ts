import type { Assessment } from '../../model/assessment.ts'
import { plural } from '../quantity.ts'
import { forMarkdown } from '../text/for-markdown.ts'
import { type Links, linkTo } from '../text/link.ts'
import { words } from '../text/outside.ts'
import type { Column } from '../view/columns.ts'
import type { RowView } from '../view/row-view.ts'
import { type Section, seenFirst } from '../view/sections.ts'
import { rowsOf, type View, viewOf } from '../view/view.ts'
import { foldedText, listLines, tableLines } from './elements.ts'
import { explanationOf, itemsOf, MAX_NAMED } from './explanation.ts'
import { markerOf } from '../text/marker.ts'
import { openingOf } from './opening.ts'

export interface MarkdownOptions {
  /** Bytes of UTF-8 that the text may have; 60,000 by default (a comment), 900 KiB when complete (a job summary). */
  limitBytes?: number
  /** Explain every row, however many there are. */
  complete?: boolean
  /** The file that budgets and accepted regressions go to. */
  configFile?: string | null
  /** Of the marker that a comment is found again by, `default` by default; null: no marker. */
  key?: string | null
  links?: Links | null
  /** Markdown that goes between the explanations and what folds away, and is never left out. */
  picture?: string | null
}

const COMMENT_BYTES = 60_000
const SUMMARY_BYTES = 900 * 1024
/** Rows that get their own lines of explanation in a comment, and that stay in its table when bytes run out. */
const EXPLAINED_ROWS = 50
/** Budget changes that are listed in full. */
const MAX_CHANGES = 200

/** The whole report as GitHub Markdown; what does not fit is left out by a fixed order, and the text says so. */
export function renderMarkdown(a: Assessment, options: MarkdownOptions = {}): string {
  const { complete = false, key = 'default', links = null } = options
  const limitBytes = options.limitBytes ?? (complete ? SUMMARY_BYTES : COMMENT_BYTES)
  const view = viewOf(a)
  const main = rowsOf(view, seenFirst(view.command))
  const draft: Draft = {
    top: `${key === null ? '' : `${markerOf(key)}\n`}${openingOf(view, links)}`,
    main: mainTable(view, main),
    explanation: explanationOf(view, main, {
      maxRows: complete ? Infinity : EXPLAINED_ROWS,
      configFile: options.configFile ?? null,
    }),
    picture: options.picture ?? '',
    folds: folds(view),
    tail: [complete ? budgetFold(view) : '', howMeasured(view, links)]
      .filter((part) => part !== '')
      .join('\n'),
    elsewhere: `The ${linkTo('job summary', links?.summary) ?? 'JSON report'} has everything.`,
  }
  let cut = WHOLE
  for (const step of STEPS) {
    cut = { ...cut, ...step }
    const text = compose(draft, cut)
    if (Buffer.byteLength(text) <= limitBytes) return text
  }
  return `${draft.top}\n`
}

interface Draft {
  top: string
  main: MainTable
  explanation: string
  picture: string
  folds: readonly Fold[]
  tail: string
  /** Where a reader finds what was left out. */
  elsewhere: string
}

interface MainTable {
  rows: readonly RowView[]
  lines: readonly string[]
  /** The same without the bars of earlier runs; null where there are none. */
  plainLines: (() => readonly string[]) | null
}

/** A part that opens on demand, and that may be left out. */
interface Fold {
  section: Section
  title: string
  rows: number
  body: string
}

interface Cut {
  /** Sections without their rows. */
  without: readonly Section[]
  /** Rows of the main table that are kept. */
  mainRows: number
  sparklines: boolean
  explained: boolean
}

/** What is dropped, and in which order, until the text fits. */
const DROP_ORDER: readonly Section[][] = [
  ['unchanged'],
  ['added', 'removed'],
  ['inconclusive'],
  ['slower'],
  ['faster'],
]
const WHOLE: Cut = { without: [], mainRows: Infinity, sparklines: true, explained: true }
/** Each on top of those before it. */
const STEPS: readonly Partial<Cut>[] = [
  {},
  ...DROP_ORDER.map((_, i) => ({ without: DROP_ORDER.slice(0, i + 1).flat() })),
  { mainRows: EXPLAINED_ROWS },
  { sparklines: false },
  { explained: false },
  ...[20, 5, 0].map((mainRows) => ({ mainRows })),
]

function compose(draft: Draft, cut: Cut): string {
  const { main } = draft
  const shown = Math.min(main.rows.length, cut.mainRows)
  const lines = cut.sparklines ? main.lines : (main.plainLines?.() ?? main.lines)
  const kept = draft.folds.filter(({ section }) => !cut.without.includes(section))
  const dropped = [
    ...(shown < main.rows.length ? [`${plural(main.rows.length - shown, 'row')} of the table`] : []),
    ...draft.folds.filter(({ section }) => cut.without.includes(section)).map((fold) => fold.title),
    ...(!cut.sparklines && main.plainLines !== null ? ['the history of each row'] : []),
    ...(!cut.explained && draft.explanation !== '' ? ['the explanations'] : []),
  ]
  return [
    draft.top,
    shown > 0 ? lines.slice(0, 2 + shown).join('\n') : '',
    cut.explained ? draft.explanation : '',
    draft.picture,
    dropped.length === 0 ? '' : `_Left out to keep this short: ${dropped.join(', ')}._ ${draft.elsewhere}`,
    [...kept.map(({ title, body }) => foldedText(title, body)), draft.tail].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

function mainTable({ command, columns: c }: View, rows: readonly RowView[]): MainTable {
  const columns: Column[] = [ICON, c.benchmark, c.metric, c.values, c.change]
  if (command !== 'compare') columns.push(c.budget)
  if (!hasHistory(rows)) return { rows, lines: tableLines(columns, rows), plainLines: null }
  return {
    rows,
    lines: tableLines([...columns, c.history], rows),
    plainLines: () => tableLines(columns, rows),
  }
}

const ICON: Column = { title: '', align: 'left', cell: ({ icon }) => ({ text: icon }) }

const hasHistory = (rows: readonly RowView[]): boolean => rows.some(({ series }) => series.earlier.length > 0)

function folds(view: View): Fold[] {
  const { command, sections, columns: c } = view
  const table = (section: Section, columns: readonly Column[]): Fold =>
    fold(section, tableLines(columns, sections[section].rows()))
  const names = (section: Section): Fold => fold(section, sections[section].rows().map(nameLine))
  const fold = (section: Section, lines: readonly string[]): Fold => ({
    section,
    title: sections[section].count,
    rows: sections[section].size,
    body: lines.join('\n'),
  })
  const change = [c.benchmark, c.metric, c.values, c.change]
  const withHistory = (section: Section) =>
    hasHistory(sections[section].rows()) ? [...change, c.history] : change
  const open: readonly Section[] = seenFirst(command)
  return [
    table('faster', withHistory('faster')),
    table('slower', withHistory('slower')),
    undecidedFold(view, change, table),
    table('unchanged', [
      c.benchmark,
      c.metric,
      { ...c.values, cell: ({ numbers }) => ({ text: numbers.values() }) },
      c.change,
      c.noise,
    ]),
    names('added'),
    names('removed'),
  ].filter(({ rows, section }) => rows > 0 && !open.includes(section))
}

/** What is undecided, with what is known of why, and its notes below. */
function undecidedFold(
  { sections: { inconclusive }, columns: c }: View,
  change: readonly Column[],
  table: (section: Section, columns: readonly Column[]) => Fold,
): Fold {
  const known = [c.noise, c.visible, c.need].filter(({ cell }) =>
    inconclusive.rows().some((row) => cell(row).text !== null),
  )
  const fold = table('inconclusive', [...change, ...known])
  if (known.includes(c.need)) fold.title += ', with what each needs'
  const noted = inconclusive
    .rows()
    .filter(({ notes }) => notes.length > 0)
    .slice(0, EXPLAINED_ROWS)
  if (noted.length > 0) fold.body += `\n\n${itemsOf(noted, MAX_NAMED, 'elsewhere').join('\n')}`
  return fold
}

function nameLine({ name, metric, numbers }: RowView): string {
  const value = numbers.head()
  return `- ${forMarkdown(words`${name} ${metric}${value === null ? '' : words`, ${value}`}`)}`
}

function budgetFold({ allBudgetChanges }: View): string {
  if (allBudgetChanges.length === 0) return ''
  const lines = listLines(
    allBudgetChanges.map((change) => forMarkdown(change)),
    MAX_CHANGES,
  )
  return foldedText(plural(allBudgetChanges.length, 'budget change'), lines.join('\n'))
}

function howMeasured(view: View, links: Links | null): string {
  const { howMeasured: how } = view
  const lines = [
    ...(how.results === null
      ? [
          words`${how.order} (seed ${how.seed}).`,
          `${how.effort}.`,
          `Cost: ${how.cost}.`,
          words`${how.machine}.`,
        ]
      : [words`${how.results}.`]),
    how.history && words`${how.history}.`,
    view.hasHistory ? 'The bars show what earlier jobs measured, on whatever machines those had.' : null,
    how.test,
  ].filter((line) => line !== null)
  return foldedText(
    'How this was measured',
    listLines(
      lines.map((line) => forMarkdown(line, links)),
      Infinity,
    ).join('\n'),
  )
}
