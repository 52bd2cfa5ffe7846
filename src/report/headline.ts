import type { Assessment, Row, Verdict } from '../model/assessment.ts'
import { directionOfAll } from './change.ts'
import { grouped, plural } from './quantity.ts'
import { benchmarksIn, sectionsOf, type Sections } from './sections.ts'
import { isAlone } from './subject.ts'

export interface Headline {
  kind:
    | 'did-not-run'
    | 'over-budget'
    | 'warnings'
    | 'accepted'
    | 'compared'
    | 'noisy'
    | 'faster'
    | 'unchanged'
    | 'first-run'
  icon: string
  text: string
}

/** The headline as one plain line, for a log and for outputs. */
export function headlineText(a: Assessment): string {
  const { icon, text } = headline(a, sectionsOf(a))
  return `${icon} ${text}`
}

/** One sentence that follows from the rows, never from an average: the first case that is true wins. */
export function headline(a: Assessment, s: Sections): Headline {
  const seen = benchmarksIn(a.rows)
  if (seen === 0) return { kind: 'did-not-run', icon: '💥', text: 'No benchmark was measured' }
  const failed = failing(s)
  if (failed !== null) return failed
  switch (a.command) {
    case 'record':
      return recorded(a, s)
    case 'compare':
      return compared(s) ?? warned(s) ?? quiet(a, s)
    case 'check':
      return firstRun(a, s) ?? warned(s) ?? quiet(a, s)
  }
}

const isStopped = ({ verdict }: Row): boolean => verdict === 'missing' || verdict === 'failed'

function failing(s: Sections): Headline | null {
  const stopped = s.failing.filter(isStopped)
  const over = benchmarksIn(s.failing.filter((row) => !isStopped(row)))
  const overBudget = `${plural(over, 'benchmark')} over budget`
  if (stopped.length > 0) {
    const words = `${plural(benchmarksIn(stopped), 'benchmark')} did not run`
    return { kind: 'did-not-run', icon: '💥', text: over > 0 ? `${words}, ${overBudget}` : words }
  }
  return over > 0 ? { kind: 'over-budget', icon: '❌', text: overBudget } : null
}

function warned(s: Sections): Headline | null {
  if (s.warned.length > 0) {
    return {
      kind: 'warnings',
      icon: '⚠️',
      text: `${plural(benchmarksIn(s.warned), 'benchmark')} to look at, none failing`,
    }
  }
  return s.accepted.length > 0
    ? { kind: 'accepted', icon: '☑️', text: `${acceptedWords(s.accepted)}, nothing else over budget` }
    : null
}

/** Who accepted it matters: a change that lets itself pass is for its reviewers to see. */
function acceptedWords(accepted: readonly Row[]): string {
  const count = benchmarksIn(accepted)
  const itself = benchmarksIn(accepted.filter(({ waiver }) => waiver?.added === true))
  if (itself === 0) return plural(count, 'accepted regression')
  if (itself === count) return `${plural(count, 'regression')} accepted by this pull request`
  return `${plural(count, 'accepted regression')}, ${grouped(itself)} of them by this pull request`
}

/** Base has none of the benchmarks, so that there was nothing to find. */
function firstRun({ rows }: Assessment, s: Sections): Headline | null {
  if (s.added.length < rows.length) return null
  const text = `First run: ${plural(benchmarksIn(rows), 'new benchmark')}, nothing to compare with yet`
  return { kind: 'first-run', icon: '🌱', text }
}

function compared(s: Sections): Headline | null {
  const slower = benchmarksIn(s.slower)
  const faster = benchmarksIn(s.faster)
  if (slower === 0 && faster === 0) return null
  const text = [
    slower && `${grouped(slower)} ${directionOfAll(s.slower).worse}`,
    faster && `${grouped(faster)} ${directionOfAll(s.faster).better}`,
  ]
    .filter(Boolean)
    .join(', ')
  return { kind: 'compared', icon: slower > 0 ? '🔻' : '⚡', text }
}

/** Verdicts that the headline of a recorded commit has words for. */
const NAMED: ReadonlySet<Verdict> = new Set([
  'missing',
  'failed',
  'regression',
  'over-budget',
  'inconclusive',
  'insufficient',
])

