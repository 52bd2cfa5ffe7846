import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { isRecord, quantity, shaped } from '../forms/json.ts'
import { ESCAPE, linesOf, withoutColours } from '../forms/lines.ts'
import { type Maybe, relativeMargin, samples, summary, THROUGHPUT, time } from '../forms/metrics.ts'
import { grouped } from '../forms/numbers.ts'
import type { Found, ResultsBuilder } from '../results-builder.ts'

/** The relative margin that Benchmark.js states is that of a 95 % interval of the mean. */
const RME_LEVEL = 0.95
/** ` x 1,234 ops/sec ±1.00% (90 runs sampled)`: names may hold " x " too, numbers may not. */
const RESULT = / x (\S+) ops\/sec ±(\S+)% \((\S+) runs? sampled\)\s*$/
const RATE = ' ops/sec ±'
const MAX_LINE = 2000

const dump = z.array(
  z.object({
    name: z.string(),
    hz: quantity,
    error: z.unknown().optional(),
    stats: z.object({ sample: z.array(z.unknown()), rme: quantity }),
  }),
)

/**
 * Reads what `String(event.target)` of Benchmark.js prints, or a list of `{ name, hz, stats }` that a script
 * writes.
 */
export const benchmarkjs = adapter({
  name: 'benchmarkjs',
  title:
    'Benchmark.js: its lines "name x 1,234 ops/sec ±1.00% (90 runs sampled)", or JSON of { name, hz, stats }',
  tool: 'Benchmark.js',
  empty: 'no line reads "name x 1,234 ops/sec ±1.00% (90 runs sampled)"',

  recognises: ({ json, text }) =>
    json === undefined ? new RegExp(RESULT, 'm').test(asShown(text)) : isDump(json),

  read(input, results) {
    if (input.json === undefined) addPrinted(input.text, results)
    else addDumped(shaped(dump, input, 'a script of Benchmark.js'), results)
  },
})

function isDump(json: unknown): boolean {
  const first = Array.isArray(json) ? json[0] : null
  return isRecord(first) && 'hz' in first && isRecord(first.stats) && Array.isArray(first.stats.sample)
}

function addDumped(list: z.infer<typeof dump>, results: ResultsBuilder): void {
  for (const { name, hz, error, stats } of list) {
    const { sample, rme } = stats
    // A benchmark that threw has hz 0 and an empty sample, and its error is {} unless the script wrote its
    // message.
    if (error != null || sample.length === 0)
      results.add({ name, status: 'failed', message: typeof error === 'string' ? error : null })
    // Each value is the mean of one cycle of `count` calls.
    else results.add({ name, metrics: [samples(time(1e9), 'batch', [sample]), rate(hz, rme, sample.length)] })
  }
}

/** At the end of a line nothing is written over it. Each run is looked at once, from its start. */
const AT_END = /(?<!\r)\r+(?=\n|(?![^]))/g
/** What takes the cursor back to the start of its line, with all that the line had until then. */
const UNTIL_HOME = new RegExp(String.raw`^.*(?:\r|${ESCAPE}\[(?:[01]?G|2K))`, 'gm')

/** Lines as a screen shows them in the end: scripts write each cycle over the one before. */
const asShown = (text: string): string =>
  text.includes(ESCAPE) || text.includes('\r')
    ? withoutColours(text.replaceAll(AT_END, '').replaceAll(UNTIL_HOME, ''))
    : text

function addPrinted(text: string, results: ResultsBuilder): void {
  for (const line of linesOf(asShown(text), MAX_LINE)) {
    const [result, ...words] = RESULT.exec(line) ?? []
    const name = result === undefined ? '' : line.slice(0, -result.length).trim()
    if (name !== '') results.add(resultOf(name, words, results))
    else if (line.includes(RATE)) results.unread.add('form', line)
    else if (line.endsWith(': ') && line.length > 2) {
      // Benchmark.js prints the error behind the colon, and of an Error that is nothing.
      results.add({ name: line.slice(0, -2), status: 'failed' })
    }
  }
}

function resultOf(name: string, words: readonly string[], results: ResultsBuilder): Found {
  const numbers = words.map((word) => (/^(?:Infinity|NaN)$/.test(word) ? Number(word) : grouped(word)))
  const [hz, rme, runs] = numbers
  const odd = numbers.indexOf(null)
  if (odd !== -1) return results.unreadable({ name }, words[odd])
  return { name, metrics: [rate(hz, rme, runs!)] }
}

const rate = (hz: Maybe, rme: Maybe, count: number): IngestedMetric | null =>
  summary(THROUGHPUT, 'mean', hz, { spread: relativeMargin(rme, RME_LEVEL), count })
