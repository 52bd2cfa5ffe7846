import { expect, test } from 'vitest'
import { libtest } from '../../../src/ingest/adapters/libtest.ts'
import { expectSound, expectSturdy, fixture, forms, given, keys, ratio, shared } from '../reading.ts'
import { benchmark, hasShared, metric } from '../real-files.ts'

test('median, and the distance of the extremes as bounds of unknown meaning', () => {
  const input = fixture('libtest/a.txt')
  expect(libtest.recognises(input)).toBe(true)
  const file = libtest.read(input)
  expectSound(file)
  // What is ignored is mostly a unit test, not a benchmark.
  expect(keys(file)).toEqual(['tests::bench_copy', 'tests::bench_parse'])
  expect(forms(file, 'tests::bench_copy')).toEqual(['time ns lower', 'throughput B/s higher'])
  const { data } = metric(file, 'tests::bench_parse', 'time')
  expect(data).toMatchObject({ kind: 'summary', statistic: 'median', centre: 44345.52, count: null })
  const spread = data.kind === 'summary' ? data.spread : null
  expect(spread?.kind === 'unknown' && spread.high - spread.low).toBeCloseTo(30216.39, 6)
  expect(metric(file, 'tests::bench_copy', 'throughput').data).toMatchObject({ centre: 81715e6 })
})

test('JSON lines', () => {
  const input = fixture('libtest/json.ndjson')
  expect(libtest.recognises(input)).toBe(true)
  const file = libtest.read(input)
  expect(keys(file)).toEqual(['tests::bench_copy', 'tests::bench_parse'])
  expect(metric(file, 'tests::bench_copy', 'time').data).toMatchObject({ centre: 396.24278846153845 })
  // `mib_per_second` is in units of 1,000,000 bytes: 65,536 bytes in 396.24 ns.
  expect(metric(file, 'tests::bench_copy', 'throughput').data).toMatchObject({ centre: 165494e6 })
  expect((65536 / 396.24278846153845) * 1e9).toBeCloseTo(165.394e9, -9)
})

test('Criterion.rs writes the same lines, with spaces and slashes in names', () => {
  const file = libtest.read(fixture('libtest/bencher-a.txt'))
  expect(keys(file)).toEqual(['parse 20k', 'sort/n/std/100', 'sort/n/std/1000', 'flat/copy'])
})

test('other units', () => {
  const file = libtest.read(
    given(
      'test a ... bench: 2,835 cycles/iter (+/- 14)\ntest b ... bench: 9 MS/s (+/- 6)\ntest c ... bench: 1.5 \u{b5}s/iter\n',
    ),
  )
  expect([forms(file, 'a'), forms(file, 'b'), forms(file, 'c')]).toEqual([
    ['cycles cycles lower'],
    ['MS/s MS/s null'],
    ['time ns lower'],
  ])
  expect(metric(file, 'c', 'time').data).toMatchObject({ centre: 1500, spread: null })
})

test('one that failed is listed, with the first line of its report', () => {
  const text =
    'test good ... bench: 5 ns/iter (+/- 1)\ntest bad ... FAILED\n\nfailures:\n\n---- bad stdout ----\n\nthread panicked at x\nnote: y\n'
  expect(benchmark(libtest.read(given(text)), 'bad')).toMatchObject({
    status: 'failed',
    message: 'thread panicked at x',
  })
  const json = [
    { type: 'suite', event: 'started' },
    { type: 'test', event: 'failed', name: 'bad', stdout: 'thread panicked\nat x' },
    { type: 'bench', name: 'nan', median: null, deviation: 1 },
  ]
  const file = libtest.read(given(json.map((event) => JSON.stringify(event)).join('\n')))
  expect(file.benchmarks.map(({ key, status, message }) => [key, status, message])).toEqual([
    ['bad', 'failed', 'thread panicked'],
    ['nan', 'failed', 'no usable value was measured'],
  ])
})

test('the crate is known where cargo says it; without it, one name in two crates is two benchmarks', () => {
  const line = 'test a ... bench: 5 ns/iter (+/- 1)\n'
  const running = (crate: string) =>
    `     Running benches/${crate}.rs (target/release/deps/${crate}-f36c88332bd25d23)\n`
  expect(keys(libtest.read(given(running('x') + line + running('y') + line)))).toEqual(['x/a', 'y/a'])
  expect(keys(libtest.read(given(line + line)))).toEqual(['a', 'a'])
})

test('what cannot be read has failed and is counted; none is an error', () => {
  const file = libtest.read(
    given(
      'test a ... bench: 5 ns/iter (+/- 1)\ntest b ... bench: soon\ntest  ... bench: 5 ns/iter (+/- 1)\n',
    ),
  )
  expect(file.benchmarks.map(({ key, status, message }) => [key, status, message])).toEqual([
    ['a', 'ok', null],
    ['b', 'failed', '"soon" is no number'],
  ])
  expect(file.warnings).toEqual([
    '1 result is left out, because a value is no number: "b"',
    '1 result is left out, because no name belongs to the numbers: "test  ... bench: 5 ns/iter (+/- 1)"',
  ])
  expect(() => libtest.read(given('test a ... ok\n'))).toThrow(/no line/)
})

test('the slower side is seen', () => {
  expect(ratio(libtest, 'libtest/bencher-a.txt', 'libtest/bencher-b.txt', 'parse 20k')).toBeCloseTo(1.185, 2)
  // The noise of this pair is larger than what was added.
  expect(ratio(libtest, 'libtest/a.txt', 'libtest/b.txt', 'tests::bench_parse')).toBeCloseTo(0.505, 2)
})

test.skipIf(!hasShared)('public files', () => {
  expect(libtest.read(shared('criterion/bencher-format.gab.txt')).benchmarks).toHaveLength(4)
  expect(forms(libtest.read(shared('libtest/units.gab.txt')), 'cmov')).toEqual(['cycles cycles lower'])
})

test('mutated files', () => {
  expectSturdy(
    libtest,
    ['a.txt', 'json.ndjson', 'bencher-a.txt'].map((name) => fixture(`libtest/${name}`)),
    300,
  )
})
