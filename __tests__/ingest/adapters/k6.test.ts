import { expect, test } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { k6 } from '../../../src/ingest/adapters/k6.ts'
import { centreOf, directoryOf, expectAnswerOrUserError, fixture, inputOf } from '../adapter-checks.ts'
import { expectSound } from '../reading.ts'
import { metric } from '../real-files.ts'

const SHAPES = ['summary-export.json', 'handle-summary.json', 'machine-readable.json']
const read = (name: string) => k6.read(inputOf(fixture('k6', name)))

test.each(SHAPES)('%s is recognised and sound', (name) => {
  const input = inputOf(fixture('k6', name))
  expect(k6.recognises(input)).toBe(true)
  expectSound(k6.read(input))
})

test('--summary-export: flat values, times in ms, rates, the largest number of users', () => {
  const file = read('summary-export.json')
  expect(file.environment).toEqual({ vus: '149' })
  const time = metric(file, 'http_req_duration', 'time')
  expect(time).toEqual({
    id: 'time',
    unit: 'ns',
    better: 'lower',
    data: { kind: 'summary', statistic: 'median', centre: 3_036_093, spread: null, count: 493_168 },
  })
  expect(centreOf(metric(file, 'http_req_duration', 'time.p99.9'))).toBe(878_016_149)
  expect(metric(file, 'http_req_duration', 'throughput')).toMatchObject({ unit: 'ops/s', better: 'higher' })
  expect(centreOf(metric(file, 'http_req_duration', 'throughput'))).toBe(3434.092683)
  expect(centreOf(metric(file, 'http_req_duration{expected_response:true}', 'time'))).toBe(3_553_597)
  expect(metric(file, 'data_received', 'rate')).toMatchObject({ unit: 'B/s', better: null })
})

test('of http_req_failed, the passes are failures', () => {
  const json = JSON.parse(fixture('k6', 'summary-export.json'))
  json.metrics.http_req_failed = { passes: 100, fails: 300, value: 0.25 }
  json.metrics.checks = { passes: 300, fails: 100, value: 0.75 }
  const file = k6.read(inputOf(JSON.stringify(json)))
  const errors = metric(file, 'http_req_duration', 'error-rate')
  expect(errors).toMatchObject({ unit: 'fraction', better: 'lower' })
  expect(centreOf(errors)).toBe(0.25)
  expect(centreOf(metric(file, 'checks', 'error-rate'))).toBe(0.25)
})

test('handleSummary: typed values, and checks that failed', () => {
  const file = read('handle-summary.json')
  expect(centreOf(metric(file, 'http_req_duration', 'time'))).toBe(11_172_646_666)
  expect(centreOf(metric(file, 'http_req_duration', 'error-rate'))).toBe(0)
  expect(centreOf(metric(file, 'checks', 'error-rate'))).toBeCloseTo(509 / (2907 + 509), 12)
  expect(file.environment['duration']).toBe('30.0005 s')
})

test('machine-readable: version, counts by the duration, matches as failures', () => {
  const file = read('machine-readable.json')
  expect(file.version).toBe('2.2.0')
  expect(centreOf(metric(file, 'http_req_duration', 'time'))).toBe(12_100_000)
  expect(centreOf(metric(file, 'http_req_duration', 'throughput'))).toBeCloseTo(3600 / 30.01, 9)
  const json = JSON.parse(fixture('k6', 'machine-readable.json'))
  json.results.metrics[2].values = { matches: 36, total: 3600, rate: 0.01 }
  expect(centreOf(metric(k6.read(inputOf(JSON.stringify(json))), 'http_req_duration', 'error-rate'))).toBe(
    0.01,
  )
})

test('parts of a request, iterations with their checks, custom metrics', () => {
  const trend = (med: number) => ({ avg: med, min: med, med, max: med, 'p(90)': med, 'p(95)': med })
  const file = k6.read(
    inputOf(
      JSON.stringify({
        root_group: { checks: {} },
        metrics: {
          http_req_duration: trend(5),
          http_req_waiting: trend(4),
          iteration_duration: trend(10),
          iterations: { count: 100, rate: 2 },
          checks: { passes: 9, fails: 1, value: 0.9 },
          my_trend: trend(7),
          my_rate: { passes: 1, fails: 3, value: 0.25 },
          my_counter: { count: 8, rate: 0.5 },
          my_gauge: { value: -2, min: -3, max: 4 },
          ['__proto__x']: trend(1),
        },
      }),
    ),
  )
  expect(file.benchmarks.map(({ key }) => key)).toEqual([
    'http_req_duration',
    'iteration_duration',
    'my_trend',
    'my_rate',
    'my_counter',
    'my_gauge',
    '__proto__x',
  ])
  expect(centreOf(metric(file, 'http_req_duration', 'http_req_waiting'))).toBe(4e6)
  expect(centreOf(metric(file, 'iteration_duration', 'error-rate'))).toBeCloseTo(0.1, 12)
  expect(metric(file, 'my_trend', 'value')).toMatchObject({ unit: '', better: null })
  expect(file.warnings).toContainEqual(expect.stringContaining('my_trend'))
  expect(metric(file, 'my_counter', 'count')).toMatchObject({ unit: 'count', better: null })
  expect(centreOf(metric(file, 'my_gauge', 'value'))).toBe(-2)
})

