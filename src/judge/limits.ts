import type { Comparison, Limits } from '../model/comparison.ts'
import type { Levels } from '../model/config.ts'
import { improvementCost } from '../model/cost.ts'
import type { Metric } from '../model/metric.ts'

export type LimitState = 'within' | 'beyond-warn' | 'beyond-fail' | 'undecided'

/**
 * Where an interval lies against an upper limit with two levels, both in one scale. It is undecided while it
 * straddles the level that matters.
 */
function against(interval: { low: number; high: number } | null, limit: Levels): LimitState {
  if (interval === null) return 'undecided'
  if (limit.fail !== null && interval.low > limit.fail) return 'beyond-fail'
  const straddlesFail = limit.fail !== null && interval.high > limit.fail
  if (limit.warn !== null && interval.low > limit.warn) return straddlesFail ? 'undecided' : 'beyond-warn'
  if (limit.warn !== null && interval.high > limit.warn) return 'undecided'
  return straddlesFail ? 'undecided' : 'within'
}

const negate = (value: number | null) => (value === null ? null : -value)

/** A lower limit is an upper limit on the negated value. */
const mirror = (levels: Levels): Levels => ({ warn: negate(levels.warn), fail: negate(levels.fail) })

/** `max` and `min`, in the metric's unit, against the interval of head's own value. */
export function absoluteState(limits: Limits, headInterval: Comparison['headInterval']): LimitState {
  const states: LimitState[] = []
  if (limits.max) states.push(against(headInterval, limits.max))
  if (limits.min) {
    const flipped = headInterval && { low: -headInterval.high, high: -headInterval.low }
    states.push(against(flipped, mirror(limits.min)))
  }
  return worst(states)
}

/**
 * `min-improvement`, a fraction, against the interval of the log cost. Beyond means that the promised
 * improvement is proven absent.
 */
export function promiseState(limits: Limits, { better }: Metric, comparison: Comparison): LimitState {
  if (!limits.minImprovement) return 'within'
  const { low, high } = comparison
  const interval = low === null || high === null ? null : { low, high }
  const { warn, fail } = limits.minImprovement
  return against(interval, {
    warn: warn === null ? null : improvementCost(better, warn),
    fail: fail === null ? null : improvementCost(better, fail),
  })
}

const ORDER: LimitState[] = ['within', 'undecided', 'beyond-warn', 'beyond-fail']

function worst(states: LimitState[]): LimitState {
  return states.reduce<LimitState>((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'within')
}
