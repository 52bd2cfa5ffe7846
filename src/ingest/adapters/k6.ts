import { z } from 'zod'
import type { IngestedBenchmark } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { at } from '../forms/at.ts'
import { MAX_BENCHMARKS, benchmarkOf, type MetricDraft, soundMetrics, summary } from '../benchmark.ts'
import { isRecord, refusal, shaped } from '../forms/json-shape.ts'

// k6 has three summaries. All name their metrics alike, with the tags of a part of the requests behind: `http_reqs{url:/a}`.
// What handleSummary is given holds `setup_data`, whatever the script's setup() returned, tokens included. No schema here
// has a field for it, so that it is in nothing that leaves this file: no result, no warning, no message.

type Contains = 'time' | 'data' | 'default' | 'unsaid'
type Numbers = ReadonlyMap<string, number>

interface K6Metric {
  name: string
  contains: Contains
  values: Numbers
}

interface Summary {
  version: string | null
  metrics: K6Metric[]
  durationS: number | null
  /** Fraction of all checks that failed. */
  checkFailures: number | null
}

const number = z.number().nullable()
const containsSchema = z.enum(['time', 'data', 'default']).catch('default')

const flatSchema = z.object({
  metrics: z.record(
    z.string(),
    z.record(z.string(), z.union([number, z.boolean(), z.record(z.string(), z.unknown())])),
  ),
})
const handledSchema = z.object({
  metrics: z.record(z.string(), z.object({ contains: containsSchema, values: z.record(z.string(), number) })),
  state: z.object({ testRunDurationMs: z.number().nullish() }).nullish(),
})
const machineSchema = z.object({
  version: z.string().max(100).nullish(),
  metadata: z.object({ k6Version: z.string().max(100) }),
  config: z.object({ duration: z.number().nullish() }).nullish(),
  results: z.object({
    metrics: z
      .array(
        z.object({
          name: z.string(),
          contains: containsSchema,
          values: z.record(z.string(), number).nullable(),
        }),
      )
      .max(MAX_BENCHMARKS),
    checks: z
      .object({
        results: z.array(z.object({ passes: z.number(), fails: z.number() })).nullish(),
      })
      .nullish(),
  }),
})

/** Built-in trends of times by the start of their names: --summary-export does not say what a metric contains. */
const TIMES = [
  'http_req_',
  'iteration_duration',
  'group_duration',
  'grpc_req_duration',
  'ws_connecting',
  'ws_ping',
  'ws_session_duration',
  'browser_http_req_duration',
]
const DATA = ['data_sent', 'data_received']
/** Parts of http_req_duration and what comes before it: shown beside it, not as benchmarks of their own. */
const REQUEST_PARTS = [
  'http_req_waiting',
  'http_req_sending',
  'http_req_receiving',
  'http_req_blocked',
  'http_req_connecting',
  'http_req_tls_handshaking',
]
/** How hard the script pushes, not how the tested system does. */
const LOAD = ['vus', 'vus_max']

/** Reads k6's end-of-test summaries. */
export const k6: Adapter = {
  name: 'k6',
  title: 'k6: --summary-export, handleSummary, --new-machine-readable-summary',
  recognises: ({ json }) => {
    if (typeof at(json, 'metadata', 'k6Version') === 'string') return true
    if (!isRecord(at(json, 'metrics'))) return false
    return isRecord(at(json, 'root_group')) || at(json, 'state', 'testRunDurationMs') !== undefined
  },
  read: (input) => {
    const { version, metrics, durationS, checkFailures } = summaryOf(input)
    if (metrics.length > MAX_BENCHMARKS) throw refusal(input, `it has more than ${MAX_BENCHMARKS} metrics`)
    const warnings: string[] = []
    const benchmarks = benchmarksOf(metrics, { durationS, checkFailures, warnings })
    if (benchmarks.length === 0) throw refusal(input, 'it holds no metric')
    const load = metrics.find(({ name }) => name === 'vus_max') ?? metrics.find(({ name }) => name === 'vus')
    const vus = load?.values.get('max') ?? load?.values.get('value')
    const environment: Record<string, string> = {}
    if (vus !== undefined) environment['vus'] = String(vus)
    if (durationS !== null) environment['duration'] = `${durationS} s`
    return { tool: 'k6', version, environment, benchmarks, warnings }
  },
}

