import { expect, test } from 'vitest'
import { pytestBenchmark } from '../../../src/ingest/adapters/pytest-benchmark.ts'
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
import { hasShared, metric } from '../real-files.ts'

const one = (entry: object) =>
  given(
    JSON.stringify({
      machine_info: {},
      benchmarks: [{ name: 'test_a', fullname: 'a.py::test_a', stats: { data: [1, 2] }, ...entry }],
    }),
  )

test('rounds in ns, names from the full name, parameters of their own', () => {
  const input = fixture('pytest-benchmark/a.json')
  expect(pytestBenchmark.recognises(input)).toBe(true)
  const file = pytestBenchmark.read(input)
  expectSound(file)
  expect(keys(file)).toEqual([
    'test_parse.py/test_parse',
    'test_parse.py/test_sort/kind=rev/n=100',
    'test_parse.py/test_sort/kind=rev/n=1000',
    'test_parse.py/test_sort/kind=mod/n=100',
    'test_parse.py/test_sort/kind=mod/n=1000',
    'test_parse.py/TestCodec/test_decode',
  ])
  expect(file).toMatchObject({
    version: '5.3.0',
    environment: { python: '3.11.7', cpu: 'AMD EPYC' },
    warnings: [],
  })
  expect(metric(file, 'test_parse.py/test_parse', 'time').data).toMatchObject({
    kind: 'samples',
    of: 'round',
  })
  expect(groups(file, 'test_parse.py/test_parse')[0]).toHaveLength(15)
  expect(groups(file, 'test_parse.py/test_parse')[0]!.every((ns) => ns > 9e5 && ns < 5e6)).toBe(true)
})

test('what the user adds is a metric without a direction', () => {
  const file = pytestBenchmark.read(fixture('pytest-benchmark/a.json'))
  expect(forms(file, 'test_parse.py/test_sort/kind=rev/n=100')).toEqual(['time ns lower', 'elements  null'])
})

test('without rounds there is mean and deviation, and a warning', () => {
  const file = pytestBenchmark.read(fixture('pytest-benchmark/save-no-data.json'))
  const { data } = metric(file, 'test_parse.py/test_parse', 'time')
  expect(data).toMatchObject({ kind: 'summary', statistic: 'mean', count: 84 })
  expect(data.kind === 'summary' && data.centre).toBeCloseTo(1_189_871.047624062, 3)
  expect(data.kind === 'summary' && data.spread?.kind === 'sd' && data.spread.value).toBeCloseTo(
    539_171.5015953656,
    3,
  )
  expect(file.warnings).toHaveLength(1)
})

test('one name is two benchmarks, in two files and in one', () => {
  const entry = (fullname: string) => ({ name: 'test_a', fullname, stats: { data: [1] } })
  const read = (...names: string[]) =>
    pytestBenchmark.read(given(JSON.stringify({ machine_info: {}, benchmarks: names.map(entry) })))
  expect(keys(read('a.py::test_a', 'b.py::test_a'))).toEqual(['a.py/test_a', 'b.py/test_a'])
  expect(keys(read('a.py::test_a', 'a.py::test_a'))).toEqual(['a.py/test_a', 'a.py/test_a'])
})

test('an object as parameter has another address in each process: the id stays in the name', () => {
  const file = pytestBenchmark.read(
    one({
      fullname: 'a.py::test_a[codec::0]',
      params: { codec: 'UNSERIALIZABLE[<Codec object at 0x7f01>]' },
    }),
  )
  expect(keys(file)).toEqual(['a.py/test_a[codec::0]'])
})

test('names of objects are names', () => {
  const input = given(
    '{"machine_info":{},"benchmarks":[{"name":"t[1]","fullname":"a.py::t[1]","params":{"__proto__":1},"extra_info":{"__proto__":2,"time":3},"stats":{"data":[1]}}]}',
  )
  const file = pytestBenchmark.read(input)
  expect(keys(file)).toEqual(['a.py/t/__proto__=1'])
  expectSound(file)
})

test('bare NaN came in as null: left out', () => {
  const file = pytestBenchmark.read(one({ stats: { data: [1, null, -1] } }))
  expect(groups(file, 'a.py/test_a')).toEqual([[1e9]])
  expect(pytestBenchmark.read(one({ stats: { mean: null } })).benchmarks[0]).toMatchObject({
    status: 'failed',
  })
})

test('the slower side is seen', () => {
  const sides = ['pytest-benchmark/a.json', 'pytest-benchmark/b.json'] as const
  const slowed = ratio(pytestBenchmark, ...sides, 'test_parse.py/test_parse')
  expect(slowed).toBeGreaterThan(1.05)
  expect(slowed).toBeLessThan(1.5)
})

test('an older version', () => {
  expect(pytestBenchmark.read(fixture('pytest-benchmark/v3.2.2.json'))).toMatchObject({
    version: '3.2.2',
    warnings: [],
  })
})

test.skipIf(!hasShared)('the whole files', () => {
  expect(
    groups(pytestBenchmark.read(shared('pytest-benchmark/a.json')), 'test_parse.py/test_parse')[0],
  ).toHaveLength(83)
})

test('mutated files', () => {
  expectSturdy(
    pytestBenchmark,
    ['a', 'save-no-data'].map((name) => fixture(`pytest-benchmark/${name}.json`)),
  )
  expectSturdyNumbers(pytestBenchmark, fixture('pytest-benchmark/a.json'))
})

test('an id counts where the parameters do not say all of it', () => {
  const idsOf = (...tests: [id: string, params: object | null][]) =>
    keys(
      pytestBenchmark.read(
        given(
          JSON.stringify({
            machine_info: {},
            benchmarks: tests.map(([id, params]) => ({
              name: `t[${id}]`,
              fullname: `a.py::t[${id}]`,
              params,
              stats: { data: [1, 2] },
            })),
          }),
        ),
      ),
    )
  expect(idsOf(['list[int]-3', { n: 3 }], ['list[str]-3', { n: 3 }])).toEqual([
    'a.py/t[list[int]-3]',
    'a.py/t[list[str]-3]',
  ])
  expect(idsOf(['list[int]-3', { n: 3 }])).toEqual(['a.py/t[list[int]-3]'])
  // The author's own texts for values, in whatever order pytest joins them.
  expect(idsOf(['small', { n: 3 }])).toEqual(['a.py/t/n=3'])
  expect(idsOf(['b-small', { n: 3, k: 'b' }])).toEqual(['a.py/t/n=3/k=b'])
  expect(idsOf(['True-None-1e-07-1.0--2', { a: true, b: null, c: 1e-7, d: 1, e: -2 }])).toEqual([
    'a.py/t/a=true/b=null/c=1e-7/d=1/e=-2',
  ])
  // Two ids of the same values are two tests.
  expect(idsOf(['x', { n: 3 }], ['y', { n: 3 }])).toEqual(['a.py/t[x]', 'a.py/t[y]'])
})
