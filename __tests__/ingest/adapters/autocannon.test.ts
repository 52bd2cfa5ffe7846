import { expect, test } from 'vitest'
import { autocannon } from '../../../src/ingest/adapters/autocannon.ts'
import { centreOf, expectAnswerOrUserError, fixture, inputOf } from '../adapter-checks.ts'
import { expectSound } from '../reading.ts'
import { metric } from '../real-files.ts'

const read = (name: string) => autocannon.read(inputOf(fixture('autocannon', name)))
const changed = (change: object) =>
  autocannon.read(inputOf(JSON.stringify({ ...JSON.parse(fixture('autocannon', 'a.json')), ...change })))

test('one benchmark; the throughput decides, because latencies are whole milliseconds', () => {
  expect(autocannon.recognises(inputOf(fixture('autocannon', 'a.json')))).toBe(true)
  const file = read('a.json')
  expectSound(file)
  expect(file.benchmarks.map(({ key }) => key)).toEqual(['demo'])
  expect(file.benchmarks[0]?.metrics[0]).toEqual({
    id: 'throughput',
    unit: 'ops/s',
    better: 'higher',
    data: {
      kind: 'summary',
      statistic: 'mean',
      centre: 1540.25,
      spread: { kind: 'sd', value: 144.03 },
      count: 4,
    },
  })
  expect(metric(file, 'demo', 'time')).toMatchObject({
    unit: 'ns',
    better: 'lower',
    data: { centre: 2_170_000, spread: { kind: 'sd', value: 1_480_000 }, count: 6161 },
  })
  expect(metric(file, 'demo', 'bytes-per-second')).toMatchObject({ unit: 'B/s', better: 'higher' })
  expect(centreOf(metric(file, 'demo', 'time.p97.5'))).toBe(3e6)
  expect(file.warnings).toEqual([expect.stringContaining('whole milliseconds')])
})

test('the slower handler answers less often', () => {
  const ratio =
    centreOf(metric(read('a.json'), 'demo', 'throughput')) /
    centreOf(metric(read('b.json'), 'demo', 'throughput'))
  expect(ratio).toBeGreaterThan(1.1)
  expect(ratio).toBeLessThan(1.7)
})

test('errors, wrong answers and other statuses are failures of what was asked', () => {
  const file = changed({ errors: 39, non2xx: 100, mismatches: 16 })
  expect(metric(file, 'demo', 'error-rate')).toMatchObject({ unit: 'fraction', better: 'lower' })
  expect(centreOf(metric(file, 'demo', 'error-rate'))).toBeCloseTo(155 / 6200, 12)
})

test('without an answer it failed', () => {
  const { requests } = JSON.parse(fixture('autocannon', 'a.json'))
  const file = changed({ errors: 5, requests: { ...requests, total: 0, average: 0 } })
  expect(file.benchmarks[0]).toMatchObject({
    status: 'failed',
    message: 'no request was answered; 5 errors',
    metrics: [],
  })
})

test('without a title the path names it: ports differ, and a query can hold a secret', () => {
  expect(
    changed({ title: undefined, url: 'http://u:pw@127.0.0.1:4111/a/b?token=x' }).benchmarks[0]?.key,
  ).toBe('/a/b')
  expect(changed({ title: undefined, url: 'no url' }).benchmarks[0]?.key).toBe('autocannon')
})

test('negative times are left out with a warning', () => {
  const { latency } = JSON.parse(fixture('autocannon', 'a.json'))
  const file = changed({ latency: { ...latency, average: -1 } })
  expect(file.benchmarks[0]?.metrics.map(({ id }) => id)).not.toContain('time')
  expect(file.warnings).toContainEqual(expect.stringContaining('time'))
})

test('broken: an answer or a UserError', () =>
  expectAnswerOrUserError(autocannon, fixture('autocannon', 'a.json')))
