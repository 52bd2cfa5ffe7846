import type { Finding } from './finding.ts'
import type { Metric } from './metric.ts'
import type { Levels, SeverityCap } from './config.ts'

/** One block is four base and four head processes in random order: 70 equally likely arrangements. */
export const PAIRS_PER_BLOCK = 4

/**
 * One randomised block of one benchmark and metric: one *cost* per process, four a side, in no particular
 * order. Cost is the natural logarithm of the metric's value where lower is better, and its negative where
 * higher is better, so that a positive head - base difference is always a change for the worse.
 */
export interface Block {
  base: readonly number[]
  head: readonly number[]
}

/** What the sequential test decided (stop rule: `compare/sequential.ts`). */
export type Decision = 'regression' | 'unchanged' | 'slower-small' | 'improvement' | 'inconclusive'

/** Grade of a benchmark's noise by sigma: A <= 1 %, B <= 2 %, C <= 4 %, D <= 8 %, E above. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E'

/** Why nothing can be decided. */
export interface Obstacle {
  findings: readonly Finding[]
  /** How grave that is, before the budget's own severity limits it. */
  severity: 'pass' | 'warn' | 'fail'
}

/**
 * The comparison of one benchmark and metric. `estimate`, `low` and `high` are differences in log cost, head
 * - base: positive is worse. Each number is null where nothing was measured.
 */
export interface Comparison {
  /** Whether the values are deterministic, and therefore compared without a test. */
  exact: boolean
  /** Null: no change was tested. */
  decision: Decision | null
  estimate: number | null
  low: number | null
  high: number | null
  /** One-sided p of the test for a change for the worse; over all looks where there were several. */
  p: number | null
  pairs: number
  sigma: number | null
  grade: Grade | null
  mde: number | null
  pairsNeeded: number | null
  /** Medians over processes, in the metric's unit; p50 in ns. */
  base: { value: number | null; p50: number | null }
  head: { value: number | null; p50: number | null }
  /**
   * 95 % interval of head's own value, in the metric's unit; null while there are too few processes for one.
   */
  headInterval: { low: number; high: number } | null
  /** Whether a detected change recurred in the confirm stage. Null: it was not measured again. */
  confirmed: boolean | null
  /**
   * Set where a detected change was measured again; everything else then describes the fresh blocks alone.
   * `estimate` is the log cost in the blocks that detected the change. `hadNeighbours` says whether other
   * benchmarks shared their processes, which never happens in fresh blocks.
   */
  first: { estimate: number; hadNeighbours: boolean } | null
  /** What a reader should know about how the decision was reached. */
  basis: readonly Finding[]
  /** Why there was no comparison; null: there was one. */
  obstacle: Obstacle | null
  /** Why the numbers are void, because head did other work than base; null: they are not. */
  voidBy: Finding | null
  /** What a reader should know about the numbers. */
  doubts: readonly Finding[]
}

const NO_VALUE = { value: null, p50: null }

/** The comparison of a metric of which nothing was measured, or nothing that counts. */
export const nothingCompared = ({ exact }: Pick<Metric, 'exact'>): Comparison => ({
  exact,
  decision: null,
  estimate: null,
  low: null,
  high: null,
  p: null,
  pairs: 0,
  sigma: null,
  grade: null,
  mde: null,
  pairsNeeded: null,
  base: NO_VALUE,
  head: NO_VALUE,
  headInterval: null,
  confirmed: null,
  first: null,
  basis: [],
  obstacle: null,
  voidBy: null,
  doubts: [],
})

/** The limits that hold for one benchmark and metric once all rules are merged. */
export interface Limits {
  maxRegression: Levels | null
  max: Levels | null
  min: Levels | null
  minImprovement: Levels | null
  cap: SeverityCap
}

/** The limits of a metric without a budget. */
export const NO_LIMITS: Limits = {
  maxRegression: null,
  max: null,
  min: null,
  minImprovement: null,
  cap: 'fail',
}
