import type { BenchmarkKey } from '../model/benchmark.ts'
import type { Target } from '../model/config.ts'
import { quoted } from './config-error.ts'
import { compileGlob } from './glob.ts'

/** A test for the benchmarks that a rule, a waiver or a filter concerns. */
export function concernedBy({ match, suite, occurrence }: Target): (key: BenchmarkKey) => boolean {
  const hasName = compileGlob(match)
  const isIn = suite === undefined ? null : compileGlob(suite)
  return (key) =>
    (occurrence === undefined || occurrence === key.occurrence) &&
    hasName(key.name) &&
    (isIn === null || isIn(key.suite))
}

/** The test of an optional filter: without one every benchmark is meant. */
export const filterOf = (filter: Target | null): ((key: BenchmarkKey) => boolean) =>
  filter === null ? () => true : concernedBy(filter)

/** A target as an error names it. */
export const describeTarget = ({ match, suite, occurrence }: Target): string =>
  [
    quoted(match),
    ...(occurrence === undefined ? [] : [`occurrence ${occurrence}`]),
    ...(suite === undefined ? [] : [`of suite ${quoted(suite)}`]),
  ].join(' ')
