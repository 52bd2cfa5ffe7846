import type { Block, Comparison } from '../model/comparison.ts'
import { nothingCompared, type Obstacle, PAIRS_PER_BLOCK } from '../model/comparison.ts'
import { callsNeeded, isSuiteMetric, type Metric } from '../model/metric.ts'
import type { Finding } from '../model/finding.ts'
import type { GatedMetric, Plan } from '../model/plan.ts'
import {
  type TimingStats,
  type MeasuredBlock,
  metricValue,
  type ProcessStats,
  timingOf,
} from '../model/sample.ts'
import { unitKind } from '../model/unit.ts'
import { SIDES } from '../model/side.ts'
import { shiftEstimate } from '../stats/hodges-lehmann.ts'
import { quantile } from '../stats/quantile.ts'
import { confirmChange } from './confirm.ts'
import { describe } from './describe.ts'
import { ERROR_RATE, riseOfErrors } from './error-rise.ts'
import { compareExactly } from './exact.ts'
import { costBlocks, isUsable, valuesIn } from './extract.ts'
import { type Measured, middleOf, ownInterval, sideOf, unmeasured } from './own-value.ts'
import { type Progress, Q } from './sequential.ts'

/** Samples that a side must hold in all before anything can be decided. */
const MIN_SAMPLES = 40
/** No work fits into less than half a cycle of a processor at 3 GHz. */
const ONE_CYCLE_NS = 0.15
/** A process below this share of CPU time over wall time waited for something other than its own work. */
const BUSY_SHARE = 0.75

/** What the comparison of one benchmark depends on beside its blocks. */
export interface PairedTest {
  plan: Pick<Plan, 'looks' | 'tested'>
  /** What the looks have shown so far; null where no family of tests includes the metric. */
  progress: Progress | null
  /** Whether the first blocks hold other benchmarks too. Fresh blocks never do. */
  hasNeighbours: boolean
  timeUp: boolean
}

/**
 * Compares head with the base that was measured beside it. Where a detected change was measured again, only
 * the fresh blocks count: a change that was detected because it looked large is overestimated, and in fresh
 * blocks the benchmark ran alone.
 */
export function comparePaired(gated: GatedMetric, measured: Measured, test: PairedTest): Comparison {
  const { metric } = gated
  const { first, fresh } = measured
  const all = [...first, ...fresh]
  const voidBy = riseOfErrors(metric, {
    base: valuesIn(ERROR_RATE, sideOf(all, 'base')),
    head: valuesIn(ERROR_RATE, sideOf(all, 'head')),
  })
  if (voidBy !== null) return { ...nothingCompared(metric), voidBy }
  const confirmation = confirmationOf(gated, measured, test.progress)
  const counted = metric.exact ? all : confirmation === null ? first : fresh
  const own = {
    ...nothingCompared(metric),
    base: middleOf(metric, sideOf(counted, 'base')),
    head: middleOf(metric, sideOf(counted, 'head')),
    // A detected change is judged on fresh processes alone, because the first ones were tested at several
    // looks.
    headInterval: ownInterval(metric, sideOf(fresh.length > 0 ? fresh : counted, 'head')),
    confirmed: confirmation?.stands ?? null,
  }
  const compared = metric.exact
    ? { ...own, ...compareExactly(gated, counted) }
    : { ...own, ...tested(gated, measured, { counted, confirmation, own, test }) }
  const isCompared = compared.pairs > 0
  return {
    ...compared,
    obstacle: isCompared ? null : whyInsufficient(metric, all, test.timeUp),
    doubts: [
      ...(isCompared && compared.base.value === 0 && compared.head.value !== 0
        ? [{ code: 'zero-base' } as const]
        : []),
      ...doubtsOf(metric, all, compared.head.value),
    ],
  }
}

interface Confirmation {
  stands: boolean
  /** Log cost in the blocks that detected it; positive is worse. */
  estimate: number
}

/**
 * What fresh blocks show of a change that the looks detected; null where none was detected, or none was
 * measured again.
 */
function confirmationOf(
  { hypothesis, metric }: GatedMetric,
  { first, fresh }: Measured,
  progress: Progress | null,
): Confirmation | null {
  const detected = progress?.decision
  if (hypothesis === null || (detected !== 'regression' && detected !== 'improvement')) return null
  const costs = costBlocks(metric, fresh)
  // Without a fresh block there is no evidence either way.
  if (costs.length === 0) return null
  const { stands } = confirmChange({ detected, fresh: costs, hypothesis })
  return { stands, estimate: shiftEstimate(costBlocks(metric, first)) }
}

