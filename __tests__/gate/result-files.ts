import { parseConfig } from '../../src/config/parse.ts'
import type { NamedResults } from '../../src/gate/read-results.ts'
import type { Config } from '../../src/model/config.ts'
import type { IngestedBenchmark, IngestedMetric, MetricData } from '../../src/model/result-file.ts'

export function configOf(text: string): Config {
  const parsed = parseConfig(text, 'benchgate.yml')
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed.config
}

export const exact = (value: number): MetricData => ({ kind: 'exact', value })
export const samples = (...values: number[]): MetricData => ({
  kind: 'samples',
  of: 'iteration',
  groups: [values],
})
export const alone = (value: number): MetricData => ({
  kind: 'summary',
  statistic: 'mean',
  centre: value,
  spread: null,
  count: null,
})

type Given = Partial<Omit<IngestedMetric, 'data'>> & { data: MetricData }

/** Times in ns, sizes in bytes, or whatever else is said. */
const METRICS: Record<string, Omit<IngestedMetric, 'data' | 'id'>> = {
  time: { unit: 'ns', better: 'lower' },
  throughput: { unit: 'ops/s', better: 'higher' },
  size: { unit: 'B', better: 'lower' },
  'error-rate': { unit: 'fraction', better: 'lower' },
}

/** A benchmark of a result file; a message makes it one that failed. */
export function benchmark(
  key: string,
  metrics: Record<string, MetricData | Given> | string,
  more: Partial<IngestedBenchmark> = {},
): IngestedBenchmark {
  const failed = typeof metrics === 'string'
  return {
    key,
    occurrence: 1,
    suite: null,
    path: [],
    name: key,
    params: {},
    status: failed ? 'failed' : 'ok',
    message: failed ? metrics : null,
    metrics: failed
      ? []
      : Object.entries(metrics).map(([id, given]) => {
          const whole = 'data' in given ? given : { data: given }
          return { id, ...(METRICS[id] ?? { unit: '', better: null }), ...whole }
        }),
    ...more,
  }
}

let count = 0

/** What one run of a tool left, under a name of its own. */
export const file = (...benchmarks: IngestedBenchmark[]): NamedResults => ({
  name: `out/${count++}.json`,
  file: { tool: 'a tool', version: '2', environment: {}, benchmarks, warnings: [] },
})
