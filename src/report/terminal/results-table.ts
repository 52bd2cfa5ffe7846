import type {
  IngestedBenchmark,
  IngestedMetric,
  MetricData,
  ResultFile,
  Spread,
} from '../../model/result-file.ts'
import { scaleFor, unitOf } from '../../model/unit.ts'

/** Characters that a cell may have; names are cut from the middle, because their ends tell them apart too. */
const MAX_NAME = 60
const MAX_OTHERS = 4
/** Warnings that are shown in full. */
const MAX_WARNINGS = 50

const HEAD = ['benchmark', 'metric', 'centre', 'spread', 'values', 'and']

/**
 * What was understood of a result file, as plain text for people: the tool, a line for each benchmark with
 * its first metric (centre, spread, number of values and groups) and the names of its others, and the
 * warnings. Every text of the file goes through `printable`, which has to give one line without control
 * characters.
 */
export function renderTable(
  file: ResultFile,
  o: { adapter: string; printable: (text: string) => string },
): string {
  const shown = (text: string) => cut(o.printable(text))
  const tool = [file.tool, ...(file.version === null ? [] : [file.version])].map(shown).join(' ')
  const environment = Object.entries(file.environment).map(([key, value]) => `${shown(key)}: ${shown(value)}`)
  const rows = file.benchmarks.map((benchmark) => row(benchmark, shown))
  const more = file.warnings.length - MAX_WARNINGS
  const warnings = [
    ...file.warnings.slice(0, MAX_WARNINGS).map((warning) => `warning: ${o.printable(warning)}`),
    ...(more > 0 ? [`warning: and ${more} more`] : []),
  ]
  return [
    `${tool}, read by the adapter ${shown(o.adapter)}`,
    ...environment.map((line) => `  ${line}`),
    '',
    ...(rows.length === 0 ? ['no benchmarks'] : aligned([HEAD, ...rows])),
    ...(warnings.length === 0 ? [] : ['', ...warnings]),
    '',
  ].join('\n')
}

function row(
  { key, status, message, metrics }: IngestedBenchmark,
  shown: (text: string) => string,
): string[] {
  const [first, ...others] = metrics
  const name = key.trim() === '' ? '(no name)' : shown(key)
  if (status !== 'ok' || first === undefined) {
    return [name, message === null ? status : `${status}: ${shown(message)}`]
  }
  const names = others.slice(0, MAX_OTHERS).map(({ id }) => shown(id))
  const more = others.length - names.length
  return [
    name,
    shown(first.id) + direction(first),
    quantity(centreOf(first.data), first.unit, shown),
    spreadOf(first, shown),
    countOf(first.data),
    [...names, ...(more > 0 ? [`${more} more`] : [])].join(', '),
  ]
}

/** Where nobody says which way is better, a config has to. */
const direction = ({ better }: IngestedMetric): string =>
  better === null ? ' (?)' : better === 'lower' ? ' ↓' : ' ↑'

function centreOf(data: MetricData): number {
  switch (data.kind) {
    case 'exact':
      return data.value
    case 'summary':
      return data.centre
    case 'samples':
      // As they are compared: one number a group first.
      return quantile(
        data.groups.map((group) => quantile(group, 0.5)),
        0.5,
      )
    default:
      return data satisfies never
  }
}

function spreadOf({ data, unit }: IngestedMetric, shown: (text: string) => string): string {
  switch (data.kind) {
    case 'exact':
      return 'exact'
    case 'summary':
      return data.spread === null ? 'unknown' : stated(data.spread, unit, shown)
    case 'samples': {
      const values = data.groups.flat()
      if (values.length < 2) return 'unknown'
      return `quartiles ${quantity(quantile(values, 0.25), unit, shown)} … ${quantity(quantile(values, 0.75), unit, shown)}`
    }
    default:
      return data satisfies never
  }
}

function stated(spread: Spread, unit: string, shown: (text: string) => string): string {
  switch (spread.kind) {
    case 'sd':
    case 'sem':
    case 'mad':
      return `${spread.kind} ${quantity(spread.value, unit, shown)}`
    case 'ci':
      return `${percent(spread.level)} in ${quantity(spread.low, unit, shown)} … ${quantity(spread.high, unit, shown)}`
    case 'rme':
      return `±${percent(spread.value)} (${percent(spread.level)})`
    case 'unknown':
      return `${quantity(spread.low, unit, shown)} … ${quantity(spread.high, unit, shown)}, undefined`
    default:
      return spread satisfies never
  }
}

function countOf(data: MetricData): string {
  if (data.kind === 'exact') return '1'
  if (data.kind === 'summary') return data.count === null ? '?' : String(data.count)
  const values = data.groups.reduce((sum, group) => sum + group.length, 0)
  return `${values} in ${data.groups.length} group${data.groups.length === 1 ? '' : 's'}`
}

/** Linear between the two nearest; of nothing, 0. */
function quantile(values: readonly number[], fraction: number): number {
  const sorted = Float64Array.from(values).sort()
  const place = (sorted.length - 1) * fraction
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}

/** Four digits, in the unit that people would use. */
function quantity(value: number, unit: string, shown: (text: string) => string): string {
  const { kind, scales } = unitOf(unit)
  if (kind === 'ratio') return percent(value)
  // Rates are shown in full, as tools print them.
  const { symbol, factor } =
    scales.length > 1 && kind !== 'rate' ? scaleFor(value, scales) : { symbol: shown(unit), factor: 1 }
  return `${digits(value / factor)} ${symbol}`.trimEnd()
}

const percent = (fraction: number): string => `${digits(fraction * 100)} %`

/** Counts are exact and shown whole. */
const digits = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(4)))

function cut(text: string): string {
  if (text.length <= MAX_NAME) return text
  // Not through the middle of a character of two units.
  const start = text.slice(0, MAX_NAME - 20).replace(/[\ud800-\udbff]$/, '')
  return `${start}…${text.slice(-19).replace(/^[\udc00-\udfff]/, '')}`
}

/**
 * Columns as wide as their widest cell; what ends a row is not padded, nor does a row of two cells widen the
 * second column.
 */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const full = rows.filter((cells) => cells.length > 2)
  const widths = HEAD.map((_, column) => {
    const among = column === 0 ? rows : full
    return among.reduce((width, cells) => Math.max(width, cells[column]?.length ?? 0), 0)
  })
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