test('every time has the errors beside it that would make it void', () => {
  const trend = { avg: 5, med: 5 }
  const failed = (rate: number) => ({ passes: 100 * rate, fails: 100 * (1 - rate), value: rate })
  const rates = (metrics: object) => {
    const { benchmarks } = k6.read(inputOf(JSON.stringify({ root_group: {}, metrics })))
    return benchmarks.map(({ key, metrics }) => {
      const rate = metrics.find(({ id }) => id === 'error-rate')
      return [key, rate === undefined ? null : centreOf(rate)]
    })
  }
  const times = {
    http_req_duration: trend,
    'http_req_duration{url:/a}': trend,
    'http_req_duration{expected_response:true}': trend,
    iteration_duration: trend,
    'group_duration{group:::pay}': trend,
  }
  const requests = { http_req_failed: failed(0.25), 'http_req_failed{url:/a}': failed(0.5) }
  expect(rates({ ...times, ...requests })).toEqual([
    ['http_req_duration', 0.25],
    ['http_req_duration{url:/a}', 0.5],
    ['http_req_duration{expected_response:true}', 0.25],
    ['iteration_duration', 0.25],
    ['group_duration{group:::pay}', 0.25],
  ])
  // Checks know more of an iteration than the status of its requests.
  expect(rates({ iteration_duration: trend, ...requests, checks: { passes: 9, fails: 1 } })).toEqual([
    ['iteration_duration', expect.closeTo(0.1)],
    ['http_req_failed', 0.25],
    ['http_req_failed{url:/a}', 0.5],
  ])
  expect(rates({ iterations: { count: 10, rate: 1 }, checks: { passes: 9, fails: 1 } })).toEqual([
    ['iterations', expect.closeTo(0.1)],
    ['checks', expect.closeTo(0.1)],
  ])
})

test('which trend statistics there are is up to the script', () => {
  const only = (values: Record<string, number>) =>
    k6.read(inputOf(JSON.stringify({ root_group: {}, metrics: { http_req_duration: values } }))).benchmarks[0]
      ?.metrics[0]
  expect(only({ avg: 2, 'p(90)': 3 })).toMatchObject({ id: 'time', data: { statistic: 'mean', centre: 2e6 } })
  expect(only({ 'p(90)': 3 })).toMatchObject({ id: 'time', data: { statistic: 'other', centre: 3e6 } })
})

const TOKEN = 'tok_3cr3t-8f1e'

test('a token in setup_data is in no field, warning or error', () => {
  const json = JSON.parse(fixture('k6', 'handle-summary.json'))
  json.setup_data = { token: TOKEN, [TOKEN]: [TOKEN] }
  const good = JSON.stringify(json, null, 1)
  const input = inputOf(good)
  expect(k6.recognises(input)).toBe(true)
  expect(JSON.stringify(k6.read(input))).not.toContain(TOKEN)

  // Broken in every way that a message could quote: cut at each place, a value of a wrong type, the token as the culprit.
  const typed = structuredClone(json)
  typed.metrics.http_req_duration.values.avg = TOKEN
  const broken = [
    JSON.stringify(typed),
    JSON.stringify({ ...json, metrics: TOKEN }),
    JSON.stringify({ ...json, metrics: {} }),
    JSON.stringify({ ...json, state: TOKEN }),
    good.replace('"token": "', '"token": '),
    ...Array.from({ length: good.length }, (_, at) => good.slice(0, at)).filter((_, at) => at % 7 === 0),
  ]
  let errors = 0
  for (const text of broken) {
    for (const input of [inputOf(text), directoryOf({ 'a.json': text })]) {
      try {
        expect(JSON.stringify(k6.read(input))).not.toContain(TOKEN)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        errors++
        for (let e: unknown = error; e instanceof Error; e = e.cause) {
          expect(`${e.message} ${e.stack} ${JSON.stringify(e)}`).not.toContain(TOKEN)
        }
      }
    }
  }
  expect(errors).toBeGreaterThan(broken.length)
})

test('files of others are not recognised', () => {
  for (const text of [
    '{}',
    '[]',
    'null',
    '{"metrics":{}}',
    '{"metadata":{}}',
    fixture('artillery', 'a.json'),
  ]) {
    expect(k6.recognises(inputOf(text))).toBe(false)
  }
})

test.each(SHAPES)('%s broken: an answer or a UserError', (name) => {
  expectAnswerOrUserError(k6, fixture('k6', name))
})
