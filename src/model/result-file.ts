import type { MeasuredMetric } from './metric.ts'

/** What one value of a sample measures. */
export type SampleUnit = 'iteration' | 'batch' | 'round' | 'repetition' | 'process'

/**
 * How far apart the values are, in the metric's unit, as the tool defines it. `unknown`: the tool gives
 * bounds without saying what they mean.
 */
export type Spread =
  | { kind: 'sd'; value: number }
  | { kind: 'sem'; value: number }
  /**
   * Median of the absolute deviations from the median, not scaled: .6745 of the standard deviation of normal
   * values.
   */
  | { kind: 'mad'; value: number }
  | { kind: 'ci'; low: number; high: number; /** .95, .999 */ level: number }
  /** Relative margin of error of the mean at this level: a fraction. */
  | { kind: 'rme'; value: number; level: number }
  | { kind: 'unknown'; low: number; high: number }

export type MetricData =
  /** Values in groups: those of one process, fork, file or round belong together. No group is empty. */
  | { kind: 'samples'; of: SampleUnit; groups: number[][] }
  | {
      kind: 'summary'
      statistic: 'mean' | 'median' | 'min' | 'max' | 'other'
      centre: number
      spread: Spread | null
      /** Number of values behind the summary, where the tool gives it. */
      count: number | null
    }
  /**
   * A deterministic value, such as a size or a number of instructions or allocations. It is compared exactly.
   */
  | { kind: 'exact'; value: number }

/**
 * One metric that a tool reports. Its id is `time`, `throughput` and so on where it is one of the usual
 * metrics, otherwise the tool's own name for it. Its unit is in normal form, or as the tool spells it.
 * `better` depends on the metric and never on the tool.
 */
export interface IngestedMetric extends MeasuredMetric {
  data: MetricData
}

export interface IngestedBenchmark {
  /**
   * Names one benchmark of the file: suite or group, path, name and parameters joined by `/`.
   */
  key: string
  /** Its number among the benchmarks of that key in the file, counted from 1. */
  occurrence: number
  /** File, package, module or class that holds it. */
  suite: string | null
  /** The groups around it, outermost first. */
  path: string[]
  name: string
  params: Record<string, string>
  status: 'ok' | 'failed' | 'skipped'
  /** Why it failed, where the tool gives a reason. */
  message: string | null
  /** The first is the one that a gate decides on. Empty unless status is ok. */
  metrics: IngestedMetric[]
  /** What tells two forms of its own code apart, such as a hash, where the tool states it. */
  version?: string
  /** What the first metric would have been, where the file says it of a benchmark that failed. */
  measures?: MeasuredMetric
}

/** A tool's output in the form that all tools share. Times are in ns, sizes in bytes, rates in 1/s. */
export interface ResultFile {
  /** The name by which the tool is known. */
  tool: string
  version: string | null
  /** What the file says about the machine, for people. */
  environment: Record<string, string>
  benchmarks: IngestedBenchmark[]
  /** Sentences for people: what was left out, and why. */
  warnings: string[]
}
