import { scaleOf } from '../../report/quantity.ts'
import type { RecordedCommit } from '../../model/trend.ts'

// Where an axis has its ticks and what they are called.

/** Round numbers from `min` to `max`, about `count` of them: 1, 2 or 5 times a power of ten apart. */
export function roundTicks(min: number, max: number, count: number): number[] {
  if (!(max > min)) return [min]
  const rough = (max - min) / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10)
  const first = Math.ceil(min / step - 1e-9)
  const last = Math.floor(max / step + 1e-9)
  // Multiplied and rounded, because sums of decimal fractions drift.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  )
}

/** The same for a logarithmic axis: 1, 2 and 5 of each power of ten where it spans several of them. */
export function logTicks(min: number, max: number, count: number): number[] {
  if (!(min > 0) || max / min < 8) return roundTicks(min, max, count)
  const [first, last] = [Math.floor(Math.log10(min)), Math.ceil(Math.log10(max))]
  const factors = 3 * (last - first) > 2 * count ? [1] : [1, 2, 5]
  const all = Array.from({ length: last - first + 1 }, (_, i) =>
    factors.map((factor) => Number(`${factor}e${first + i}`)),
  )
  return all.flat().filter((tick) => tick >= min && tick <= max)
}

/** Ticks in one unit, with as many decimals as tell them apart. */
export function tickLabels(ticks: readonly number[], unit: string): string[] {
  const greatest = Math.max(...ticks.map(Math.abs))
  const { factor, symbol } = scaleOf(greatest, unit)
  const scaled = ticks.map((tick) => tick / factor)
  const least = Math.min(
    ...scaled.slice(1).map((tick, i) => Math.abs(tick - scaled[i]!)),
    Math.abs(greatest / factor) || 1,
  )
  const decimals = least > 0 ? Math.max(0, Math.min(6, Math.ceil(-Math.log10(least) - 1e-9))) : 0
  return scaled.map((tick) => {
    const digits =
      Math.abs(tick) >= 1e7
        ? tick.toExponential(1)
        : tick.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: decimals })
    return symbol === '' ? digits : `${digits} ${symbol}`
  })
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY = 86_400

/** What a tick at a time in seconds is called, where the next one is `apart` seconds away. */
export function dateLabel(seconds: number, apart: number): string {
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return ''
  const [month, day] = [MONTHS[date.getUTCMonth()]!, date.getUTCDate()]
  if (apart >= 365 * DAY) return `${date.getUTCFullYear()}`
  if (apart >= 28 * DAY) return `${month} ${date.getUTCFullYear()}`
  return apart >= DAY ? `${day} ${month}` : `${day} ${month} ${date.toISOString().slice(11, 16)}`
}

/**
 * Seconds of the commits, never less than those of an earlier one: history is in the order of ancestry, and
 * clocks of authors are not.
 */
export function timesOf(commits: readonly RecordedCommit[]): number[] {
  let latest = -Infinity
  return commits.map(({ time }) => {
    const at = Date.parse(time) / 1000
    latest = Number.isFinite(at) ? Math.max(latest, at) : latest
    return Number.isFinite(latest) ? latest : 0
  })
}

/**
 * The ends of a vertical axis: what is drawn with some room around it, and limits that are near enough for
 * the rest to stay readable.
 */
export function verticalRange(
  low: number,
  high: number,
  limits: readonly number[],
  isLog: boolean,
): [number, number] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return isLog ? [1, 10] : [0, 1]
  const near = limits.filter(
    (limit) =>
      limit <= Math.max(high * 1.4, high + (high - low)) && limit >= Math.min(low / 1.4, low - (high - low)),
  )
  const [least, greatest] = [Math.min(low, ...near), Math.max(high, ...near)]
  if (isLog) {
    const room = Math.max((Math.log(greatest) - Math.log(least)) * 0.08, 0.02)
    return [least * Math.exp(-room), greatest * Math.exp(room)]
  }
  // A series that hardly moves is not blown up to the height of the chart.
  const room = Math.max(
    (greatest - least) * 0.08,
    Math.abs(greatest) * 0.02,
    greatest === 0 && least === 0 ? 1 : 0,
  )
  const floor = least - room
  return [least >= 0 && floor < 0 ? 0 : floor, greatest + room]
}