function summaryOf(input: Input): Summary {
  if (isRecord(at(input.json, 'metadata'))) {
    const { metadata, results, config } = shaped(machineSchema, input, 'k6')
    const checks = results.checks?.results ?? []
    const fails = checks.reduce((sum, { fails }) => sum + fails, 0)
    const all = checks.reduce((sum, { passes }) => sum + passes, fails)
    return {
      version: metadata.k6Version,
      metrics: results.metrics.map(({ name, contains, values }) => ({
        name,
        contains,
        values: numbers(values ?? {}),
      })),
      durationS: positive(config?.duration),
      checkFailures: all > 0 ? fails / all : null,
    }
  }
  if (Object.values(at(input.json, 'metrics') ?? {}).some((metric) => isRecord(at(metric, 'values')))) {
    const { metrics, state } = shaped(handledSchema, input, 'k6')
    const durationMs = positive(state?.testRunDurationMs)
    return withChecks(
      Object.entries(metrics).map(([name, { contains, values }]) => ({
        name,
        contains,
        values: numbers(values),
      })),
      durationMs === null ? null : durationMs / 1000,
    )
  }
  const { metrics } = shaped(flatSchema, input, 'k6')
  return withChecks(
    Object.entries(metrics).map(([name, values]) => ({
      name,
      contains: builtIn(name),
      values: numbers(values),
    })),
    null,
  )
}

function withChecks(metrics: K6Metric[], durationS: number | null): Summary {
  const checks = metrics.find(({ name }) => name === 'checks')
  const passed = checks === undefined ? null : rateOf(checks.values)
  return { version: null, metrics, durationS, checkFailures: passed === null ? null : 1 - passed }
}

const positive = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && value > 0 ? value : null

const numbers = (values: Readonly<Record<string, unknown>>): Numbers =>
  new Map(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  )

function builtIn(name: string): Contains {
  if (TIMES.some((start) => name.startsWith(start) && !name.startsWith('http_req_failed'))) return 'time'
  return DATA.some((start) => name.startsWith(start)) ? 'data' : 'unsaid'
}

/** `http_reqs` and `{url:/a}`. */
function split(name: string): [base: string, tags: string] {
  const at = name.indexOf('{')
  return at === -1 ? [name, ''] : [name.slice(0, at), name.slice(at)]
}

/** How often a rate was true. `passes` are the trues: of http_req_failed, those are the failures. */
function rateOf(values: Numbers): number | null {
  const [passes, fails, matches, total] = ['passes', 'fails', 'matches', 'total'].map((name) =>
    values.get(name),
  )
  if (passes !== undefined && fails !== undefined && passes + fails > 0) return passes / (passes + fails)
  if (matches !== undefined && total !== undefined && total > 0) return matches / total
  return values.get('rate') ?? values.get('value') ?? null
}

const isTrend = ({ values }: K6Metric): boolean =>
  [...values.keys()].some((name) => /^(avg|med|p\(.{1,20}\))$/.test(name))
const isRate = ({ values }: K6Metric): boolean =>
  values.has('passes') || values.has('matches') || (values.has('rate') && !values.has('count'))

function benchmarksOf(
  metrics: readonly K6Metric[],
  o: { durationS: number | null; checkFailures: number | null; warnings: string[] },
): IngestedBenchmark[] {
  const byName = new Map(metrics.map((metric) => [metric.name, metric]))
  const isTrendNamed = (name: string) => {
    const metric = byName.get(name)
    return metric !== undefined && isTrend(metric)
  }
  const hasIterations = isTrendNamed('iteration_duration')
  /** Whether the metric is told with another. */
  const isBeside = (name: string): boolean => {
    const [base, tags] = split(name)
    if (['http_reqs', 'http_req_failed', ...REQUEST_PARTS].includes(base))
      return isTrendNamed(`http_req_duration${tags}`)
    return LOAD.includes(base) || (name === 'iterations' && hasIterations) || name === 'checks'
  }
  const found = metrics
    .filter(({ name }) => !isBeside(name))
    .map((metric) => {
      const own = isTrend(metric) ? trend(metric) : []
      const drafts = isTrend(metric)
        ? [...own.slice(0, 1), ...beside(metric, byName, o), ...own.slice(1)]
        : isRate(metric)
          ? [rate(metric)]
          : metric.values.has('count')
            ? counter(metric, o)
            : [gauge(metric)]
      if (isTrend(metric) && metric.contains === 'unsaid') {
        o.warnings.push(
          `${metric.name}: --summary-export does not say whether this is a time: its unit and direction are unknown`,
        )
      }
      return benchmarkOf({ name: metric.name, metrics: soundMetrics(metric.name, drafts, o.warnings) })
    })
  // Failed checks have no better place when nothing times the iterations.
  if (o.checkFailures !== null && !hasIterations) {
    found.push(
      benchmarkOf({
        name: 'checks',
        metrics: soundMetrics('checks', [errorRate(o.checkFailures)], o.warnings),
      }),
    )
  }
  return found
}

const errorRate = (fraction: number | null): MetricDraft => ({
  id: 'error-rate',
  unit: 'fraction',
  better: 'lower',
  data: summary('mean', fraction),
})

const perSecond = (
  id: string,
  better: 'higher' | null,
  values: Numbers,
  durationS: number | null,
): MetricDraft => {
  const count = values.get('count')
  const rate = values.get('rate') ?? (count === undefined || durationS === null ? null : count / durationS)
  return { id, unit: 'ops/s', better, data: summary('mean', rate, { count }) }
}

