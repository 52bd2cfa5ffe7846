import { z } from 'zod'
import type { Adapter } from '../adapter.ts'
import { Collected, bounds, unmeasured } from '../collect.ts'
import { isRecord, quantity, shaped } from '../forms/json-shape.ts'
import { keyOf } from '../forms/key.ts'
import { suiteNames } from '../forms/suite-names.ts'
import { timeMetric } from '../forms/time-metrics.ts'

const measurement = z.object({ n: quantity, min: quantity, avg: quantity, p75: quantity, p99: quantity })
const failure = z.object({ message: z.string().nullish(), exceptionMessage: z.string().nullish() })

const file = z.object({
  runtime: z.string(),
  cpu: z.string().nullish(),
  benches: z.array(
    z.object({
      origin: z.string(),
      group: z.string().nullish(),
      name: z.string(),
      results: z.array(z.object({ ok: measurement.nullish(), failed: failure.nullish() })),
    }),
  ),
})

type Result = z.infer<typeof file>['benches'][number]['results'][number]

/** Reads `deno bench --json`. */
export const deno: Adapter = {
  name: 'deno',
  title: 'Deno: deno bench --json',

  recognises: ({ json }) => isRecord(json) && typeof json.runtime === 'string' && Array.isArray(json.benches),

  read(input) {
    const { runtime, cpu, benches } = shaped(file, input, 'deno bench --json')
    const warnings: string[] = []
    const suites = suiteNames(benches.map(({ origin }) => origin))
    const benchmarks = benches.map(({ origin, group, name, results }) => {
      const suite = suites.get(origin) ?? origin
      const key = keyOf([suite, group ?? null, name], {})
      if (results.length > 1)
        warnings.push(`${key}: ${results.length - 1} results behind the first were left out`)
      return {
        key,
        suite,
        path: group == null ? [] : [group],
        name,
        params: {},
        ...measured(results[0], key, warnings),
      }
    })
    const version = /^Deno\/(\S+)/i.exec(runtime)?.[1] ?? null
    return {
      tool: 'deno',
      version,
      environment: { runtime, ...(cpu == null ? {} : { cpu }) },
      benchmarks,
      warnings,
    }
  },
}

function measured(result: Result | undefined, key: string, warnings: string[]) {
  const { ok, failed } = result ?? {}
  if (ok == null) return unmeasured('failed', failed?.message ?? failed?.exceptionMessage)
  const collected = new Collected(key, warnings)
  // Deno writes no median. Of what it does write, the minimum moves least by chance; its mean was seen to fall by a
  // fifth when a benchmark became 15 % slower.
  collected.summary(timeMetric(1), 'min', ok.min, { spread: bounds(ok.min, ok.p75), count: ok.n })
  collected.summary(timeMetric(1, 'mean'), 'mean', ok.avg, { count: ok.n })
  collected.summary(timeMetric(1, 'p75'), 'other', ok.p75)
  collected.summary(timeMetric(1, 'p99'), 'other', ok.p99)
  return collected.outcome()
}
