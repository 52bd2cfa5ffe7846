import { expect, test } from 'vitest'
import { artillery } from '../../../src/ingest/adapters/artillery.ts'
import { centreOf, expectAnswerOrUserError, fixture, inputOf } from '../adapter-checks.ts'
import { expectSound } from '../reading.ts'
import { metric } from '../real-files.ts'

const read = (name: string) => artillery.read(inputOf(fixture('artillery', name)))
const changed = (change: (json: { aggregate: Record<string, Record<string, unknown>> }) => void) => {
  const json = JSON.parse(fixture('artillery', 'a.json'))
  change(json)
  return artillery.read(inputOf(JSON.stringify(json)))
}

test('the summaries of the whole run, with request rate and errors', () => {
  expect(artillery.recognises(inputOf(fixture('artillery', 'a.json')))).toBe(true)
  const file = read('a.json')
  expectSound(file)
  expect(file.benchmarks.map(({ key }) => key)).toEqual([
    'http.response_time',
    'http.response_time.2xx',
    'endpoint//',
    'endpoint//item',
    'vusers.session_length',
  ])
  expect(file.benchmarks[0]?.metrics.slice(0, 3)).toEqual([
    {
      id: 'time',
      unit: 'ns',
      better: 'lower',
      data: { kind: 'summary', statistic: 'mean', centre: 3_400_000, spread: null, count: 240 },
    },
    {
      id: 'throughput',
      unit: 'ops/s',
      better: 'higher',
      data: { kind: 'summary', statistic: 'mean', centre: 42, spread: null, count: null },
    },
    {
      id: 'error-rate',
      unit: 'fraction',
      better: 'lower',
      data: { kind: 'summary', statistic: 'mean', centre: 0, spread: null, count: null },
    },
  ])
  expect(centreOf(metric(file, 'http.response_time', 'time.p99.9'))).toBe(63.4 * 1e6)
})

// This pair is noise: the run with more work was the quicker one, on a machine with other work.
test('both runs are of one size', () => {
  const [a, b] = ['a.json', 'b.json'].map((name) =>
    centreOf(metric(read(name), 'http.response_time', 'time')),
  )
  expect(b! / a!).toBeGreaterThan(0.5)
  expect(b! / a!).toBeLessThan(2)
})

test('answers of 400 and above and lost requests are errors', () => {
  const file = changed(({ aggregate }) => {
    Object.assign(aggregate['counters']!, {
      'http.codes.200': 200,
      'http.codes.503': 30,
      'errors.ETIMEDOUT': 10,
      'plugins.metrics-by-endpoint./.codes.503': 40,
      'vusers.failed': 30,
    })
  })
  expect(centreOf(metric(file, 'http.response_time', 'error-rate'))).toBeCloseTo(40 / 240, 12)
  // Those that went well are faster too when the slow ones fail.
  expect(centreOf(metric(file, 'http.response_time.2xx', 'error-rate'))).toBeCloseTo(40 / 240, 12)
  expect(centreOf(metric(file, 'endpoint//', 'error-rate'))).toBeCloseTo(40 / 160, 12)
  expect(centreOf(metric(file, 'endpoint//item', 'error-rate'))).toBe(0)
  expect(centreOf(metric(file, 'vusers.session_length', 'error-rate'))).toBe(0.25)
})

test('the ten-second windows are not read', () => {
  const file = changed((json) => Object.assign(json, { intermediate: 'anything' }))
  expect(file.benchmarks).toEqual(read('a.json').benchmarks)
})

test('histograms stand in where summaries are missing, and are no second copy', () => {
  const moved = changed(({ aggregate }) => {
    aggregate['histograms'] = aggregate['summaries']!
    delete aggregate['summaries']
  })
  expect(moved.benchmarks).toEqual(read('a.json').benchmarks)
  const both = changed(({ aggregate }) => {
    aggregate['histograms'] = aggregate['summaries']!
  })
  expect(both.benchmarks).toEqual(read('a.json').benchmarks)
})

test('what a script records by itself has no known unit', () => {
  const file = changed(({ aggregate }) => {
    Object.assign(aggregate['summaries']!, { queue: { mean: -3, count: 2 } })
    Object.assign(aggregate['counters']!, { hits: 7 })
  })
  expect(metric(file, 'queue', 'value')).toMatchObject({ unit: '', better: null, data: { centre: -3 } })
  expect(metric(file, 'hits', 'count')).toMatchObject({ unit: 'count', better: null, data: { centre: 7 } })
  expect(file.warnings).toContainEqual(expect.stringContaining('queue'))
})

test('broken: an answer or a UserError', () =>
  expectAnswerOrUserError(artillery, fixture('artillery', 'a.json')))
