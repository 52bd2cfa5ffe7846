import { z } from 'zod'
import type { IngestedBenchmark } from '../../model/result-file.ts'
import type { Adapter } from '../adapter.ts'
import { Collected, bounds, unmeasured } from '../collect.ts'
import { keyOf } from '../forms/key.ts'
import { isRecord, quantity, shaped } from '../forms/json-shape.ts'
import { ALLOCATED, timeMetric } from '../forms/time-metrics.ts'

const MAX_COUNTER_DEPTH = 3

const statistics = z.object({
  samples: z.array(z.unknown()).nullish(),
  min: quantity,
  p25: quantity,
  p50: quantity,
  p75: quantity,
  p99: quantity,
  avg: quantity,
  ticks: quantity,
  heap: z.object({ avg: quantity, min: quantity, max: quantity }).nullish(),
  counters: z.unknown().optional(),
})

const file = z.object({
  layout: z.array(z.object({ name: z.string().nullish() })),
  benchmarks: z.array(
    z.object({
      alias: z.string(),
      group: z.number(),
      runs: z.array(
        z.object({
          name: z.string(),
          args: z.unknown().optional(),
          stats: statistics.nullish(),
          error: z.unknown().optional(),
        }),
      ),
    }),
  ),
  context: z.object({
    arch: z.string().nullish(),
    runtime: z.string().nullish(),
    version: z.string().nullish(),
    cpu: z.object({ name: z.string().nullish() }).nullish(),
  }),
})

type Run = z.infer<typeof file>['benchmarks'][number]['runs'][number]

/** Reads `run({ format: 'json' })` of mitata 1. Its `stats.gc` is left out: it times the collections that mitata forces. */
export const mitata: Adapter = {
  name: 'mitata',
  title: "mitata: JSON of run({ format: 'json' })",

  recognises: ({ json }) =>
    isRecord(json) && Array.isArray(json.layout) && Array.isArray(json.benchmarks) && isRecord(json.context),

  read(input) {
    const { layout, benchmarks, context } = shaped(file, input, 'mitata')
    const warnings: string[] = []
    const read = benchmarks.flatMap(({ alias, group, runs }) =>
      runs.map((run) => benchmarkOf(run, alias, layout[group]?.name ?? null, warnings)),
    )
    const environment = {
      runtime: [context.runtime, context.version].filter(Boolean).join(' '),
      arch: context.arch ?? '',
      cpu: context.cpu?.name ?? '',
    }
    return {
      tool: 'mitata',
      // `context.version` is that of the runtime; mitata's own is not in the file.
      version: null,
      environment: Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')),
      benchmarks: read,
      warnings,
    }
  },
}

function benchmarkOf(run: Run, alias: string, group: string | null, warnings: string[]): IngestedBenchmark {
  const params = Object.fromEntries(
    Object.entries(isRecord(run.args) ? run.args : {}).map(([name, value]) => [name, argumentText(value)]),
  )
  // mitata writes the arguments into the name where its alias asks for them; elsewhere all runs have one name.
  const unnamed = Object.entries(params).filter(([name]) => !alias.includes(`$${name}`))
  const key = keyOf([group, run.name], Object.fromEntries(unnamed))
  return {
    key,
    suite: null,
    path: group === null ? [] : [group],
    name: run.name,
    params,
    ...measured(run, key, warnings),
  }
}

function measured(run: Run, key: string, warnings: string[]) {
  if (run.error != null || run.stats == null) return unmeasured('failed', errorText(run.error))
  const { samples, min, p25, p50, p75, p99, avg, ticks, heap, counters } = run.stats
  const collected = new Collected(key, warnings)
  const time = timeMetric(1)
  // Sorted and trimmed by mitata: their order says nothing. A tick is a call, and a batch has many of them.
  const of = samples?.length === ticks ? 'iteration' : 'batch'
  if (samples?.length) collected.samples(time, of, [samples])
  else collected.summary(time, 'median', p50, { spread: bounds(p25, p75) })
  collected.summary(timeMetric(1, 'min'), 'min', min)
  collected.summary(timeMetric(1, 'mean'), 'mean', avg)
  collected.summary(timeMetric(1, 'p99'), 'other', p99)
  collected.summary(ALLOCATED, 'mean', heap?.avg, { spread: bounds(heap?.min, heap?.max) })
  if (isRecord(counters)) addCounters(collected, counters, '', 1)
  return collected.outcome()
}

/** Processor counters of @mitata/counters: a tree whose nodes may have an average. */
function addCounters(
  collected: Collected,
  node: Record<string, unknown>,
  above: string,
  depth: number,
): void {
  for (const [name, value] of Object.entries(node)) {
    if (!isRecord(value) || name.startsWith('_')) continue
    const id = `${above}${name}`
    if (typeof value.avg === 'number')
      collected.summary({ id, unit: 'count', better: 'lower' }, 'mean', value.avg)
    if (depth < MAX_COUNTER_DEPTH) addCounters(collected, value, `${id}.`, depth + 1)
  }
}

const argumentText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')

function errorText(error: unknown): string | null {
  if (typeof error === 'string') return error
  return isRecord(error) && typeof error.message === 'string' ? error.message : null
}
