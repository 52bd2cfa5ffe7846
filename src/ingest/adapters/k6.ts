import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter, type Input } from '../adapter.ts'
import { at, isRecord, shaped } from '../forms/json.ts'
import { ERROR_RATE, type Metric, numeric, parts, summary, THROUGHPUT, time } from '../forms/metrics.ts'
import type { ResultsBuilder } from '../results-builder.ts'

// k6 has three summaries. All name their metrics alike, with the tags of a part of the requests behind:
// `http_reqs{url:/a}`. What handleSummary is given holds `setup_data`, whatever the script's setup()
// returned, tokens included. No schema here has a field for it, so that it is in nothing that leaves this
// file: no result, no warning, no message.

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

const number = z.union([z.number(), z.string()]).nullable()
const containsSchema = z.enum(['time', 'data', 'default']).catch('default')
const onlyNumbers = (values: Readonly<Record<string, unknown>> | null): Numbers =>
  new Map(
    Object.entries(values ?? {}).flatMap(([name, value]) =>
      typeof value === 'number' || typeof value === 'string' ? [[name, numeric(value)]] : [],
    ),
  )

const flatSchema = z.object({
  metrics: z.record(
    z.string(),
    z
      .record(z.string(), z.union([number, z.boolean(), z.record(z.string(), z.unknown())]))
      .transform(onlyNumbers),
  ),
})
const handledSchema = z.object({
  metrics: z.record(
    z.string(),
    z.object({ contains: containsSchema, values: z.record(z.string(), number).transform(onlyNumbers) }),
  ),
  state: z.object({ testRunDurationMs: z.number().nullish() }).nullish(),
})
const machineSchema = z.object({
  metadata: z.object({ k6Version: z.string().max(100) }),
  config: z.object({ duration: z.number().nullish() }).nullish(),
  results: z.object({
    metrics: z.array(
      z.object({
        name: z.string(),
        contains: containsSchema,
        values: z.record(z.string(), number).nullable().transform(onlyNumbers),
      }),
    ),
    checks: z
      .object({ results: z.array(z.object({ passes: z.number(), fails: z.number() })).nullish() })
      .nullish(),
  }),
})

/**
 * Built-in trends of times by the start of their names: --summary-export does not say what a metric contains.
 */
const TIMES =
  /^(?:http_req_(?!failed)|(?:iteration|group|grpc_req|ws_session|browser_http_req)_duration|ws_connecting|ws_ping)/
/** Parts of http_req_duration and what comes before it: shown beside it, not as benchmarks of their own. */
const REQUEST_PARTS = 'waiting sending receiving blocked connecting tls_handshaking'
  .split(' ')
  .map((part) => `http_req_${part}`)
/** How hard the script pushes, not how the tested system does. */
const LOAD = ['vus', 'vus_max']

export const k6 = adapter({
  name: 'k6',
  title: 'k6: --summary-export, handleSummary, --new-machine-readable-summary',
  empty: 'it holds no metric',

  recognises({ json }) {
    if (typeof at(json, 'metadata', 'k6Version') === 'string') return true
    if (!isRecord(at(json, 'metrics'))) return false
    return isRecord(at(json, 'root_group')) || at(json, 'state', 'testRunDurationMs') !== undefined
  },

  read(input, results) {
    const summary = summaryOf(input)
    const { metrics, durationS } = summary
    const load = metrics.find(({ name }) => name === 'vus_max') ?? metrics.find(({ name }) => name === 'vus')
    results.version = summary.version
    results.describe({
      vus: load?.values.get('max') ?? load?.values.get('value'),
      duration: durationS === null ? null : `${durationS} s`,
    })
    addMetrics(summary, results)
  },
})

