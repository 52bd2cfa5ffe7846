import type { BenchmarkKey } from './benchmark.ts'
import type { RowBudget } from './assessment.ts'
import type { Limits } from './comparison.ts'
import type { Waiver } from './config.ts'
import type { Benchmark } from './evidence.ts'
import type { Metric } from './metric.ts'

/** Blocks of the longest comparison that is planned in any case. */
export const USUAL_BLOCKS = 8
/**
 * The most blocks that are planned where time allows: a change still undecided after them is too small to
 * matter here.
 */
export const MOST_BLOCKS = 24
/**
 * Blocks that a recorded change gets even where it is decided sooner, unless its interval is narrow before.
 */
export const RECORDED_BLOCKS = 4

/** One planned look at the data. */
export interface Look {
  /** Blocks measured by then. */
  blocks: number
  /** Share of the error rate q spent on finding a change; sums to 1 over the looks. */
  weight: number
  /** One-sided level at which a slowdown of the fail level is ruled out; sums to .05 over the looks. */
  beta: number
}

/**
 * One question: did this metric of this benchmark get worse? Both limits are positive log costs, 0 <= warnLog
 * <= failLog.
 */
export interface Hypothesis {
  key: string
  /** The floor: a proven change below it is listed, but not flagged. */
  warnLog: number
  /** The slowdown that `unchanged` must rule out, and from which a regression fails. */
  failLog: number
}

export type LimitName = Exclude<keyof Limits, 'cap'>

/** One benchmark and metric under judgement. */
export interface GatedMetric {
  /** Benchmark key and metric as one text. */
  key: string
  /** Key of the benchmark as text. */
  benchmark: string
  suite: string
  /** Groups and name of the benchmark, joined by `/`. */
  name: string
  occurrence: number
  /** Whether no other benchmark of the gate has its name. */
  sole: boolean
  /** What it was called before, where the config file says that it was renamed. */
  formerly: BenchmarkKey | null
  metric: Metric
  /** Which sides have it. */
  presence: 'both' | 'head' | 'base'
  limits: Limits
  budget: RowBudget | null
  /** file:line of the rule that set each limit. */
  places: Partial<Record<LimitName, string>>
  waiver: Waiver | null
  /** Whether a change is limited by a budget; always true where no budgets apply. */
  limited: boolean
  /** Log costs of the warn and fail levels of the relative budget, or of the default. */
  levels: { warn: number; fail: number }
  /** Null where no change is limited, or where the metric is deterministic and needs no test. */
  hypothesis: Hypothesis | null
  edited: boolean
  /** Whose suite was measured, where the two differ. */
  edit?: Benchmark['edit']
  /** file:line of the bench() call. */
  location: string | null
}

/**
 * What is judged, and at which looks. It is fixed after discovery and calibration, before the first block:
 * the error rates hold over it.
 */
export interface Plan {
  gated: readonly GatedMetric[]
  /** How many of `gated` are tested: the hypotheses that the error rates hold over. */
  tested: number
  /** Ends with the last look of the longest comparison. */
  looks: readonly Look[]
}
