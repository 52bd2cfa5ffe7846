import { z } from 'zod'
import { adapter } from '../adapter.ts'
import { at, isRecord, numbers, shaped } from '../forms/json.ts'
import { ERROR_RATE, parts, spreadOf, summary, THROUGHPUT, time } from '../forms/metrics.ts'

const stats = z.object(
  numbers('average', 'stddev', 'max', 'p50', 'p90', 'p97_5', 'p99', 'total', 'totalCount'),
)
const schema = z.object({
  title: z.string().nullish(),
  url: z.string().nullish(),
  // `samples` are the seconds in which requests were counted.
  ...numbers('connections', 'pipelining', 'duration', 'samples', 'errors', 'mismatches', 'non2xx'),
  latency: stats,
  requests: stats,
  throughput: stats,
})

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
    if (!(answered > 0)) {
      results.add({ name, status: 'failed', message: `no request was answered; ${errors} errors` })
      return
    }
    // Errors never became an answer, time-outs among them; the other two are answers that were wrong.
    const wrong = errors + (run.non2xx ?? 0) + (run.mismatches ?? 0)
    const asked = answered + errors
    const perSecond = ({ average, stddev }: z.infer<typeof stats>) =>
      [average, { spread: spreadOf('sd', stddev), count: seconds }] as const
    const { totalCount: count, p50, p90, p97_5, p99, max } = latency
    results.add({
      name,
      metrics: [
        // First, because latencies are whole milliseconds: 2 -> 3 is all that they could show.
        summary(THROUGHPUT, 'mean', ...perSecond(requests)),
        summary(time(1e6), 'mean', latency.average, { spread: spreadOf('sd', latency.stddev), count }),
        summary(ERROR_RATE, 'mean', asked > 0 ? Math.min(1, wrong / asked) : null, { count: asked }),
        summary({ id: 'bytes-per-second', unit: 'B/s', better: 'higher' }, 'mean', ...perSecond(throughput)),
        ...parts(time(1e6), { p50, p90, 'p97.5': p97_5, p99, max }, count),
      ],
    })
  },
})

/** The path alone: base and head may listen on two ports, and a query or a user's part can hold a secret. */
function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? 'autocannon'
}
