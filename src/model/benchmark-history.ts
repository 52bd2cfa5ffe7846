import type { Verdict } from './assessment.ts'

/** One benchmark on one recorded commit. */
export interface HistoryPoint {
  sha: string
  /** When the commit was made: ISO 8601, UTC. */
  time: string
  subject: string
  /** Median of the processes' values. */
  value: number
  /** The unit of `value`: the same as the metric's where the point is comparable. */
  unit: string
  /**
   * The effect against the commit's parent, measured in the same job: commit / parent - 1, with its 95 %
   * interval. Null where it was not measured.
   */
  change: { effect: number; interval: { low: number; high: number } } | null
  /** The verdict of that comparison. */
  verdict: Verdict | null
  cpu: string
  /** The tool that recorded the value; null: Benchgate. */
  importedFrom: string | null
  /**
   * False where the point was measured in another way than the newest one, so that the two cannot be
   * compared.
   */
  comparable: boolean
}

/** A metric of one benchmark over the recorded commits of a branch, oldest first, at least one. */
export interface BenchmarkHistory {
  /** Groups and name joined by `/`. */
  benchmark: string
  suite: string
  occurrence: number
  metric: string
  unit: string
  better: 'lower' | 'higher'
  points: HistoryPoint[]
  /**
   * The newest value against the oldest comparable one: newest / oldest - 1. Null where there is only one.
   */
  change: number | null
}
