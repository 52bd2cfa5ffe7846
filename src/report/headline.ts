import type { Assessment } from '../model/assessment.ts'
import { grouped, plural } from './quantity.ts'
import { benchmarksIn, type Sections } from './sections.ts'

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

/** One sentence that follows from the rows, never from an average: the first case that is true wins. */
export function headline(a: Assessment, s: Sections): Headline {
  const seen = benchmarksIn(a.rows)
  if (seen === 0) return { kind: 'did-not-run', icon: '💥', text: 'No benchmark was measured' }
  return failing(s) ?? (a.command === 'compare' ? compared(s) : warned(s)) ?? quiet(s, seen)
}

function failing(s: Sections): Headline | null {
  const stopped = s.failing.filter((row) => row.verdict === 'missing' || row.verdict === 'failed')
  const over = benchmarksIn(s.failing.filter((row) => !stopped.includes(row)))
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
  if (s.accepted.length > 0) {
    const count = benchmarksIn(s.accepted)
    return {
      kind: 'accepted',
      icon: '☑️',
      text: `${plural(count, 'accepted regression')}, nothing else over budget`,
    }
  }
  return null
}

function compared(s: Sections): Headline | null {
  const slower = benchmarksIn(s.slower)
  const faster = benchmarksIn(s.faster)
  if (slower === 0 && faster === 0) return null
  const text = [slower && `${grouped(slower)} slower`, faster && `${grouped(faster)} faster`]
    .filter(Boolean)
    .join(', ')
  return { kind: 'compared', icon: slower > 0 ? '🔻' : '⚡', text }
}

function quiet(s: Sections, seen: number): Headline {
  const noisy = benchmarksIn(s.inconclusive)
  const slower = benchmarksIn(s.slower)
  const faster = benchmarksIn(s.faster)
  const small = slower > 0 ? `${plural(slower, 'benchmark')} slower, by less than a warning` : null
  const compared = benchmarksIn([...s.unchanged, ...s.slower, ...s.faster, ...s.inconclusive])
  if (noisy > 0) {
    const all = noisy === seen
    const text = all
      ? `Too noisy to judge: ${noisy === 1 ? 'the only benchmark' : `all ${grouped(noisy)} benchmarks`}`
      : `${grouped(noisy)} of ${plural(seen, 'benchmark')} too noisy to judge, nothing found in the rest`
    const rest = small ?? (faster > 0 ? `${grouped(faster)} faster` : null)
    return {
      kind: 'noisy',
      icon: '❔',
      text: rest === null ? text : text.replace('nothing found in the rest', rest),
    }
  }
  if (faster > 0) {
    const text = `${plural(faster, 'benchmark')} faster, ${slower > 0 ? `${grouped(slower)} slower by less than a warning` : 'none slower'}`
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
