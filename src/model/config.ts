import type { Better } from './metric.ts'

export type BaseRef =
  | { kind: 'merge-base' }
  | { kind: 'parent' }
  | { kind: 'ref'; ref: string }
  | { kind: 'tag'; pattern: string }

export interface Anchor {
  /** A pattern; the newest tag that matches counts. */
  tag: string
  every: number
}

/** The two levels of one limit, in the metric's unit; fractions for relative limits (.05 = 5 %). */
export interface Levels {
  warn: number | null
  fail: number | null
  /**
   * Unit of an absolute limit, in normal form, as the config file gives it. Absent for a bare number, which
   * is in whatever unit the metric has.
   */
  unit?: string
}

export type SeverityCap = 'off' | 'warn' | 'fail'

/**
 * The benchmarks that a rule, a waiver or a filter concerns: a glob over groups and name, and a glob over
 * suites and the number among those of one name where it is narrowed.
 */
export interface Target {
  match: string
  suite?: string
  occurrence?: number
}

/**
 * One entry of `budgets:`. An absent field keeps what earlier rules set. `metric` null means every metric,
 * PRIMARY the first of a benchmark.
 */
export interface BudgetRule extends Target {
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
 * A benchmark that head has under another name or in another suite than base. `EVERY_NAME` on both sides
 * means all benchmarks of a suite, each under its name.
 */
export interface Rename {
  from: string
  to: string
  fromSuite?: string
  toSuite?: string
  line: number
  /** True when the change under judgement adds it. */
  added?: boolean
}
export const EVERY_NAME = '**'

/**
 * A regression that a person accepted. It fails all the same above `upTo` (a fraction) or after `until` (ISO
 * date, inclusive).
 */
export interface Waiver extends Target {
  metric: string
  upTo: number
  reason: string
  until: string | null
  line: number
  /** True when the change under judgement adds it: base's config file has no such entry. */
  added?: boolean
}

/** Where a project's config file is looked for, relative to its root. */
export const CONFIG_PLACES = [
  '.github/benchgate.yml',
  '.github/benchgate.yaml',
  'benchgate.yml',
  'benchgate.yaml',
] as const

/** A waiver in the texts of the config file: `20%`, `2027-02-01`. */
export interface WrittenWaiver extends Target {
  metric: string
  upTo: string
  reason: string
  until?: string
}

/** Its fields in the order of the file; words are not of a person's own choice, and need no quotes. */
export const waiverFields = ({
  match,
  suite,
  occurrence,
  metric,
  upTo,
  reason,
  until,
}: WrittenWaiver): { key: string; value: string | number; isWord: boolean }[] =>
  [
    { key: 'match', value: match, isWord: false },
    { key: 'suite', value: suite, isWord: false },
    { key: 'occurrence', value: occurrence, isWord: true },
    { key: 'metric', value: metric, isWord: true },
    { key: 'up-to', value: upTo, isWord: true },
    { key: 'reason', value: reason, isWord: false },
    { key: 'until', value: until, isWord: true },
  ].flatMap(({ value, ...field }) => (value === undefined ? [] : [{ ...field, value }]))

/** Any tool, started by its command line in each checkout. An adapter reads its output. */
export interface CommandConfig {
  /** The command line, which the shell runs. */
  run: string
  /** Name of an adapter; null: Benchgate recognises the output by its content. */
  format: string | null
  /**
   * File or folder that holds the results after a run, relative to the working directory; null: standard
   * output.
   */
  output: string | null
  /** The line that builds a checkout, once; null: there is nothing to build. */
  setup: string | null
  /** Relative to the project, with `/`; null: the project itself. */
  workingDirectory: string | null
  /** Put in front of every id that the command reports; '' for none. */
  namePrefix: string
}

/** Which direction of a metric is better, as a person wrote it. */
export interface Direction {
  better: Better
  /**
   * True when the change under judgement adds it. It may then fill a gap, but not reverse the direction that
   * a tool gives.
   */
  added?: boolean
}

export interface Config {
  /** Path of the file as shown to people, relative to the project root; null when there is none. */
  file: string | null
  /** Globs of mitata suites; empty where only commands are measured. */
  suites: string[]
  commands: CommandConfig[]
  /** The better direction of metrics whose tool does not give it. */
  metrics: Record<string, Direction>
  base: { ref: BaseRef; setup: string | null }
  measure: {
    timePerBenchmarkMs: number
    timeLimitMs: number
    nodeArgs: string[]
    /** True: V8 keeps its threads for garbage collection and compilation. */
    nodeThreads: boolean
    /**
     * Whose suite is measured where base and head differ in it: head's on both sides, or each side's own.
     */
    suitesFrom: 'head' | 'own'
    /** Globs of files that belong to the suites, such as fixtures: they come from head together with them. */
    suiteFiles: string[]
  }
  budgets: BudgetRule[]
  accepted: Waiver[]
  renamed: Rename[]
  baseline: {
    /** Globs of the branches whose pushes are recorded, in addition to the default one. */
    branches: string[]
    /** The release that every n-th recorded push is measured against as well; null: none is. */
    anchor: Anchor | null
  }
  /** The most that a finding in a pull request from a fork can lead to. */
  forks: 'warn' | 'fail'
  report: {
    comment: 'always' | 'on-change' | 'on-failure' | 'never'
    /** https URL of the published dashboard, without a `#`; null: reports lead to none. */
    dashboardUrl: string | null
    /** Whether a regression that is confirmed on the default branch gets an issue. */
    issue: boolean
  }
}
