import { grouped } from '../quantity.ts'
import type { Assessment } from '../../model/assessment.ts'
import { forTerminal } from '../text/for-terminal.ts'
import { displayWidth, shorten } from '../text/one-line.ts'
import { outside, words } from '../text/outside.ts'
import { acceptAllLine } from '../view/accept.ts'
import { EXACT, NOTHING } from '../view/change.ts'
import { changeCell } from '../view/columns.ts'
import type { RevisionView } from '../view/revisions.ts'
import type { RowView } from '../view/row-view.ts'
import { FOUND, type Section, seenFirst } from '../view/sections.ts'
import { type View, viewOf } from '../view/view.ts'
import * as layout from './layout.ts'

export interface TerminalOptions extends layout.Screen {
  /** List every row, the unchanged too. */
  verbose: boolean
  configFile: string | null
}

/** What a report is laid out from and for. */
interface Page extends TerminalOptions {
  view: View
  p: layout.Palette
}

const SIGNS: Record<Section, [symbol: string, style: keyof layout.Palette]> = {
  failing: ['✘', 'red'],
  warned: ['!', 'yellow'],
  absent: ['✘', 'red'],
  accepted: ['✓', 'dim'],
  slower: ['↓', 'dim'],
  faster: ['↑', 'green'],
  inconclusive: ['?', 'dim'],
  unchanged: ['~', 'dim'],
  added: ['+', 'dim'],
  removed: ['-', 'dim'],
}

const COUNTED: readonly Section[] = ['unchanged', 'inconclusive']
/** What must be acted on, and therefore is never cut and is explained. */
const EXPLAINED: ReadonlySet<Section> = new Set(FOUND)
const MAX_ROWS = 20
const MAX_ENTRIES = 10
const MIN_METRIC = 8
const MAX_METRIC = 20
const MAX_CHANGES = 10
const MAX_REMARKS = 5
const MAX_NAMED = 3
const INDENT = 4

