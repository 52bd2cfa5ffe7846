import type { Assessment, Revision, Row, Verdict } from '../../model/assessment.ts'
import { acceptEntry } from '../view/accept.ts'
import { budgetChangeSummary, budgetChangeWords } from '../view/budget-changes.ts'
import { besideWords, changeWords, directionOfAll, notComparedWords } from '../view/change.ts'
import { countWords } from '../view/counts.ts'
import { type Headline, headline } from '../view/headline.ts'
import { alignCells, type Cell, wrap } from './layout.ts'
import { limitWords } from '../view/limit-words.ts'
import { costWords, detectableWords, resultsWords } from '../view/how-measured.ts'
import { needWords } from '../view/need.ts'
import { formatPair, formatQuantity, grouped, percentDigits, plural, unitBeside } from '../quantity.ts'
import { displayWidth, shorten } from '../text/one-line.ts'
import { benchmarksIn, type Section, sectionsOf, type Sections } from '../view/sections.ts'
import { historyWords } from '../view/baseline-description.ts'
import { baseName, formatDate, isAlone, revisionParts, shortSha } from '../view/revisions.ts'
import { newWarnings } from '../view/warnings.ts'
import { nameText, outsideText, type Palette, palette } from '../text/for-terminal.ts'

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

const FOUND: readonly Section[] = ['failing', 'warned', 'absent', 'accepted']
/** `check` asks what is wrong, which is listed before; `compare` has only its slower rows to begin with. */
const LISTED: Record<Assessment['command'], readonly Section[]> = {
  check: [...FOUND, 'faster', 'slower', 'added', 'removed'],
  record: [...FOUND, 'faster', 'slower', 'added', 'removed'],
  compare: [...FOUND, 'slower', 'faster', 'added', 'removed'],
}
const COUNTED: readonly Section[] = ['unchanged', 'inconclusive']
/** What must be acted on, and therefore is never cut and is explained. */
const EXPLAINED: ReadonlySet<Section> = new Set(FOUND)
const NOT_COMPARED: ReadonlySet<Verdict> = new Set(['missing', 'failed', 'new', 'removed'])
const MAX_ROWS = 20
const MAX_ENTRIES = 10
const MIN_NAME = 16
const MAX_NAME = 60
const MIN_METRIC = 8
const MAX_METRIC = 20
/** Two quantities with a unit each, or a limit. */
const MAX_VALUES = 60
const MAX_NOTE = 300
const MAX_CHANGES = 10
/** Widest name of a revision, and a seed. */
const MAX_LABEL = 40
const INDENT = '    '
/** Cells between two columns. */
const GAP = 2

