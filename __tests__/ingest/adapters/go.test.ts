import { describe, expect, test } from 'vitest'
import { go } from '../../../src/ingest/adapters/go.ts'
import { expectSound, expectSturdy, fixture, forms, given, groups, keys, ratio, shared } from '../reading.ts'
import { benchmark, hasShared, metric } from '../real-files.ts'

const P = 'example.com/parsebench'

test('a name that two packages have is two benchmarks, and the number of cores is no part of it', () => {
  const file = go.read(fixture('go/a.txt'))
  expectSound(file)
  expect(keys(file)).toEqual([
    `${P}/BenchmarkParse`,
    `${P}/BenchmarkSplit`,
    `${P}/BenchmarkSort/n=100`,
    `${P}/BenchmarkSort/n=1000`,
    `${P}/codec/BenchmarkParse`,
  ])
  expect(file.environment).toEqual({ goos: 'linux', goarch: 'amd64', cpu: 'AMD EPYC', GOMAXPROCS: '2' })
  expect(file.warnings).toEqual([])
  expect(groups(file, `${P}/BenchmarkParse`)).toEqual([
    [34697, 26371, 36782, 20055, 21834, 19794, 19959, 19989, 26995, 21806],
  ])
  expect(benchmark(file, `${P}/BenchmarkSort/n=100`)).toMatchObject({
    suite: P,
    path: [],
    name: 'BenchmarkSort',
    params: { n: '100' },
  })
})

test('metrics have their own direction', () => {
  const file = go.read(fixture('go/a.txt'))
  expect(forms(file, `${P}/BenchmarkSplit`)).toEqual([
    'time ns lower',
    'throughput B/s higher',
    'bytes B lower',
    'allocs count lower',
  ])
  expect(forms(file, `${P}/BenchmarkSort/n=100`)).toEqual([
    'time ns lower',
    'items/op items/op null',
    'p99-ns/op ns lower',
    'bytes B lower',
    'allocs count lower',
  ])
  expect(groups(file, `${P}/BenchmarkSplit`, 'throughput')[0]![0]).toBeCloseTo(469.19e6, 3)
})

test('allocations on which all lines agree are exact, others are values', () => {
  const file = go.read(fixture('go/a.txt'))
  expect(metric(file, `${P}/codec/BenchmarkParse`, 'bytes').data).toEqual({ kind: 'exact', value: 12_288 })
  expect(metric(file, `${P}/codec/BenchmarkParse`, 'allocs').data).toEqual({ kind: 'exact', value: 2 })
  expect(metric(file, `${P}/BenchmarkParse`, 'allocs').data).toEqual({ kind: 'exact', value: 0 })

  const line = (bytes: number) => `BenchmarkA \t 10 \t 5 ns/op \t ${bytes} B/op \t 1 allocs/op\n`
  const varying = go.read(given(line(12_288) + line(12_290)))
  expect(metric(varying, 'BenchmarkA', 'bytes').data).toMatchObject({ groups: [[12_288, 12_290]] })
  expect(metric(varying, 'BenchmarkA', 'allocs').data).toEqual({ kind: 'exact', value: 1 })
  // The same time twice is chance.
  expect(metric(varying, 'BenchmarkA', 'time').data.kind).toBe('samples')
})

test('test2json splits a line over two events', () => {
  const input = fixture('go/test2json.ndjson')
  expect(go.recognises(input)).toBe(true)
  const file = go.read(input)
  expect(groups(file, `${P}/BenchmarkParse`)).toEqual([[47315, 43265]])
  expect(groups(file, `${P}/codec/BenchmarkParse`)[0]).toHaveLength(2)
  expect(file.benchmarks).toHaveLength(4)
})

test('packages of test2json that run side by side are not mixed', () => {
  const event = (pkg: string, output: string) =>
    JSON.stringify({ Action: 'output', Package: pkg, Output: output })
  const lines = [
    event('a', 'BenchmarkX-2 \t'),
    event('b', 'BenchmarkX-2 \t'),
    event('a', '10\t 5 ns/op\n'),
    event('b', '10\t 7 ns/op\n'),
  ]
  const file = go.read(given(lines.join('\n')))
  expect([groups(file, 'a/BenchmarkX'), groups(file, 'b/BenchmarkX')]).toEqual([[[5]], [[7]]])
})

