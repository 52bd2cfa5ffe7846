import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { decimal, linesOf } from '../forms/lines.ts'
import { interval, inUnit, summary, THROUGHPUT, time } from '../forms/metrics.ts'

/** With a unit of time: a change is `time: [-3.4% …]`. */
const TIME_LINE = /\btime: {1,20}\[[\d.]{1,20} (?:[pnu\u{b5}\u{3bc}m]?s) [\d.]/u
const INTERVAL =
  /\b(time|thrpt): {1,20}\[([\d.]{1,20}) (\S{1,20}) ([\d.]{1,20}) (\S{1,20}) ([\d.]{1,20}) (\S{1,20})\]/
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
    let current: { name: string; metrics: IngestedMetric[] } | null = null
    let hasEnded = false
    const add = () => {
      if (current !== null)
        results.add({ ...current, name: current.name === '' ? '(no name)' : current.name })
    }
    for (const line of linesOf(input.text)) {
      const metric = intervalOf(line)
      if (metric?.id === 'time') {
        add()
        // A long name stands on a line of its own.
        current = { name: line.slice(0, line.indexOf('time:')).trim() || before, metrics: [metric] }
      } else if (metric !== null) current?.metrics.push(metric)
      else if (line.startsWith('error: bench failed') || line.includes(' panicked at ')) hasEnded = true
      before = line.trim()
    }
    add()
    if (hasEnded)
      results.warnings.push('a benchmark of the file ended with an error; those behind it are missing')
  },
})

function intervalOf(line: string): IngestedMetric | null {
  const [, kind, ...words] = INTERVAL.exec(line) ?? []
  const isTime = kind === 'time'
  const values = [0, 2, 4].map((at) => {
    const { unit, factor } = inUnit(words[at + 1] ?? '')
    const value = decimal(words[at])
    return value === null || !(isTime ? ['ns'] : RATES).includes(unit)
      ? null
      : { value: value * factor, unit }
  })
  const [low, centre, high] = values
  if (low == null || centre == null || high == null) return null
  const metric = isTime ? time() : { ...THROUGHPUT, unit: centre.unit }
  // The slope of the batches or their mean: the console does not say which.
  return summary(metric, 'other', centre.value, { spread: interval(low.value, high.value, LEVEL) })
}
