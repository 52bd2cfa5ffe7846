import { type Assessment, type Row, runIn } from '../../model/assessment.ts'
import { directionOfAll } from './change.ts'
import { grouped, plural } from '../quantity.ts'
import { benchmarksIn, isStopped, isUndecided, sectionsOf, type Sections } from './sections.ts'
import { isAlone, RUN_WORDS } from './revisions.ts'

/** Compared is what has changed for the worse; without that its sign is the one of faster. */
const ICONS = {
  'did-not-run': '💥',
  'over-budget': '❌',
  warnings: '⚠️',
  accepted: '☑️',
  compared: '🔻',
  noisy: '❔',
  faster: '⚡',
  unchanged: '✅',
  'first-run': '🌱',
} as const

export interface Headline {
  kind: keyof typeof ICONS
  icon: string
  text: string
}

/** The headline as one plain line, for a log and for outputs. */
export function headlineText(a: Assessment): string {
  const { icon, text } = headline(a, sectionsOf(a))
  return `${icon} ${text}`
}

/** What a headline says first, and which of the classes that none may pass over are said with it. */
interface Finding extends Omit<Headline, 'icon'> {
  says?: 'stopped' | 'undecided'
}

/**
 * One sentence that follows from the rows, never from an average: the first case that is true wins. What is
 * undecided, did not run, is gone or was edited is counted behind it: what was found is not the result
 * without it.
 */
export function headline(a: Assessment, s: Sections): Headline {
  const counts = countsOf(a)
  const { kind, says, text } = find(a, s, counts)
  const { compared, undecided, stopped, removed, edited } = counts
  const remainder = [
    undecided > 0 && says !== 'undecided' && `${grouped(undecided)} of ${grouped(compared)} undecided`,
    stopped > 0 && says !== 'stopped' && `${grouped(stopped)} did not run`,
    removed > 0 && `${grouped(removed)} removed`,
    edited > 0 && `${grouped(edited)} edited`,
    isBaseClaimed(a) && 'base not measured',
  ].filter((part) => part !== false)
  const shown = isBaseClaimed(a) && QUIET.has(kind) ? 'noisy' : kind
  const icon = ICONS[shown === 'compared' && s.slower.length === 0 ? 'faster' : shown]
  return { kind: shown, icon, text: [text, ...remainder].join(', ') }
}

/** What passes. */
const QUIET: ReadonlySet<Headline['kind']> = new Set(['accepted', 'faster', 'unchanged', 'first-run'])

/**
 * That base could not be measured turns every failure into a warning, and here it is the change that says so.
 */
const isBaseClaimed = ({ statedBy, baseline, measuredBy }: Assessment): boolean =>
  statedBy !== undefined && measuredBy.kind === 'benchgate' && runIn(baseline) !== null

/** Benchmarks, whatever a headline is about: those that were compared, and those that it has to count. */
type Counts = ReturnType<typeof countsOf>

function countsOf({ rows, command }: Assessment) {
  const count = (which: (row: Row) => boolean) => benchmarksIn(rows.filter(which))
  const isCompared = (row: Row) => row.verdict !== 'new' && row.verdict !== 'removed' && !isStopped(row)
  // What it no longer reports may be all that matters of a benchmark.
  const partial = new Set(
    rows.filter((row) => row.verdict === 'removed' || isUndecided(row)).map(({ benchmark }) => benchmark),
  )
  return {
    compared: count(isCompared),
    /** Compared in all that was to be compared of them. */
    whole: count((row) => isCompared(row) && !partial.has(row.benchmark)),
    undecided: count(isUndecided),
    stopped: count(isStopped),
    removed: count(({ verdict }) => verdict === 'removed'),
    edited: count((row) => row.edited && (command === 'compare' || hasBudget(row))),
  }
}

const hasBudget = ({ budget }: Row): boolean =>
  budget !== null &&
  [budget.maxRegression, budget.max, budget.min, budget.minImprovement].some((limit) => limit !== null)

