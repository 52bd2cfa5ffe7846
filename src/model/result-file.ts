import type { MeasuredMetric } from './metric.ts'

/** What one value of a sample stands for. */
export type SampleUnit = 'iteration' | 'batch' | 'round' | 'repetition' | 'process'

/**
 * How far the values lay apart, in the metric's unit, as the tool defines it. `unknown`: it gives bounds
 * without saying what they mean.
 */
export type Spread =
  | { kind: 'sd'; value: number }
  | { kind: 'sem'; value: number }
  /**
   * Median of the distances from the median, as they are: .6745 of the standard deviation of normal values.
   */
  | { kind: 'mad'; value: number }
  | { kind: 'ci'; low: number; high: number; /** .95, .999 */ level: number }
  /** Relative margin of the mean: a fraction, at this level. */
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
      /** Values behind it, where the tool says. */
      count: number | null
    }
  /** Deterministic: sizes, instructions, allocations. Compared exactly. */
  | { kind: 'exact'; value: number }

/**
 * Its id is `time`, `throughput` and so on where it is one of the usual metrics, else the tool's own name for
 * it; its unit has the normal form, or is as the tool spells it. `better` belongs to the metric and never to
 * the tool.
 */
export interface IngestedMetric extends MeasuredMetric {
  data: MetricData
}

export interface IngestedBenchmark {
  /**
   * Names one benchmark of the file: suite or group, path, name and parameters joined by `/`. Two of one key
   * are an error.
   */
  key: string
  /** File, package, module or class that holds it. */
  suite: string | null
  /** Groups above it, outermost first. */
  path: string[]
  name: string
  params: Record<string, string>
  status: 'ok' | 'failed' | 'skipped'
  /** Why it failed, where the tool says. */
  message: string | null
  /** The first is the one that a gate decides on; empty unless status is ok. */
  metrics: IngestedMetric[]
}

/** What a tool's output says, in one form for all tools. Times are in ns, sizes in bytes, rates in 1/s. */
export interface ResultFile {
  /** The tool's usual name. */
  tool: string
  version: string | null
  /** What the file says of the machine, for people. */
  environment: Record<string, string>
  benchmarks: IngestedBenchmark[]
  /** Sentences for people: what was left out, and why. */
  warnings: string[]
}