function summaryOf(input: Input): Summary {
  if (isRecord(at(input.json, 'metadata'))) {
    const { metadata, results, config } = shaped(machineSchema, input, 'k6')
    const checks = results.checks?.results ?? []
    const fails = checks.reduce((sum, { fails }) => sum + fails, 0)
    const all = checks.reduce((sum, { passes }) => sum + passes, fails)
    return {
      version: metadata.k6Version,
      metrics: results.metrics,
      durationS: positive(config?.duration),
      checkFailures: all > 0 ? fails / all : null,
    }
  }
  if (Object.values(at(input.json, 'metrics') ?? {}).some((metric) => isRecord(at(metric, 'values')))) {
    const { metrics, state } = shaped(handledSchema, input, 'k6')
    const durationMs = positive(state?.testRunDurationMs)
    return withChecks(
      Object.entries(metrics).map(([name, metric]) => ({ name, ...metric })),
      durationMs === null ? null : durationMs / 1000,
    )
  }
  const { metrics } = shaped(flatSchema, input, 'k6')
  const named = Object.entries(metrics).map(([name, values]) => ({ name, contains: builtIn(name), values }))
  return withChecks(named, null)
}

function withChecks(metrics: K6Metric[], durationS: number | null): Summary {
  const checks = metrics.find(({ name }) => name === 'checks')
  const passed = checks === undefined ? null : rateOf(checks.values)
  return { version: null, metrics, durationS, checkFailures: passed === null ? null : 1 - passed }
}

const positive = (value: number | null | undefined): number | null =>
  value != null && value > 0 ? value : null

