import type { TrendPoint } from '../model/trend.ts'
import type { TrendColumns } from './format.ts'
import { rounded, roundedOrNull } from './rounded.ts'

/** The points of one trend as the page reads them. */
export function columnsOf(trend: number, points: readonly TrendPoint[]): TrendColumns {
  const verdicts: TrendColumns['verdicts'][number][] = []
  const breaks: TrendColumns['breaks'][number][] = []
  for (const [i, point] of points.entries()) {
    // What most commits are goes without saying.
    if (point.verdict !== null && point.verdict !== 'unchanged') verdicts.push([i, point.verdict])
    if (point.break !== null) breaks.push([i, point.break])
    else if (point.otherEnvironment) breaks.push([i, 'environment'])
  }
  return {
    trend,
    at: points.map(({ at }) => at),
    value: points.map(({ value }) => rounded(value)),
    low: points.map(({ low }) => rounded(low)),
    high: points.map(({ high }) => rounded(high)),
    level: points.map(({ level }) => roundedOrNull(level?.value)),
    levelLow: points.map(({ level }) => roundedOrNull(level?.low)),
    levelHigh: points.map(({ level }) => roundedOrNull(level?.high)),
    change: points.map(({ change }) => roundedOrNull(change?.log)),
    changeLow: points.map(({ change }) => roundedOrNull(change?.low)),
    changeHigh: points.map(({ change }) => roundedOrNull(change?.high)),
    verdicts,
    breaks,
  }
}
