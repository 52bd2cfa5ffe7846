import { join } from 'node:path'
import { understand } from '../src/ingest/ingest.ts'
import { readInput } from '../src/ingest/read-input.ts'
import { ADAPTERS } from '../src/ingest/registry.ts'
import type { FORMATS } from '../src/model/formats.ts'
import type { IngestedMetric, SampleUnit } from '../src/model/result-file.ts'
import { type Blocks, code, table } from './blocks.ts'

// What docs/tools says of each adapter, from the adapter itself and from files that its tool wrote.

type Format = (typeof FORMATS)[number]

const SAMPLES_AT = join(import.meta.dirname, '../__tests__/fixtures/formats')

/** Files of each tool that show together which metrics it has. */
const SAMPLES: Record<Format, readonly string[]> = {
  mitata: ['mitata/a.json', 'mitata/with-samples.json'],
  vitest: ['vitest/v5-a.json', 'vitest/v3-a.json'],
  custom: ['custom/a.json'],
  go: ['go/a.txt'],
  'pytest-benchmark': ['pytest-benchmark/a.json'],
  criterion: ['criterion/a'],
  'cargo-criterion': ['cargo-criterion/a.ndjson'],
  'criterion-text': ['criterion/console-a.txt'],
  libtest: ['libtest/a.txt'],
  divan: ['divan/a.txt'],
  hyperfine: ['hyperfine/a.json'],
  tinybench: ['tinybench/retain-samples.json', 'tinybench/a.json'],
  benchmarkjs: ['benchmarkjs/a.txt', 'benchmarkjs/a.stats.json'],
  deno: ['deno/a.json'],
  'google-benchmark': ['google-benchmark/a.json'],
  jmh: ['jmh/a.json'],
  benchmarkdotnet: ['benchmarkdotnet/a.json'],
  'size-limit': ['size-limit/a.json'],
  k6: ['k6/summary-export.json', 'k6/handle-summary.json'],
  autocannon: ['autocannon/a.json'],
  locust: ['locust/a_stats.csv'],
  artillery: ['artillery/a.json'],
  catch2: ['catch2/a.xml'],
  pyperf: ['pyperf/a.json'],
  asv: ['asv/v2.json'],
  gungraun: ['gungraun/a.txt'],
  iai: ['iai/a.txt'],
  'benchmarktools-jl': ['benchmarktools-jl/a.json'],
  lighthouse: ['lighthouse/a.json'],
  openmetrics: ['openmetrics/a.openmetrics.txt'],
  'time-v': ['time-v/a.txt'],
  bmf: ['bmf/a.json'],
}

/** What stands for metrics that the suite in a sample made up; null: nothing. */
const OF_THE_SUITE: Partial<Record<Format, Record<string, string | null>>> = {
  go: { 'items/op': 'a unit of `b.ReportMetric`', 'p99-ns/op': 'a time of `b.ReportMetric`' },
  'google-benchmark': { depth: 'a counter of your own', rate: null },
  'pytest-benchmark': { elements: 'a number of `extra_info`' },
}

const UNITS: Readonly<Record<string, string>> = {
  ns: 'time',
  'ops/s': 'per second',
  B: 'bytes',
  'B/s': 'bytes per second',
  fraction: 'share',
  '': 'none',
}
const EACH: Record<SampleUnit, string> = {
  iteration: 'every iteration',
  batch: 'every batch',
  round: 'every round',
  repetition: 'every repetition',
  process: 'every process',
}

const STATISTICS = {
  mean: 'the mean',
  median: 'the median',
  min: 'the minimum',
  max: 'the maximum',
  other: 'the value as given',
}

function takenAs({ data }: IngestedMetric): string {
  if (data.kind === 'samples') return EACH[data.of]
  if (data.kind === 'exact') return 'exact'
  return STATISTICS[data.statistic]
}

/** The blocks of docs/tools: `tools`, the index, and `metrics <format>` of each page. */
export async function toolBlocks(): Promise<Blocks> {
  const rows = ADAPTERS.map(({ name, title }) => [`[${code(name)}](${name}.md)`, title])
  const metrics = await Promise.all(ADAPTERS.map(({ name }) => metricsOf(name as Format)))
  return {
    tools: () => table(['`format:`', 'reads'], rows),
    ...Object.fromEntries(metrics.map((text, at) => [`metrics ${ADAPTERS[at]!.name}`, () => text])),
  }
}

async function metricsOf(format: Format): Promise<string> {
  const rows = new Map<string, { cells: readonly string[]; taken: Set<string> }>()
  for (const sample of SAMPLES[format]) {
    const { file } = understand(await readInput(join(SAMPLES_AT, sample)), format)
    for (const metric of file.benchmarks.flatMap(({ metrics }) => metrics)) {
      const own = OF_THE_SUITE[format]?.[metric.id]
      if (own === null) continue
      const cells = [own ?? code(metric.id), metric.better ?? '_unknown_', UNITS[metric.unit] ?? metric.unit]
      const row = rows.get(cells.join()) ?? { cells, taken: new Set<string>() }
      row.taken.add(takenAs(metric))
      rows.set(cells.join(), row)
    }
  }
  return table(
    ['metric', 'better', 'unit', 'taken as'],
    [...rows.values()].map(({ cells, taken }) => [...cells, [...taken].join(' or ')]),
  )
}
