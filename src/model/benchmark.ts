/**
 * What identifies a benchmark: the suite that holds it, its groups and name joined by `/`, and its number
 * among the benchmarks of that name in that suite, counted from 1.
 */
export interface BenchmarkKey {
  suite: string
  name: string
  occurrence: number
}

/**
 * The key as text, which is never parsed: `suite › groups/name`, with ` #2` behind the second of a name. Two
 * keys never have one text.
 */
export const keyText = ({ suite, name, occurrence }: BenchmarkKey): string =>
  `${suitePrefix(suite)}${nameText(name, occurrence)}`

/** What the keys of all benchmarks of a suite begin with. A `›` in its name is doubled. */
export const suitePrefix = (suite: string): string => `${suite.replaceAll('›', '››')} › `

/** The part of a key that tells the benchmarks of a suite apart. A name that ends like a number gets one. */
export const nameText = (name: string, occurrence: number): string =>
  occurrence === 1 && !/ #\d+$/.test(name) ? name : `${name} #${occurrence}`

/** One notion of equal for names, rules and stored runs: the composed form of Unicode, and then exact. */
export const normalName = (name: string): string => name.normalize('NFC')

/** The number of a name among the equal ones that were counted before it, from 1. */
export function nextOccurrence(counts: Map<string, number>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1
  counts.set(name, count)
  return count
}

/** A test for benchmarks whose name no other one has. */
export function soleNames(benchmarks: readonly BenchmarkKey[]): (key: BenchmarkKey) => boolean {
  const counts = new Map<string, number>()
  for (const { name } of benchmarks) counts.set(name, (counts.get(name) ?? 0) + 1)
  return ({ name }) => counts.get(name) === 1
}
