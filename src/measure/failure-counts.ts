import type { BenchmarkFailure } from '../model/evidence.ts'
import type { SideName } from '../model/side.ts'

export type FailureCounts = ReturnType<typeof createFailureCounts>

/** What went wrong in the processes of one gate, by side and benchmark, and how many there were: one account for all sessions. */
export function createFailureCounts() {
  const started: Record<SideName, Map<string, number>> = { base: new Map(), head: new Map() }
  const failures: Record<SideName, Map<string, BenchmarkFailure>> = { base: new Map(), head: new Map() }
  const counts = { processes: 0, msInBenchmarks: 0 }

  function noteProcess(msInBenchmarks: number): void {
    counts.processes++
    counts.msInBenchmarks += msInBenchmarks
  }

  /** A process was to run these benchmarks. */
  function noteStarts(side: SideName, ids: Iterable<string>): void {
    for (const id of ids) {
      const of = increment(started[side], id)
      const known = failures[side].get(id)
      if (known !== undefined) known.of = of
    }
  }

  function noteFailure(side: SideName, id: string, message: string): void {
    const known = failures[side].get(id)
    failures[side].set(id, {
      message: known?.message ?? message,
      processes: (known?.processes ?? 0) + 1,
      of: started[side].get(id) ?? 1,
      excluded: known?.excluded ?? false,
    })
  }

  /** It is not started again. It has a failure. */
  function exclude(side: SideName, id: string): void {
    failures[side].get(id)!.excluded = true
  }

  const isExcluded = (side: SideName, id: string): boolean => failures[side].get(id)?.excluded === true

  const excludedCount = (): number =>
    [failures.base, failures.head].reduce(
      (sum, side) => sum + [...side.values()].filter((f) => f.excluded).length,
      0,
    )

  return { failures, counts, noteProcess, noteStarts, noteFailure, exclude, isExcluded, excludedCount }
}

export function increment(counts: Map<string, number>, id: string): number {
  const count = (counts.get(id) ?? 0) + 1
  counts.set(id, count)
  return count
}
