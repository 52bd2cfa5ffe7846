import type { Levels, SeverityCap } from './config.ts'

/** One block is four base and four head processes in random order: 70 equally likely arrangements. */
export const PAIRS_PER_BLOCK = 4

/**
 * One randomised block of one benchmark and metric: one *cost* per process, four a side, in no particular order.
 * Cost is the natural logarithm of the metric's value where lower is better, and its negative where higher is better,
 * so that a positive head - base difference is always a change for the worse.
 */
export interface Block {
  base: readonly number[]
  head: readonly number[]
}

/** What the sequential test decided (statistics: stop rule); null while undecided. */
export type Decision = 'regression' | 'unchanged' | 'slower-small' | 'improvement' | 'inconclusive'

/** Grade of a benchmark's noise by sigma: A <= 1 %, B <= 2 %, C <= 4 %, D <= 8 %, E above. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E'

/** One benchmark and metric, compared; estimates are log costs (positive is worse), null where nothing was measured. */
export interface Comparison {
  decision: Decision | null
  estimate: number | null
  low: number | null
  high: number | null
  /** Repeated p of the test for a change for the worse. */
  p: number | null
  pairs: number
  sigma: number | null
  grade: Grade | null
  mde: number | null
  pairsNeeded: number | null
  /** Medians over processes, in the metric's unit; p50 in ns. */
  base: { value: number | null; p50: number | null }
  head: { value: number | null; p50: number | null }
  /** 95 % interval of head's own value, in the metric's unit; null while there are too few processes for one. */
  headInterval: { low: number; high: number } | null
  /** Whether a finding recurred in the confirm stage; null: it was not asked. */
  confirmed: boolean | null
  /**
   * Where a finding was measured again, and all else is about the fresh blocks alone: the log cost in the blocks that found it, and
   * whether other benchmarks shared their processes, which the fresh ones never do. Null elsewhere.
   */
  first: { estimate: number; hadNeighbours: boolean } | null
}

/** The limits that hold for one benchmark and metric, after all rules were merged. */
export interface Limits {
  maxRegression: Levels | null
  max: Levels | null
  min: Levels | null
  minImprovement: Levels | null
  cap: SeverityCap
}
