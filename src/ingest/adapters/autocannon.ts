import { z } from 'zod'
import type { Adapter } from '../adapter.ts'
import { at } from '../forms/at.ts'
import { benchmarkOf, type MetricDraft, soundMetrics, summary } from '../benchmark.ts'
import { isRecord, shaped } from '../forms/json-shape.ts'

const number = z.number().nullish()
const stats = z.object({
  average: number,
  stddev: number,
  max: number,
  p50: number,
  p90: number,
  p97_5: number,
  p99: number,
  total: number,
  totalCount: number,
})
const schema = z.object({
  title: z.string().nullish(),
  url: z.string().nullish(),
  method: z.string().nullish(),
  connections: number,
  pipelining: number,
  duration: number,
  /** Seconds in which requests were counted. */
  samples: number,
  errors: number,
  mismatches: number,
  non2xx: number,
  latency: stats,
  requests: stats,
  throughput: stats,
})

/** Reads autocannon's JSON: one benchmark a file. */
export const autocannon: Adapter = {
  name: 'autocannon',
  title: 'autocannon --json',
  recognises: ({ json }) => {
    const [requests, latency] = [at(json, 'requests'), at(json, 'latency')]
    return isRecord(requests) && isRecord(latency) && typeof at(json, 'connections') === 'number'
  },
  read: (input) => {
    const { latency, requests, throughput, ...run } = shaped(schema, input, 'autocannon --json')
    const warnings: string[] = []
    const name = run.title?.trim() ? run.title : pathOf(run.url ?? '')
    const answered = requests.total ?? 0
    // Errors never became an answer, time-outs among them; the other two are answers that were wrong.
    const wrong = (run.errors ?? 0) + (run.non2xx ?? 0) + (run.mismatches ?? 0)
    const asked = answered + (run.errors ?? 0)
    const sd = (value: number | null | undefined, factor: number) =>
      value === null || value === undefined ? null : ({ kind: 'sd', value: value * factor } as const)
    const time = (
      id: string,
      statistic: 'mean' | 'max' | 'other',
      ms: number | null | undefined,
    ): MetricDraft => ({
      id,
      unit: 'ns',
      better: 'lower',
      data: summary(statistic, ms === null || ms === undefined ? null : ms * 1e6, {
        spread: id === 'time' ? sd(latency.stddev, 1e6) : null,
        count: latency.totalCount,
      }),
    })
    const drafts: MetricDraft[] = [
      // First, because latencies are whole milliseconds: 2 -> 3 is all that they could show.
      {
        id: 'throughput',
        unit: 'ops/s',
        better: 'higher',
        data: summary('mean', requests.average, { spread: sd(requests.stddev, 1), count: run.samples }),
      },
      time('time', 'mean', latency.average),
      {
        id: 'error-rate',
        unit: 'fraction',
        better: 'lower',
        data: summary('mean', asked > 0 ? Math.min(1, wrong / asked) : null, { count: asked }),
      },
      {
        id: 'bytes-per-second',
        unit: 'B/s',
        better: 'higher',
        data: summary('mean', throughput.average, { spread: sd(throughput.stddev, 1), count: run.samples }),
      },
      time('time.p50', 'other', latency.p50),
      time('time.p90', 'other', latency.p90),
      time('time.p97.5', 'other', latency.p97_5),
      time('time.p99', 'other', latency.p99),
      time('time.max', 'max', latency.max),
    ]
    warnings.push(
      'autocannon rounds every latency to whole milliseconds: judge the throughput; time and percentiles are for people',
    )
    const metrics = answered > 0 ? soundMetrics(name, drafts, warnings) : []
    const environment = Object.fromEntries(
      Object.entries({
        connections: run.connections,
        pipelining: run.pipelining,
        duration: run.duration,
      }).flatMap(([key, value]) =>
        value === null || value === undefined ? [] : [[key, `${value}${key === 'duration' ? ' s' : ''}`]],
      ),
    )
    const failure = `no request was answered; ${run.errors ?? 0} errors`
    return {
      tool: 'autocannon',
      version: null,
      environment,
      benchmarks: [benchmarkOf({ name, metrics, failure })],
      warnings,
    }
  },
}

/** The path alone: base and head may listen on two ports, and a query or a user's part can hold a secret. */
function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? 'autocannon'
}
