import type { Assessment } from '../../model/assessment.ts'
import { grouped } from '../quantity.ts'
import { forTerminal } from '../text/for-terminal.ts'
import { displayWidth, shorten } from '../text/one-line.ts'
import { type Outside, outside, words } from '../text/outside.ts'
import { NOTHING } from '../view/change.ts'
import type { RevisionView } from '../view/revisions.ts'
import type { RowView } from '../view/row-view.ts'
import { FOUND, type Section, seenFirst } from '../view/sections.ts'
import { type View, viewOf } from '../view/view.ts'
import { alignCells, type Cell, GAP, wrap } from './layout.ts'
import { type Palette, palette } from './palette.ts'

export interface TerminalOptions {
  color: boolean
  /** Columns of the terminal. */
  width: number
  /** List every row, the unchanged too. */
  verbose: boolean
  configFile: string | null
}

const SYMBOLS: Record<Section, string> = {
  failing: '✘',
  warned: '!',
  absent: '✘',
  accepted: '✓',
  slower: '↓',
  faster: '↑',
  inconclusive: '?',
  unchanged: '~',
  added: '+',
  removed: '-',
}

const COUNTED: readonly Section[] = ['unchanged', 'inconclusive']
/** What must be acted on, and therefore is never cut and is explained. */
const EXPLAINED: ReadonlySet<Section> = new Set(FOUND)
const MAX_ROWS = 20
const MAX_ENTRIES = 10
const MIN_NAME = 16
const MAX_NAME = 60
const MIN_METRIC = 8
const MAX_METRIC = 20
const MAX_CHANGES = 10
const INDENT = '    '

