import type { Better } from './metric.ts'

export type BaseRef =
  | { kind: 'merge-base' }
  | { kind: 'parent' }
  | { kind: 'ref'; ref: string }
  | { kind: 'tag'; pattern: string }

/** Two levels of one limit, or a fraction for relative limits (.05 = 5 %). */
export interface Levels {
  warn: number | null
  fail: number | null
  /**
   * Of an absolute limit: the unit in normal form that it was written in; absent: a bare number, in whatever
   * unit the metric has.
   */
  unit?: string
}

export type SeverityCap = 'off' | 'warn' | 'fail'

/**
 * One entry of `budgets:`. An absent field leaves what earlier rules said; `metric` null means every metric,
 * PRIMARY the first of a benchmark.
 */
export interface BudgetRule {
  match: string
  metric: string | null
  maxRegression?: Levels
  max?: Levels
  min?: Levels
  minImprovement?: Levels
  severity?: SeverityCap
  /** 1-based line of the rule in the config file. */
  line: number
}

/**
 * A regression that a person accepted: still a failure above `upTo` (a fraction) or after `until` (ISO date,
 * inclusive).
 */
export interface Waiver {
  match: string
  metric: string
  upTo: number
  reason: string
  until: string | null
  line: number
  /** True when the change under judgement brings it: its base has no such entry. */
  added?: boolean
}

/** Any tool, started by its command line in each checkout; its output is read by an adapter. */
export interface CommandConfig {
  /** Through the shell. */
  run: string
  /** Name of an adapter; null: the output's content decides. */
  format: string | null
  /**
   * File or folder that holds the results after a run, relative to the working directory; null: standard
   * output.
   */
  output: string | null
  /** Builds one checkout, once; null: nothing to build. */
  setup: string | null
  /** Relative to the project, with `/`; null: the project itself. */
  workingDirectory: string | null
  /** In front of every id that it reports: '' for none. */
  namePrefix: string
}

/** Which way of a metric is better, as a person wrote it. */
export interface Direction {
  better: Better
  /**
   * True when the change under judgement brings it: it fills a gap, and turns nothing round that a tool says.
   */
  added?: boolean
}

export interface Config {
  /** Path of the file as shown to people, relative to the project root; null when there is none. */
  file: string | null
  /** Globs of mitata suites; none where commands alone are measured. */
  suites: string[]
  commands: CommandConfig[]
  /** What a tool leaves open: which way of a metric is better. */
  metrics: Record<string, Direction>
  base: { ref: BaseRef; setup: string | null }
  measure: {
    timePerBenchmarkMs: number
    timeLimitMs: number
    nodeArgs: string[]
    /** True: V8 keeps its threads for collecting and compiling. */
    nodeThreads: boolean
  }
  budgets: BudgetRule[]
  accepted: Waiver[]
  /** Globs of branches, beside the default one, whose pushes are recorded. */
  baseline: { branches: string[] }
  report: { comment: 'always' | 'on-change' | 'on-failure' | 'never' }
}
