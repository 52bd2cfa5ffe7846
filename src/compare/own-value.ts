import { type Comparison, nothingCompared } from '../model/comparison.ts'
import type { Finding } from '../model/finding.ts'
import type { RoundBlock } from '../model/evidence.ts'
import { callsNeeded, type Metric } from '../model/metric.ts'
import type { MeasuredBlock, ProcessStats } from '../model/sample.ts'
import { isTimedZero } from '../model/unit.ts'
import { medianInterval } from '../stats/order-statistic.ts'
import { quantile } from '../stats/quantile.ts'
import { valuesIn } from './extract.ts'

/**
 * The completed blocks of one benchmark: those of the looks, and those that measured a detected change again.
 */
export interface Measured {
  first: readonly RoundBlock[]
  fresh: readonly RoundBlock[]
}

export const sideOf = (blocks: readonly MeasuredBlock[], side: 'base' | 'head'): ProcessStats[] =>
  blocks.flatMap((block) => block[side])

/**
 * A metric's values in its unit, one a process. Empty when any process lacks one, because the processes that
 * lack a value are the slow ones.
 */
export function valuesOfAll(metric: string, side: readonly ProcessStats[]): number[] {
  const values = valuesIn(metric, side)
  return values.length === side.length ? values : []
}

export const medianOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : quantile(values, 0.5)

/**
 * Medians over the processes of a side: of the metric in its unit, and of the median time in ns, which is
 * shown beside it.
 */
export const middleOf = ({ id }: Metric, side: readonly ProcessStats[]): Comparison['base'] => ({
  value: medianOf(valuesOfAll(id, side)),
  p50: medianOf(valuesOfAll('time.p50', side)),
})

const rangeOf = (values: readonly number[]): Comparison['headInterval'] =>
  values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) }

/**
 * Distribution-free 95 % interval of a side's own value, in the metric's unit; null below six processes. For
 * a deterministic metric, the range of all values.
 */
export function ownInterval(metric: Metric, side: readonly ProcessStats[]): Comparison['headInterval'] {
  const values = valuesOfAll(metric.id, side)
  return metric.exact ? rangeOf(values) : medianInterval(values)
}

/** Why no block of processes was completed. */
export const unmeasured = (timeUp: boolean): Finding => ({
  code: timeUp ? 'no-room-for-a-block' : 'no-block',
})

/** How head was measured. `ofFiles`: by result files, to which no values can be added. */
export interface HeadAlone {
  ofFiles: boolean
  timeUp: boolean
}

/**
 * Head's own value in the metric's unit, for limits that need no base. `why` says why base is missing; null
 * where no base is expected.
 */
export function describeAlone(
  metric: Metric,
  { first, fresh }: Measured,
  { ofFiles, timeUp }: HeadAlone,
  why: Finding | null,
): Comparison {
  const all = sideOf([...first, ...fresh], 'head')
  const middle = middleOf(metric, metric.exact ? all : sideOf(first, 'head'))
  const values = valuesIn(metric.id, all)
  // Each result file may hold a different part of the benchmarks.
  const head = ofFiles && middle.value === null ? { ...middle, value: medianOf(values) } : middle
  const isCoarse = isTimedZero(metric.unit, head.value)
  const lack = head.value === null ? [whyNoValue(metric, all.length === 0, { ofFiles, timeUp })] : []
  const findings: Finding[] = [
    ...(why === null ? [] : [{ code: 'nothing-to-compare-with', why } as const]),
    ...lack,
  ]
  return {
    ...nothingCompared(metric),
    head,
    headInterval: isCoarse
      ? null
      : (ownInterval(
          metric,
          fresh.length > 0 ? sideOf(fresh, 'head') : metric.exact ? all : sideOf(first, 'head'),
        ) ??
        // Result files too few for an interval are compared with a limit by their range.
        (ofFiles ? rangeOf(values) : null)),
    obstacle: findings.length === 0 ? null : { findings, severity: 'warn' },
    doubts: isCoarse ? [{ code: 'timed-zero', sides: ['head'], unit: metric.unit }] : [],
  }
}

/** Why head has no value of a metric. */
function whyNoValue({ id: metric }: Metric, isUnmeasured: boolean, { ofFiles, timeUp }: HeadAlone): Finding {
  if (ofFiles) return { code: 'not-in-files', metric }
  if (isUnmeasured) return unmeasured(timeUp)
  const needed = callsNeeded(metric)
  return needed > 0
    ? { code: 'no-time-for-calls', metric, needed }
    : { code: 'metric-not-reported-on-head', metric }
}
