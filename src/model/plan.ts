import type { RowBudget } from './assessment.ts'
import type { Limits } from './comparison.ts'
import type { Waiver } from './config.ts'
import type { Metric } from './metric.ts'

/** Blocks of the longest comparison that is planned in any case. */
export const USUAL_BLOCKS = 8

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
 * One question: did this benchmark's metric get worse? All limits are positive log costs, 0 <= warnLog <=
 * failLog.
 */
export interface Hypothesis {
  key: string
  /** Floor: a proven change below it is listed, not flagged. */
  warnLog: number
  /** The slowdown that `unchanged` must rule out, and from which a regression fails. */
  failLog: number
}

export type LimitName = Exclude<keyof Limits, 'cap'>

/** One benchmark and metric under judgement. */
export interface GatedMetric {
  /** Benchmark key and metric as one text. */
  key: string
  /** Groups and name of the benchmark, joined by `/`. */
  benchmark: string
  suite: string
  metric: Metric
  /** Where the benchmark has it. */
  presence: 'both' | 'head' | 'base'
  limits: Limits
  budget: RowBudget | null
  /** file:line of the rule that set each limit. */
  places: Partial<Record<LimitName, string>>
  waiver: Waiver | null
  /** Whether a change counts at all: always where no budgets are asked for. */
  limited: boolean
  /** Log costs of the two levels of the relative budget, also where a default takes its place. */
  levels: { warn: number; fail: number }
  /** Absent where no change is limited, or where it needs no test because the metric is deterministic. */
  hypothesis: Hypothesis | null
  edited: boolean
  /** file:line of the bench() call. */
  location: string | null
}

/**
 * What is decided on, and when: fixed after discovery and calibration, before the first block. The error
 * rates hold over it.
 */
export interface Plan {
  gated: readonly GatedMetric[]
  /** How many of them are tested: the hypotheses that the error rates hold over. */
  tested: number
  /** The last one at the longest comparison. */
  looks: readonly Look[]
}
