import type { Assessment, Row } from '../../model/assessment.ts'
import { countWords } from '../view/counts.ts'
import { commitLink, type Links, linkTo } from './link.ts'
import { markerOf } from './marker.ts'
import { explanationOf, itemsOf, MAX_NAMED } from './explanation.ts'
import { changeText, openingOf } from './opening.ts'
import { type Column, columnsFor, NOTHING, tableLines } from './table.ts'
import { foldedText, nameCode, phrase, prose, wordCode } from '../text/for-markdown.ts'
import {
  costWords,
  effortWords,
  nodeWords,
  orderWords,
  resultsWords,
  testWords,
} from '../view/how-measured.ts'
import { historyWords } from '../view/baseline-description.ts'
import { formatQuantity, grouped, plural, unitBeside } from '../quantity.ts'
import { type Section, sectionsOf, type Sections } from '../view/sections.ts'
import { shortSha } from '../view/revisions.ts'

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
  const s = sectionsOf(a)
  const main = mainRows(a, s)
  const draft: Draft = {
    top: `${key === null ? '' : `${markerOf(key)}\n`}${openingOf(a, s, links)}`,
    main: mainTable(a, main),
    explanation: explanationOf(a, main, s, {
      maxRows: complete ? Infinity : EXPLAINED_ROWS,
      configFile: options.configFile ?? null,
    }),
    picture: options.picture ?? '',
    folds: folds(a, s),
    tail: [complete ? budgetFold(a) : '', method(a, links)].filter((part) => part !== '').join('\n'),
    elsewhere: `The ${linkTo('job summary', links?.summary) ?? 'JSON report'} has everything.`,
  }
  for (const cut of CUTS) {
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
  rows: readonly Row[]
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
const ALL_DROPPED = DROP_ORDER.flat()
const WHOLE: Cut = { without: [], mainRows: Infinity, sparklines: true, explained: true }
const FEW: Cut = { ...WHOLE, without: ALL_DROPPED, mainRows: EXPLAINED_ROWS }
const CUTS: readonly Cut[] = [
  WHOLE,
  ...DROP_ORDER.map((_, i) => ({ ...WHOLE, without: DROP_ORDER.slice(0, i + 1).flat() })),
  FEW,
  { ...FEW, sparklines: false },
  ...[EXPLAINED_ROWS, 20, 5, 0].map((mainRows) => ({
    ...FEW,
    mainRows,
    sparklines: false,
    explained: false,
  })),
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

/** What must be seen without a click: failing, warned and accepted rows; for `compare`, what differs. */
function mainRows(a: Assessment, s: Sections): readonly Row[] {
  const found = [...s.failing, ...s.warned, ...s.absent, ...s.accepted]
  return a.command === 'compare' ? [...found, ...s.slower, ...s.faster] : found
}

function mainTable(a: Assessment, rows: readonly Row[]): MainTable {
  const c = columnsFor(a)
  const columns: Column[] = [c.icon, c.benchmark, c.metric, c.values, c.change]
  if (a.command !== 'compare') columns.push(c.budget)
  if (!hasHistory(rows)) return { rows, lines: tableLines(columns, rows), plainLines: null }
  return {
    rows,
    lines: tableLines([...columns, c.history], rows),
    plainLines: () => tableLines(columns, rows),
  }
}

const hasHistory = (rows: readonly Row[]): boolean => rows.some(({ history }) => history.length > 0)

function folds(a: Assessment, s: Sections): Fold[] {
  const c = columnsFor(a)
  const table = (section: Section, columns: readonly Column[], title: string): Fold => ({
    section,
    title: `${countWords(section, s[section], a)}${title}`,
    rows: s[section].length,
    body: tableLines(columns, s[section]).join('\n'),
  })
  const names = (section: Section): Fold => ({
    section,
    title: countWords(section, s[section], a),
    rows: s[section].length,
    body: s[section]
      .map((row) => `- ${nameCode(row.benchmark)} ${phrase(row.metric)}${newValue(row)}`)
      .join('\n'),
  })
  const change = [c.benchmark, c.metric, c.values, c.change]
  const withHistory = (section: Section) => (hasHistory(s[section]) ? [...change, c.history] : change)
  const { noise, visible, need } = c
  const known = [noise, visible, need].filter(({ cell }) =>
    s.inconclusive.some((row) => cell(row) !== NOTHING),
  )
  const inconclusive = table(
    'inconclusive',
    [...change, ...known],
    known.includes(need) ? ', with what each needs' : '',
  )
  const noted = s.inconclusive.filter((row) => row.notes.length > 0).slice(0, EXPLAINED_ROWS)
  if (noted.length > 0) inconclusive.body += `\n\n${itemsOf(noted, MAX_NAMED).join('\n')}`
  const open: readonly Section[] = a.command === 'compare' ? ['slower', 'faster'] : []
  return [
    table('faster', withHistory('faster'), ''),
    table('slower', withHistory('slower'), ''),
    inconclusive,
    table('unchanged', [c.benchmark, c.metric, c.valuesOnly, c.change, c.noise], ''),
    names('added'),
    names('removed'),
  ].filter((fold) => fold.rows > 0 && !open.includes(fold.section))
}

const newValue = (row: Row): string =>
  row.head.value === null ? '' : `, ${phrase(formatQuantity(row.head.value, unitBeside(row)))}`

function budgetFold({ budgetChanges }: Assessment): string {
  if (budgetChanges.length === 0) return ''
  const lines = budgetChanges
    .slice(0, MAX_CHANGES)
    .map((change) => `- ${change.direction}: ${changeText(change)}`)
  if (budgetChanges.length > MAX_CHANGES)
    lines.push(`- and ${grouped(budgetChanges.length - MAX_CHANGES)} more`)
  return foldedText(plural(budgetChanges.length, 'budget change'), lines.join('\n'))
}

function method(a: Assessment, links: Links | null): string {
  const { environment: e } = a
  const machine = [e.cpu, plural(e.cores, 'core'), e.os, e.image, nodeWords(e), `mitata ${e.mitata}`]
    .filter((part) => part !== null)
    .map((part) => prose(part))
  const results = resultsWords(a, { word: wordCode, prose })
  const measured =
    results === null
      ? [
          `${orderWords(a)} (seed ${wordCode(a.seed)}).`,
          `${effortWords(a)}.`,
          `Cost: ${costWords(a)}.`,
          `${machine.join(' · ')} · load ${e.loadAverage.toFixed(1)} at the start.`,
        ]
      : [`${results}.`]
  const commit = (sha: string) => commitLink(wordCode(shortSha(sha)), sha, links)
  const history = historyWords(a, { word: wordCode, commit, prose })
  const lines = [
    ...measured,
    ...(history === null ? [] : [`${history}.`]),
    hasHistory(a.rows.filter(({ verdict }) => verdict !== 'new'))
      ? 'The bars show what earlier jobs measured, on whatever machines those had.'
      : null,
    testWords(a),
  ]
  return foldedText(
    'How this was measured',
    lines
      .filter((line) => line !== null)
      .map((line) => `- ${line}`)
      .join('\n'),
  )
}
