import type {
  IngestedBenchmark,
  IngestedMetric,
  MetricData,
  ResultFile,
  Spread,
} from '../../model/result-file.ts'
import { nameText } from '../../model/benchmark.ts'
import { quantile } from '../../stats/quantile.ts'
import { formatLevel, formatQuantity, plural } from '../quantity.ts'
import { displayWidth } from '../text/one-line.ts'
import { type Column, tableOf } from './layout.ts'

/** Characters that a cell may have; names are cut from the middle, because their ends tell them apart too. */
const MAX_NAME = 60
const MAX_OTHERS = 4
/** Warnings that are shown in full. */
const MAX_WARNINGS = 50

type Shown = (text: string) => string

/**
 * What was understood of a result file, as plain text for people: the tool, a line for each benchmark with
 * its first metric (centre, spread, number of values and groups) and the names of its others, and the
 * warnings. Every text of the file goes through `printable`, which has to give one line without control
 * characters.
 */
export function renderTable(file: ResultFile, o: { adapter: string; printable: Shown }): string {
  const shown = (text: string) => cut(o.printable(text))
  const tool = [file.tool, ...(file.version === null ? [] : [file.version])].map(shown).join(' ')
  const environment = Object.entries(file.environment).map(([key, value]) => `${shown(key)}: ${shown(value)}`)
  const more = file.warnings.length - MAX_WARNINGS
  const warnings = [
    ...file.warnings.slice(0, MAX_WARNINGS).map((warning) => `warning: ${o.printable(warning)}`),
    ...(more > 0 ? [`warning: and ${more} more`] : []),
  ]
  return [
    `${tool}, read by the adapter ${shown(o.adapter)}`,
    ...environment.map((line) => `  ${line}`),
    '',
    ...(file.benchmarks.length === 0 ? ['no benchmarks'] : benchmarkTable(file.benchmarks, shown)),
    ...(warnings.length === 0 ? [] : ['', ...warnings]),
    '',
  ].join('\n')
}

/** What became of a benchmark without numbers stands behind its name, and widens no column. */
function benchmarkTable(benchmarks: readonly IngestedBenchmark[], shown: Shown): string[] {
  const nameOf = ({ key, occurrence }: IngestedBenchmark) =>
    nameText(key.trim() === '' ? '(no name)' : shown(key), occurrence)
  const of =
    (cell: (first: IngestedMetric, others: readonly IngestedMetric[]) => string) =>
    ({ metrics: [first, ...others] }: IngestedBenchmark) => ({
      text: first === undefined ? '' : cell(first, others),
    })
  const columns: Column<IngestedBenchmark>[] = [
    { title: 'benchmark', cell: (benchmark) => ({ text: nameOf(benchmark) }) },
    { title: 'metric', cell: of((first) => shown(first.id) + direction(first)) },
    { title: 'centre', cell: of(({ data, unit }) => quantity(centreOf(data), unit, shown)) },
    { title: 'spread', cell: of((first) => spreadOf(first, shown)) },
    { title: 'values', cell: of(({ data }) => countOf(data)) },
    { title: 'and', cell: of((_, others) => namesOf(others, shown)) },
  ]
  const width = Math.max('benchmark'.length, ...benchmarks.map((one) => displayWidth(nameOf(one))))
  const [head, ...lines] = tableOf(columns, benchmarks, (title) => title)
  return [
    head!,
    ...lines.map((line, index) => {
      const { status, message, metrics } = benchmarks[index]!
      if (metrics.length > 0) return line
      const ended = message === null ? status : `${status}: ${shown(message)}`
      return `${line}${' '.repeat(width - displayWidth(line))}  ${ended}`
    }),
  ]
}

function namesOf(metrics: readonly IngestedMetric[], shown: Shown): string {
  const names = metrics
    .slice(0, MAX_OTHERS)
    .map((one) => shown(one.id) + (one.better === null ? direction(one) : ''))
  const more = metrics.length - names.length
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ')
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

function spreadOf({ data, unit }: IngestedMetric, shown: Shown): string {
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

function stated(spread: Spread, unit: string, shown: Shown): string {
  switch (spread.kind) {
    case 'sd':
    case 'sem':
    case 'mad':
      return `${spread.kind} ${quantity(spread.value, unit, shown)}`
    case 'ci':
      return `${formatLevel(spread.level)} in ${quantity(spread.low, unit, shown)} … ${quantity(spread.high, unit, shown)}`
    case 'rme':
      return `±${formatLevel(spread.value)} (${formatLevel(spread.level)})`
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
  return `${values} in ${plural(data.groups.length, 'group')}`
}

/** In the unit that people would choose; a unit that is not ours is text from outside. */
const quantity = (value: number, unit: string, shown: Shown): string => formatQuantity(value, shown(unit))

function cut(text: string): string {
  if (text.length <= MAX_NAME) return text
  // Not through the middle of a character of two units.
  const start = text.slice(0, MAX_NAME - 20).replace(/[\ud800-\udbff]$/, '')
  return `${start}…${text.slice(-19).replace(/^[\udc00-\udfff]/, '')}`
}
