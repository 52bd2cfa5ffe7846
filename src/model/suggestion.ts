import type { BenchmarkKey } from './benchmark.ts'

/** What a suggested level rests on. */
interface LevelEvidence {
  /**
   * `parent`: stored runs, each measured with its parent. `previous`: stored runs, each against the one
   * before it, on other machines. `again`: one measurement of one commit against itself.
   */
  kind: 'parent' | 'previous' | 'again'
  /** Unchanged runs; pairs of processes where one commit was measured against itself. */
  count: number
}

/** The level that one benchmark needs. All are fractions of the metric's own value. */
export interface SuggestedLevel extends BenchmarkKey {
  metric: string
  evidence: LevelEvidence
  /** Standard deviation of the change of a run that changed nothing; null: too little is known. */
  noise: number | null
  /** The smallest slowdown that a gate detects with 90 % power; null: not known. */
  detectable: number | null
  /** As a budget would say it; null: too little is known. */
  level: number | null
}

export interface SuggestedRule {
  match: string
  level: number
}

export interface Suggestion {
  /** The share of unchanged pull requests of which any benchmark may be flagged. */
  atMost: number
  /** Why that holds: for any noise, for normal noise, or within one machine only. */
  method: 'ranks' | 'student' | 'again'
  /** Unchanged runs that were looked at; 0 where one commit was measured against itself. */
  runs: number
  /** The metric of the rules. */
  metric: string
  benchmarks: SuggestedLevel[]
  /** Later ones override earlier ones. */
  rules: SuggestedRule[]
}