/** The result of `check` or `compare` for a person at a terminal; the last line is the verdict and the next step. */
export function renderTerminal(a: Assessment, options: TerminalOptions): string {
  const view = viewOf(a, ' … ')
  const { warnings, howMeasured: how, detectable } = view
  const p = palette(options.color)
  const { width } = options
  const effort = how.results ?? words`${how.cost}, seed ${how.seed}`
  return [
    [header(view, p)],
    cautions(view, width, p),
    table(view, options, p),
    warnings.flatMap((warning) => remark(`  ${p.yellow('!')} `, forTerminal(warning), width)),
    [detectable, effort, how.history].flatMap((text) =>
      text === null ? [] : wrap(forTerminal(text), Math.max(40, width - 2)).map((line) => p.dim(`  ${line}`)),
    ),
    howToAccept(view, options),
    [lastLine(view, p)],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .concat('\n')
}

function header({ command, base, head, benchmarks, isAlone, storedBaseline }: View, p: Palette): string {
  const other =
    storedBaseline === null ? revisionText(base) : `${forTerminal(storedBaseline.commit)} (stored run)`
  const sides = isAlone ? `${revisionText(head)} alone` : `base ${other} → ${revisionText(head)}`
  return `${p.bold(`benchgate ${command}`)} · ${sides} · ${benchmarks}`
}

function revisionText({ commit, label, dirty }: RevisionView): string {
  if (dirty) return forTerminal(label ?? 'working tree')
  if (commit === null) return forTerminal(label ?? 'unknown')
  return forTerminal(label === null ? commit : words`${commit} (${label})`)
}

/** What a reader has to know before any row. */
function cautions(
  { storedBaseline, isOfResults, baseName, budgetChanges }: View,
  width: number,
  p: Palette,
): string[] {
  const lead = `  ${p.yellow('!')} `
  const lines: string[] = []
  if (storedBaseline !== null) {
    const { reason, day, cpu } = storedBaseline
    const run = `a stored run${day === null ? '' : ` from ${day}`} on ${forTerminal(cpu)}`
    const promise = `with ${run}: another job, not controlled, at most a warning.`
    if (!isOfResults)
      lines.push(...remark(lead, `${baseName} could not be measured: ${forTerminal(reason)}`, width))
    lines.push(...remark(INDENT, `Compared ${isOfResults ? '' : 'instead '}${promise}`, width))
  }
  if (budgetChanges === null) return lines
  const { loosens, text, listed } = budgetChanges
  const judged = `${text}. The rows are judged by base's budgets; the change counts after the merge.`
  lines.push(...remark(loosens ? lead : INDENT, judged, width))
  for (const change of listed.slice(0, MAX_CHANGES)) lines.push(...remark(INDENT, forTerminal(change), width))
  if (listed.length > MAX_CHANGES) lines.push(`${INDENT}and ${grouped(listed.length - MAX_CHANGES)} more`)
  return lines
}

/** What is listed a row each: what must be seen, then what is good to know. */
function listedSections(command: View['command']): Section[] {
  return [...new Set<Section>([...seenFirst(command), 'faster', 'slower', 'added', 'removed'])]
}

/** Rows in one alignment, each followed by what explains it, and last the counts of what is not listed. */
function table(view: View, { verbose, width }: TerminalOptions, p: Palette): string[] {
  const { command, sections } = view
  const listed = [...listedSections(command), ...(verbose ? COUNTED.toReversed() : [])].flatMap((section) =>
    sections[section].rows().slice(0, verbose || EXPLAINED.has(section) ? Infinity : MAX_ROWS),
  )
  const cells = listed.map((row) => cellsOf(row, view, p))
  const { rows, columns } = fit(cells, width - 4)
  const aligned = alignCells(rows)
  const lines = listed.flatMap((row, i) => [
    `  ${styleOf(row.section, command, p)(SYMBOLS[row.section])} ${aligned[i] ?? ''}`,
    ...(EXPLAINED.has(row.section) || verbose || command === 'compare'
      ? details(row, hiddenIn(cells[i]!, columns), width, p)
      : []),
  ])
  const counts = verbose ? null : countLine(view, p)
  return counts === null ? lines : [...lines, counts]
}

/** What had no room beside the change, for the line below. */
function hiddenIn({ interval, limit, isInterval }: RowCells, columns: readonly Fitted[]): string[] {
  return [
    ...(columns.includes('interval') ? [] : [isInterval ? `interval ${interval.text}` : interval.text]),
    ...(columns.includes('limit') ? [] : [limit.text]),
  ]
}

type Fitted = 'metric' | 'values' | 'change' | 'interval' | 'limit'

/** The name gets the room that the rest leaves. */
interface RowCells extends Record<Fitted, Cell> {
  name: Outside
  isInterval: boolean
}

function cellsOf(row: RowView, { command, columns: c }: View, p: Palette): RowCells {
  const { section } = row
  const oneSided = row.numbers.oneSided()
  const text = (of: { text: Parameters<typeof forTerminal>[0] | null }) =>
    of.text === null ? NOTHING : forTerminal(of.text)
  const change = oneSided === null ? c.change.cell(row) : { text: oneSided.word, beside: null }
  const limit = command !== 'compare' && EXPLAINED.has(section) ? row.limit() : null
  const limitText = limit === null ? '' : forTerminal(limit.words)
  return {
    name: row.name,
    metric: { text: forTerminal(row.metric, MAX_METRIC), style: p.dim },
    values: { text: text(oneSided === null ? c.values.cell(row) : { text: oneSided.value }), align: 'right' },
    change: { text: text(change), style: styleOf(section, command, p) },
    interval: { text: change.beside?.text ?? '' },
    isInterval: change.beside?.isInterval === true,
    limit: { text: limit?.isLevel === true ? `budget ${limitText}` : limitText },
  }
}

function styleOf(section: Section, command: Assessment['command'], p: Palette): Palette[keyof Palette] {
  switch (section) {
    case 'failing':
    case 'absent':
      return p.red
    case 'warned':
      return p.yellow
    case 'faster':
      return p.green
    case 'slower':
      return command === 'compare' ? p.red : p.dim
    case 'accepted':
    case 'inconclusive':
    case 'unchanged':
    case 'added':
    case 'removed':
      return p.dim
  }
}

/**
 * Gives names the room that the other columns leave. Where that is too little the interval goes to the line below, because the
 * change says the most, then the limit, then a part of long names of metrics; a terminal narrower still breaks its lines.
 */
function fit(rows: readonly RowCells[], width: number): { rows: Cell[][]; columns: readonly Fitted[] } {
  const widest = (column: Fitted): number =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[column].text)), 0)
  const taken = (columns: readonly Fitted[]): number =>
    columns.map((column) => widest(column)).reduce((sum, cells) => sum + (cells > 0 ? cells + GAP : 0), 0)
  const choices: readonly Fitted[][] = [
    ['metric', 'values', 'change', 'interval', 'limit'],
    ['metric', 'values', 'change', 'limit'],
    ['metric', 'values', 'change'],
  ]
  const shortest = Math.min(
    MIN_NAME,
    Math.max(...rows.map(({ name }) => displayWidth(forTerminal(name, MIN_NAME)))),
  )
  const columns = choices.find((choice) => width - taken(choice) >= shortest) ?? choices.at(-1)!
  const room = width - taken(columns)
  const nameCells = Math.max(MIN_NAME, Math.min(MAX_NAME, room))
  const metricCells = Math.max(MIN_METRIC, taken(['metric']) - GAP - Math.max(0, shortest - room))
  return {
    rows: rows.map((row) => [
      { text: forTerminal(row.name, nameCells) },
      { ...row.metric, text: shorten(row.metric.text, metricCells) },
      ...columns.slice(1).map((column) => row[column]),
    ]),
    columns,
  }
}

