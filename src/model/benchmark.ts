/**
 * What identifies a benchmark: the suite that holds it, its groups and name joined by `/`, and its number
 * among the benchmarks of that name in that suite, counted from 1.
 */
export interface BenchmarkKey {
  suite: string
  name: string
  occurrence: number
}

/** The key as text, which is never parsed: `suite › groups/name`, with ` #2` behind the second of a name. */
export const keyText = ({ suite, name, occurrence }: BenchmarkKey): string =>
  `${suite} › ${name}${occurrence === 1 ? '' : ` #${occurrence}`}`

/**
 * The key of a listed benchmark. Listing refuses a second benchmark of one name, so that each is the first of
 * its name.
 */
export const keyOf = ({ suite, id }: { suite: string; id: string }): BenchmarkKey => ({
  suite,
  name: id,
  occurrence: 1,
})
