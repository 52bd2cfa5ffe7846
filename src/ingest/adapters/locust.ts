import { adapter, type Input } from '../adapter.ts'
import { csvRows } from '../forms/csv.ts'
import { ERROR_RATE, parts, summary, THROUGHPUT, time } from '../forms/metrics.ts'
import { decimal } from '../forms/numbers.ts'
import { refusal } from '../refusal.ts'
import { type Found, MAX_BENCHMARKS, type ResultsBuilder } from '../results-builder.ts'

const START = 'Type,Name,Request Count,'
/** The other files of --csv, by how they start. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['Timestamp,User Count,', 'the history'],
  ['Method,Name,Error,', 'the list of failures'],
  ['Count,Message,Traceback', 'the list of exceptions'],
])
const MAX_COLUMNS = 200

/** Reads Locust's stats file: one benchmark a row, `Aggregated` among them. */
export const locust = adapter({
  name: 'locust',
  title: 'Locust: PREFIX_stats.csv of --csv PREFIX',
  empty: 'it holds no row',
  recognises: (input) => statsOf(input).length === 1,

  read(input, results) {
    const [text, second] = statsOf(input)
    if (second !== undefined) throw refusal(input, 'it holds several stats files: name one')
    if (text === undefined) throw refusal(input, whatItIs(input))
    // One more than may be, beside the head, so that too many are seen.
    const rows = csvRows(text, MAX_BENCHMARKS + 2, MAX_COLUMNS)
    if (rows === null)
      throw refusal(input, `a quote in it does not end, or a row has more than ${MAX_COLUMNS} columns`)
    const [head = [], ...body] = rows
    results.warnings.push(
      'Locust rounds the median and all percentiles to whole milliseconds or coarser: time is the average',
    )
    for (const [index, row] of body.entries()) {
      // Cut off: a row that ends early would be read as one without errors.
      if (row.length < head.length) throw refusal(input, `row ${index + 2} ends early`)
      results.add(benchmarkOf(new Map(head.map((name, column) => [name, row[column] ?? ''])), results))
    }
  },
})

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

function benchmarkOf(row: ReadonlyMap<string, string>, results: ResultsBuilder): Found {
  const value = (column: string): number | null => decimal(row.get(column)?.trim())
  const name = [row.get('Type'), row.get('Name')].filter(Boolean).join(' ')
  const written = [...row].filter(([column]) => column !== 'Type' && column !== 'Name')
  // N/A where nothing was asked.
  const odd = written.find(([, text]) => !['', 'N/A'].includes(text.trim()) && decimal(text.trim()) === null)
  if (odd !== undefined) return results.unreadable({ name }, odd[1])
  const count = value('Request Count') ?? 0
  if (!(count > 0)) return { name, status: 'failed', message: 'no request was made' }
  const failures = value('Failure Count')
  const ms = time(1e6)
  const percentiles = [...row.keys()].filter((column) => /^[0-9.]{1,10}%$/.test(column) && column !== '100%')
  const entries = percentiles.map((column) => [`p${column.slice(0, -1)}`, value(column)] as const)
  return {
    name,
    metrics: [
      summary(ms, 'mean', value('Average Response Time'), { count }),
      summary(THROUGHPUT, 'mean', value('Requests/s'), { count }),
      summary(ERROR_RATE, 'mean', failures === null ? null : Math.min(1, failures / count), { count }),
      summary({ ...ms, id: 'time.p50' }, 'median', value('Median Response Time'), { count }),
      ...parts(ms, Object.fromEntries(entries), count),
      ...parts(ms, { min: value('Min Response Time'), max: value('Max Response Time') }, count),
      summary({ id: 'content-size', unit: 'B', better: null }, 'mean', value('Average Content Size'), {
        count,
      }),
    ],
  }
}
