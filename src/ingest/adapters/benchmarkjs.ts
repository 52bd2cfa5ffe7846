import { z } from 'zod'
import type { IngestedBenchmark } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { MAX_BENCHMARKS } from '../benchmark.ts'
import { Collected, unmeasured } from '../collect.ts'
import { isRecord, quantity, refusal, shaped } from '../forms/json-shape.ts'
import { keyOf } from '../forms/key.ts'
import { linesOf } from '../forms/lines.ts'
import { THROUGHPUT, timeMetric } from '../forms/time-metrics.ts'

const NS_PER_S = 1e9
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

/** Reads what `String(event.target)` of Benchmark.js prints, or a list of `{ name, hz, stats }` that a script writes. */
export const benchmarkjs: Adapter = {
  name: 'benchmarkjs',
  title:
    'Benchmark.js: its lines "name x 1,234 ops/sec ±1.00% (90 runs sampled)", or JSON of { name, hz, stats }',

  recognises: ({ json, text }) => (json === undefined ? text.includes(RATE) : isDump(json)),

  read(input) {
    const warnings: string[] = []
    const benchmarks = input.json === undefined ? printed(input, warnings) : dumped(input, warnings)
    return { tool: 'Benchmark.js', version: null, environment: {}, benchmarks, warnings }
  },
}

function isDump(json: unknown): boolean {
  const first = Array.isArray(json) ? json[0] : null
  return isRecord(first) && 'hz' in first && isRecord(first.stats) && Array.isArray(first.stats.sample)
}

function dumped(input: Input, warnings: string[]): IngestedBenchmark[] {
  return shaped(dump, input, 'a script of Benchmark.js').map(({ name, hz, error, stats }) => {
    const collected = new Collected(keyOf([name], {}), warnings)
    // A benchmark that threw has hz 0 and an empty sample, and its error is {} unless the script wrote its message.
    if (error != null || stats.sample.length === 0)
      return named(name, unmeasured('failed', typeof error === 'string' ? error : null))
    // Each value is the mean of one cycle of `count` calls.
    collected.samples(timeMetric(NS_PER_S), 'batch', [stats.sample])
    addRate(collected, hz, stats.rme, stats.sample.length)
    return named(name, collected.outcome())
  })
}

function printed(input: Input, warnings: string[]): IngestedBenchmark[] {
  const benchmarks: IngestedBenchmark[] = []
  for (const line of linesOf(input.text)) {
    if (line.length > MAX_LINE) continue
    if (benchmarks.length > MAX_BENCHMARKS)
      throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks; write several files`)
    const rate = rateOf(line)
    if (rate !== null) {
      const collected = new Collected(keyOf([rate.name], {}), warnings)
      addRate(collected, rate.hz, rate.rme, rate.runs)
      benchmarks.push(named(rate.name, collected.outcome()))
    } else if (line.includes(RATE)) {
      warnings.push(`line ${JSON.stringify(line.slice(0, 100))} could not be read`)
    } else if (line.endsWith(': ') && line.length > 2) {
      // Benchmark.js prints the error behind the colon, and of an Error that is nothing.
      benchmarks.push(named(line.slice(0, -2), unmeasured('failed', null)))
    }
  }
  if (benchmarks.length === 0)
    throw refusal(input, 'no line reads "name x 1,234 ops/sec ±1.00% (90 runs sampled)"')
  return benchmarks
}

function rateOf(line: string): { name: string; hz: number; rme: number; runs: number } | null {
  // Names may hold " x " too, numbers may not.
  const at = line.lastIndexOf(' x ')
  if (at <= 0) return null
  const match = /^([\d,.]+|Infinity|NaN) ops\/sec ±([\d.]+|Infinity|NaN)% \((\d+) runs? sampled\)\s*$/.exec(
    line.slice(at + 3),
  )
  if (match === null) return null
  const [, hz, rme, runs] = match
  return {
    name: line.slice(0, at),
    hz: Number(hz!.replaceAll(',', '')),
    rme: Number(rme),
    runs: Number(runs),
  }
}

function addRate(
  collected: Collected,
  hz: number | null | undefined,
  rme: number | null | undefined,
  count: number,
): void {
  const spread = rme == null ? null : ({ kind: 'rme', value: rme / 100, level: RME_LEVEL } as const)
  collected.summary(THROUGHPUT, 'mean', hz, { spread, count })
}

function named(
  name: string,
  outcome: Pick<IngestedBenchmark, 'status' | 'message' | 'metrics'>,
): IngestedBenchmark {
  return { key: keyOf([name], {}), suite: null, path: [], name, params: {}, ...outcome }
}
