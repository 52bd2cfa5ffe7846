import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { isRecord, quantity, shaped } from '../forms/json.ts'
import { linesOf } from '../forms/lines.ts'
import { type Maybe, relativeMargin, samples, summary, THROUGHPUT, time } from '../forms/metrics.ts'
import type { Found, ResultsBuilder } from '../results-builder.ts'

/** The relative margin that Benchmark.js states is that of a 95 % interval of the mean. */
const RME_LEVEL = 0.95
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

  recognises: ({ json, text }) => (json === undefined ? text.includes(RATE) : isDump(json)),

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

function addPrinted(text: string, results: ResultsBuilder): void {
  for (const line of linesOf(text, MAX_LINE)) {
    const found = resultOf(line)
    if (found !== null) results.add(found)
    else if (line.includes(RATE)) {
      results.warnings.push(`line ${JSON.stringify(line.slice(0, 100))} could not be read`)
    } else if (line.endsWith(': ') && line.length > 2) {
      // Benchmark.js prints the error behind the colon, and of an Error that is nothing.
      results.add({ name: line.slice(0, -2), status: 'failed' })
    }
  }
}

function resultOf(line: string): Found | null {
  // Names may hold " x " too, numbers may not.
  const at = line.lastIndexOf(' x ')
  const match = /^([\d,.]+|Infinity|NaN) ops\/sec ±([\d.]+|Infinity|NaN)% \((\d+) runs? sampled\)\s*$/.exec(
    line.slice(at + 3),
  )
  if (at <= 0 || match === null) return null
  const [hz, rme, runs] = match.slice(1).map((word) => Number(word.replaceAll(',', '')))
  return { name: line.slice(0, at), metrics: [rate(hz, rme, runs!)] }
}

const rate = (hz: Maybe, rme: Maybe, count: number): IngestedMetric | null =>
  summary(THROUGHPUT, 'mean', hz, { spread: relativeMargin(rme, RME_LEVEL), count })
