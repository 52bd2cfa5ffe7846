import type { ChangeRow, PackedChanges, PackedColumns, TrendColumns } from './format.ts'
import { rounded } from './rounded.ts'

// Columns as files have them, see `format.ts`: the program packs, the page unpacks.

type Changes = Pick<TrendColumns, 'at' | 'value' | 'change' | 'changeLow' | 'changeHigh' | 'verdicts'>
type Column = readonly (number | null)[]

export const packColumns = (columns: TrendColumns): PackedColumns => ({
  trend: columns.trend,
  ...packChanges(columns),
  below: both(columns.value, columns.low, below),
  above: both(columns.value, columns.high, above),
  level: columns.level,
  levelBelow: both(columns.level, columns.levelLow, below),
  levelAbove: both(columns.level, columns.levelHigh, above),
  breaks: columns.breaks,
})

/** `at`: what the columns are of, the commits of a trend or the trends of a commit. */
export function packChanges({ at, value, change, changeLow, changeHigh, verdicts }: Changes): PackedChanges {
  const [middle, low, high] = [change, changeLow, changeHigh].map((logs) => logs.map(millionths))
  return {
    gaps: at.map((index, i) => index - (at[i - 1] ?? 0)),
    value,
    change: middle!,
    changeBelow: both(middle!, low!, (log, end) => log - end),
    changeAbove: both(middle!, high!, (log, end) => end - log),
    verdicts,
  }
}

export const unpackColumns = (packed: PackedColumns): TrendColumns => ({
  trend: packed.trend,
  ...unpackChanges(packed),
  low: both(packed.value, packed.below, lowOf),
  high: both(packed.value, packed.above, highOf),
  level: packed.level,
  levelLow: both(packed.level, packed.levelBelow, lowOf),
  levelHigh: both(packed.level, packed.levelAbove, highOf),
  breaks: packed.breaks,
})

function unpackChanges({ gaps, value, change, changeBelow, changeAbove, verdicts }: PackedChanges): Changes {
  let index = 0
  return {
    at: gaps.map((gap) => (index += gap)),
    value,
    change: change.map((log) => log && log / MILLION),
    changeLow: both(change, changeBelow, (log, distance) => (log - distance) / MILLION),
    changeHigh: both(change, changeAbove, (log, distance) => (log + distance) / MILLION),
    verdicts,
  }
}

/** What one commit changed. */
export function unpackRows(packed: PackedChanges): ChangeRow[] {
  const { at, value, change, changeLow, changeHigh, verdicts } = unpackChanges(packed)
  const verdictOf = new Map(verdicts)
  return at.map((trend, i) => {
    const [log, low, high] = [change[i]!, changeLow[i]!, changeHigh[i]!]
    const isMeasured = log !== null && low !== null && high !== null
    return {
      trend,
      value: value[i]!,
      change: isMeasured ? { log, low, high } : null,
      verdict: verdictOf.get(i) ?? null,
    }
  })
}

/** Combines two columns; null where one of them is null. */
function both(a: readonly number[], b: readonly number[], of: (a: number, b: number) => number): number[]
function both(a: Column, b: Column, of: (a: number, b: number) => number): (number | null)[]
function both(a: Column, b: Column, of: (a: number, b: number) => number): (number | null)[] {
  return a.map((one, i) => (one === null || b[i] == null ? null : of(one, b[i]!)))
}

const MILLION = 1e6
const millionths = (log: number | null): number | null => log && Math.round(log * MILLION)

const below = (middle: number, low: number): number => inDigits(middle, middle - low)
const above = (middle: number, high: number): number => inDigits(middle, high - middle)
const lowOf = (middle: number, distance: number): number => rounded(middle - distance / digitsOf(middle))
const highOf = (middle: number, distance: number): number => rounded(middle + distance / digitsOf(middle))

/** A distance from a number in the last of its five digits. Zero has none. */
const inDigits = (middle: number, distance: number): number =>
  middle === 0 ? rounded(distance) : Math.round(distance * digitsOf(middle))

/** How many of the last of five digits make one; one at most, because whole numbers are in full. */
const digitsOf = (middle: number): number =>
  middle === 0 ? 1 : 10 ** Math.max(0, Math.min(300, 4 - Math.floor(Math.log10(Math.abs(middle)))))
