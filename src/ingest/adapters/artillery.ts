import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { entryOf } from '../forms/entry.ts'
import { at, isRecord, quantity as number, shaped } from '../forms/json.ts'
import { ERROR_RATE, type Maybe, type Metric, parts, summary, THROUGHPUT, time } from '../forms/metrics.ts'

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
const OWN = /^(?:http|vusers|plugins|errors|core|browser|socketio|websocket|engine)\./

type Numbers = ReadonlyMap<string, Maybe>

/** Reads Artillery's report: `aggregate`, never the ten-second windows, whose load differs. */
export const artillery = adapter({
  name: 'artillery',
  title: 'Artillery: artillery run --output FILE',
  empty: 'it holds no summary',

  recognises: ({ json }) => {
    const aggregate = at(json, 'aggregate')
    return isRecord(at(aggregate, 'counters')) && isRecord(at(aggregate, 'rates'))
  },

  read(input, results) {
    const { aggregate } = shaped(schema, input, 'Artillery 2')
    const counters = new Map(Object.entries(aggregate.counters))
    const requests = requestsOf(counters)
    results.warnings.push(
      'Artillery rounds times to 0.1 ms and percentiles to buckets: small changes cannot be seen',
    )
    for (const [key, written] of Object.entries(aggregate.summaries ?? aggregate.histograms ?? {})) {
      const isTime = TIMES.some((word) => key.includes(word))
      if (!isTime)
        results.warnings.push(
          `${key}: the file does not say whether this is a time: its unit and direction are unknown`,
        )
      const [first, ...others] = statisticsOf(new Map(Object.entries(written)), isTime)
      const rate = key === 'http.response_time' ? aggregate.rates['http.request_rate'] : null
      // Time and error rate are what a gate asks for first.
      const beside = [
        summary(THROUGHPUT, 'mean', rate),
        summary(ERROR_RATE, 'mean', failedShare(key, counters, requests)),
      ]
      const place = key.startsWith(ENDPOINT_TIME)
        ? { path: ['endpoint'], name: key.slice(ENDPOINT_TIME.length) }
        : { name: key }
      results.add({ ...place, metrics: [first!, ...beside, ...others] })
    }
    for (const [name, count] of counters) {
      // A counter of the script: its total depends on the load, which no file states.
      if (OWN.test(name)) continue
      results.add({ name, metrics: [summary({ id: 'count', unit: 'count', better: null }, 'other', count)] })
    }
  },
})

function statisticsOf(values: Numbers, isTime: boolean): (IngestedMetric | null)[] {
  const count = values.get('count')
  const metric: Metric = isTime ? time(1e6) : { id: 'value', unit: '', better: null }
  const numbers = (...names: string[]) => Object.fromEntries(names.map((name) => [name, values.get(name)]))
  return [
    // The mean, because the median falls into a bucket: 1 ms stays 1 ms.
    summary(metric, 'mean', values.get('mean'), { count }),
    ...parts(metric, numbers('p50', 'p75', 'p90', 'p95', 'p99'), count),
    ...parts(metric, { 'p99.9': values.get('p999'), ...numbers('min', 'max') }, count),
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

const NONE: Requests = { answers: 0, wrong: 0, lost: 0 }

/** By endpoint, and of all under the empty name; in one pass, because there can be many endpoints. */
function requestsOf(counters: Numbers): ReadonlyMap<string, Requests> {
  const all = new Map<string, Requests>()
  for (const [name, count] of counters) {
    const [endpoint, kind, code] = name.startsWith(ENDPOINT) ? splitEndpoint(name) : splitOwn(name)
    if (kind === null || count == null) continue
    const requests = entryOf(all, endpoint, () => ({ ...NONE }))
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

/** The share of what a summary times that failed; null where the file does not say. */
function failedShare(key: string, counters: Numbers, requests: ReadonlyMap<string, Requests>): number | null {
  if (key === 'vusers.session_length')
    return fraction(counters.get('vusers.failed') ?? 0, counters.get('vusers.created') ?? null)
  // Also of those that went well alone: the slow ones among them may be what failed.
  const isAll = key === 'http.response_time' || key.startsWith('http.response_time.')
  if (!isAll && !key.startsWith(ENDPOINT_TIME)) return null
  const { answers, wrong, lost } = requests.get(isAll ? '' : key.slice(ENDPOINT_TIME.length)) ?? NONE
  const asked = isAll ? counters.get('http.requests') : null
  return fraction(wrong + lost, asked ?? answers + lost)
}

const fraction = (part: number, whole: number | null): number | null =>
  whole === null || whole <= 0 ? null : Math.min(1, part / whole)
