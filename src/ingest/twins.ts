import type { IngestedBenchmark } from '../model/result-file.ts'
import type { Input } from './adapter.ts'
import { refusal } from './forms/json-shape.ts'

/** Room for the largest suites; a file with more is no result of benchmarks. */
export const MAX_BENCHMARKS = 20_000

/** The benchmarks, each with a key of its own; throws where two share one, because nobody could say which is compared with which. */
export function withoutTwins(
  input: Input,
  benchmarks: IngestedBenchmark[],
  remedy: string,
): IngestedBenchmark[] {
  const keys = new Set<string>()
  for (const { key } of benchmarks) {
    if (keys.has(key)) {
      throw refusal(input, `two benchmarks are called ${JSON.stringify(key.slice(0, MAX_SHOWN))}; ${remedy}`)
    }
    keys.add(key)
  }
  return benchmarks
}

const MAX_SHOWN = 200
