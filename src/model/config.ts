import type { MetricId } from './metric.ts'

export type BaseRef =
  | { kind: 'merge-base' }
  | { kind: 'parent' }
  | { kind: 'ref'; ref: string }
  | { kind: 'tag'; pattern: string }

/** Two levels of one limit, in the metric's own unit (ns, ops/s), or a fraction for relative limits (.05 = 5 %). */
export interface Levels {
  warn: number | null
  fail: number | null
}

export type SeverityCap = 'off' | 'warn' | 'fail'

/** One entry of `budgets:`. An absent field leaves what earlier rules said; `metric` null means every metric. */
export interface BudgetRule {
  match: string
  metric: MetricId | null
  maxRegression?: Levels
  max?: Levels
  min?: Levels
  minImprovement?: Levels
  severity?: SeverityCap
  /** 1-based line of the rule in the config file. */
  line: number
}

/** A regression that a person accepted: still a failure above `upTo` (a fraction) or after `until` (ISO date, inclusive). */
export interface Waiver {
  match: string
  metric: MetricId
  upTo: number
  reason: string
  until: string | null
  line: number
  /** True when the change under judgement brings it: its base has no such entry. */
  added?: boolean
}

export interface Config {
  /** Path of the file as shown to people, relative to the project root; null when there is none. */
  file: string | null
  suites: string[]
  base: { ref: BaseRef; setup: string | null }
  measure: { timePerBenchmarkMs: number; timeLimitMs: number; nodeArgs: string[] }
  budgets: BudgetRule[]
  accepted: Waiver[]
  /** Globs of branches, beside the default one, whose pushes are recorded. */
  baseline: { branches: string[] }
  report: { comment: 'always' | 'on-change' | 'on-failure' | 'never' }
}