/** From half of what was compared on, that it is undecided is the result. */
const isMostlyUndecided = ({ compared, undecided }: Counts): boolean =>
  undecided > 0 && 2 * undecided >= compared

function find(a: Assessment, s: Sections, counts: Counts): Finding {
  if (a.rows.length === 0) return { kind: 'did-not-run', text: 'No benchmark was measured' }
  const failed = failing(s, counts)
  if (failed !== null) return failed
  if (a.command === 'record') return recorded(a, s, counts)
  if (a.command === 'compare') return compared(s, counts) ?? warned(s) ?? quiet(a, s, counts)
  if (s.added.length < a.rows.length) return warned(s) ?? quiet(a, s, counts)
  // Base has none of the benchmarks, so that there was nothing to find.
  return { kind: 'first-run', text: `First run: ${nothingFor(a.rows)}` }
}

/** `3 benchmarks`, of rows. */
const benchmarksOf = (rows: readonly Row[], noun = 'benchmark'): string => plural(benchmarksIn(rows), noun)

/** `3 slower`; nothing of no rows. */
const counted = (rows: readonly Row[], words: string): string[] =>
  rows.length === 0 ? [] : [`${grouped(benchmarksIn(rows))} ${words}`]

function failing(s: Sections, { stopped }: Counts): Finding | null {
  const over = s.failing.filter((row) => !isStopped(row))
  const overBudget = over.length > 0 ? [`${benchmarksOf(over)} over budget`] : []
  if (over.length < s.failing.length) {
    const text = [`${plural(stopped, 'benchmark')} did not run`, ...overBudget].join(', ')
    return { kind: 'did-not-run', text, says: 'stopped' }
  }
  return over.length > 0 ? { kind: 'over-budget', text: overBudget.join('') } : null
}

function warned(s: Sections): Finding | null {
  if (s.warned.length > 0)
    return { kind: 'warnings', text: `${benchmarksOf(s.warned)} to look at, none failing` }
  if (s.accepted.length === 0) return null
  return { kind: 'accepted', text: `${acceptedWords(s.accepted)}, nothing else over budget` }
}

const nothingFor = (rows: readonly Row[]): string =>
  `${benchmarksOf(rows, 'new benchmark')}, nothing to compare with yet`

/** Who accepted it matters: a change that lets itself pass is for its reviewers to see. */
function acceptedWords(accepted: readonly Row[]): string {
  const itself = benchmarksIn(accepted.filter(({ waiver }) => waiver?.added === true))
  if (itself === benchmarksIn(accepted))
    return `${benchmarksOf(accepted, 'regression')} accepted by this pull request`
  const all = benchmarksOf(accepted, 'accepted regression')
  return itself === 0 ? all : `${all}, ${grouped(itself)} of them by this pull request`
}

function compared(s: Sections, counts: Counts): Finding | null {
  const faster = counted(s.faster, directionOfAll(s.faster).better)
  const text = [...counted(s.slower, directionOfAll(s.slower).worse), ...faster].join(', ')
  const isFound = s.slower.length > 0 || (s.faster.length > 0 && !isMostlyUndecided(counts))
  return isFound ? { kind: 'compared', text } : null
}

