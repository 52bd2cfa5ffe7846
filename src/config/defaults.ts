import type { BudgetRule, Config } from '../model/config.ts'
import { PRIMARY } from '../model/metric.ts'
import { DEFAULT_SUITES, DEFAULT_TIME_LIMIT_MIN, DEFAULT_TIME_PER_BENCHMARK_MS } from './schema.ts'

/** `line` of the rule that no file holds. */
export const NO_LINE = 0

/** Discarded time at the start of each benchmark and process. */
export const WARMUP_MS = 40

/**
 * V8 collects garbage and optimises code on threads of its own. When they finish is chance, and most of what
 * one process differs in from the next comes from that. Under these flags both happen on the measured thread:
 * their cost is in the number, whole and every time. Figures: `src/stats/README.md`.
 */
export const QUIET_FLAGS: readonly string[] = ['--single-threaded-gc', '--no-concurrent-recompilation']

/** The budget that stands as long as no rule of the file sets a limit. */
export const DEFAULT_BUDGET: BudgetRule = {
  match: '**',
  metric: PRIMARY,
  maxRegression: { warn: 0.025, fail: 0.05 },
  line: NO_LINE,
}

/** What holds without a config file, and for every key that a file leaves out. */
export const DEFAULT_CONFIG: Config = {
  file: null,
  suites: [DEFAULT_SUITES],
  commands: [],
  metrics: {},
  base: { ref: { kind: 'merge-base' }, setup: null },
  measure: {
    timePerBenchmarkMs: DEFAULT_TIME_PER_BENCHMARK_MS,
    timeLimitMs: DEFAULT_TIME_LIMIT_MIN * 60_000,
    nodeArgs: [],
    nodeThreads: false,
    suitesFrom: 'head',
    suiteFiles: [],
  },
  budgets: [DEFAULT_BUDGET],
  accepted: [],
  renamed: [],
  baseline: { branches: [], anchor: null },
  forks: 'fail',
  report: { comment: 'on-change', dashboardUrl: null, issue: false },
}