/** What is told with a trend: how many there were a second, how many failed, and the parts of a request. */
function beside(
  { name }: K6Metric,
  byName: ReadonlyMap<string, K6Metric>,
  { durationS, checkFailures }: { durationS: number | null; checkFailures: number | null },
): MetricDraft[] {
  const [base, tags] = split(name)
  const allFailed = byName.get('http_req_failed')
  if (base === 'http_req_duration') {
    const requests = byName.get(`http_reqs${tags}`)
    // k6 counts the failures of a part only where a threshold asks for them; of all requests it always does.
    const failed = byName.get(`http_req_failed${tags}`) ?? allFailed
    const parts = REQUEST_PARTS.flatMap((part) => {
      const metric = byName.get(`${part}${tags}`)
      const first = metric === undefined ? undefined : trend(metric)[0]
      return first === undefined ? [] : [{ ...first, id: part }]
    })
    return [
      ...(requests === undefined ? [] : [perSecond('throughput', 'higher', requests.values, durationS)]),
      ...(failed === undefined ? [] : [errorRate(rateOf(failed.values))]),
      ...parts,
    ]
  }
  if (base !== 'iteration_duration' && base !== 'group_duration') return []
  const iterations = name === 'iteration_duration' ? byName.get('iterations') : undefined
  return [
    ...(iterations === undefined ? [] : [perSecond('throughput', 'higher', iterations.values, durationS)]),
    errorRate(checkFailures ?? (allFailed === undefined ? null : rateOf(allFailed.values))),
  ]
}

const UNITS: Readonly<
  Record<Contains, { unit: string; factor: number; id: string; better: 'lower' | null }>
> = {
  time: { unit: 'ns', factor: 1e6, id: 'time', better: 'lower' },
  data: { unit: 'B', factor: 1, id: 'size', better: null },
  default: { unit: '', factor: 1, id: 'value', better: null },
  unsaid: { unit: '', factor: 1, id: 'value', better: null },
}

function trend({ contains, values }: K6Metric): MetricDraft[] {
  const { unit, factor, id, better } = UNITS[contains]
  const count = values.get('count')
  const of = (
    id: string,
    statistic: 'mean' | 'median' | 'min' | 'max' | 'other',
    value: number | undefined,
  ): MetricDraft => ({
    id,
    unit,
    better,
    data: summary(statistic, value === undefined ? null : value * factor, { count }),
  })
  const percentiles = [...values].flatMap(([name, value]) => {
    const place = /^p\((.{1,20})\)$/.exec(name)?.[1]
    return place === undefined ? [] : [of(`${id}.p${place}`, 'other', value)]
  })
  const [median, mean] = [values.get('med'), values.get('avg')]
  // summaryTrendStats decides which of them are there.
  const first = median === undefined ? of(id, 'mean', mean) : of(id, 'median', median)
  const firstOrPercentile =
    first.data === null ? percentiles.slice(0, 1).map((draft) => ({ ...draft, id })) : [first]
  return [
    ...firstOrPercentile,
    ...(median === undefined ? [] : [of(`${id}.mean`, 'mean', mean)]),
    ...percentiles,
    of(`${id}.min`, 'min', values.get('min')),
    of(`${id}.max`, 'max', values.get('max')),
  ]
}

function rate({ name, values }: K6Metric): MetricDraft {
  const isFailure = split(name)[0] === 'http_req_failed'
  const fraction = rateOf(values)
  // checks{tag:…}: what passed; told as what failed, as everywhere.
  if (split(name)[0] === 'checks') return errorRate(fraction === null ? null : 1 - fraction)
  if (isFailure) return errorRate(fraction)
  return { id: 'rate', unit: 'fraction', better: null, data: summary('mean', fraction) }
}

function counter(
  { name, contains, values }: K6Metric,
  { durationS, checkFailures }: { durationS: number | null; checkFailures: number | null },
): MetricDraft[] {
  if (contains === 'data') {
    // Not called throughput, of which more is better: more bytes for a request are worse. What was counted are bytes, not values.
    const { data, ...metric } = perSecond('rate', null, values, durationS)
    return [{ ...metric, unit: 'B/s', data: data?.kind === 'summary' ? { ...data, count: null } : null }]
  }
  if (['http_reqs', 'iterations'].includes(split(name)[0])) {
    const throughput = perSecond('throughput', 'higher', values, durationS)
    return name === 'iterations' ? [throughput, errorRate(checkFailures)] : [throughput]
  }
  // A total depends on how long the test ran: the rate comes first.
  return [
    perSecond('rate', null, values, durationS),
    { id: 'count', unit: 'count', better: null, data: summary('other', values.get('count')) },
  ]
}

function gauge({ contains, values }: K6Metric): MetricDraft {
  const { unit, factor } = UNITS[contains]
  const value = values.get('value')
  return {
    id: 'value',
    unit,
    better: null,
    data: summary('other', value === undefined ? null : value * factor),
  }
}
