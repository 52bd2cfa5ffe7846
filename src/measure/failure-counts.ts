import type { BenchmarkFailure } from '../model/evidence.ts'
import { SIDES, type SideName } from '../model/side.ts'

export interface LeftRunning {
  suite: string
  side: SideName
  programs: readonly string[]
}

/**
 * Counts what failed in the processes of one gate, by side and benchmark, and how many processes there were,
 * and notes what they left running.
 * All sessions share one.
 */
export class FailureCounts {
  readonly failures: Record<SideName, Map<string, BenchmarkFailure>> = { base: new Map(), head: new Map() }
  /** By suite, what the first process that left something running left, which was ended. */
  readonly leftRunning = new Map<string, LeftRunning>()
  processes = 0
  msInBenchmarks = 0
  readonly #elapsedMs = new Map<string, number>()
  readonly #started: Record<SideName, Map<string, number>> = { base: new Map(), head: new Map() }
  readonly #deaths: Record<SideName, Map<string, number>> = { base: new Map(), head: new Map() }

  noteProcess(suite: string, elapsedMs: number, msInBenchmarks: number): void {
    this.processes++
    this.msInBenchmarks += msInBenchmarks
    this.noteTime(suite, elapsedMs)
  }

  /** Records on what time was spent: a suite, or the set-up of one. */
  noteTime(what: string, elapsedMs: number): void {
    this.#elapsedMs.set(what, (this.#elapsedMs.get(what) ?? 0) + elapsedMs)
  }

  /** On what most time was spent; null: on nothing yet. */
  slowest(): { what: string; elapsedMs: number } | null {
    const [slowest] = [...this.#elapsedMs].sort(([, a], [, b]) => b - a)
    return slowest === undefined ? null : { what: slowest[0], elapsedMs: slowest[1] }
  }

  noteLeftRunning(suite: string, side: SideName, programs: readonly string[]): void {
    if (programs.length > 0 && !this.leftRunning.has(suite))
      this.leftRunning.set(suite, { suite, side, programs })
  }

  /** Counts a process that should run these benchmarks. */
  noteStarts(side: SideName, ids: Iterable<string>): void {
    for (const id of ids) {
      const of = increment(this.#started[side], id)
      const known = this.failures[side].get(id)
      if (known !== undefined) known.of = of
    }
  }

  noteFailure(side: SideName, id: string, message: string): void {
    const known = this.failures[side].get(id)
    this.failures[side].set(id, {
      message: known?.message ?? message,
      processes: (known?.processes ?? 0) + 1,
      of: this.#started[side].get(id) ?? 1,
      excluded: known?.excluded ?? false,
    })
  }

  /** Counts a process that a benchmark ended. Returns how many there have been. */
  noteDeath(side: SideName, id: string): number {
    return increment(this.#deaths[side], id)
  }

  /** Marks a benchmark that has failed as one that is not started again. */
  exclude(side: SideName, id: string): void {
    this.failures[side].get(id)!.excluded = true
  }

  isExcluded(side: SideName, id: string): boolean {
    return this.failures[side].get(id)?.excluded === true
  }

  /** Forgets what is known of benchmarks that another suite holds from now on. */
  forget(side: SideName, ids: Iterable<string>): void {
    for (const id of ids)
      for (const counts of [this.failures, this.#started, this.#deaths]) counts[side].delete(id)
  }

  get excluded(): number {
    return SIDES.flatMap((side) => [...this.failures[side].values()]).filter((one) => one.excluded).length
  }
}

function increment(counts: Map<string, number>, id: string): number {
  const count = (counts.get(id) ?? 0) + 1
  counts.set(id, count)
  return count
}
