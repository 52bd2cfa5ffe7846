import { z } from 'zod'
import type { Adapter } from '../adapter.ts'
import { at } from '../forms/at.ts'
import { MAX_BENCHMARKS, benchmarkOf, samples, soundMetrics } from '../benchmark.ts'
import { isRecord, shaped } from '../forms/json-shape.ts'

const metadata = z.record(z.string(), z.unknown()).default({})
const schema = z.object({
  metadata,
  benchmarks: z
    .array(
      z.object({
        metadata,
        // One run is one process. The first calibrates and has no values.
        runs: z.array(z.object({ metadata, values: z.array(z.number().nullable()).nullish() })),
      }),
    )
    .max(MAX_BENCHMARKS),
})

const UNITS = new Map([
  ['second', { id: 'time', unit: 'ns', better: 'lower', factor: 1e9 }],
  ['byte', { id: 'memory', unit: 'B', better: 'lower', factor: 1 }],
  ['integer', { id: 'value', unit: 'count', better: null, factor: 1 }],
] as const)

const ENVIRONMENT = ['python_version', 'python_implementation', 'platform', 'cpu_model_name', 'cpu_count']

/** Reads pyperf's JSON: each process is a group, its calibration and warm-ups are left out. */
export const pyperf: Adapter = {
  name: 'pyperf',
  title: 'pyperf: JSON of -o FILE',
  recognises: ({ json }) => {
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
  read: (input) => {
    const file = shaped(schema, input, 'pyperf')
    const warnings: string[] = []
    const benchmarks = file.benchmarks.map(({ metadata, runs }, index) => {
      // What all benchmarks share is written once, in the file's own metadata.
      const word = (key: string): string | null => {
        const found = [metadata[key], file.metadata[key], runs[0]?.metadata[key]].find(
          (value) => typeof value === 'string',
        )
        return typeof found === 'string' ? found : null
      }
      const name = word('name') ?? `benchmark ${index + 1}`
      const unit = word('unit') ?? 'second'
      const known = UNITS.get(unit as 'second')
      if (known === undefined)
        warnings.push(`${name}: the unit ${JSON.stringify(unit.slice(0, 50))} is not known`)
      const { factor, ...named } = known ?? { id: 'value', unit, better: null, factor: 1 }
      const groups = runs
        .map(({ values }) => (values ?? []).map((value) => (value === null ? Number.NaN : value * factor)))
        .filter((values) => values.length > 0)
      const drafts = [{ ...named, data: samples('batch', groups) }]
      const metrics = groups.length === 0 ? [] : soundMetrics(name, drafts, warnings)
      return benchmarkOf({ name, metrics, failure: 'no process measured a value' })
    })
    const version = [file.metadata['pyperf_version'], file.metadata['perf_version']].find(
      (v) => typeof v === 'string',
    )
    const environment = Object.fromEntries(
      ENVIRONMENT.flatMap((key) => {
        const value = file.metadata[key]
        return typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : []
      }),
    )
    return {
      tool: 'pyperf',
      version: typeof version === 'string' ? version : null,
      environment,
      benchmarks,
      warnings,
    }
  },
}