function tested(
  { hypothesis, levels, metric }: GatedMetric,
  { first }: Measured,
  o: {
    counted: readonly MeasuredBlock[]
    confirmation: Confirmation | null
    own: Comparison
    test: PairedTest
  },
): Partial<Comparison> {
  const { counted, confirmation, own, test } = o
  const blocks = testableBlocks(metric, counted)
  if (blocks.length === 0) return {}
  const lastLook = test.plan.looks.at(-1)!
  const { estimate, low, high, sigma, grade, mde, pairsNeeded, pairs } = describe(blocks, {
    ending: confirmation !== null ? 'confirming' : first.length < lastLook.blocks ? 'early' : 'planned',
    hypotheses: Math.max(1, test.plan.tested),
    q: Q,
    lastWeight: lastLook.weight,
    failLog: levels.fail,
  })
  // A hypothesis that no look decided is inconclusive.
  const open = hypothesis === null ? null : 'inconclusive'
  const decided = {
    decision: confirmation?.stands === false ? 'inconclusive' : (test.progress?.decision ?? open),
    p: test.progress?.pWorse ?? null,
    estimate,
    low,
    high,
    pairs: pairs + (confirmation === null ? 0 : PAIRS_PER_BLOCK * costBlocks(metric, first).length),
    first: confirmation && { estimate: confirmation.estimate, hadNeighbours: test.hasNeighbours },
  }
  // A step from zero has no size on a logarithmic scale, so no noise can be derived from it.
  if (hasZero(metric, counted)) return decided
  const shown = valuesApartBy(estimate, blocks, metric)
  return {
    ...decided,
    base: { ...own.base, value: shown.base },
    head: { ...own.head, value: shown.head },
    sigma,
    grade,
    mde,
    pairsNeeded,
  }
}

/**
 * One value a side, in the metric's unit, whose ratio is exactly the estimate: the middle of both sides'
 * costs once head is shifted back. The medians of the sides may differ by something else, and sometimes in
 * the other direction, while readers compare the shown values with the effect beside them.
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

/**
 * Number of batches that Benchgate timed. A value that a benchmark or a tool reports may be based on any
 * number of samples.
 */
const samplesOf = (side: readonly ProcessStats[]): number =>
  side.reduce((sum, stats) => sum + (timingOf(stats)?.samples ?? 0), 0)

/** False where a side was timed too few times for a metric that is taken from those times. */
function hasSamples(metric: Metric, side: readonly ProcessStats[]): boolean {
  if (!isSuiteMetric(metric.id) || !side.some(timingOf)) return true
  return samplesOf(side) >= MIN_SAMPLES
}

/** The blocks of a metric for the sequential test, in log costs; none while a side holds too few samples. */
export function testableBlocks(metric: Metric, measured: readonly MeasuredBlock[]): Block[] {
  const enough = SIDES.every((side) => hasSamples(metric, sideOf(measured, side)))
  return enough ? costBlocks(metric, measured) : []
}

/**
 * Why a comparison has no number. A head that is far too slow to be timed as often as base must not escape
 * its budget that way.
 */
function whyInsufficient(metric: Metric, measured: readonly MeasuredBlock[], timeUp: boolean): Obstacle {
  const because = (finding: Finding, onHeadAlone: boolean): Obstacle => ({
    findings: [finding],
    severity: onHeadAlone ? 'fail' : 'warn',
  })
  if (measured.length === 0) return because(unmeasured(timeUp), false)
  const processes = { base: sideOf(measured, 'base'), head: sideOf(measured, 'head') }
  if (![...processes.base, ...processes.head].some(timingOf) || !isSuiteMetric(metric.id)) {
    const sides = SIDES.filter((side) => processes[side].some((stats) => !isUsable(metric, stats)))
    return because({ code: 'metric-not-reported', sides, metric: metric.id }, String(sides) === 'head')
  }
  const needed = callsNeeded(metric.id)
  const calls = bySide((side) => processes[side].map((stats) => timingOf(stats)?.tail?.calls ?? 0))
  const [base, head] = [Math.min(...calls.base), Math.min(...calls.head)]
  if (Math.min(base, head) < needed)
    return because(
      { code: 'too-few-calls', metric: metric.id, needed, base, head },
      base >= needed && isFarBehind(calls),
    )
  const samples = bySide((side) => processes[side].map((stats) => timingOf(stats)?.samples ?? 0))
  return because(
    { code: 'too-few-samples', needed: MIN_SAMPLES },
    samplesOf(processes.base) >= MIN_SAMPLES && isFarBehind(samples),
  )
}

const bySide = (count: (side: 'base' | 'head') => number[]) => ({ base: count('base'), head: count('head') })

/** How many times as often the slowest process of base must have got, for head alone to be too slow. */
const FAR = 1.5

/**
 * Whether every process of head was timed far less often than every one of base. Near a limit of time it is
 * chance which processes reach a number: on a busy machine unchanged code must not fail by it.
 */
const isFarBehind = ({ base, head }: { base: number[]; head: number[] }): boolean =>
  FAR * Math.max(...head) <= Math.min(...base)

/** What a reader should know about times that may not measure what they seem to. */
function doubtsOf(metric: Metric, measured: readonly MeasuredBlock[], headValue: number | null): Finding[] {
  // What a benchmark reports itself need not be a time.
  if (!isSuiteMetric(metric.id)) return []
  const timings: TimingStats[] = measured
    .flatMap((block) => [...block.base, ...block.head])
    .flatMap((stats) => timingOf(stats) ?? [])
  if (timings.length === 0) return []
  const isTooShort = unitKind(metric.unit) === 'time' && headValue !== null && headValue < ONE_CYCLE_NS
  const shares = timings.map(({ cpuShare }) => cpuShare).sort((a, b) => a - b)
  const share = shares[shares.length >> 1]!
  return [
    ...(isTooShort ? [{ code: 'optimised-away' } as const] : []),
    ...(share < BUSY_SHARE ? [{ code: 'contention', share } as const] : []),
  ]
}
