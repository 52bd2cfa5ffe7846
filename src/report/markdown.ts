import type { Assessment, Row } from '../model/assessment.ts'
import { acceptEntry } from './accept.ts'
import { countWords, tally } from './counts.ts'
import { type Headline, headline } from './headline.ts'
import { type Column, columnsFor, tableLines } from './markdown-table.ts'
import { nameCode, prose, wordCode } from './markdown-text.ts'
import { effortWords, TEST_WORDS } from './method.ts'
import { formatQuantity, grouped, plural } from './quantity.ts'
import { benchmarksIn, type Section, sectionsOf, type Sections } from './sections.ts'
import { isGenerated, revisionParts } from './subject.ts'

export interface MarkdownOptions {
  /** Bytes of UTF-8 that the text may have; 60,000 by default (a comment), 900 KiB when complete (a job summary). */
  limitBytes?: number
  /** Explain every row, however many there are. */
  complete?: boolean
  /** The file that budgets and accepted regressions go to. */
  configFile?: string | null
}

/** The first line of a comment, by which it is found again. */
export const MARKER = '<!-- benchgate:v1 key=default -->'

const COMMENT_BYTES = 60_000
const SUMMARY_BYTES = 900 * 1024
/** Rows that get their own lines of explanation in a comment, and that stay in its table when bytes run out. */
const EXPLAINED_ROWS = 50
const MAX_WARNINGS = 20
const MAX_NOTES = 5
const MAX_PLACES = 5
/** From here on, explanations fold away: the table is what must be seen. */
const OPEN_ITEMS = 5

/** The whole report as GitHub Markdown; what does not fit is left out by a fixed order, and the text says so. */
export function renderMarkdown(a: Assessment, options: MarkdownOptions = {}): string {
  const { complete = false } = options
  const limitBytes = options.limitBytes ?? (complete ? SUMMARY_BYTES : COMMENT_BYTES)
  const s = sectionsOf(a)
  const draft: Draft = {
    top: opening(a, s),
    main: mainTable(a, s),
    explanation: explanation(a, s, complete ? Infinity : EXPLAINED_ROWS, options.configFile ?? null),
    folds: folds(a, s),
    method: method(a),
  }
  for (const cut of CUTS) {
    const text = compose(draft, cut)
    if (Buffer.byteLength(text) <= limitBytes) return text
  }
  return `${draft.top}\n`
}

