import { z } from 'zod'
import { adapter } from '../adapter.ts'
import { isRecord, numbers, shaped } from '../forms/json.ts'
import { bounds, parts, summary, time } from '../forms/metrics.ts'
import { keyOf, suiteNames } from '../forms/names.ts'

const measurement = z.object(numbers('n', 'min', 'avg', 'p75', 'p99'))
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

export const deno = adapter({
  name: 'deno',
  title: 'Deno: deno bench --json',

  recognises: ({ json }) => isRecord(json) && typeof json.runtime === 'string' && Array.isArray(json.benches),

  read(input, results) {
    const { runtime, cpu, benches } = shaped(file, input, 'deno bench --json')
    results.version = /^Deno\/(\S+)/i.exec(runtime)?.[1] ?? null
    results.describe({ runtime, cpu })
    const suites = suiteNames(benches.map(({ origin }) => origin))
    for (const bench of benches) {
      const { origin, group, name } = bench
      const place = { suite: suites.get(origin) ?? origin, path: group == null ? [] : [group], name }
      const [first, ...others] = bench.results
      if (others.length > 0) {
        const key = keyOf([place.suite, ...place.path, name])
        results.warnings.push(`${key}: ${others.length} results behind the first were left out`)
      }
      const { ok, failed } = first ?? {}
      if (ok == null) {
        results.add({ ...place, status: 'failed', message: failed?.message ?? failed?.exceptionMessage })
        continue
      }
      results.add({
        ...place,
        // Deno writes no median. Of what it does write, the minimum moves least by chance; its mean was seen
        // to fall by a fifth when a benchmark became 15 % slower.
        metrics: [
          summary(time(), 'min', ok.min, { spread: bounds(ok.min, ok.p75), count: ok.n }),
          ...parts(time(), { mean: ok.avg }, ok.n),
          ...parts(time(), { p75: ok.p75, p99: ok.p99 }),
        ],
      })
    }
  },
})