/** The result for a person at a terminal; the last line is the verdict and the next step. */
export function renderTerminal(a: Assessment, options: TerminalOptions): string {
  const page = { ...options, view: viewOf(a), p: layout.palette(options.color) }
  const { view, p, width } = page
  const parts = [
    [header(page)],
    cautions(page),
    table(page),
    standing(page),
    view.warnings.flatMap((warning) => remark(page, '!', forTerminal(warning))),
    [view.detectable, ...view.howMeasured.short]
      .filter((text) => text !== null)
      .flatMap((text) => layout.wrap(forTerminal(text), width - 2))
      .map((line) => p.dim(`  ${line}`)),
    howToAccept(page),
    [lastLine(page)],
  ].filter((lines) => lines.length > 0)
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function header({ view, p }: Page): string {
  const { command, base, head, benchmarks, isAlone, storedBaseline } = view
  const other =
    storedBaseline === null
      ? revisionText(base)
      : `${forTerminal(storedBaseline.commit)} (${storedBaseline.called})`
  const sides = isAlone ? `${revisionText(head)} alone` : `base ${other} → ${revisionText(head)}`
  return `${p.bold(`benchgate ${command}`)} · ${sides} · ${benchmarks}`
}

function revisionText({ commit, label, dirty }: RevisionView): string {
  if (dirty || commit === null) return forTerminal(label ?? (dirty ? 'working tree' : 'unknown'))
  return forTerminal(label === null ? commit : words`${commit} (${label})`)
}

/** What a reader has to know before any row. */
function cautions(page: Page): string[] {
  const { storedBaseline, isOfResults, baseName, budgetChanges } = page.view
  const lines: string[] = []
  if (storedBaseline !== null) {
    const { called, reason, day, cpu } = storedBaseline
    const run = `a ${called}${day === null ? '' : ` from ${day}`} on ${forTerminal(cpu)}`
    const promise = `with ${run}: another job, not controlled, so changes only warn.`
    if (!isOfResults)
      lines.push(
        ...remark(page, '!', `${baseName} could not be measured${reason && `: ${forTerminal(reason)}`}`),
      )
    lines.push(...remark(page, ' ', `Compared ${isOfResults ? '' : 'instead '}${promise}`))
  }
  if (budgetChanges === null) return lines
  const { loosens, text, listed } = budgetChanges
  const judged = `${text}. The rows are judged by base's budgets; the change counts after the merge.`
  return [
    ...lines,
    ...remark(page, loosens ? '!' : ' ', judged),
    ...listed.slice(0, MAX_CHANGES).flatMap((change) => remark(page, ' ', forTerminal(change))),
    ...moreThan(MAX_CHANGES, listed, 'and'),
  ]
}

const moreThan = (most: number, { length }: readonly unknown[], and: string): string[] =>
  layout.indented(length > most ? [`${and} ${grouped(length - most)} more`] : [], INDENT)

function remark({ p, width }: Page, sign: '!' | ' ', text: string): string[] {
  const [first = '', ...rest] = layout.wrap(text.trim(), width - INDENT)
  return [`  ${sign === '!' ? p.yellow(sign) : sign} ${first}`, ...layout.indented(rest, INDENT)]
}

/** What is listed a row each: what must be seen, then what is good to know. */
const listedSections = (command: View['command']): Section[] => [
  ...new Set<Section>([...seenFirst(command), 'faster', 'slower', 'added', 'removed']),
]

/** Rows in one alignment, each followed by what explains it, and last the counts of what is not listed. */
function table(page: Page): string[] {
  const { view, verbose, width, p } = page
  const { command, sections } = view
  const listed = [...listedSections(command), ...(verbose ? COUNTED.toReversed() : [])].flatMap((section) =>
    sections[section].rows().slice(0, verbose || EXPLAINED.has(section) ? Infinity : MAX_ROWS),
  )
  const { lines, hidden } = fit(
    listed.map((row) => cellsOf(row, page)),
    { ...page, width: width - INDENT },
  )
  return [
    ...listed.flatMap((row, i) => [
      `  ${styleOf(row.section, page)(SIGNS[row.section][0])} ${lines[i]}`,
      ...(EXPLAINED.has(row.section) || verbose || command === 'compare'
        ? layout.indented(details(row, hidden[i]!, width), INDENT).map(p.dim)
        : []),
    ]),
    ...(verbose ? [] : countLine(page)),
  ]
}

/** What the branch lost before. */
function standing(page: Page): string[] {
  const { view, verbose, p } = page
  if (view.standing === null) return []
  const remarks = view.standing.remarks(verbose ? Infinity : MAX_NAMED)
  const most = verbose ? Infinity : MAX_REMARKS
  return [
    ...remark(page, ' ', `${forTerminal(view.standing.title)}:`),
    ...remarks
      .slice(0, most)
      .flatMap((text) => layout.indented(remark(page, ' ', forTerminal(text)).map(p.dim))),
    ...moreThan(most, remarks, 'and'),
  ]
}

/** Columns behind the name; where there is no room for all of them, choices with fewer. */
const COLUMNS = ['metric', 'values', 'change', 'interval', 'limit'] as const
type Choice = readonly (typeof COLUMNS)[number][]
const CHOICES: readonly Choice[] = [
  COLUMNS,
  ['metric', 'values', 'change', 'limit'],
  ['metric', 'values', 'change'],
]

/** The name gets the room that the rest leaves. */
type RowCells = Record<(typeof COLUMNS)[number], layout.Cell> & Pick<RowView, 'name'>

function cellsOf(row: RowView, page: Page): RowCells {
  const { name, section, verdict, base, head } = row
  const isOneSided = verdict === 'new' || verdict === 'removed'
  const change = isOneSided ? { text: verdict } : changeCell(row, ' … ')
  const value = isOneSided ? row.valueOf(verdict === 'new' ? head : base) : row.values()
  const limit = page.view.command !== 'compare' && EXPLAINED.has(section) ? row.limit() : null
  return {
    name,
    metric: { text: forTerminal(row.metric, MAX_METRIC), style: page.p.dim },
    values: { text: forTerminal(value ?? NOTHING), align: 'right' },
    change: { text: forTerminal(change.text ?? NOTHING), style: styleOf(section, page) },
    interval: { text: change.beside ?? '' },
    limit: { text: limit === null ? '' : `${limit.isLevel ? 'budget ' : ''}${forTerminal(limit.words)}` },
  }
}

const styleOf = (section: Section, { view, p }: Page) =>
  p[section === 'slower' && view.command === 'compare' ? 'red' : SIGNS[section][1]]

/**
 * Gives names the room that the other columns leave. Where that is too little the interval goes to the line
 * below, because the change says the most, then the limit, then a part of long names of metrics; a terminal
 * narrower still breaks its lines.
 */
function fit(rows: readonly RowCells[], screen: layout.Screen): { lines: string[]; hidden: string[][] } {
  const column = (name: (typeof COLUMNS)[number]): layout.Column<RowCells> => ({
    title: '',
    cell: (row) => row[name],
  })
  const widths = new Map(COLUMNS.map((name) => [name, layout.cellsTaken([column(name)], rows)]))
  const taken = (choice: Choice) => choice.reduce((sum, name) => sum + widths.get(name)!, 0)
  const longest = Math.max(...rows.map(({ name }) => displayWidth(forTerminal(name, layout.MIN_NAME))))
  const shortest = Math.min(layout.MIN_NAME, longest)
  const { width } = screen
  const shown = CHOICES.find((choice) => width - taken(choice) >= shortest) ?? CHOICES.at(-1)!
  const room = width - taken(shown)
  const forName = layout.nameCells(room, screen)
  const forMetric = Math.max(MIN_METRIC, taken(['metric']) - layout.GAP - Math.max(0, shortest - room))
  const columns: layout.Column<RowCells>[] = [
    { title: '', cell: ({ name }) => ({ text: forTerminal(name, forName) }) },
    { title: '', cell: ({ metric }) => ({ ...metric, text: shorten(metric.text, forMetric) }) },
    ...shown.slice(1).map(column),
  ]
  const hiddenOf = ({ interval: { text }, limit }: RowCells) => [
    shown.includes('interval') ? '' : text === '' || text === EXACT ? text : `interval ${text}`,
    shown.includes('limit') ? '' : limit.text,
  ]
  return { lines: layout.tableOf(columns, rows), hidden: rows.map(hiddenOf) }
}

/** The lines below a row: what had no room beside it, its medians and place, then a thought a line. */
function details(row: RowView, hidden: readonly string[], width: number): string[] {
  const { section, noise, location } = row
  const need = row.need()
  const facts = [
    ...hidden,
    row.medians() ?? '',
    noise === null || noise.spread === null ? '' : `noise ${noise.grade} (${noise.spread})`,
    need === null ? '' : `needs ${need}`,
    row.held ? 'measured again, and it held' : '',
    row.fromHead ? 'benchmark from head' : row.edited ? "the benchmark's own code differs" : '',
    row.waiver?.added === true ? 'accepted by this pull request' : '',
    location === null ? '' : forTerminal(location),
  ]
  const notes = EXPLAINED.has(section) || section === 'inconclusive' ? row.notes : []
  return [facts.filter((text) => text !== '').join(' · '), ...notes.map((note) => forTerminal(note))]
    .filter((text) => text !== '')
    .flatMap((text) => layout.wrap(text, width - INDENT))
}

/** `~ 207 unchanged   ? 3 undecided (-v lists them)`, and what a long list left out. */
function countLine({ view: { command, sections }, p }: Page): string[] {
  const cut = listedSections(command)
    .filter((section) => !EXPLAINED.has(section) && sections[section].size > MAX_ROWS)
    .map(
      (section) =>
        `${SIGNS[section][0]} ${grouped(sections[section].size - MAX_ROWS)} more ${sections[section].word}`,
    )
  const counted = COUNTED.filter((section) => sections[section].size > 0).map(
    (section) => `${SIGNS[section][0]} ${sections[section].count}`,
  )
  const parts = [...cut, ...counted]
  const listable = cut.length > 0 || sections.inconclusive.size > 0
  return parts.length === 0 ? [] : [p.dim(`  ${parts.join('   ')}${listable ? ' (-v lists them)' : ''}`)]
}

/** What the config file takes, below the lines that write it; of one alone the page's last line does. */
function howToAccept({ view: { acceptances }, configFile }: Page): string[] {
  if (acceptances.length === 0) return []
  const file = forTerminal(outside('place', configFile ?? '.github/benchgate.yml'))
  const lines = acceptances
    .map(({ line }) => line({ configFile, hasReport: true }))
    .filter((line) => line !== null)
  const list = (items: readonly string[]) => [
    ...layout.indented(items.slice(0, MAX_ENTRIES), INDENT),
    ...moreThan(MAX_ENTRIES, items, '# and'),
  ]
  const how = lines.length === 0 ? 'To accept' : acceptances.length === 1 ? 'To accept by hand' : 'Or by hand'
  return [
    ...(acceptances.length > 1 && lines.length > 0 ? ['  To accept, with your reason:', ...list(lines)] : []),
    `  ${how}, add to ${file} with your reason, below "accepted:":`,
    ...list(acceptances.map(({ entry }) => entry)),
  ]
}

function nextStep({ view, configFile }: Page): string {
  const { failing, acceptances } = view
  const [one, ...others] = acceptances
  const fix = `Fix ${failing === 1 ? 'it' : 'them'}, or`
  if (one === undefined) return `${fix} change the limit.`
  const line = others.length === 0 ? one.line({ configFile, hasReport: true }) : acceptAllLine(configFile)
  return line === null ? `${fix} accept as above.` : `Accept: ${line}`
}

function helpAgainstNoise({ isOfResults, storedBaseline }: View): string {
  if (!isOfResults) return 'A quieter machine or more time per benchmark would help.'
  return storedBaseline === null
    ? 'Several result files a side, each of a run of its own, would help.'
    : 'More stored runs on this processor would help.'
}

function lastLine(page: Page): string {
  const { view, p } = page
  const { headline, sections } = view
  const text = `${headline.text}.`
  const rule = sections.failing
    .rows()
    .find(({ budgetPlace }) => budgetPlace !== null && budgetPlace.text !== '')
  const where = rule?.budgetPlace ? `  Rule: ${forTerminal(rule.budgetPlace)}` : ''
  switch (headline.kind) {
    case 'over-budget':
      return `${p.red(p.bold(`✘ ${text}`))}  ${nextStep(page)}${where}`
    case 'did-not-run':
      return `${p.red(p.bold(`✘ ${text}`))}  What does not run cannot pass: fix it, or take it out of the budgets.${where}`
    case 'warnings':
      return p.yellow(p.bold(`! ${text}`))
    case 'noisy':
      return `${p.bold(`? ${text}`)}${view.moreWouldHelp ? `  ${helpAgainstNoise(view)}` : ''}`
    case 'compared':
      return p.bold(`${sections.slower.size > 0 ? '↓' : '↑'} ${text}`)
    default:
      return p.green(p.bold(`✔ ${text}`))
  }
}