/** The result of `check` or `compare` for a person at a terminal; the last line is the verdict and the next step. */
export function renderTerminal(a: Assessment, options: TerminalOptions): string {
  const p = palette(options.color)
  const s = sectionsOf(a)
  const entries = s.failing.map((row) => acceptEntry(row)).filter((entry) => entry !== null)
  return [
    [header(a, p)],
    cautions(a, options, p),
    table(a, s, options, p),
    newWarnings(a).flatMap((warning) => remark(`  ${p.yellow('!')} `, warning, options.width)),
    [detectableWords(a), shortEffort(a), historyLine(a)].flatMap((text) =>
      text === null ? [] : faint(text, options, p),
    ),
    howToAccept(entries, options),
    [lastLine(headline(a, s), s, { help: helpAgainstNoise(a), acceptable: entries.length > 0 }, p)],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .concat('\n')
}

function header(a: Assessment, p: Palette): string {
  const { command, base, head, rows, standIn } = a
  const count = plural(benchmarksIn(rows), 'benchmark')
  const other = standIn === null ? revisionText(base) : `${commitText(standIn.sha)} (stored run)`
  const sides = isAlone(a) ? `${revisionText(head)} alone` : `base ${other} → ${revisionText(head)}`
  return `${p.bold(`benchgate ${command}`)} · ${sides} · ${count}`
}

const commitText = (sha: string): string => outsideText(shortSha(sha), MAX_LABEL)

/** What a reader has to know before any row. */
function cautions(a: Assessment, { width }: TerminalOptions, p: Palette): string[] {
  const lead = `  ${p.yellow('!')} `
  const lines: string[] = []
  if (a.standIn !== null) {
    const { reason, recordedAt, cpu } = a.standIn
    const day = formatDate(recordedAt, 'day')
    const run = `a stored run${day === null ? '' : ` from ${day}`} on ${outsideText(cpu, MAX_NAME)}`
    const promise = 'another job, not controlled, at most a warning.'
    if (a.results === null) {
      lines.push(
        ...remark(lead, `${baseName(a)} could not be measured: ${reason}`, width),
        ...remark('    ', `Compared instead with ${run}: ${promise}`, width),
      )
    } else lines.push(...remark('    ', `Compared with ${run}: ${promise}`, width))
  }
  const changes = budgetChangeSummary(a)
  if (changes !== null) {
    const { loosens, text, listed, others } = changes
    const whole = others === null ? text : `${text}, ${others}`
    lines.push(
      ...remark(
        loosens ? lead : '    ',
        `${whole}. The rows are judged by base's budgets; the change counts after the merge.`,
        width,
      ),
    )
    const name = (of: string) => nameText(of, MAX_NAME)
    const word = (of: string) => outsideText(of, MAX_LABEL)
    for (const change of listed.slice(0, MAX_CHANGES)) {
      lines.push(...remark('    ', budgetChangeWords(change, { name, metric: word, word }), width))
    }
    if (listed.length > MAX_CHANGES) lines.push(`    and ${grouped(listed.length - MAX_CHANGES)} more`)
  }
  return lines
}

const shortEffort = (a: Assessment): string =>
  resultsWords(a, {
    word: (text) => outsideText(text, MAX_NAME),
    prose: (text) => outsideText(text, MAX_NAME),
  }) ?? `${costWords(a)}, seed ${outsideText(a.seed, MAX_LABEL)}`

const historyLine = (a: Assessment): string | null =>
  historyWords(a, {
    word: (text) => outsideText(text, MAX_LABEL),
    commit: commitText,
    prose: (text) => outsideText(text, MAX_NAME),
  })

const faint = (text: string, { width }: TerminalOptions, p: Palette): string[] =>
  wrap(text, Math.max(40, width - 2)).map((line) => p.dim(`  ${line}`))

function revisionText(revision: Revision): string {
  const { sha, label, dirty } = revisionParts(revision)
  const name = label === null ? null : outsideText(label, MAX_LABEL)
  if (dirty) return name ?? 'working tree'
  if (sha === null) return name ?? 'unknown'
  const commit = commitText(sha)
  return name === null ? commit : `${commit} (${name})`
}

/** Rows in one alignment, each followed by what explains it, and last the counts of what is not listed. */
function table(a: Assessment, s: Sections, options: TerminalOptions, p: Palette): string[] {
  const sections = [...LISTED[a.command], ...(options.verbose ? COUNTED.toReversed() : [])]
  const listed = sections.flatMap((section) => {
    const most = options.verbose || EXPLAINED.has(section) ? Infinity : MAX_ROWS
    return s[section].slice(0, most).map((row) => ({ section, row }))
  })
  const cells = listed.map(({ section, row }) => ({ name: row.benchmark, ...cellsOf(section, row, a, p) }))
  const { rows, columns } = fit(cells, options.width - 4)
  const aligned = alignCells(rows)
  const lines = listed.flatMap(({ section, row }, i) => [
    `  ${styleOf(section, a.command, p)(SYMBOLS[section])} ${aligned[i] ?? ''}`,
    ...(EXPLAINED.has(section) || options.verbose || a.command === 'compare'
      ? details(row, section, { a, hidden: hiddenIn(cells[i]!, columns), width: options.width }, p)
      : []),
  ])
  const counts = countLine(a, s, options.verbose, p)
  return counts === null ? lines : [...lines, counts]
}

/** What had no room beside the change, for the line below. */
function hiddenIn({ interval, limit }: RowCells, columns: readonly (keyof RowCells)[]): string[] {
  const beside = /\d/.test(interval.text) ? `interval ${interval.text}` : interval.text
  return [
    ...(columns.includes('interval') ? [] : [beside]),
    ...(columns.includes('limit') ? [] : [limit.text]),
  ]
}

/** Everything in a row but its name, which gets the room that the rest leaves. */
interface RowCells {
  metric: Cell
  values: Cell
  change: Cell
  interval: Cell
  limit: Cell
}

function cellsOf(section: Section, row: Row, { command }: Assessment, p: Palette): RowCells {
  const style = styleOf(section, command, p)
  const words = command !== 'compare' && EXPLAINED.has(section) ? limitWords(row) : null
  const limit = words === null ? '' : outsideText(words, MAX_VALUES)
  return {
    metric: { text: outsideText(row.metric, MAX_METRIC), style: p.dim },
    values: { text: outsideText(valuesText(row), MAX_VALUES), align: 'right' },
    change: { text: changeText(row), style },
    interval: { text: besideChange(row) },
    limit: { text: /^\d/.test(limit) ? `budget ${limit}` : limit },
  }
}

/** What supports the change: its interval, or that there was nothing to estimate. */
function besideChange(row: Row): string {
  if (NOT_COMPARED.has(row.verdict) || changeWords(row) === '—') return ''
  return besideWords(row, ' … ') ?? ''
}

function valuesText(row: Row): string {
  const { verdict, base, head, exact } = row
  const unit = unitBeside(row)
  if (verdict === 'new') return formatQuantity(head.value, unit)
  if (verdict === 'removed') return formatQuantity(base.value, unit)
  return base.value === null && head.value === null ? '—' : formatPair(base.value, head.value, unit, exact)
}

function changeText(row: Row): string {
  switch (row.verdict) {
    case 'missing':
      return 'did not run'
    case 'failed':
    case 'new':
    case 'removed':
      return row.verdict
    case 'insufficient':
      return changeWords(row) === '—' ? notComparedWords(row) : changeWords(row)
    default:
      return changeWords(row)
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
function fit(
  rows: readonly (RowCells & { name: string })[],
  width: number,
): { rows: Cell[][]; columns: readonly (keyof RowCells)[] } {
  const widest = (column: keyof RowCells): number =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[column].text)), 0)
  const taken = (columns: readonly (keyof RowCells)[]): number =>
    columns.map((column) => widest(column)).reduce((sum, cells) => sum + (cells > 0 ? cells + GAP : 0), 0)
  const choices: readonly (keyof RowCells)[][] = [
    ['metric', 'values', 'change', 'interval', 'limit'],
    ['metric', 'values', 'change', 'limit'],
    ['metric', 'values', 'change'],
  ]
  const shortest = Math.min(
    MIN_NAME,
    Math.max(...rows.map(({ name }) => displayWidth(nameText(name, MIN_NAME)))),
  )
  const columns = choices.find((choice) => width - taken(choice) >= shortest) ?? choices.at(-1)!
  const room = width - taken(columns)
  const nameCells = Math.max(MIN_NAME, Math.min(MAX_NAME, room))
  const metricCells = Math.max(MIN_METRIC, taken(['metric']) - GAP - Math.max(0, shortest - room))
  return {
    rows: rows.map((row) => [
      { text: nameText(row.name, nameCells) },
      { ...row.metric, text: shorten(row.metric.text, metricCells) },
      ...columns.slice(1).map((column) => row[column]),
    ]),
    columns,
  }
}