interface Draft {
  top: string
  main: { rows: readonly Row[]; lines: readonly string[] }
  explanation: string
  folds: readonly Fold[]
  method: string
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
const CUTS: readonly Cut[] = [
  { without: [], mainRows: Infinity, explained: true },
  ...DROP_ORDER.map((_, i) => ({
    without: DROP_ORDER.slice(0, i + 1).flat(),
    mainRows: Infinity,
    explained: true,
  })),
  { without: ALL_DROPPED, mainRows: EXPLAINED_ROWS, explained: true },
  ...[EXPLAINED_ROWS, 20, 5, 0].map((mainRows) => ({ without: ALL_DROPPED, mainRows, explained: false })),
]

function compose(draft: Draft, cut: Cut): string {
  const { rows, lines } = draft.main
  const shown = Math.min(rows.length, cut.mainRows)
  const kept = draft.folds.filter(({ section }) => !cut.without.includes(section))
  const dropped = draft.folds.filter(({ section }) => cut.without.includes(section)).map((fold) => fold.title)
  if (shown < rows.length) dropped.unshift(`${plural(rows.length - shown, 'row')} of the table`)
  if (!cut.explained && draft.explanation !== '') dropped.push('the explanations')
  return [
    draft.top,
    shown > 0 ? lines.slice(0, 2 + shown).join('\n') : '',
    cut.explained ? draft.explanation : '',
    dropped.length === 0
      ? ''
      : `_Left out to keep this short: ${dropped.join(', ')}. The JSON report has everything._`,
    [...kept.map(({ title, body }) => folded(title, body)), draft.method].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

const folded = (title: string, body: string): string =>
  `<details><summary>${title}</summary>\n\n${body}\n\n</details>`

function opening(a: Assessment, s: Sections): string {
  const head = headline(a, s)
  const counts = tally(a, s).join(' · ')
  return `${MARKER}\n### ${head.icon} ${head.text}${nextStep(head, s)}\n${subject(a)} · ${counts}`
}

function nextStep({ kind }: Headline, { failing }: Sections): string {
  if (kind !== 'over-budget') return ''
  const one = benchmarksIn(failing) === 1
  const fix = one ? 'fix it' : 'fix them'
  const acceptable = failing.some((row) => acceptEntry(row) !== null)
  return ` · ${fix}, or ${acceptable ? `accept the ${one ? 'change' : 'changes'} below` : 'change the limit'}`
}

function subject({ base, head }: Assessment): string {
  return `${capital(revisionText(head, 'Commit'))} against ${revisionText(base, 'commit')}`
}

function revisionText(revision: Assessment['base'], noun: string): string {
  const { sha, label, dirty } = revisionParts(revision)
  const name = label === null ? noun : isGenerated(label) ? prose(label) : wordCode(label)
  const commit = sha === null ? '' : wordCode(sha)
  if (dirty) return `${label === null ? 'working tree' : name}${commit === '' ? '' : ` on ${commit}`}`
  if (label === null || isGenerated(label)) return `${name} ${commit}`.trim()
  return commit === '' ? name : `${name} (${commit})`
}

const capital = (text: string): string =>
  /^[a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text

/** What must be seen without a click: failing, warned and accepted rows; for `compare`, what differs. */
function mainRows(a: Assessment, s: Sections): readonly Row[] {
  const found = [...s.failing, ...s.warned, ...s.absent, ...s.accepted]
  return a.command === 'compare' ? [...found, ...s.slower, ...s.faster] : found
}

function mainTable(a: Assessment, s: Sections): Draft['main'] {
  const c = columnsFor(a)
  // The history of each row becomes one more column at the end of this list.
  const columns: Column[] = [c.icon, c.benchmark, c.metric, c.values, c.change]
  if (a.command !== 'compare') columns.push(c.budget)
  const rows = mainRows(a, s)
  return { rows, lines: tableLines(columns, rows) }
}

function explanation(a: Assessment, s: Sections, maxRows: number, configFile: string | null): string {
  const items = mainRows(a, s)
    .slice(0, maxRows)
    .map((row) => why(row))
    .filter((item) => item !== null)
  const entries = s.failing
    .slice(0, maxRows)
    .map((row) => acceptEntry(row))
    .filter((entry) => entry !== null)
  const warnings = a.warnings.slice(0, MAX_WARNINGS).map((warning) => `- ${prose(warning)}`)
  if (a.warnings.length > MAX_WARNINGS)
    warnings.push(`- and ${grouped(a.warnings.length - MAX_WARNINGS)} more`)
  return [
    items.length > OPEN_ITEMS ? folded('About these rows', items.join('\n')) : items.join('\n'),
    budgetPlaces([...s.failing, ...s.warned]),
    howToAccept(entries, configFile),
    warnings.length === 0 ? '' : `**Warnings**\n${warnings.join('\n')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** What a person needs to know about a row beyond its numbers; null when the numbers say it all. */
function why(row: Row): string | null {
  const said = row.notes.slice(0, MAX_NOTES).map((note) => sentence(prose(note)))
  if (row.notes.length > MAX_NOTES) said.push(`And ${plural(row.notes.length - MAX_NOTES, 'more note')}.`)
  if (row.confirmed === true) said.push('Measured again with the checkouts swapped: it held.')
  if (row.edited) said.push("The benchmark's own code differs between base and head.")
  if (row.verdict === 'inconclusive' && row.pairsNeeded !== null) {
    said.push(`It would take ${plural(row.pairsNeeded, 'pair')} to decide; it had ${grouped(row.pairs)}.`)
  }
  if (row.verdict === 'accepted' && row.waiver !== null)
    said.push(`Accepted at ${wordCode(row.waiver.where)}.`)
  if (said.length === 0 && (row.location === null || row.severity === 'pass')) return null
  const name = row.metric === 'time' ? nameCode(row.benchmark) : `${nameCode(row.benchmark)} ${row.metric}`
  const place = row.location === null ? '' : ` (${wordCode(row.location)})`
  return said.length === 0 ? `- ${name}${place}` : `- ${name}${place}: ${said.join(' ')}`
}

/** Where the budgets were set that these rows are held against: one line, since most come from a few rules. */
function budgetPlaces(rows: readonly Row[]): string {
  const found = rows.map((row) => row.budget?.where).filter((where) => typeof where === 'string')
  const places = [...new Set(found)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  if (places.length === 0) return ''
  const shown = places.slice(0, MAX_PLACES).map((where) => wordCode(where))
  const more = places.length > MAX_PLACES ? ` and ${grouped(places.length - MAX_PLACES)} more places` : ''
  return `${places.length === 1 ? 'The budget is' : 'The budgets are'} set at ${shown.join(', ')}${more}.`
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

function howToAccept(entries: readonly string[], configFile: string | null): string {
  if (entries.length === 0) return ''
  const file = wordCode(configFile ?? '.github/benchgate.yml')
  const yaml = [
    '```yaml',
    'accepted: # leave this line out if the file has it',
    ...entries.map((e) => `  ${e}`),
    '```',
  ]
  const text = `**To accept**, add to ${file} with your reason, and commit:`
  return entries.length > OPEN_ITEMS
    ? folded(
        `To accept: ${plural(entries.length, 'entry', 'entries')} for the config file`,
        `${text}\n\n${yaml.join('\n')}`,
      )
    : `${text}\n${yaml.join('\n')}`
}

function folds(a: Assessment, s: Sections): Fold[] {
  const c = columnsFor(a)
  const table = (section: Section, columns: readonly Column[], title: string): Fold => ({
    section,
    title: `${countWords(section, s[section].length, a.command)}${title}`,
    rows: s[section].length,
    body: tableLines(columns, s[section]).join('\n'),
  })
  const names = (section: Section): Fold => ({
    section,
    title: countWords(section, s[section].length, a.command),
    rows: s[section].length,
    body: s[section].map((row) => `- ${nameCode(row.benchmark)} ${row.metric}${newValue(row)}`).join('\n'),
  })
  const change = [c.benchmark, c.metric, c.values, c.change]
  const inconclusive = table(
    'inconclusive',
    [...change, c.noise, c.visible, c.need],
    ', with what each would need',
  )
  const noted = s.inconclusive.filter((row) => row.notes.length > 0).slice(0, EXPLAINED_ROWS)
  if (noted.length > 0) inconclusive.body += `\n\n${noted.map((row) => why(row)).join('\n')}`
  const open: readonly Section[] = a.command === 'compare' ? ['slower', 'faster'] : []
  return [
    table('faster', change, ''),
    table('slower', change, ''),
    inconclusive,
    table('unchanged', [c.benchmark, c.metric, c.valuesOnly, c.change, c.noise], ''),
    names('added'),
    names('removed'),
  ].filter((fold) => fold.rows > 0 && !open.includes(fold.section))
}

const newValue = (row: Row): string =>
  row.head.value === null ? '' : `, ${formatQuantity(row.head.value, row.unit)}`

function method(a: Assessment): string {
  const { environment: e } = a
  const machine = [e.cpu, plural(e.cores, 'core'), e.os, e.image, `Node ${e.node}`, `mitata ${e.mitata}`]
    .filter((part) => part !== null)
    .map((part) => prose(part))
  return folded(
    'How this was measured',
    [
      `- Base and head ran in fresh processes on one machine, interleaved in random order (seed ${wordCode(a.seed)}).`,
      `- ${effortWords(a)}.`,
      `- ${machine.join(' · ')} · load ${e.loadAverage.toFixed(1)} at the start.`,
      `- ${TEST_WORDS}`,
    ].join('\n'),
  )
}
