import { z } from 'zod'
import { adapter } from '../adapter.ts'
import { at, isRecord, shaped, values } from '../forms/json.ts'
import { MEMORY, type Metric, samples, time } from '../forms/metrics.ts'

const metadata = z.record(z.string(), z.unknown()).default({})
const schema = z.object({
  metadata,
  benchmarks: z.array(
    z.object({
      metadata,
      // One run is one process. The first calibrates and has no values.
      runs: z.array(z.object({ metadata, values })),
    }),
  ),
})

const METRICS: ReadonlyMap<string, Metric> = new Map([
  ['second', time(1e9)],
  ['byte', MEMORY],
  ['integer', { id: 'value', unit: 'count', better: null }],
])

/** Reads pyperf's JSON: each process is a group, its calibration and warm-ups are left out. */
export const pyperf = adapter({
  name: 'pyperf',
  title: 'pyperf: JSON of -o FILE',

  recognises({ json }) {
    const benchmarks = at(json, 'benchmarks')
    if (!Array.isArray(benchmarks) || typeof at(json, 'version') !== 'string') return false
    const run = at(benchmarks[0], 'runs')
    return (
      Array.isArray(run) &&
      !isRecord(at(json, 'context')) &&
      (isRecord(at(run[0], 'metadata')) ||
        Array.isArray(at(run[0], 'values')) ||
        Array.isArray(at(run[0], 'warmups')))
    )
  },

  read(input, results) {
    const file = shaped(schema, input, 'pyperf')
    const { python_version, python_implementation, platform, cpu_model_name, cpu_count } = file.metadata
    results.version = firstText(file.metadata['pyperf_version'], file.metadata['perf_version'])
    results.describe({ python_version, python_implementation, platform, cpu_model_name, cpu_count })
    for (const [index, { metadata, runs }] of file.benchmarks.entries()) {
      // What all benchmarks share is written once, in the file's own metadata.
      const word = (key: string) => firstText(metadata[key], file.metadata[key], runs[0]?.metadata[key])
      const name = word('name') ?? `benchmark ${index + 1}`
      const unit = word('unit') ?? 'second'
      const metric = METRICS.get(unit) ?? { id: 'value', unit, better: null }
      if (!METRICS.has(unit))
        results.warnings.push(`${name}: the unit ${JSON.stringify(unit.slice(0, 50))} is not known`)
      const groups = runs.map(({ values }) => values ?? [])
      const metrics = [samples(metric, 'batch', groups)]
      const measured = groups.some(({ length }) => length > 0)
      results.add({
        name,
        metrics,
        measures: metric,
        message: measured ? null : 'no process measured a value',
      })
    }
  },
})

const firstText = (...values: readonly unknown[]): string | null =>
  values.find((value) => typeof value === 'string') ?? null