describe('what -8 behind a name means', () => {
  const namesOf = (...names: string[]) =>
    go.read(given(names.map((name) => `${name} \t 10 \t 5 ns/op`).join('\n')))

  test('a list of -cpu is a parameter', () => {
    const file = go.read(fixture('go/cpu.txt'))
    expect(keys(file).slice(0, 2)).toEqual([`${P}/BenchmarkParse/procs=1`, `${P}/BenchmarkParse/procs=2`])
    expect(groups(file, `${P}/BenchmarkParse/procs=1`)).toEqual([[34387, 127774]])
  })

  test('every name has it: GOMAXPROCS, also where a name ends in a number itself', () => {
    expect(keys(namesOf('BenchmarkA-4', 'BenchmarkB-8-4'))).toEqual(['BenchmarkA', 'BenchmarkB-8'])
  })

  test('no name but one that ends in a number has it: names stay, with a warning', () => {
    const file = namesOf('BenchmarkA', 'BenchmarkB-8')
    expect(keys(file)).toEqual(['BenchmarkA', 'BenchmarkB-8'])
    expect(file.warnings).toHaveLength(1)
  })
})

test('two runs in one file are two groups', () => {
  const run = 'pkg: p\nBenchmarkX-2 \t 10 \t 5 ns/op\nBenchmarkX-2 \t 10 \t 6 ns/op\nPASS\nok  \tp\t1s\n'
  expect(groups(go.read(given(run + run)), 'p/BenchmarkX')).toEqual([
    [5, 6],
    [5, 6],
  ])
})

test('failed and skipped ones are listed', () => {
  const file = go.read(
    given(
      'pkg: p\nBenchmarkOk-2 \t 10 \t 5 ns/op\n--- FAIL: BenchmarkBad/x-2\n    a_test.go:3: no file\n--- FAIL: BenchmarkBad\n--- SKIP: BenchmarkLate-2\n    a_test.go:9: later\nFAIL\texit status 1\nFAIL\tp\t1s\n',
    ),
  )
  const outcomes = file.benchmarks.map(({ key, status, message }) => [key, status, message])
  expect(outcomes).toEqual([
    ['p/BenchmarkOk', 'ok', null],
    ['p/BenchmarkBad/x', 'failed', 'a_test.go:3: no file'],
    ['p/BenchmarkLate', 'skipped', null],
  ])
})

test('a package that ended early has failed, and with it whatever did not run', () => {
  const file = go.read(
    given('pkg: p\nBenchmarkOk-2 \t 10 \t 5 ns/op\npanic: boom\nexit status 2\nFAIL\tp\t0.1s\nok  \tq\t1s\n'),
  )
  expect(file.benchmarks.map(({ key, status, message }) => [key, status, message])).toEqual([
    ['p/BenchmarkOk', 'ok', null],
    ['p/(package)', 'failed', 'the package failed before its end'],
  ])
})

test('what is no number is left out with a warning, and a unit can say its direction', () => {
  const file = go.read(
    given(
      'Unit x better=higher\nBenchmarkA \t 10 \t 5 ns/op \t NaN MB/s \t 3 x\nBenchmarkA \t 10 \t log line\n',
    ),
  )
  expect(forms(file, 'BenchmarkA')).toEqual(['time ns lower', 'x x higher'])
  expect(groups(file, 'BenchmarkA')).toEqual([[5]])
  expect(file.warnings).toHaveLength(2)
})

test('a suite may name its parameters anything', () => {
  const file = go.read(given('BenchmarkA/__proto__=1/constructor=2 \t 10 \t 5 ns/op'))
  expect(keys(file)).toEqual(['BenchmarkA/__proto__=1/constructor=2'])
  expectSound(file)
})

test('the slower side is seen', () => {
  expect(ratio(go, 'go/a.txt', 'go/b.txt', `${P}/BenchmarkParse`)).toBeCloseTo(1.195, 1)
})

test('no benchmark is an error', () => {
  expect(() => go.read(given('PASS\nok  \tp\t1s\n'))).toThrow(/no benchmark of Go/)
  expect(go.recognises(given('PASS\n'))).toBe(false)
})

test.skipIf(!hasShared)('public file: one name in two packages, packages without benchmarks', () => {
  const file = go.read(shared('go/duplicate-names.gab.txt'))
  expect(file.benchmarks).toHaveLength(4)
  expect(groups(file, 'github.com/gofiber/fiber/v3/middleware/csrf/BenchmarkAppendMsgitem')).toEqual([
    [0.3733],
  ])
})

test('mutated files', () =>
  expectSturdy(
    go,
    ['a.txt', 'cpu.txt', 'test2json.ndjson'].map((name) => fixture(`go/${name}`)),
  ))