function builtIn(name: string): Contains {
  if (TIMES.test(name)) return 'time'
  return /^data_(?:sent|received)/.test(name) ? 'data' : 'unsaid'
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

function addMetrics(test: Summary, results: ResultsBuilder): void {
  const byName = new Map(test.metrics.map((metric) => [metric.name, metric]))
  const isTrendNamed = (name: string) => {
    const metric = byName.get(name)
    return metric !== undefined && isTrend(metric)
  }
  const hasIterations = isTrendNamed('iteration_duration')
  /** Whether the metric is shown with another. */
  const isBeside = (name: string): boolean => {
    const [base, tags] = split(name)
    if (['http_reqs', 'http_req_failed', ...REQUEST_PARTS].includes(base))
      return isTrendNamed(`http_req_duration${tags}`)
    return LOAD.includes(base) || (name === 'iterations' && hasIterations) || name === 'checks'
  }
  for (const metric of test.metrics) {
    const { name } = metric
    if (isBeside(name)) continue
    if (isTrend(metric)) {
      const [first = null, ...others] = trend(metric)
      results.add({ name, metrics: [first, ...beside(name, byName, test), ...others] })
      if (metric.contains === 'unsaid') {
        results.warnings.push(
          `${name}: --summary-export does not say whether this is a time: its unit and direction are unknown`,
        )
      }
    } else if (isRate(metric)) results.add({ name, metrics: [rate(metric)] })
    else if (metric.values.has('count')) results.add({ name, metrics: counter(metric, test) })
    else results.add({ name, metrics: [gauge(metric)] })
  }
  // Failed checks have no better place when nothing times the iterations.
  if (test.checkFailures !== null && !hasIterations)
    results.add({ name: 'checks', metrics: [errorRate(test.checkFailures)] })
}

const errorRate = (fraction: number | null): IngestedMetric | null => summary(ERROR_RATE, 'mean', fraction)

/** How often something happened in a second. */
function perSecond(metric: Metric, values: Numbers, durationS: number | null): IngestedMetric | null {
  const count = values.get('count')
  const rate = values.get('rate') ?? (count === undefined || durationS === null ? null : count / durationS)
  return summary(metric, 'mean', rate, { count })
}

const RATE: Metric = { id: 'rate', unit: 'ops/s', better: null }

/** What is shown with a trend: how many there were a second, how many failed, and the parts of a request. */
function beside(
  name: string,
  byName: ReadonlyMap<string, K6Metric>,
  { durationS, checkFailures }: Summary,
): (IngestedMetric | null)[] {
  const [base, tags] = split(name)
  const throughput = (counter: K6Metric | undefined) =>
    counter === undefined ? null : perSecond(THROUGHPUT, counter.values, durationS)
  const allFailed = byName.get('http_req_failed')
  const failedShare = (failed: K6Metric | undefined) => (failed === undefined ? null : rateOf(failed.values))
  if (base === 'http_req_duration') {
    const parts = REQUEST_PARTS.map((part) => {
      const metric = byName.get(`${part}${tags}`)
      const first = metric === undefined ? null : (trend(metric)[0] ?? null)
      return first === null ? null : { ...first, id: part }
    })
    // k6 counts the failures of a part only where a threshold asks for them; of all requests it always does.
    const failed = byName.get(`http_req_failed${tags}`) ?? allFailed
    return [throughput(byName.get(`http_reqs${tags}`)), errorRate(failedShare(failed)), ...parts]
  }
  if (base !== 'iteration_duration' && base !== 'group_duration') return []
  return [
    throughput(name === 'iteration_duration' ? byName.get('iterations') : undefined),
    errorRate(checkFailures ?? failedShare(allFailed)),
  ]
}

const METRICS: Readonly<Record<Contains, Metric>> = {
  time: time(1e6),
  data: { id: 'size', unit: 'B', better: null },
  default: { id: 'value', unit: '', better: null },
  unsaid: { id: 'value', unit: '', better: null },
}

function trend({ contains, values }: K6Metric): (IngestedMetric | null)[] {
  const metric = METRICS[contains]
  const count = values.get('count')
  const percentiles = [...values].flatMap(([name, value]) => {
    const place = /^p\((.{1,20})\)$/.exec(name)?.[1]
    return place === undefined ? [] : parts(metric, { [`p${place}`]: value }, count)
  })
  // summaryTrendStats decides which of them are there.
  const [median, mean, min, max] = ['med', 'avg', 'min', 'max'].map((name) => values.get(name))
  const percentile = percentiles[0] ?? null
  const first = summary(metric, 'median', median, { count }) ?? summary(metric, 'mean', mean, { count })
  return [
    first ?? (percentile && { ...percentile, id: metric.id }),
    ...(median === undefined ? [] : parts(metric, { mean }, count)),
    ...percentiles,
    ...parts(metric, { min, max }, count),
  ]
}

function rate({ name, values }: K6Metric): IngestedMetric | null {
  const [base] = split(name)
  const fraction = rateOf(values)
  // checks{tag:…}: what passed; shown as what failed, as everywhere.
  if (base === 'checks') return errorRate(fraction === null ? null : 1 - fraction)
  if (base === 'http_req_failed') return errorRate(fraction)
  return summary({ id: 'rate', unit: 'fraction', better: null }, 'mean', fraction)
}

function counter(
  { name, contains, values }: K6Metric,
  { durationS, checkFailures }: Summary,
): (IngestedMetric | null)[] {
  if (contains === 'data') {
    // Not called throughput, of which more is better: more bytes for a request are worse. What was counted
    // are bytes, not values.
    const bytes = perSecond({ ...RATE, unit: 'B/s' }, values, durationS)
    return [bytes?.data.kind === 'summary' ? { ...bytes, data: { ...bytes.data, count: null } } : null]
  }
  if (['http_reqs', 'iterations'].includes(split(name)[0])) {
    const throughput = perSecond(THROUGHPUT, values, durationS)
    return name === 'iterations' ? [throughput, errorRate(checkFailures)] : [throughput]
  }
  // A total depends on how long the test ran: the rate comes first.
  return [
    perSecond(RATE, values, durationS),
    summary({ id: 'count', unit: 'count', better: null }, 'other', values.get('count')),
  ]
}

const gauge = ({ contains, values }: K6Metric): IngestedMetric | null =>
  summary({ ...METRICS[contains], id: 'value', better: null }, 'other', values.get('value'))
