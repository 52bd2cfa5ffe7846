import type { Assessment } from '../model/assessment.ts'
import { grouped, plural } from './quantity.ts'
import { benchmarksIn, type Section, SECTIONS, type Sections } from './sections.ts'

/** `1 failed`, `3 inconclusive`: a section's size in the words of the command. */
export function countWords(section: Section, count: number, command: Assessment['command']): string {
  switch (section) {
    case 'failing':
      return `${grouped(count)} failed`
    case 'warned':
      return plural(count, 'warning')
    case 'absent':
      return `${grouped(count)} did not run`
    case 'slower':
      return command === 'compare' ? `${grouped(count)} slower` : `${grouped(count)} slower within budget`
    case 'added':
      return `${grouped(count)} new`
    case 'accepted':
    case 'faster':
    case 'inconclusive':
    case 'unchanged':
    case 'removed':
      return `${grouped(count)} ${section}`
  }
}

/** How many benchmarks, and of their comparisons how many in each section; the parts add up to the whole. */
export function tally(a: Assessment, s: Sections): string[] {
  const benchmarks = benchmarksIn(a.rows)
  const whole = plural(benchmarks, 'benchmark')
  return [
    benchmarks === a.rows.length ? whole : `${whole}, ${plural(a.rows.length, 'comparison')}`,
    ...SECTIONS.filter((name) => s[name].length > 0).map((name) =>
      countWords(name, s[name].length, a.command),
    ),
  ]
}
