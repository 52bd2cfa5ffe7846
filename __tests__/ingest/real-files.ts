import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IngestedBenchmark, IngestedMetric, ResultFile } from '../../src/model/result-file.ts'
import { ingest } from '../../src/ingest/ingest.ts'

export const FIXTURES = join(import.meta.dirname, '../fixtures/formats')
/** Outputs of all tools, of which some may not be copied here; tests that need them are skipped where they are not. */
export const SHARED =
  process.env.BENCHGATE_SHARED ?? join(import.meta.dirname, '../../../shared/data/formats')
export const hasShared = existsSync(SHARED)

/** A result file of this repository as `benchgate ingest` understands it. */
export const fixture = (name: string, format: string | null = null): ResultFile =>
  ingest({ path: name, bytes: readFileSync(join(FIXTURES, name)), files: null }, format)

/** A result file of the shared ones. */
export const shared = (name: string, format: string | null = null): ResultFile =>
  ingest({ path: name, bytes: readFileSync(join(SHARED, name)), files: null }, format)

/** Text as if it were a file. */
export const text = (content: string | object, format: string | null = null): ResultFile =>
  ingest(
    {
      path: 'results.txt',
      bytes: typeof content === 'string' ? content : JSON.stringify(content),
      files: null,
    },
    format,
  )

/** One benchmark of a file; throws where it is not there. */
export function benchmark(file: ResultFile, key: string): IngestedBenchmark {
  const found = file.benchmarks.find((benchmark) => benchmark.key === key)
  if (found === undefined)
    throw new Error(`${key} is not among ${file.benchmarks.map(({ key }) => key).join(', ')}`)
  return found
}

/** One metric of one benchmark; throws where it is not there. */
export function metric(file: ResultFile, key: string, id: string): IngestedMetric {
  const { metrics } = benchmark(file, key)
  const found = metrics.find((metric) => metric.id === id)
  if (found === undefined)
    throw new Error(`${key} has ${metrics.map(({ id }) => id).join(', ')} and no ${id}`)
  return found
}

/** One number for a metric: the median of its values, else its centre. */
function centre({ data }: IngestedMetric): number {
  if (data.kind === 'exact') return data.value
  if (data.kind === 'summary') return data.centre
  const values = data.groups.flat().sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)]!
}

/** b's metric by a's. */
export const ratio = (a: ResultFile, b: ResultFile, key: string, id: string): number =>
  centre(metric(b, key, id)) / centre(metric(a, key, id))
