import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { isRecord, numbers, shaped, values } from '../forms/json.ts'
import { bounds, BYTES, parts, samples, summary, time } from '../forms/metrics.ts'
import { keyOf, paramsOf } from '../forms/names.ts'

const MAX_COUNTER_DEPTH = 3

const statistics = z.object({
  samples: values,
  ...numbers('min', 'p25', 'p50', 'p75', 'p99', 'avg', 'ticks'),
  heap: z.object(numbers('avg', 'min', 'max')).nullish(),
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

/** Reads mitata 1. Its `stats.gc` is left out: it times the collections that mitata forces. */
export const mitata = adapter({
  name: 'mitata',
  title: "mitata: JSON of run({ format: 'json' })",

  recognises: ({ json }) =>
    isRecord(json) && Array.isArray(json.layout) && Array.isArray(json.benchmarks) && isRecord(json.context),

  read(input, results) {
    const { layout, benchmarks, context } = shaped(file, input, 'mitata')
    // `context.version` is that of the runtime; mitata's own is not in the file.
    const runtime = [context.runtime, context.version].filter(Boolean).join(' ')
    results.describe({ runtime, arch: context.arch, cpu: context.cpu?.name })
    for (const { alias, group: index, runs } of benchmarks) {
      const group = layout[index]?.name ?? null
      for (const { name, args, error, stats } of runs) {
        const params = paramsOf(args)
        // mitata writes the arguments into the name where its alias asks for them; elsewhere all runs have
        // one name.
        const unnamed = Object.entries(params).filter(([param]) => !alias.includes(`$${param}`))
        const key = keyOf([group, name], Object.fromEntries(unnamed))
        const place = { key, path: group === null ? [] : [group], name, params }
        if (error == null && stats != null) results.add({ ...place, metrics: metricsOf(stats) })
        else results.add({ ...place, status: 'failed', message: errorText(error) })
      }
    }
  },
})

function metricsOf(stats: z.infer<typeof statistics>): (IngestedMetric | null)[] {
  const { samples: batches, min, p25, p50, p75, p99, avg, ticks, heap, counters } = stats
  // Sorted and trimmed by mitata: their order says nothing. A tick is a call, and a batch has many of them.
  const of = batches?.length === ticks ? 'iteration' : 'batch'
  return [
    batches?.length
      ? samples(time(), of, [batches])
      : summary(time(), 'median', p50, { spread: bounds(p25, p75) }),
    ...parts(time(), { min, mean: avg, p99 }),
    summary(BYTES, 'mean', heap?.avg, { spread: bounds(heap?.min, heap?.max) }),
    ...countersOf(counters, '', 1),
  ]
}

/** Processor counters of @mitata/counters: a tree whose nodes may have an average. */
function countersOf(node: unknown, above: string, depth: number): (IngestedMetric | null)[] {
  if (!isRecord(node) || depth > MAX_COUNTER_DEPTH) return []
  return Object.entries(node).flatMap(([name, value]) => {
    if (!isRecord(value) || name.startsWith('_')) return []
    const id = `${above}${name}`
    const average = typeof value.avg === 'number' ? value.avg : null
    const own = summary({ id, unit: 'count', better: 'lower' }, 'mean', average)
    return [own, ...countersOf(value, `${id}.`, depth + 1)]
  })
}

function errorText(error: unknown): string | null {
  if (typeof error === 'string') return error
  return isRecord(error) && typeof error.message === 'string' ? error.message : null
}
