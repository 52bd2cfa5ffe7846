import { costToEffect } from '../model/cost.ts'
import type { Metric } from '../model/metric.ts'
import { type Changed, effectWords, EXACT, intervalWords } from '../report/view/change.ts'
import { shortSha } from '../report/text/outside.ts'
import type { Range } from './range.ts'
import type { CostChange, Level } from './decide.ts'

/** A change in log cost as effects: head / base - 1, in the metric's own direction. */
export function changedOf({ better, unit }: Pick<Metric, 'better' | 'unit'>, { log, low, high }: CostChange) {
  const [a, b] = [costToEffect(better, low), costToEffect(better, high)]
  return {
    better,
    unit,
    effect: costToEffect(better, log),
    interval: { low: Math.min(a, b), high: Math.max(a, b), level: 0.95 },
  } satisfies Changed
}

/** `10.2 % slower` and `9.1 to 11.3`. */
export function changeParts(metric: Metric, change: CostChange): { effect: string; interval: string } {
  const changed = changedOf(metric, change)
  return { effect: effectWords(changed), interval: metric.exact ? EXACT : intervalWords(changed)! }
}

/** `10.2 % slower (9.1 to 11.3)` */
export function changeText(metric: Metric, change: CostChange): string {
  const { effect, interval } = changeParts(metric, change)
  return `${effect} (${interval})`
}

/** On which level a measured commit is. */
export function levelText(level: Level, { good, bad }: Pick<Range, 'good' | 'bad'>): string {
  switch (level) {
    case 'near':
      return `like ${shortSha(good)}`
    case 'far':
      return `like ${shortSha(bad)}`
    case 'between':
      return 'between the two'
    case 'unclear':
      return 'not clear'
    default:
      return level satisfies never
  }
}

/** The change from the first to the second of two commits that were measured against a third, later one. */
export function differenceOf(first: CostChange, second: CostChange): CostChange {
  const log = first.log - second.log
  const width = (a: number, b: number): number => Math.hypot(a, b)
  return {
    log,
    low: log - width(first.log - first.low, second.high - second.log),
    high: log + width(first.high - first.log, second.log - second.low),
  }
}
