import type { IngestedMetric, ResultFile } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { benchmarkOf, type MetricDraft, soundMetrics, summary } from '../benchmark.ts'
import { refusal } from '../forms/json-shape.ts'
import { decimal, linesOf } from '../forms/lines.ts'
import { MAX_BENCHMARKS, withoutTwins } from '../twins.ts'
import { normalUnit } from '../../model/units.ts'

/** Reads the lines `NAME time: [low estimate high]` of the console; the directory `target/criterion` says more. */
export const criterionText: Adapter = {
  name: 'criterion-text',
  title: 'Criterion.rs: what `cargo bench` prints',
  recognises: ({ text, files }) => files === null && TIME_LINE.test(text),
  read,
}

/** With a unit of time: a change is `time: [-3.4% …]`. */
const TIME_LINE = /\btime: {1,20}\[[\d.]{1,20} (?:[pnu\u{b5}\u{3bc}m]?s) [\d.]/u
const INTERVAL =
  /\b(time|thrpt): {1,20}\[([\d.]{1,20}) (\S{1,20}) ([\d.]{1,20}) (\S{1,20}) ([\d.]{1,20}) (\S{1,20})\]/
const MAX_LINE = 10_000
/** What Criterion.rs computes with unless a suite sets another. */
const LEVEL = 0.95

function read(input: Input): ResultFile {
  const warnings: string[] = []
  const found: { name: string; drafts: MetricDraft[] }[] = []
  let before = ''
  for (const line of linesOf(input.text)) {
    if (line.length > MAX_LINE) continue
    const draft = intervalOf(line)
    if (draft?.id === 'time') {
      if (found.length === MAX_BENCHMARKS)
        throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`)
      // A long name stands on a line of its own.
      found.push({ name: line.slice(0, line.indexOf('time:')).trim() || before, drafts: [draft] })
    } else if (draft !== null) found.at(-1)?.drafts.push(draft)
    else if (line.startsWith('error: bench failed') || line.includes(' panicked at ')) {
      warnings.push('a benchmark of the file ended with an error; those behind it are missing')
    }
    before = line.trim()
  }
  if (found.length === 0) throw refusal(input, 'no line `NAME time: [low estimate high]` is in it')
  const benchmarks = found.map(({ name, drafts }) => {
    const metrics: IngestedMetric[] = soundMetrics(name, drafts, warnings)
    return benchmarkOf({ name: name === '' ? '(no name)' : name, metrics })
  })
  return {
    tool: 'Criterion.rs',
    version: null,
    environment: {},
    benchmarks: withoutTwins(input, benchmarks, 'write the output of each crate into a file of its own'),
    warnings: [...new Set(warnings)],
  }
}

function intervalOf(line: string): MetricDraft | null {
  const [, kind, ...words] = INTERVAL.exec(line) ?? []
  const id = kind === 'time' ? 'time' : 'throughput'
  const values = [0, 2, 4].map((at) => {
    const normal = normalUnit(words[at + 1] ?? '')
    const value = decimal(words[at] ?? '')
    const fits = normal !== null && (id === 'time') === (normal.unit === 'ns')
    return fits && value !== null ? { value: value * normal.factor, unit: normal.unit } : null
  })
  const [low, centre, high] = values
  if (low == null || centre == null || high == null) return null
  // The slope of the batches or their mean: the console does not say which.
  const data = summary('other', centre.value, {
    spread: { kind: 'ci', low: low.value, high: high.value, level: LEVEL },
  })
  return { id, unit: centre.unit, better: id === 'time' ? 'lower' : 'higher', data }
}
