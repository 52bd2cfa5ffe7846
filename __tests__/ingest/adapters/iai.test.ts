import { expect, test } from 'vitest'
import { gungraun } from '../../../src/ingest/adapters/gungraun.ts'
import { iai } from '../../../src/ingest/adapters/iai.ts'
import { expectAnswerOrUserError, inputOf, shared } from '../adapter-checks.ts'
import { expectSound } from '../reading.ts'
import { metric } from '../real-files.ts'

const text = `Running target/release/deps/test-8b17

parse_short
  Instructions:                1735
  L1 Accesses:                 2364 (+0.701083%)
  L2 Accesses:                    1 (-50.00000%)
  RAM Accesses:                   1 (No change)
  Estimated Cycles:            2404

parse_long
  Instructions:            26214735
`

test('counts, compared exactly', () => {
  expect(iai.recognises(inputOf(text))).toBe(true)
  expect(gungraun.recognises(inputOf(text))).toBe(false)
  const file = iai.read(inputOf(text))
  expectSound(file)
  expect(file.benchmarks.map(({ key }) => key)).toEqual(['parse_short', 'parse_long'])
  expect(file.benchmarks[0]?.metrics).toEqual([
    { id: 'instructions', unit: 'instructions', better: 'lower', data: { kind: 'exact', value: 1735 } },
    { id: 'l1-hits', unit: 'count', better: null, data: { kind: 'exact', value: 2364 } },
    { id: 'll-hits', unit: 'count', better: null, data: { kind: 'exact', value: 1 } },
    { id: 'ram-hits', unit: 'count', better: 'lower', data: { kind: 'exact', value: 1 } },
    { id: 'estimated-cycles', unit: 'cycles', better: 'lower', data: { kind: 'exact', value: 2404 } },
  ])
})

test('text without counts is refused', () => {
  expect(() => iai.read(inputOf('running 0 tests\n'))).toThrow(/no counts/)
})

test.skipIf(shared('iai', 'two.bencher.txt') === null)('real files', () => {
  const two = iai.read(inputOf(shared('iai', 'two.bencher.txt')!))
  expect(metric(two, 'bench_fibonacci_long', 'estimated-cycles').data).toEqual({
    kind: 'exact',
    value: 35_638_668,
  })
  const change = iai.read(inputOf(shared('iai', 'change.bencher.txt')!))
  expect(change.benchmarks.map(({ key }) => key)).toEqual(['iai_benchmark_short', 'iai_benchmark_long'])
  expect(metric(change, 'iai_benchmark_short', 'instructions').data).toEqual({ kind: 'exact', value: 1243 })
})

test('broken: an answer or a UserError', () => expectAnswerOrUserError(iai, text))
