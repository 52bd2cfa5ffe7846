import { createHash } from 'node:crypto'
import { type Run, RUN_SCHEMA, type StoredMetric } from '../../src/model/stored-run.ts'
import { createRandom } from '../../src/stats/random.ts'

/** An id that looks like a commit's, the same for the same text. */
export const shaOf = (text: string): string => createHash('sha1').update(text).digest('hex')

export function sampleMetric(more: Partial<StoredMetric> = {}): StoredMetric {
  return {
    metric: 'time',
    unit: 'ns',
    better: 'lower',
    values: [4_210_000, 4_250_000],
    change: null,
    verdict: null,
    ...more,
  }
}

/** A run of the commit that is called `name`; each name is recorded a minute after the one before. */
export function sampleRun(name: string | number, more: Partial<Run> = {}): Run {
  const index = typeof name === 'number' ? name : 0
  const recordedAt = new Date(Date.UTC(2026, 10, 20, 10, 0, 0) + index * 60_000).toISOString()
  return {
    schema: RUN_SCHEMA,
    commit: {
      sha: shaOf(`commit ${name}`),
      parent: typeof name === 'number' && name > 0 ? shaOf(`commit ${name - 1}`) : null,
      time: recordedAt,
      subject: `Change ${name}`,
    },
    ref: 'refs/heads/main',
    run: { id: '8123456', attempt: 1, recordedAt, key: 'default' },
    environment: {
      cpu: 'AMD EPYC 7763 64-Core Processor',
      cores: 4,
      os: 'Linux 6.8.0 x64',
      image: 'ubuntu24 20261101.1.0',
      node: 'v24.21.0',
      nodeFlags: [],
      mitata: '1.0.34',
      ci: true,
    },
    config: '0123456789abcdef',
    seed: 'seed',
    benchmarks: [{ id: 'parser/large', suite: 'benchmarks/parser.bench.ts', metrics: [sampleMetric()] }],
    ...more,
  }
}

/** A run with as many benchmarks, each with two metrics of 32 processes: 32 values that noise makes different. */
export function largeRun(index: number, benchmarks: number): Run {
  const random = createRandom(`run ${index}`).uniform
  const values = (centre: number) => Array.from({ length: 32 }, () => centre * (0.97 + 0.06 * random()))
  const change = { effect: 0.0123456, log: 0.0122701, low: -0.0034567, high: 0.0278901, pairs: 32 }
  return sampleRun(index, {
    benchmarks: Array.from({ length: benchmarks }, (_, i) => ({
      id: `group ${i % 20}/benchmark number ${i}`,
      suite: `benchmarks/suite-${i % 20}.bench.ts`,
      metrics: [
        sampleMetric({ values: values(1234 * (i + 1)), change, verdict: 'unchanged' }),
        sampleMetric({ metric: 'time.p99', values: values(2345 * (i + 1)), change, verdict: 'unchanged' }),
      ],
    })),
  })
}