/** The commit is on its branch already: what was found is stored and said, and nothing is held up. */
function recorded(a: Assessment, s: Sections): Headline {
  const benchmarks = plural(benchmarksIn(a.rows.filter(({ head }) => head.value !== null)), 'benchmark')
  if (s.added.length === a.rows.length) {
    const isFirst = (a.history?.runs ?? 0) === 0
    const text = isFirst
      ? `First run: recorded ${benchmarks}`
      : `Recorded ${benchmarks}${a.results === null ? ', with no parent to compare with' : ''}`
    return { kind: 'first-run', icon: '🌱', text }
  }
  const other = a.standIn === null ? 'the parent' : 'the stored run'
  const warned = Map.groupBy(s.warned, ({ verdict }) => verdict)
  const regressions = warned.get('regression') ?? []
  const worse = (rows: readonly Row[]) => directionOfAll(rows).worse
  const found = [
    { rows: [...s.warned.filter(isStopped), ...s.absent], words: 'did not run' },
    { rows: regressions, words: `${worse(regressions)} than ${other}` },
    { rows: warned.get('over-budget'), words: 'over a limit' },
    { rows: s.accepted, words: `${worse(s.accepted)} as accepted` },
    { rows: s.slower, words: `${worse(s.slower)} by less than a warning` },
    { rows: s.faster, words: directionOfAll(s.faster).better },
    {
      rows: [...s.inconclusive, ...(warned.get('inconclusive') ?? []), ...(warned.get('insufficient') ?? [])],
      words: 'inconclusive',
    },
    { rows: s.warned.filter(({ verdict }) => !NAMED.has(verdict)), words: 'to look at' },
  ].flatMap(({ rows = [], words }) => (rows.length === 0 ? [] : [`${grouped(benchmarksIn(rows))} ${words}`]))
  // What was handed over was held against nothing.
  const nothing = isAlone(a) && a.results !== null ? '' : `: no change against ${other}`
  const text = `Recorded ${benchmarks}${found.length === 0 ? nothing : `: ${found.join(', ')}`}`
  if (s.warned.length > 0 || s.absent.length > 0) return { kind: 'warnings', icon: '⚠️', text }
  if (s.accepted.length > 0) return { kind: 'accepted', icon: '☑️', text }
  if (s.inconclusive.length > 0) return { kind: 'noisy', icon: '❔', text }
  if (s.faster.length > 0) return { kind: 'faster', icon: '⚡', text }
  return { kind: 'unchanged', icon: '✅', text }
}

function quiet({ results, rows }: Assessment, s: Sections): Headline {
  const seen = benchmarksIn(rows)
  // What others measured may be as steady as can be, and one value still does not show it.
  const undecided = results === null ? 'too noisy to judge' : 'undecided'
  const noisy = benchmarksIn(s.inconclusive)
  const slower = benchmarksIn(s.slower)
  const faster = benchmarksIn(s.faster)
  const worse = directionOfAll(s.slower).worse
  const gained = directionOfAll(s.faster)
  const small = slower > 0 ? `${plural(slower, 'benchmark')} ${worse}, by less than a warning` : null
  const compared = benchmarksIn([...s.unchanged, ...s.slower, ...s.faster, ...s.inconclusive])
  if (noisy > 0) {
    const all = noisy === seen
    const text = all
      ? `${results === null ? 'Too noisy to judge' : 'Undecided'}: ${noisy === 1 ? 'the only benchmark' : `all ${grouped(noisy)} benchmarks`}`
      : `${grouped(noisy)} of ${plural(seen, 'benchmark')} ${undecided}, nothing found in the rest`
    const rest = small ?? (faster > 0 ? `${grouped(faster)} ${gained.better}` : null)
    return {
      kind: 'noisy',
      icon: '❔',
      text: rest === null ? text : text.replace('nothing found in the rest', rest),
    }
  }
  if (faster > 0) {
    const text = `${plural(faster, 'benchmark')} ${gained.better}, ${slower > 0 ? `${grouped(slower)} ${worse} by less than a warning` : `none ${gained.worse}`}`
    return { kind: 'faster', icon: '⚡', text }
  }
  if (small !== null) return { kind: 'unchanged', icon: '✅', text: small }
  if (compared > 0)
    return { kind: 'unchanged', icon: '✅', text: `No change in ${plural(compared, 'benchmark')}` }
  if (s.added.length > 0) {
    return {
      kind: 'first-run',
      icon: '🌱',
      text: `${plural(benchmarksIn(s.added), 'new benchmark')}, nothing to compare with yet`,
    }
  }
  return { kind: 'noisy', icon: '❔', text: 'Nothing to compare' }
}
