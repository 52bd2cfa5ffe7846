import { z } from 'zod'
import { adapter } from '../adapter.ts'
import { at, isRecord, shaped } from '../forms/json.ts'
import { ERROR_RATE, spreadOf, summary, THROUGHPUT, time } from '../forms/metrics.ts'

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

const ms = (part?: string) => time(1e6, part)

/** Reads autocannon's JSON: one benchmark a file. */
export const autocannon = adapter({
  name: 'autocannon',
  title: 'autocannon --json',

  recognises: ({ json }) =>
    isRecord(at(json, 'requests')) &&
    isRecord(at(json, 'latency')) &&
    typeof at(json, 'connections') === 'number',

  read(input, results) {
    const { latency, requests, throughput, ...run } = shaped(schema, input, 'autocannon --json')
    const { connections, pipelining, duration, samples: seconds } = run
    results.describe({ connections, pipelining, duration: duration == null ? null : `${duration} s` })
    results.warnings.push(
      'autocannon rounds every latency to whole milliseconds: judge the throughput; time and percentiles are for people',
    )
    const name = run.title?.trim() ? run.title : pathOf(run.url ?? '')
    const answered = requests.total ?? 0
    const errors = run.errors ?? 0
    if (answered <= 0) {
      results.add({ name, status: 'failed', message: `no request was answered; ${errors} errors` })
      return
    }
    // Errors never became an answer, time-outs among them; the other two are answers that were wrong.
    const wrong = errors + (run.non2xx ?? 0) + (run.mismatches ?? 0)
    const asked = answered + errors
    const perSecond = ({ average, stddev }: z.infer<typeof stats>) =>
      [average, { spread: spreadOf('sd', stddev), count: seconds }] as const
    const count = latency.totalCount
    results.add({
      name,
      metrics: [
        // First, because latencies are whole milliseconds: 2 -> 3 is all that they could show.
        summary(THROUGHPUT, 'mean', ...perSecond(requests)),
        summary(ms(), 'mean', latency.average, { spread: spreadOf('sd', latency.stddev), count }),
        summary(ERROR_RATE, 'mean', asked > 0 ? Math.min(1, wrong / asked) : null, { count: asked }),
        summary({ id: 'bytes-per-second', unit: 'B/s', better: 'higher' }, 'mean', ...perSecond(throughput)),
        summary(ms('p50'), 'other', latency.p50, { count }),
        summary(ms('p90'), 'other', latency.p90, { count }),
        summary(ms('p97.5'), 'other', latency.p97_5, { count }),
        summary(ms('p99'), 'other', latency.p99, { count }),
        summary(ms('max'), 'max', latency.max, { count }),
      ],
    })
  },
})

/** The path alone: base and head may listen on two ports, and a query or a user's part can hold a secret. */
function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? 'autocannon'
}