/** The lines below a row: what had no room beside it, its medians and place, then a thought a line. */
function details(
  row: Row,
  section: Section,
  { a, hidden, width }: { a: Assessment; hidden: readonly string[]; width: number },
  p: Palette,
): string[] {
  const facts = hidden.filter((text) => text !== '')
  if (row.metric === 'time' && row.base.p50 !== null && row.head.p50 !== null) {
    facts.push(`p50 ${formatPair(row.base.p50, row.head.p50, 'ns')}`)
  }
  if (row.grade !== null && row.sigma !== null)
    facts.push(`noise ${row.grade} (${percentDigits(row.sigma)} %)`)
  const need = needWords(row, a)
  if (need !== null) facts.push(`needs ${need}`)
  if (row.confirmed === true) facts.push('measured again, and it held')
  if (row.edited) facts.push("the benchmark's own code differs")
  if (row.verdict === 'accepted' && row.waiver?.added === true) facts.push('accepted by this pull request')
  if (row.location !== null) facts.push(outsideText(row.location, MAX_NAME))
  const notes = EXPLAINED.has(section) || section === 'inconclusive' ? row.notes : []
  return [facts.join(' · '), ...notes.map((note) => outsideText(note, MAX_NOTE))]
    .filter((text) => text !== '')
    .flatMap((text) => wrap(text, Math.max(40, width - INDENT.length)))
    .map((line) => p.dim(`${INDENT}${line.replace(/^::/, ': :')}`))
}

