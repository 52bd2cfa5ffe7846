import type { Block, Comparison, Decision } from '../model/comparison.ts'
import { callsNeeded, isSuiteMetric, type Metric } from '../model/metric.ts'
import {
  type ForkStats,
  type MeasuredBlock,
  metricValue,
  type ProcessStats,
  timingOf,
} from '../model/sample.ts'
import { medianInterval } from '../stats/order-statistic.ts'
import { quantile } from '../stats/quantile.ts'
import { describe, type Ending } from './describe.ts'
import { compareExactly } from './exact.ts'
import { costBlocks, isUsable } from './extract.ts'

/** Samples that a side must hold in all before anything is said of it. */
const MIN_SAMPLES = 40

export interface CompareInput {
  metric: Metric
  measured: readonly MeasuredBlock[]
  /** The blocks among them that were measured to confirm a finding; none when nothing was found. */
  fresh: readonly MeasuredBlock[]
  decision: Decision | null
  p: number | null
  ending: Ending
  confirmed: boolean | null
  /** Of the whole gate: how many hypotheses, at which false discovery rate, with which weight on the last look. */
  hypotheses: number
  q: number
  lastWeight: number
  failLog: number
  warnLog: number
  /** Whether a change is limited at all: a deterministic metric is compared in any case, and decided only then. */
  limited: boolean
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
    headInterval: headInterval(
      metric,
      input.fresh.length > 0 ? input.fresh.flatMap((block) => block.head) : head,
    ),
    confirmed: input.confirmed,
  }
  if (metric.exact) {
    const found = compareExactly(metric, measured, input.warnLog)
    if (found === null) return { ...values, ...NOTHING }
    return { ...values, ...NOTHING, ...found, decision: input.limited ? found.decision : null }
  }
  const blocks = testableBlocks(metric, measured)
  if (blocks.length === 0) return { ...values, ...NOTHING }

  const { estimate, low, high, sigma, grade, mde, pairsNeeded, pairs } = describe(blocks, input)
  const decided = { ...values, decision: input.decision, p: input.p, estimate, low, high, pairs, first: null }
  // The step from zero to anything else has no size on a logarithmic scale, and so has no noise that is made of it.
  if (hasZero(metric, measured)) return { ...decided, sigma: null, grade: null, mde: null, pairsNeeded: null }
  const shown = valuesApartBy(estimate, blocks, metric)
  return {
    ...decided,
    base: { ...values.base, value: shown.base },
    head: { ...values.head, value: shown.head },
    sigma,
    grade,
    mde,
    pairsNeeded,
  }
}

/**
 * A value a side that differ by just the estimate, in the metric's unit: the middle of both sides' costs once head is shifted back.
 * Medians of each side differ by something else, now and then in the other direction, and people compare what stands beside the
 * effect with it.
 */
function valuesApartBy(
  estimate: number,
  blocks: readonly Block[],
  { better }: Metric,
): { base: number; head: number } {
  const costs = blocks.flatMap(({ base, head }) => [...base, ...head.map((cost) => cost - estimate)])
  const middle = quantile(costs, 0.5)
  const value = (cost: number): number => Math.exp(better === 'lower' ? cost : -cost)
  return { base: value(middle), head: value(middle + estimate) }
}

const hasZero = ({ id }: Metric, measured: readonly MeasuredBlock[]): boolean =>
  measured.some(({ base, head }) => [...base, ...head].some((stats) => metricValue(id, stats) === 0))

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
  first: null,
} as const satisfies Partial<Comparison>

/** Batches that Benchgate timed. What a benchmark or a tool reports as one number may stand for any number of them. */
const samples = (side: readonly ProcessStats[]) =>
  side.reduce((sum, stats) => sum + (timingOf(stats)?.samples ?? 0), 0)

/** False where a side was timed too few times to say anything of a metric that is taken from those times. */
function hasSamples(metric: Metric, side: readonly ProcessStats[]): boolean {
  if (!isSuiteMetric(metric.id) || !side.some(timingOf)) return true
  return samples(side) >= MIN_SAMPLES
}

/** A metric's values, one a process; none when a process lacks it, for the slow ones are those that lack it. */
function valuesOf(metric: string, side: readonly ProcessStats[]): number[] {
  const values = side.map((stats) => metricValue(metric, stats)).filter((value) => value !== null)
  return values.length === side.length ? values : []
}

const median = (values: readonly number[]) => (values.length === 0 ? null : quantile(values, 0.5))

function middle(metric: Metric, side: readonly ProcessStats[]): Comparison['base'] {
  return { value: median(valuesOf(metric.id, side)), p50: median(valuesOf('time.p50', side)) }
}

/**
 * Distribution-free 95 % interval of a metric of head's own; null below six processes. Of a deterministic one, all that any process
 * said.
 */
export function headInterval(metric: Metric, head: readonly ProcessStats[]): Comparison['headInterval'] {
  const values = valuesOf(metric.id, head)
  if (!metric.exact) return medianInterval(values)
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) }
}

/** The blocks of a target as the sequential test takes them, none while a side holds too few samples. */
export function testableBlocks(metric: Metric, measured: readonly MeasuredBlock[]): Block[] {
  const enough = (['base', 'head'] as const).every((side) =>
    hasSamples(
      metric,
      measured.flatMap((block) => block[side]),
    ),
  )
  return enough ? costBlocks(metric, measured) : []
}

/** Why a comparison has no number, in a sentence, and whether base alone would have had one. */
export function whyInsufficient(
  metric: Metric,
  measured: readonly MeasuredBlock[],
): { text: string; onHeadAlone: boolean } {
  if (measured.length === 0)
    return { text: 'No block of processes was completed for it.', onHeadAlone: false }
  const processes = {
    base: measured.flatMap((block) => block.base),
    head: measured.flatMap((block) => block.head),
  }
  if (![...processes.base, ...processes.head].some(timingOf) || !isSuiteMetric(metric.id)) {
    const lacks = (side: 'base' | 'head') => processes[side].some((stats) => !isUsable(metric, stats))
    const where = (['base', 'head'] as const).filter(lacks).join(' and ')
    return {
      text: `Some processes of ${where || 'a side'} reported no ${metric.id} that can be compared.`,
      onHeadAlone: lacks('head') && !lacks('base'),
    }
  }
  const individualCalls = callsNeeded(metric.id)
  const calls = (side: 'base' | 'head') =>
    Math.min(...processes[side].map((stats) => timingOf(stats)?.tail?.calls ?? 0))
  if (Math.min(calls('base'), calls('head')) < individualCalls) {
    return {
      text: `${metric.id} needs ${individualCalls} calls timed one by one in each process; there was time for ${calls('base')} on base and ${calls('head')} on head.`,
      onHeadAlone: calls('base') >= individualCalls,
    }
  }
  const text = `Fewer than ${MIN_SAMPLES} samples a side: one call takes too long for the time it was given.`
  const enough = (side: 'base' | 'head') => samples(processes[side]) >= MIN_SAMPLES
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
  const of = (metric: string) => median(valuesOf(metric, side))
  const known = (metric: string) => of(metric) ?? Number.NaN
  return {
    p10: known('time'),
    p50: known('time.p50'),
    p99: of('time.p99'),
    min: known('time.min'),
    opsPerSecond: known('throughput'),
    samples: samples(side),
  }
}
