import { z } from 'zod'
import type { Adapter } from '../adapter.ts'
import { at } from '../forms/at.ts'
import { MAX_BENCHMARKS, benchmarkOf, type MetricDraft, soundMetrics, summary } from '../benchmark.ts'
import { isRecord, refusal, shaped } from '../forms/json-shape.ts'

const number = z.number().nullable()
const statistics = z.record(z.string(), z.record(z.string(), number))
const schema = z.object({
  aggregate: z.object({
    counters: z.record(z.string(), number).default({}),
    rates: z.record(z.string(), number).default({}),
    summaries: statistics.optional(),
    // The same again in 2.0.34, and all that some versions before had.
    histograms: statistics.optional(),
  }),
})

const ENDPOINT = 'plugins.metrics-by-endpoint.'
const ENDPOINT_TIME = `${ENDPOINT}response_time.`
/** Statistics of milliseconds by a part of their names; what a script records by itself can be anything. */
const TIMES = ['response_time', 'session_length']
/** Counters of Artillery itself: requests, users, answers. They grow with the load. */
const OWN = [
  'http.',
  'vusers.',
  'plugins.',
  'errors.',
  'core.',
  'browser.',
  'socketio.',
  'websocket.',
  'engine.',
]

/** Reads Artillery's report: `aggregate`, never the ten-second windows, whose load differs. */
export const artillery: Adapter = {
  name: 'artillery',
  title: 'Artillery: artillery run --output FILE',
  recognises: ({ json }) => {
    const aggregate = at(json, 'aggregate')
    return isRecord(at(aggregate, 'counters')) && isRecord(at(aggregate, 'rates'))
  },
  read: (input) => {
    const { aggregate } = shaped(schema, input, 'Artillery 2')
    const counters = new Map(Object.entries(aggregate.counters))
    const requests = requestsOf(counters)
    const found = Object.entries(aggregate.summaries ?? aggregate.histograms ?? {})
    if (found.length > MAX_BENCHMARKS) throw refusal(input, `it has more than ${MAX_BENCHMARKS} summaries`)
    const warnings = [
      'Artillery rounds times to 0.1 ms and percentiles to buckets: small changes cannot be seen',
    ]
    const benchmarks = found.map(([key, values]) => {
      const isTime = TIMES.some((word) => key.includes(word))
      if (!isTime)
        warnings.push(
          `${key}: the file does not say whether this is a time: its unit and direction are unknown`,
        )
      const drafts = [
        ...statisticsOf(new Map(Object.entries(values)), isTime),
        ...besideOf(key, { counters, requests, requestRate: aggregate.rates['http.request_rate'] }),
      ]
      // Time and error rate are what a gate asks for first.
      const metrics = soundMetrics(
        key,
        [...drafts.slice(0, 1), ...drafts.slice(-2), ...drafts.slice(1, -2)],
        warnings,
      )
      return benchmarkOf(
        key.startsWith(ENDPOINT_TIME)
          ? { path: ['endpoint'], name: key.slice(ENDPOINT_TIME.length), metrics }
          : { name: key, metrics },
      )
    })
    // A counter of the script: its total depends on the load, which no file states.
    const custom = [...counters].filter(([key]) => !OWN.some((start) => key.startsWith(start)))
    for (const [name, count] of custom.slice(0, MAX_BENCHMARKS)) {
      const drafts = [{ id: 'count', unit: 'count', better: null, data: summary('other', count) }]
      benchmarks.push(benchmarkOf({ name, metrics: soundMetrics(name, drafts, warnings) }))
    }
    if (benchmarks.length === 0) throw refusal(input, 'it holds no summary')
    return { tool: 'artillery', version: null, environment: {}, benchmarks, warnings }
  },
}