/** The commit is on its branch already: what was found is stored and said, and nothing is held up. */
function recorded(a: Assessment, s: Sections, counts: Counts): Finding {
  const isOfResults = a.measuredBy.kind === 'tools'
  const benchmarks = benchmarksOf(a.rows.filter(({ head }) => head.value !== null))
  if (s.added.length === a.rows.length) {
    const isFirst = (a.history?.runs ?? 0) === 0
    const whole = `Recorded ${benchmarks}${isOfResults ? '' : ', with no parent to compare with'}`
    return { kind: 'first-run', text: isFirst ? `First run: recorded ${benchmarks}` : whole }
  }
  const run = runIn(a.baseline)
  const other = run !== null ? `the ${RUN_WORDS[run.kind].run}` : 'the parent'
  const warned = (which: (row: Row) => boolean) => s.warned.filter(which)
  const isRegression = ({ verdict }: Row) => verdict === 'regression'
  const isOver = ({ verdict }: Row) => verdict === 'over-budget'
  const regressions = warned(isRegression)
  const worse = (rows: readonly Row[]) => directionOfAll(rows).worse
  const found = [
    ...counted([...warned(isStopped), ...s.absent], 'did not run'),
    ...counted(regressions, `${worse(regressions)} than ${other}`),
    ...counted(warned(isOver), 'over a limit'),
    ...counted(s.accepted, `${worse(s.accepted)} as accepted`),
    ...counted(s.slower, `${worse(s.slower)} by less than a warning`),
    ...counted(s.faster, directionOfAll(s.faster).better),
    ...counted(
      warned((row) => ![isStopped, isRegression, isOver, isUndecided].some((is) => is(row))),
      'to look at',
    ),
  ]
  // What was handed over was compared with nothing, and what is undecided is not unchanged.
  const nothing = (isAlone(a) && isOfResults) || counts.whole < counts.compared || counts.compared === 0
  const unchanged = nothing ? '' : `: no change against ${other}`
  const text = `Recorded ${benchmarks}${found.length === 0 ? unchanged : `: ${found.join(', ')}`}`
  const isLost = a.warnings.some(({ code }) => code === 'benchmarks-lost')
  if (s.warned.length > 0 || s.absent.length > 0 || isLost) return { kind: 'warnings', text, says: 'stopped' }
  if (s.accepted.length > 0) return { kind: 'accepted', text }
  if (isMostlyUndecided(counts)) return { kind: 'noisy', text }
  return { kind: s.faster.length > 0 ? 'faster' : 'unchanged', text }
}

function quiet(a: Assessment, s: Sections, counts: Counts): Finding {
  const { compared, undecided } = counts
  const gained = directionOfAll(s.faster)
  const small = `${directionOfAll(s.slower).worse} by less than a warning`
  const slower = counted(s.slower, small)
  if (isMostlyUndecided(counts)) {
    const found = [...counted(s.faster, gained.better), ...slower]
    const rest = found.length > 0 || undecided === compared ? found : ['nothing found in the rest']
    const text = [`${whyUndecided(a)}: ${whichUndecided(a, counts)}`, ...rest].join(', ')
    return { kind: 'noisy', text, says: 'undecided' }
  }
  if (s.faster.length > 0) {
    const rest = slower.length > 0 || undecided > 0 ? slower : [`none ${gained.worse}`]
    return { kind: 'faster', text: [`${benchmarksOf(s.faster)} ${gained.better}`, ...rest].join(', ') }
  }
  if (slower.length > 0) return { kind: 'unchanged', text: `${benchmarksOf(s.slower)} ${small}` }
  if (counts.whole > 0)
    return { kind: 'unchanged', text: `No change in ${plural(counts.whole, 'benchmark')}` }
  if (compared > 0)
    return { kind: 'noisy', text: `No change in what is left of ${plural(compared, 'benchmark')}` }
  if (s.added.length === 0) return { kind: 'noisy', text: 'Nothing to compare' }
  return { kind: 'first-run', text: nothingFor(s.added) }
}

function whyUndecided({ measuredBy, rows }: Assessment): string {
  // What others measured may be as steady as can be, and one value still does not show it.
  if (measuredBy.kind === 'tools') return 'Undecided'
  const scarce = rows.filter((row) => isUndecided(row)).every(({ verdict }) => verdict === 'insufficient')
  return scarce ? 'Too little data to judge' : 'Too noisy to judge'
}

function whichUndecided({ rows }: Assessment, { compared, undecided }: Counts): string {
  const noun = compared === benchmarksIn(rows) ? 'benchmark' : 'compared benchmark'
  if (undecided < compared) return `${grouped(undecided)} of ${plural(compared, noun)}`
  return compared === 1 ? `the only ${noun}` : `all ${plural(compared, noun)}`
}
