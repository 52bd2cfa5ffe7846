import type {
  IngestedBenchmark,
  IngestedMetric,
  MetricData,
  SampleUnit,
  Spread,
} from '../model/result-file.ts'
import { type MetricDraft, exact, soundMetrics, summary } from './benchmark.ts'

type Named = Pick<IngestedMetric, 'id' | 'unit' | 'better'> & {
  /** What the tool's numbers are multiplied by to be in `unit`; 1 unless given. */
  factor?: number
}
type Statistic = Extract<MetricData, { kind: 'summary' }>['statistic']

const NO_USABLE_VALUE = 'no usable value was measured'

/** The metrics of one benchmark in the order in which its adapter finds them; numbers that are absent are passed over. */
export class Collected {
  readonly #drafts: MetricDraft[] = []
  readonly #key: string
  readonly #warnings: string[]

  constructor(key: string, warnings: string[]) {
    this.#key = key
    this.#warnings = warnings
  }

  /** Values in groups: those of one run belong together. */
  samples(metric: Named, of: SampleUnit, groups: readonly (readonly unknown[])[]): void {
    const { factor = 1, ...named } = metric
    const scaled = groups.map((group) =>
      // What is no number becomes one that is left out with a warning.
      group.map((value) => (typeof value === 'number' ? value * factor : Number.NaN)),
    )
    this.#drafts.push({ ...named, data: { kind: 'samples', of, groups: scaled } })
  }

  /** One number that stands for many. */
  summary(
    metric: Named,
    statistic: Statistic,
    centre: number | null | undefined,
    more: { spread?: Spread | null; count?: number | null | undefined } = {},
  ): void {
    if (centre == null) return
    const { factor = 1, ...named } = metric
    const { spread = null, count } = more
    const data = summary(statistic, centre * factor, { spread: spread && scaled(spread, factor), count })
    this.#drafts.push({ ...named, data })
  }

  /** A deterministic number. */
  exact(metric: Named, value: number | null | undefined): void {
    if (value == null) return
    const { factor = 1, ...named } = metric
    this.#drafts.push({ ...named, data: exact(value * factor) })
  }

  /** How the benchmark ended, given what was collected: without a usable metric it failed. */
  outcome(): Pick<IngestedBenchmark, 'status' | 'message' | 'metrics'> {
    const metrics = soundMetrics(this.#key, this.#drafts, this.#warnings)
    return metrics.length > 0
      ? { status: 'ok', message: null, metrics }
      : unmeasured('failed', NO_USABLE_VALUE)
  }
}

/** A benchmark that did not run to its end, and what the tool says of it. */
export function unmeasured(
  status: 'failed' | 'skipped',
  message: string | null | undefined,
): Pick<IngestedBenchmark, 'status' | 'message' | 'metrics'> {
  // A stack trace is for the log of the tool itself.
  const line = message?.trimStart().split('\n', 1)[0]?.trim().slice(0, 500) ?? ''
  return { status, message: line === '' ? null : line, metrics: [] }
}

/** The standard deviation or standard error that a tool states, where it states one. */
export function spreadOf(kind: 'sd' | 'sem', value: number | null | undefined): Spread | null {
  return value == null ? null : { kind, value }
}

/** Bounds whose meaning no one defines, where both are there. */
export function bounds(low: number | null | undefined, high: number | null | undefined): Spread | null {
  return low == null || high == null ? null : { kind: 'unknown', low, high }
}

function scaled(spread: Spread, factor: number): Spread {
  if (spread.kind === 'rme') return spread
  return 'value' in spread
    ? { ...spread, value: spread.value * factor }
    : { ...spread, low: spread.low * factor, high: spread.high * factor }
}