function statisticsOf(values: ReadonlyMap<string, number | null>, isTime: boolean): MetricDraft[] {
  const id = isTime ? 'time' : 'value'
  const of = (id: string, statistic: 'mean' | 'min' | 'max' | 'other', key: string): MetricDraft => {
    const value = values.get(key)
    const scaled = value === null || value === undefined ? null : value * (isTime ? 1e6 : 1)
    return {
      id,
      unit: isTime ? 'ns' : '',
      better: isTime ? 'lower' : null,
      data: summary(statistic, scaled, { count: values.get('count') }),
    }
  }
  return [
    // The mean, because the median falls into a bucket: 1 ms stays 1 ms.
    of(id, 'mean', 'mean'),
    of(`${id}.p50`, 'other', 'p50'),
    of(`${id}.p75`, 'other', 'p75'),
    of(`${id}.p90`, 'other', 'p90'),
    of(`${id}.p95`, 'other', 'p95'),
    of(`${id}.p99`, 'other', 'p99'),
    of(`${id}.p99.9`, 'other', 'p999'),
    of(`${id}.min`, 'min', 'min'),
    of(`${id}.max`, 'max', 'max'),
  ]
}

/** What became of the requests of one endpoint, or of all. */
interface Requests {
  answers: number
  /** Answers of 400 and above. */
  wrong: number
  /** Without an answer. */
  lost: number
}

/** By endpoint, and under the empty name of all; in one pass, because a file can have as many endpoints as counters. */
function requestsOf(counters: ReadonlyMap<string, number | null>): ReadonlyMap<string, Requests> {
  const all = new Map<string, Requests>()
  for (const [name, count] of counters) {
    const [endpoint, kind, code] = name.startsWith(ENDPOINT) ? splitEndpoint(name) : splitOwn(name)
    if (kind === null || count === null) continue
    const requests = all.get(endpoint) ?? { answers: 0, wrong: 0, lost: 0 }
    all.set(endpoint, requests)
    if (kind === 'errors') requests.lost += count
    else {
      requests.answers += count
      if (Number(code) >= 400) requests.wrong += count
    }
  }
  return all
}

type Split = [endpoint: string, kind: 'codes' | 'errors' | null, code: string]

/** `plugins.metrics-by-endpoint./item.codes.200` */
function splitEndpoint(name: string): Split {
  for (const kind of ['codes', 'errors'] as const) {
    const at = name.lastIndexOf(`.${kind}.`)
    if (at !== -1) return [name.slice(ENDPOINT.length, at), kind, name.slice(at + kind.length + 2)]
  }
  return ['', null, '']
}

function splitOwn(name: string): Split {
  if (name.startsWith('http.codes.')) return ['', 'codes', name.slice('http.codes.'.length)]
  return ['', name.startsWith('errors.') ? 'errors' : null, '']
}

/** Throughput and error rate, always two; without data where the file has none for this summary. */
function besideOf(
  key: string,
  o: {
    counters: ReadonlyMap<string, number | null>
    requests: ReadonlyMap<string, Requests>
    requestRate: number | null | undefined
  },
): [MetricDraft, MetricDraft] {
  const isHttp = key === 'http.response_time'
  // Also of those that went well alone: the slow ones among them may be what failed.
  const isPartOfHttp = key.startsWith('http.response_time.')
  let failed: number | null = null
  if (key === 'vusers.session_length') {
    failed = fraction(o.counters.get('vusers.failed') ?? 0, o.counters.get('vusers.created') ?? null)
  } else if (isHttp || isPartOfHttp || key.startsWith(ENDPOINT_TIME)) {
    const isAll = isHttp || isPartOfHttp
    const requests = o.requests.get(isAll ? '' : key.slice(ENDPOINT_TIME.length))
    const { answers, wrong, lost } = requests ?? { answers: 0, wrong: 0, lost: 0 }
    const asked = isAll ? (o.counters.get('http.requests') ?? null) : null
    failed = fraction(wrong + lost, asked ?? answers + lost)
  }
  return [
    {
      id: 'throughput',
      unit: 'ops/s',
      better: 'higher',
      data: summary('mean', isHttp ? (o.requestRate ?? null) : null),
    },
    { id: 'error-rate', unit: 'fraction', better: 'lower', data: summary('mean', failed) },
  ]
}

const fraction = (part: number, whole: number | null): number | null =>
  whole === null || whole <= 0 ? null : Math.min(1, part / whole)
