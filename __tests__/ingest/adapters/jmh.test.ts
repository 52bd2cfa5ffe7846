import { expect, test } from 'vitest'
import { jmh } from '../../../src/ingest/adapters/jmh.ts'
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

const element = (more: object, primary: object = {}) => ({
  benchmark: 'a.B.run',
  mode: 'avgt',
  primaryMetric: { score: 5, scoreUnit: 'us/op', rawData: [[1, 2]], ...primary },
  secondaryMetrics: {},
  ...more,
})
const file = (...elements: object[]) => given(JSON.stringify(elements))

test('each fork is a group, and the unit says the direction', () => {
  const input = fixture('jmh/a.json')
  expect(jmh.recognises(input)).toBe(true)
  const read = jmh.read(input)
  expectSound(read)
  expect(keys(read)).toEqual([
    'org.sample.B/alloc/size=100',
    'org.sample.B/alloc/size=1000',
    'org.sample.B/parse/size=100',
    'org.sample.B/parse/size=1000',
  ])
  expect(read).toMatchObject({ version: '1.38-SNAPSHOT', environment: { jdk: '17.0.15' }, warnings: [] })
  const forks = groups(read, 'org.sample.B/alloc/size=100', 'throughput')
  expect(forks.map((fork) => fork.length)).toEqual([4, 4, 4])
  expect(forks[0]![0]).toBeCloseTo(2_208_014.390908351, 3)
  expect(forms(read, 'org.sample.B/alloc/size=100')).toEqual([
    'throughput ops/s higher',
    'gc.alloc.rate B/s null',
    'bytes B lower',
    'gc.count count null',
    'gc.time ns null',
  ])
  expect(forms(read, 'org.sample.B/parse/size=100')[0]).toBe('time ns lower')
  expect(groups(read, 'org.sample.B/alloc/size=100', 'bytes')[0]![0]).toBe(416.04113471197286)
})

test('the word "NaN" is no number', () => {
  const read = jmh.read(fixture('jmh/nan-scoreError.json'))
  expectSound(read)
  expect(groups(read, 'org.sample.B/parse/size=100')).toEqual([[4413.393349889625, 2959.432725845832]])
  const without = jmh.read(file(element({}, { rawData: [['NaN']], scoreConfidence: ['NaN', 'NaN'] })))
  expect(without.benchmarks[0]).toMatchObject({ status: 'failed', metrics: [] })
  const summary = jmh.read(file(element({}, { rawData: undefined, scoreConfidence: ['NaN', 'NaN'] })))
  expect(metric(summary, 'a.B/run', 'time').data).toMatchObject({
    kind: 'summary',
    centre: 5000,
    spread: null,
  })
})

test('without raw data there is the interval of 99.9 %', () => {
  const read = jmh.read(file(element({}, { rawData: undefined, scoreConfidence: [4, 6] })))
  expect(metric(read, 'a.B/run', 'time').data).toMatchObject({
    spread: { kind: 'ci', low: 4000, high: 6000, level: 0.999 },
  })
})

test('sampled times are a histogram for each fork', () => {
  const read = jmh.read(fixture('jmh/sampletime-hist.json'))
  const forks = groups(read, 'org.sample.B/sampled/size=1000')
  expect(forks).toHaveLength(2)
  expect(forks[0]![0]).toBeCloseTo(6848, 6)
  expect(forms(read, 'org.sample.B/sampled/size=1000')).toEqual([
    'time ns lower',
    'p0.50 ns lower',
    'p0.99 ns lower',
  ])
})

test('a histogram of millions keeps its quantiles', () => {
  const rawDataHistogram = [
    [
      [
        [1, 3e6],
        [2, 1e6],
      ],
      [[3, 1e15]],
    ],
    [
      [
        [4, 2],
        [5, 1],
      ],
    ],
    [
      [
        [5, -1],
        ['NaN', 3],
      ],
    ],
  ]
  const [first, second, ...rest] = groups(
    jmh.read(file(element({}, { rawData: undefined, rawDataHistogram }))),
    'a.B/run',
  )
  expect(first).toHaveLength(10_000)
  expect(first!.at(-1)).toBe(3000)
  expect(second).toEqual([4000, 4000, 5000])
  expect(rest).toEqual([])
})

