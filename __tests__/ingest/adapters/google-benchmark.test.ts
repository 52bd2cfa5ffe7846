import { expect, test } from 'vitest'
import { googleBenchmark } from '../../../src/ingest/adapters/google-benchmark.ts'
import {
  expectSound,
  expectSturdy,
  expectSturdyNumbers,
  fixture,
  forms,
  given,
  groups,
  keys,
  ratio,
  shared,
} from '../reading.ts'
import { benchmark, hasShared, metric } from '../real-files.ts'

const SORT = 'BM_Sort/real_time/n=1000'
const one = (row: object) =>
  given(
    JSON.stringify({
      context: { num_cpus: 2 },
      benchmarks: [
        {
          name: 'A',
          run_name: 'A',
          run_type: 'iteration',
          time_unit: 'ns',
          real_time: 2,
          cpu_time: 1,
          ...row,
        },
      ],
    }),
  )

test('rows of iterations are values, and the aggregates beside them are not', () => {
  const input = fixture('google-benchmark/a.json')
  expect(googleBenchmark.recognises(input)).toBe(true)
  const file = googleBenchmark.read(input)
  expectSound(file)
  expect(keys(file)).toEqual(['BM_Parse', 'BM_Copy/1024', 'BM_Copy/65536', SORT, 'BM_Err'])
  expect(groups(file, 'BM_Parse', 'time')).toEqual([
    [20125.436324208349, 20051.128798942755, 20008.562228772509, 19959.907380636225],
  ])
  expect(groups(file, 'BM_Parse', 'cpu-time')[0]![0]).toBe(20006.40520984081)
})

test('allocations on which all repetitions agree are exact, others are values', () => {
  const rows = [1, 2].map((index) => ({
    name: 'A',
    run_type: 'iteration',
    time_unit: 'ns',
    real_time: 2,
    cpu_time: 1,
    allocs_per_iter: 3,
    total_allocated_bytes: 64 * index,
    max_bytes_used: 64,
  }))
  const file = googleBenchmark.read(given(JSON.stringify({ context: { num_cpus: 2 }, benchmarks: rows })))
  expect(metric(file, 'A', 'allocs').data).toEqual({ kind: 'exact', value: 3 })
  expect(groups(file, 'A', 'bytes')).toEqual([[64, 128]])
  // A peak depends on when memory was given back.
  expect(groups(file, 'A', 'memory')).toEqual([[64, 64]])
})

test('the name says which time decides, and units are by row', () => {
  const file = googleBenchmark.read(fixture('google-benchmark/a.json'))
  expect(forms(file, 'BM_Copy/1024')).toEqual(['cpu-time ns lower', 'time ns lower', 'throughput B/s higher'])
  expect(forms(file, SORT)).toEqual([
    'time ns lower',
    'cpu-time ns lower',
    'depth  null',
    'item-throughput ops/s higher',
    'rate  null',
  ])
  const [first] = groups(file, SORT, 'time')[0]!
  expect(first).toBeGreaterThan(4000)
  expect(first).toBeLessThan(10_000)
})

test('an error has a time of 0: it is listed as failed', () => {
  expect(benchmark(googleBenchmark.read(fixture('google-benchmark/a.json')), 'BM_Err')).toMatchObject({
    status: 'failed',
    message: 'cannot open corpus',
    metrics: [],
  })
  const skipped = googleBenchmark.read(one({ skipped: true, skip_message: 'later' }))
  expect(skipped.benchmarks[0]).toMatchObject({ status: 'skipped', metrics: [] })
})

test('aggregates alone are mean and deviation; cv is a ratio labelled ns and is left alone', () => {
  const file = googleBenchmark.read(fixture('google-benchmark/aggregates-only.json'))
  expect(metric(file, 'BM_Parse', 'time').data).toEqual({
    kind: 'summary',
    statistic: 'mean',
    centre: 20225.624083275445,
    spread: { kind: 'sd', value: 217.28586322466171 },
    count: 3,
  })
  expect(file.benchmarks).toHaveLength(5)
})

test('old files name the aggregate in the name only', () => {
  const rows = ['A', 'A_mean', 'A_stddev', 'A_BigO'].map((name, at) => ({
    name,
    real_time: at + 1,
    cpu_time: at + 1,
    time_unit: 'us',
  }))
  const file = googleBenchmark.read(given(JSON.stringify({ context: { num_cpus: 2 }, benchmarks: rows })))
  expect(groups(file, 'A', 'time')).toEqual([[1000]])
  expect(keys(file)).toEqual(['A'])
})

test('templates and threads', () => {
  const file = googleBenchmark.read(one({ run_name: 'BM<std::map>/8/threads:4' }))
  expect(file.benchmarks[0]).toMatchObject({ key: 'BM<std::map>/8/threads=4', params: { threads: '4' } })
})

test('counters named like parts of an object are counters', () => {
  const input = given(
    '{"context":{"num_cpus":1},"benchmarks":[{"name":"A","real_time":1,"cpu_time":1,"__proto__":5,"constructor":6}]}',
  )
  expectSound(googleBenchmark.read(input))
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

test('another unit of time, a negative and a missing time', () => {
  expect(() => googleBenchmark.read(one({ time_unit: 'parsec' }))).toThrow(/time_unit/)
  const file = googleBenchmark.read(one({ cpu_time: -1 }))
  expect(forms(file, 'A')).toEqual(['time ns lower'])
  expect(file.warnings).toHaveLength(1)
  expect(googleBenchmark.read(one({ cpu_time: null, real_time: null })).benchmarks[0]).toMatchObject({
    status: 'failed',
  })
})

test('the slower side is seen', () => {
  expect(
    ratio(googleBenchmark, 'google-benchmark/a.json', 'google-benchmark/b.json', 'BM_Parse'),
  ).toBeCloseTo(1.14, 1)
})

test.skipIf(!hasShared)('the whole files', () => {
  const file = googleBenchmark.read(shared('googlebenchmark/a.json'))
  expect(groups(file, 'BM_Parse', 'cpu-time')[0]).toHaveLength(10)
  expect(googleBenchmark.read(shared('googlebenchmark/single.json')).benchmarks).toHaveLength(5)
})

test('mutated files', () => {
  expectSturdy(
    googleBenchmark,
    ['a', 'aggregates-only'].map((name) => fixture(`google-benchmark/${name}.json`)),
  )
  expectSturdyNumbers(googleBenchmark, fixture('google-benchmark/a.json'))
})

test('the time on the wall decides where the clock of the CPU was too coarse', () => {
  expect(forms(googleBenchmark.read(one({ cpu_time: 0 })), 'A')).toEqual([
    'time ns lower',
    'cpu-time ns lower',
  ])
  expect(forms(googleBenchmark.read(one({ cpu_time: 1 })), 'A')).toEqual([
    'cpu-time ns lower',
    'time ns lower',
  ])
})

test('a counter a second is better the more, unless its name says what it costs', () => {
  const read = googleBenchmark.read(one({ rows_per_second: 5, allocations_per_second: 5 }))
  expect(forms(read, 'A').slice(2)).toEqual([
    'rows_per_second ops/s higher',
    'allocations_per_second ops/s null',
  ])
})
