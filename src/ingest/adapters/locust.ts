import type { IngestedBenchmark } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { MAX_BENCHMARKS, benchmarkOf, type MetricDraft, soundMetrics, summary } from '../benchmark.ts'
import { csvRows } from '../forms/csv.ts'
import { refusal } from '../forms/json-shape.ts'

const START = 'Type,Name,Request Count,'
/** The other files of --csv, by how they start. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['Timestamp,User Count,', 'the history'],
  ['Method,Name,Error,', 'the list of failures'],
  ['Count,Message,Traceback', 'the list of exceptions'],
])
const MAX_COLUMNS = 200

/** Reads Locust's stats file: one benchmark a row, `Aggregated` among them. */
export const locust: Adapter = {
  name: 'locust',
  title: 'Locust: PREFIX_stats.csv of --csv PREFIX',
  recognises: (input) => statsOf(input).length === 1,
  read: (input) => {
    const [text, second] = statsOf(input)
    if (second !== undefined) throw refusal(input, 'it holds several stats files: name one')
    if (text === undefined) throw refusal(input, whatItIs(input))
    const rows = csvRows(text, MAX_BENCHMARKS + 1, MAX_COLUMNS)
    if (rows === null)
      throw refusal(input, `a quote in it does not end, or a row has more than ${MAX_COLUMNS} columns`)
    if (rows.length > MAX_BENCHMARKS) throw refusal(input, `it has more than ${MAX_BENCHMARKS} rows`)
    const [head = [], ...body] = rows
    if (body.length === 0) throw refusal(input, 'it holds no row')
    const warnings = [
      'Locust rounds the median and all percentiles to whole milliseconds or coarser: time is the average',
    ]
    const benchmarks = body.map((row, index) => {
      // Cut off: a row that ends early would be read as one without errors.
      if (row.length < head.length) throw refusal(input, `row ${index + 2} ends early`)
      return benchmarkOfRow(new Map(head.map((name, column) => [name, row[column] ?? ''])), warnings)
    })
    return { tool: 'locust', version: null, environment: {}, benchmarks, warnings }
  },
}

function statsOf(input: Input): string[] {
  const texts = input.files === null ? [input.text] : [...input.files.values()]
  return texts.filter((text) => text.startsWith(START))
}

function whatItIs({ text }: Input): string {
  const other = [...OTHERS].find(([start]) => text.startsWith(start))?.[1]
  return other === undefined
    ? 'is no stats file of Locust (PREFIX_stats.csv of --csv PREFIX)'
    : `is ${other} of Locust; what is read is the stats file, PREFIX_stats.csv`
}

function benchmarkOfRow(row: ReadonlyMap<string, string>, warnings: string[]): IngestedBenchmark {
  const value = (column: string): number | null => {
    const text = row.get(column)?.trim() ?? ''
    // N/A where nothing was asked; Number('') would be 0.
    return text === '' || text === 'N/A' ? null : Number(text)
  }
  const [type, name] = [row.get('Type') ?? '', row.get('Name') ?? '']
  const title = type === '' ? name : `${type} ${name}`
  const count = value('Request Count') ?? 0
  const failures = value('Failure Count')
  const scaled = (column: string) => {
    const ms = value(column)
    return ms === null ? null : ms * 1e6
  }
  const time = (
    id: string,
    statistic: 'mean' | 'median' | 'min' | 'max' | 'other',
    column: string,
  ): MetricDraft => ({
    id,
    unit: 'ns',
    better: 'lower',
    data: summary(statistic, scaled(column), { count }),
  })
  const percentiles = [...row.keys()].filter((column) => /^[0-9.]{1,10}%$/.test(column) && column !== '100%')
  const drafts: MetricDraft[] = [
    time('time', 'mean', 'Average Response Time'),
    {
      id: 'throughput',
      unit: 'ops/s',
      better: 'higher',
      data: summary('mean', value('Requests/s'), { count }),
    },
    {
      id: 'error-rate',
      unit: 'fraction',
      better: 'lower',
      data: summary('mean', failures === null ? null : Math.min(1, failures / count), { count }),
    },
    time('time.p50', 'median', 'Median Response Time'),
    ...percentiles.map((column) => time(`time.p${column.slice(0, -1)}`, 'other', column)),
    time('time.min', 'min', 'Min Response Time'),
    time('time.max', 'max', 'Max Response Time'),
    {
      id: 'content-size',
      unit: 'B',
      better: null,
      data: summary('mean', value('Average Content Size'), { count }),
    },
  ]
  const metrics = count > 0 ? soundMetrics(title, drafts, warnings) : []
  return benchmarkOf({ name: title, metrics, failure: 'no request was made' })
}