test('the modes of one benchmark are metrics of one', () => {
  const modes = file(
    element({ mode: 'thrpt' }, { scoreUnit: 'ops/ms' }),
    element({ mode: 'avgt' }),
    element({ mode: 'sample' }),
  )
  expect(forms(jmh.read(modes), 'a.B/run')).toEqual([
    'throughput ops/s higher',
    'time ns lower',
    'time (sample) ns lower',
  ])
  expect(() => jmh.read(file(element({}), element({}), element({})))).toThrow(/two results of one mode/)
})

test('older versions put a middle dot before the names of profilers', () => {
  const gc = {
    '\u{b7}gc.alloc.rate.norm': { score: 8, scoreUnit: 'B/op', rawData: [[8]] },
    __proto: 1,
    broken: {},
  }
  expect(forms(jmh.read(file(element({ secondaryMetrics: gc }))), 'a.B/run')).toEqual([
    'time ns lower',
    'bytes B lower',
  ])
})

test('what is allocated is no exact value: of a method that allocates nothing it is a few bytes by chance', () => {
  const key = 'org.sample.B/parse/size=1000'
  for (const name of ['jmh/a.json', 'jmh/b.json']) {
    const values = groups(jmh.read(fixture(name)), key, 'bytes').flat()
    expect(Math.max(...values)).toBeGreaterThan(1.5 * Math.min(...values))
  }
})

test('the slower side is seen', () => {
  const slowed = ratio(jmh, 'jmh/a.json', 'jmh/b.json', 'org.sample.B/parse/size=1000')
  expect(slowed).toBeGreaterThan(1.05)
  expect(slowed).toBeLessThan(1.6)
})

test.skipIf(!hasShared)('public files', () => {
  const six = jmh.read(shared('jmh/bencher-six.json'))
  expect(six.benchmarks).toHaveLength(6)
  // A mode of throughput with a unit of time, as a tool that edits files left it: the unit decides.
  expect(jmh.read(shared('jmh/bencher-latency.json')).benchmarks[0]!.metrics[0]).toMatchObject({
    id: 'time',
    better: 'lower',
  })
  const params = jmh.read(shared('jmh/gab-2.json'))
  expect(params.benchmarks[0]!.params).toEqual({ paramA: '17', paramB: '33' })
})

test('mutated files', () => {
  expectSturdy(
    jmh,
    ['a', 'nan-scoreError', 'sampletime-hist'].map((name) => fixture(`jmh/${name}.json`)),
  )
  expectSturdyNumbers(jmh, fixture('jmh/a.json'))
})

test('a rate gives no direction to what its own name calls a cost', () => {
  const secondary = { score: 5, scoreUnit: 'ops/s', rawData: [[1, 2]] }
  const names = [
    'Malloc (total)',
    'Time (wall clock)',
    'Memory (resident peak)',
    'Instructions',
    'Syscalls (total)',
    'allocatedBytes',
    'failures',
    'reads',
  ]
  const read = jmh.read(
    file(
      element(
        { mode: 'thrpt', secondaryMetrics: Object.fromEntries(names.map((name) => [name, secondary])) },
        { scoreUnit: 'ops/s' },
      ),
    ),
  )
  expect(forms(read, 'a.B/run')).toEqual([
    'throughput ops/s higher',
    'Malloc (total) ops/s null',
    'Time (wall clock) ops/s null',
    'Memory (resident peak) ops/s null',
    'Instructions ops/s null',
    'Syscalls (total) ops/s null',
    'allocatedBytes ops/s null',
    'failures ops/s null',
    'reads ops/s higher',
  ])
})
