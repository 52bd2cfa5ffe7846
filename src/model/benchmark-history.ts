import type { Verdict } from './assessment.ts'

/** One benchmark on one recorded commit. */
export interface HistoryPoint {
  sha: string
  /** ISO 8601, UTC: when the commit was made. */
  time: string
  subject: string
  /** Median of the processes' values. */
  value: number
  /** That of the metric, where it is comparable. */
  unit: string
  /**
   * Against the commit's parent, in the same job: commit / parent - 1 with its 95 % interval; null where it
   * was not measured.
   */
  change: { effect: number; interval: { low: number; high: number } } | null
  /** Of that comparison. */
  verdict: Verdict | null
  cpu: string
  /** The tool that recorded it, where that was another one; null: Benchgate. */
  importedFrom: string | null
  /**
   * False where it was measured in another way than the newest point, so that the two say nothing about each
   * other.
   */
  comparable: boolean
}

/** A metric of one benchmark over the recorded commits of a branch, oldest first, at least one. */
export interface BenchmarkHistory {
  benchmark: string
  suite: string
  metric: string
  unit: string
  better: 'lower' | 'higher'
  points: HistoryPoint[]
  /**
   * The newest value against the oldest that is comparable: newest / oldest - 1; null where there is only
   * one.
   */
  change: number | null
}
