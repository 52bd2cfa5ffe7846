import { expect, test } from 'vitest'
import { hyperfine } from '../../../src/ingest/adapters/hyperfine.ts'
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

const results = (...rows: object[]) => given(JSON.stringify({ results: rows }))

test('each value is a process, in ns', () => {
  const input = fixture('hyperfine/a.json')
  expect(hyperfine.recognises(input)).toBe(true)
  const file = hyperfine.read(input)
  expectSound(file)
  expect(keys(file)).toEqual(['spin', 'gzip'])
  expect(forms(file, 'spin')).toEqual(['time ns lower', 'user-time ns lower', 'system-time ns lower'])
  const { data } = metric(file, 'spin', 'time')
  expect(data).toMatchObject({ kind: 'samples', of: 'process' })
  expect(groups(file, 'spin')[0]).toHaveLength(15)
  expect(groups(file, 'spin')[0]![0]).toBeCloseTo(106_351_933, 3)
})

test('parameters', () => {
  const file = hyperfine.read(fixture('hyperfine/params-a.json'))
  expect(file.benchmarks.map(({ params }) => params)).toEqual([
    { level: '1', size: '100' },
    { level: '1', size: '300' },
    { level: '6', size: '100' },
    { level: '6', size: '300' },
  ])
  expect(file.benchmarks[0]!.key).toBe('./bin/spin 100; gzip -1 -c /etc/services >/dev/null/level=1/size=100')
})

test('a command that failed has no time', () => {
  const file = hyperfine.read(fixture('hyperfine/failing.json'))
  expect(file.benchmarks[0]).toMatchObject({
    status: 'failed',
    message: '3 of 3 runs failed: exit code 3',
    metrics: [],
  })
  const killed = hyperfine.read(results({ command: 'x', times: [1, 2], exit_codes: [0, null] }))
  expect(killed.benchmarks[0]).toMatchObject({
    status: 'failed',
    message: '1 of 2 runs failed: ended by a signal',
  })
})

test('times of 0 are kept, with a warning', () => {
  const file = hyperfine.read(results({ command: 'true', times: [0, 0.001], exit_codes: [0, 0] }))
  expect(groups(file, 'true')).toEqual([[0, 1e6]])
  expect(file.warnings[0]).toContain('some times are 0')
})

test('one run has no deviation, and values that are none are left out', () => {
  expect(forms(hyperfine.read(results({ command: 'x', times: [1], mean: 1, stddev: null })), 'x')).toEqual([
    'time ns lower',
  ])
  const file = hyperfine.read(results({ command: 'x', times: [1, null, -1], memory_usage_byte: [5, 6, 7] }))
  expect(groups(file, 'x')).toEqual([[1e9]])
  expect(groups(file, 'x', 'memory')).toEqual([[5, 6, 7]])
  expect(file.warnings[0]).toContain('2 values')
})

test('without times there is a summary', () => {
  const file = hyperfine.read(results({ command: 'x', mean: 2, stddev: 0.5 }))
  expect(metric(file, 'x', 'time').data).toMatchObject({
    kind: 'summary',
    statistic: 'mean',
    centre: 2e9,
    spread: { kind: 'sd', value: 5e8 },
  })
})

test('one command twice is two benchmarks; a parameter may be called __proto__', () => {
  const twice = hyperfine.read(results({ command: 'x', times: [1] }, { command: 'x', times: [1] }))
  expect(twice.benchmarks.map(({ occurrence }) => occurrence)).toEqual([1, 2])
  const file = hyperfine.read(
    given('{"results":[{"command":"x","times":[1],"parameters":{"__proto__":"1"}}]}'),
  )
  expect(benchmark(file, 'x/__proto__=1').status).toBe('ok')
})

test('the slower side is seen', () => {
  expect(ratio(hyperfine, 'hyperfine/a.json', 'hyperfine/b.json', 'spin')).toBeCloseTo(1.13, 1)
  expect(ratio(hyperfine, 'hyperfine/a.json', 'hyperfine/b.json', 'gzip')).toBeCloseTo(0.99, 1)
})

test.skipIf(!hasShared)('public files', () => {
  expect(hyperfine.read(shared('hyperfine/two.bencher.json')).benchmarks).toHaveLength(2)
  const file = hyperfine.read(shared('_synthetic/hyperfine-1.20-memory.json'))
  expect(groups(file, 'x', 'memory')).toEqual([[138768384, 138800000, 138899456]])
})

test('mutated files', () => {
  expectSturdy(
    hyperfine,
    ['a', 'params-a'].map((name) => fixture(`hyperfine/${name}.json`)),
  )
  expectSturdyNumbers(hyperfine, fixture('hyperfine/a.json'))
})
