import type { Block, Comparison, Decision } from '../model/comparison.ts'
import { type MetricId, metricInfo } from '../model/metric.ts'
import type { ForkStats, MeasuredBlock } from '../model/sample.ts'
import { medianInterval } from '../stats/order-statistic.ts'
import { quantile } from '../stats/quantile.ts'
import { describe } from './describe.ts'
import { costBlocks, metricValue } from './extract.ts'

/** Samples that a side must hold in all before anything is said of it. */
const MIN_SAMPLES = 40

export interface CompareInput {
  metric: MetricId
  measured: readonly MeasuredBlock[]
  /** The blocks among them that were measured to confirm a finding; none when nothing was found. */
  fresh: readonly MeasuredBlock[]
  decision: Decision | null
  p: number | null
  stoppedEarly: boolean
  confirmed: boolean | null
  /** Of the whole gate: how many hypotheses, at which false discovery rate, with which weight on the last look. */
  hypotheses: number
  q: number
  lastWeight: number
  failLog: number
}

/** Everything that the processes of one benchmark say of one metric. */
export function compare(input: CompareInput): Comparison {
  const { metric, measured } = input
  const base = measured.flatMap((block) => block.base)
  const head = measured.flatMap((block) => block.head)
  const values = {
    base: middle(metric, base),
    head: middle(metric, head),
    // What was flagged is judged on new processes alone: those that flagged it were looked at too often.
    headInterval: headInterval(metric, input.fresh.length > 0 ? input.fresh.flatMap((block) => block.head) : head),
    confirmed: input.confirmed,
  }
  const blocks = costBlocks(metric, measured)
  const enough = blocks.length > 0 && samples(base) >= MIN_SAMPLES && samples(head) >= MIN_SAMPLES
  if (!enough) return { ...values, ...NOTHING }

  const { estimate, low, high, sigma, grade, mde, pairsNeeded, pairs } = describe(blocks, input)
  return {
    ...values,
    decision: input.decision,
    p: input.p,
    estimate,
    low,
    high,
    sigma,
    grade,
    mde,
    pairsNeeded,
    pairs,
  }
}

const NOTHING = {
  decision: null,
  p: null,
  estimate: null,
  low: null,
  high: null,
  sigma: null,
  grade: null,
  mde: null,
  pairsNeeded: null,
  pairs: 0,
} as const satisfies Partial<Comparison>

const samples = (side: readonly ForkStats[]) => side.reduce((sum, stats) => sum + stats.samples, 0)

/** A metric's values, one a process; none when a process lacks it, for the slow ones are those that lack it. */
function valuesOf(metric: MetricId, side: readonly ForkStats[]): number[] {
  const values = side.map((stats) => metricValue(metric, stats)).filter((value) => value !== null)
  return values.length === side.length ? values : []
}

const median = (values: readonly number[]) => (values.length === 0 ? null : quantile(values, 0.5))

function middle(metric: MetricId, side: readonly ForkStats[]): Comparison['base'] {
  return { value: median(valuesOf(metric, side)), p50: median(side.map((stats) => stats.p50)) }
}

/** Distribution-free 95 % interval of a metric of head's own; null below six processes. */
export function headInterval(metric: MetricId, head: readonly ForkStats[]): Comparison['headInterval'] {
  return medianInterval(valuesOf(metric, head))
}

/** The blocks of a target as the sequential test takes them, none while a side holds too few samples. */
export function testableBlocks(metric: MetricId, measured: readonly MeasuredBlock[]): Block[] {
  const enough = (['base', 'head'] as const).every(
    (side) => samples(measured.flatMap((block) => block[side])) >= MIN_SAMPLES,
  )
  return enough ? costBlocks(metric, measured) : []
}

/** Why a comparison has no number, in a sentence, and whether base alone would have had one. */
export function whyInsufficient(
  metric: MetricId,
  measured: readonly MeasuredBlock[],
): { text: string; onHeadAlone: boolean } {
  if (measured.length === 0) return { text: 'No block of processes was completed for it.', onHeadAlone: false }
  const { individualCalls } = metricInfo(metric)
  const calls = (side: 'base' | 'head') =>
    Math.min(...measured.flatMap((block) => block[side]).map((stats) => stats.tail?.calls ?? 0))
  if (Math.min(calls('base'), calls('head')) < individualCalls) {
    return {
      text: `${metric} needs ${individualCalls} calls timed one by one in each process; there was time for ${calls('base')} on base and ${calls('head')} on head.`,
      onHeadAlone: calls('base') >= individualCalls,
    }
  }
  const text = `Fewer than ${MIN_SAMPLES} samples a side: one call takes too long for the time it was given.`
  const enough = (side: 'base' | 'head') => samples(measured.flatMap((block) => block[side])) >= MIN_SAMPLES
  return { text, onHeadAlone: enough('base') && !enough('head') }
}

/** One version's numbers, medians over its processes: times in ns. */
export interface Summary {
  p10: number
  p50: number
  /** Null when too few calls were timed one by one. */
  p99: number | null
  min: number
  opsPerSecond: number
  /** Samples of all processes together. */
  samples: number
}

/** Sums up at least one process. */
export function summarise(side: readonly ForkStats[]): Summary {
  const of = (metric: MetricId) => median(valuesOf(metric, side))
  const known = (metric: MetricId) => of(metric) ?? Number.NaN
  return {
    p10: known('time'),
    p50: known('time.p50'),
    p99: of('time.p99'),
    min: known('time.min'),
    opsPerSecond: known('throughput'),
    samples: samples(side),
  }
}
