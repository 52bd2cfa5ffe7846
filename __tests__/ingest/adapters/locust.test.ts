import { expect, test } from 'vitest'
import { csvRows } from '../../../src/ingest/forms/csv.ts'
import { locust } from '../../../src/ingest/adapters/locust.ts'
import { centreOf, directoryOf, expectAnswerOrUserError, fixture, inputOf } from '../adapter-checks.ts'
import { expectSound } from '../reading.ts'
import { metric } from '../real-files.ts'

const read = (name: string) => locust.read(inputOf(fixture('locust', name)))

test('a row is a benchmark; time is the average, since the rest is rounded', () => {
  expect(locust.recognises(inputOf(fixture('locust', 'a_stats.csv')))).toBe(true)
  const file = read('a_stats.csv')
  expectSound(file)
  expect(file.benchmarks.map(({ key }) => key)).toEqual(['GET /', 'POST /item?id=[id]', 'Aggregated'])
  expect(file.benchmarks[0]?.metrics.slice(0, 3)).toEqual([
    {
      id: 'time',
      unit: 'ns',
      better: 'lower',
      data: {
        kind: 'summary',
        statistic: 'mean',
        centre: 5.8317714271720655 * 1e6,
        spread: null,
        count: 412,
      },
    },
    {
      id: 'throughput',
      unit: 'ops/s',
      better: 'higher',
      data: { kind: 'summary', statistic: 'mean', centre: 102.92465867202573, spread: null, count: 412 },
    },
    {
      id: 'error-rate',
      unit: 'fraction',
      better: 'lower',
      data: { kind: 'summary', statistic: 'mean', centre: 0, spread: null, count: 412 },
    },
  ])
  expect(centreOf(metric(file, 'GET /', 'time.p99.9'))).toBe(61e6)
  expect(metric(file, 'GET /', 'content-size')).toMatchObject({ unit: 'B', better: null })
  expect(file.warnings).toEqual([expect.stringContaining('whole milliseconds')])
})

test('the slower handler takes longer', () => {
  const [a, b] = ['a_stats.csv', 'b_stats.csv'].map((name) => centreOf(metric(read(name), 'GET /', 'time')))
  expect(b! / a!).toBeGreaterThan(1.02)
  expect(b! / a!).toBeLessThan(1.3)
})

test('failures of the requests', () => {
  const text = fixture('locust', 'a_stats.csv').replace('GET,/,412,0,', 'GET,/,412,103,')
  expect(centreOf(metric(locust.read(inputOf(text)), 'GET /', 'error-rate'))).toBe(0.25)
})

test('N/A is no value, and a row without a request failed', () => {
  const head = fixture('locust', 'a_stats.csv').split(/\r?\n/)[0]!
  const row = `,Aggregated,0,0,N/A,0.0,0,0,0,0.0,0.0${',N/A'.repeat(11)}`
  const file = locust.read(inputOf(`${head}\n${row}\n`))
  expect(file.benchmarks).toEqual([
    expect.objectContaining({ status: 'failed', message: 'no request was made', metrics: [] }),
  ])
  const some = locust.read(inputOf(`${head}\n${row.replace(',0,0,N/A,', ',7,0,N/A,')}\n`))
  expect(some.benchmarks[0]?.metrics.map(({ id }) => id)).not.toContain('time.p50')
})

test('the other files of --csv are named for what they are', () => {
  expect(() => read('a_stats_history.csv')).toThrow(/the history.*PREFIX_stats.csv/)
  expect(() => read('a_failures.csv')).toThrow(/list of failures/)
  expect(() => read('a_exceptions.csv')).toThrow(/list of exceptions/)
})

test('a directory of --csv: the stats file in it', () => {
  const names = ['a_stats.csv', 'a_stats_history.csv', 'a_failures.csv', 'a_exceptions.csv']
  const files = Object.fromEntries(names.map((name) => [name, fixture('locust', name)]))
  expect(locust.recognises(directoryOf(files))).toBe(true)
  expect(locust.read(directoryOf(files)).benchmarks).toHaveLength(3)
  expect(() =>
    locust.read(directoryOf({ ...files, 'b_stats.csv': fixture('locust', 'b_stats.csv') })),
  ).toThrow(/several/)
})

test('a row that was cut off is refused', () => {
  expect(() => locust.read(inputOf(fixture('locust', 'a_stats.csv').trimEnd().slice(0, -20)))).toThrow(
    /ends early/,
  )
})

test('CSV: quotes, commas and line breaks in fields', () => {
  expect(csvRows('a,b\r\n"x, ""y""\n",2\n\n3', 10, 9)).toEqual([['a', 'b'], ['x, "y"\n', '2'], ['3']])
  expect(csvRows('a,\n,', 10, 9)).toEqual([
    ['a', ''],
    ['', ''],
  ])
  expect(csvRows('1,2,3', 10, 2)).toBeNull()
  expect(csvRows('"open', 10, 9)).toBeNull()
  expect(csvRows('1\n2\n3\n', 2, 9)).toEqual([['1'], ['2']])
})

test('broken: an answer or a UserError', () =>
  expectAnswerOrUserError(locust, fixture('locust', 'a_stats.csv'), 600))

test('a field of nothing but quotes is refused like any other that is too long', () => {
  const text = `Type,Name,Request Count,"${'""'.repeat(20_000_000)}"\n`
  expect(() => locust.read(inputOf(text))).toThrow(/a quote in it does not end/)
})
