import { type BenchmarkKey, keyText } from '../../model/benchmark.ts'

/** What people read of each benchmark among others. */
export type Label = (key: BenchmarkKey) => string

/**
 * Names benchmarks for people: groups and name; where several have them, with the shortest end of the suite's
 * path behind it that tells the suites apart, and with a number where one suite has several.
 */
export function labelsOf(benchmarks: readonly BenchmarkKey[]): Label {
  const labels = new Map<string, string>()
  for (const [name, alike] of Map.groupBy(benchmarks, (one) => one.name)) {
    const suites = [...new Set(alike.map(({ suite }) => suite))]
    const shown = suites.length === 1 ? new Map<string, string>() : shortest(suites)
    for (const key of alike) {
      const of = shown.has(key.suite) ? ` · ${shown.get(key.suite)}` : ''
      labels.set(keyText(key), `${name}${of}${key.occurrence > 1 ? ` #${key.occurrence}` : ''}`)
    }
  }
  return (key) => labels.get(keyText(key)) ?? key.name
}

/** The parts of a path. A command line is none. */
const partsOf = (suite: string): string[] => (/\s/.test(suite) ? [suite] : suite.split('/'))

const FILE_ENDING = /(\.(bench|benchmark))?\.[cm]?[jt]sx?$/

/**
 * For each path as few of its last parts as tell it from the others. Each round looks at one part more, and
 * only at paths that are still alike, so that thousands of them take no longer than reading them.
 */
function shortest(suites: readonly string[]): Map<string, string> {
  const plain = suites.map((suite) => suite.replace(FILE_ENDING, ''))
  // Where only the ending tells two files apart, it stays.
  const bare = new Set(plain).size === suites.length ? plain : suites
  const found = new Map<string, string>()
  let alike = [suites.map((suite, i) => ({ suite, parts: partsOf(bare[i]!) }))]
  for (let count = 1; alike.length > 0; count++) {
    const groups = alike.flatMap((some) => [...Map.groupBy(some, ({ parts }) => parts.at(-count)).values()])
    for (const [own, ...others] of groups)
      if (others.length === 0) found.set(own!.suite, own!.parts.slice(-count).join('/'))
    alike = groups.filter(({ length }) => length > 1)
  }
  return found
}

/** The key of a row's benchmark. */
export const keyOfRow = (row: { suite: string; benchmark: string; occurrence: number }): BenchmarkKey => ({
  suite: row.suite,
  name: row.benchmark,
  occurrence: row.occurrence,
})

/** What tells a benchmark from others of its name, in the fields of a rule or a waiver. */
function narrowingOf(benchmarks: readonly BenchmarkKey[]) {
  const byName = Map.groupBy(benchmarks, ({ name }) => name)
  return ({ name, suite, occurrence }: BenchmarkKey): { suite?: string; occurrence?: number } => {
    const alike = byName.get(name) ?? []
    const inSuite = new Set(alike.filter((one) => one.suite === suite).map((one) => one.occurrence))
    return {
      ...(alike.some((one) => one.suite !== suite) && { suite }),
      ...(inSuite.size > 1 && { occurrence }),
    }
  }
}

/** How the benchmarks of one report are named. */
export interface Names {
  label: Label
  narrowing: ReturnType<typeof narrowingOf>
}

export const namesOf = (benchmarks: readonly BenchmarkKey[]): Names => ({
  label: labelsOf(benchmarks),
  narrowing: narrowingOf(benchmarks),
})
