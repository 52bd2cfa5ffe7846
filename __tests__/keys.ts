import type { Sought } from '../src/history/series.ts'
import { type BenchmarkKey, keyText } from '../src/model/benchmark.ts'

/** The suite of benchmarks in tests that are about something else. */
const SUITE = 'a.bench.ts'

export const keyOf = (name: string, suite = SUITE, occurrence = 1): BenchmarkKey => ({
  suite,
  name,
  occurrence,
})

/** The key of a benchmark as text, as evidence has it. */
export const idOf = (name: string, suite = SUITE, occurrence = 1): string =>
  keyText(keyOf(name, suite, occurrence))

/** The fields of a listed benchmark that identify it. */
export const keyed = (name: string, suite = SUITE, occurrence = 1) => ({
  id: idOf(name, suite, occurrence),
  ...keyOf(name, suite, occurrence),
})

export const sought = (name: string, suite = 's'): Sought => ({
  ...keyOf(name, suite),
  sole: true,
  formerly: null,
})
