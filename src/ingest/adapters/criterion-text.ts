import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { linesOf } from '../forms/lines.ts'
import { interval, inUnit, type Metric, summary, THROUGHPUT, time } from '../forms/metrics.ts'
import { decimal } from '../forms/numbers.ts'
import { reasonFor } from '../forms/unread.ts'
import type { Found, ResultsBuilder } from '../results-builder.ts'

/** With a unit of time. */
const TIME_LINE = /\btime: {1,20}\[[\d.,]{1,20} (?:[pnu\u{b5}\u{3bc}m]?s) [\d.,]/u
/** A change is in percent, and no result. */
const INTERVAL = /\b(time|thrpt): {1,20}\[((?:[^\s%[\]]{1,20} ){5}[^\s%[\]]{1,20})\]/
/** What Criterion.rs computes with unless a suite sets another. */
const LEVEL = 0.95
const RATES = ['B/s', 'ops/s']

/** Reads the lines `NAME time: [low estimate high]` of the console; `target/criterion` says more. */
export const criterionText = adapter({
  name: 'criterion-text',
  title: 'Criterion.rs: what `cargo bench` prints',
  tool: 'Criterion.rs',
  empty: 'no line `NAME time: [low estimate high]` is in it',
  twins: 'write the output of each crate into a file of its own',
  recognises: ({ text }) => TIME_LINE.test(text),

  read(input, results) {
    let before = ''
    let current: Found | null = null
    let hasEnded = false
    for (const line of linesOf(input.text)) {
      const found = INTERVAL.exec(line)
      if (found?.[1] === 'time') {
        if (current !== null) results.add(current)
        const name = nameOf(line.slice(0, found.index), before)
        current = benchmarkOf(name === '' ? '(no name)' : name, found[2]!, results)
      } else if (found !== null && current?.metrics !== undefined)
        current.metrics = [...current.metrics, rateOf(current.name, found[2]!, results)]
      else if (line.startsWith('error: bench failed') || line.includes(' panicked at ')) hasEnded = true
      before = line
    }
    if (current !== null) results.add(current)
    if (hasEnded)
      results.warnings.push('a benchmark of the file ended with an error; those behind it are missing')
  },
})

/** Where the intervals of all benchmarks begin. */
const COLUMN = 24

/**
 * The name in front of an interval. A long one is on a line of its own. One of several lines begins further
 * up: its last line then begins with a space, or ends before the column that short names are filled up to.
 */
function nameOf(written: string, before: string): string {
  const isWhole = written.trim() !== '' && !/^\s/.test(written) && written.length >= COLUMN
  if (isWhole || before.trim() === '' || INTERVAL.test(before)) return written.trim()
  return written.trim() === '' ? before.trim() : `${before.trimStart()}\n${written.trimEnd()}`
}

function benchmarkOf(name: string, written: string, results: ResultsBuilder): Found {
  const interval = intervalOf(written, ['ns'])
  return typeof interval === 'string'
    ? results.unreadable({ name }, interval)
    : { name, metrics: [summaryOf(time(), interval)] }
}

function rateOf(name: string, written: string, results: ResultsBuilder): IngestedMetric | null {
  const interval = intervalOf(written, RATES)
  if (typeof interval !== 'string') return summaryOf({ ...THROUGHPUT, unit: interval.unit }, interval)
  results.unread.add(reasonFor(interval), `${name}: thrpt`)
  return null
}

interface Interval {
  unit: string
  low: number
  centre: number
  high: number
}

/** `15.11 ns 15.25 ns 15.40 ns`, or the part of it that cannot be read. */
function intervalOf(written: string, units: readonly string[]): Interval | string {
  const words = written.split(' ')
  const values: number[] = []
  let last = ''
  for (let at = 0; at < words.length; at += 2) {
    const value = decimal(words[at])
    const { unit, factor } = inUnit(words[at + 1]!)
    if (value === null) return words[at]!
    if (!units.includes(unit)) return `${words[at]} ${words[at + 1]}`
    values.push(value * factor)
    last = unit
  }
  return { unit: last, low: values[0]!, centre: values[1]!, high: values[2]! }
}

/** The slope of the batches or their mean: the console does not say which. */
const summaryOf = (metric: Metric, { low, centre, high }: Interval): IngestedMetric | null =>
  summary(metric, 'other', centre, { spread: interval(low, high, LEVEL) })