/** The lines below a row: what had no room beside it, its medians and place, then a thought a line. */
function details(row: RowView, hidden: readonly string[], width: number, p: Palette): string[] {
  const { section, noise, location } = row
  const need = row.need()
  const facts = [
    ...hidden,
    row.numbers.medians() ?? '',
    noise === null || noise.spread === null ? '' : `noise ${noise.grade} (${noise.spread})`,
    need === null ? '' : `needs ${need}`,
    row.held ? 'measured again, and it held' : '',
    row.edited ? "the benchmark's own code differs" : '',
    row.waiver?.added === true ? 'accepted by this pull request' : '',
    location === null ? '' : forTerminal(location),
  ]
  const notes = EXPLAINED.has(section) || section === 'inconclusive' ? row.notes : []
  return [facts.filter((text) => text !== '').join(' · '), ...notes.map((note) => forTerminal(note))]
    .filter((text) => text !== '')
    .flatMap((text) => wrap(text, Math.max(40, width - INDENT.length)))
    .map((line) => p.dim(`${INDENT}${line}`))
}

/** `~ 207 unchanged   ? 3 undecided (-v lists them)`, and what a long list left out. */
function countLine({ command, sections }: View, p: Palette): string | null {
  const cut = listedSections(command)
    .filter((section) => !EXPLAINED.has(section) && sections[section].size > MAX_ROWS)
    .map((section) => {
      const { size, word } = sections[section]
      return `${SYMBOLS[section]} ${grouped(size - MAX_ROWS)} more ${word}`
    })
  const counted = COUNTED.filter((section) => sections[section].size > 0).map(
    (section) => `${SYMBOLS[section]} ${sections[section].count}`,
  )
  const parts = [...cut, ...counted]
  if (parts.length === 0) return null
  const listable = cut.length > 0 || sections.inconclusive.size > 0
  return p.dim(`  ${parts.join('   ')}${listable ? ' (-v lists them)' : ''}`)
}

function remark(lead: string, text: string, width: number): string[] {
  const [first = '', ...rest] = wrap(text.trim(), Math.max(40, width - 4))
  return [`${lead}${first}`, ...rest.map((line) => `${INDENT}${line}`)]
}

function howToAccept({ acceptEntries: entries }: View, { configFile }: TerminalOptions): string[] {
  if (entries.length === 0) return []
  const more =
    entries.length > MAX_ENTRIES ? [`${INDENT}# and ${grouped(entries.length - MAX_ENTRIES)} more`] : []
  const file = forTerminal(outside('place', configFile ?? '.github/benchgate.yml'))
  return [
    `  To accept, add to ${file} with your reason, below "accepted:":`,
    ...entries.slice(0, MAX_ENTRIES).map((entry) => `${INDENT}${entry}`),
    ...more,
  ]
}

function helpAgainstNoise({ isOfResults, storedBaseline }: View): string {
  if (!isOfResults) return 'A quieter machine or more time per benchmark would help.'
  return storedBaseline === null
    ? 'Several result files a side, each of a run of its own, would help.'
    : 'More stored runs on this processor would help.'
}

function lastLine(view: View, p: Palette): string {
  const {
    headline: { kind, text },
    sections,
    failing,
    acceptEntries,
  } = view
  const them = failing === 1 ? 'it' : 'them'
  const rule = sections.failing
    .rows()
    .find(({ budgetPlace }) => budgetPlace !== null && budgetPlace.text !== '')
  const where = rule?.budgetPlace ? `  Rule: ${forTerminal(rule.budgetPlace)}` : ''
  switch (kind) {
    case 'over-budget':
      return `${p.red(p.bold(`✘ ${text}.`))}  Fix ${them}, or ${acceptEntries.length > 0 ? 'accept as above' : 'change the limit'}.${where}`
    case 'did-not-run':
      return `${p.red(p.bold(`✘ ${text}.`))}  What does not run cannot pass: repair it, or take it out of the budgets.${where}`
    case 'warnings':
      return p.yellow(p.bold(`! ${text}.`))
    case 'noisy':
      return `${p.bold(`? ${text}.`)}${sections.inconclusive.size > 0 ? `  ${helpAgainstNoise(view)}` : ''}`
    case 'compared':
      return p.bold(`${sections.slower.size > 0 ? '↓' : '↑'} ${text}.`)
    case 'accepted':
    case 'faster':
    case 'unchanged':
    case 'first-run':
      return p.green(p.bold(`✔ ${text}.`))
  }
}