/** `~ 207 unchanged   ? 3 undecided (-v lists them)`, and what a long list left out. */
function countLine(a: Assessment, s: Sections, verbose: boolean, p: Palette): string | null {
  if (verbose) return null
  const cut = LISTED[a.command]
    .filter((section) => !EXPLAINED.has(section) && s[section].length > MAX_ROWS)
    .map(
      (section) =>
        `${SYMBOLS[section]} ${grouped(s[section].length - MAX_ROWS)} more ${wordOf(section, s[section])}`,
    )
  const counted = COUNTED.filter((section) => s[section].length > 0).map(
    (section) => `${SYMBOLS[section]} ${countWords(section, s[section], a)}`,
  )
  const parts = [...cut, ...counted]
  if (parts.length === 0) return null
  const listable = cut.length > 0 || s.inconclusive.length > 0
  return p.dim(`  ${parts.join('   ')}${listable ? ' (-v lists them)' : ''}`)
}

function wordOf(section: Section, rows: readonly Row[]): string {
  if (section === 'added') return 'new'
  if (section === 'slower') return directionOfAll(rows).worse
  return section === 'faster' ? directionOfAll(rows).better : section
}

function remark(lead: string, text: string, width: number): string[] {
  const [first = '', ...rest] = wrap(outsideText(text, MAX_NOTE), Math.max(40, width - 4))
  return [`${lead}${first}`, ...rest.map((line) => `    ${line.replace(/^::/, ': :')}`)]
}

function howToAccept(entries: readonly string[], { configFile }: TerminalOptions): string[] {
  if (entries.length === 0) return []
  const more = entries.length > MAX_ENTRIES ? [`    # and ${grouped(entries.length - MAX_ENTRIES)} more`] : []
  return [
    `  To accept, add to ${outsideText(configFile ?? '.github/benchgate.yml', MAX_NAME)} with your reason, below "accepted:":`,
    ...entries.slice(0, MAX_ENTRIES).map((entry) => `    ${entry}`),
    ...more,
  ]
}

function helpAgainstNoise({ results, standIn }: Assessment): string {
  if (results === null) return 'A quieter machine or more time per benchmark would help.'
  return standIn === null
    ? 'Several result files a side, each of a run of its own, would help.'
    : 'More stored runs on this processor would help.'
}

function lastLine(
  { kind, text }: Headline,
  s: Sections,
  { help, acceptable }: { help: string; acceptable: boolean },
  p: Palette,
): string {
  const them = benchmarksIn(s.failing) === 1 ? 'it' : 'them'
  const rule = s.failing.find((row) => row.budget?.where)?.budget?.where
  const where = rule ? `  Rule: ${outsideText(rule, MAX_NAME)}` : ''
  switch (kind) {
    case 'over-budget':
      return `${p.red(p.bold(`✘ ${text}.`))}  Fix ${them}, or ${acceptable ? 'accept as above' : 'change the limit'}.${where}`
    case 'did-not-run':
      return `${p.red(p.bold(`✘ ${text}.`))}  What does not run cannot pass: repair it, or take it out of the budgets.${where}`
    case 'warnings':
      return p.yellow(p.bold(`! ${text}.`))
    case 'noisy':
      return `${p.bold(`? ${text}.`)}${s.inconclusive.length > 0 ? `  ${help}` : ''}`
    case 'compared':
      return p.bold(`${s.slower.length > 0 ? '↓' : '↑'} ${text}.`)
    case 'accepted':
    case 'faster':
    case 'unchanged':
    case 'first-run':
      return p.green(p.bold(`✔ ${text}.`))
  }
}
