import { expect, test } from 'vitest'
import { benchmarkDotNet } from '../../../src/ingest/adapters/benchmarkdotnet.ts'
import {
  expectSound,
  expectSturdy,
  expectSturdyNumbers,
  forms,
  given,
  groups,
  keys,
  shared,
} from '../reading.ts'
import { benchmark, hasShared, metric } from '../real-files.ts'

const measurement = (mode: string, stage: string, launch: number, ns: number) => ({
  IterationMode: mode,
  IterationStage: stage,
  LaunchIndex: launch,
  Operations: 2,
  Nanoseconds: ns,
})

const entry = (more: object) => ({
  DisplayInfo: 'B.Run: DefaultJob [n=1]',
  Namespace: 'N',
  Type: 'B',
  Method: 'Run',
  Parameters: 'n=1&kind=a',
  Statistics: { OriginalValues: [5, 6], N: 2, Mean: 5.5, Median: 5.5, StandardDeviation: 0.7 },
  ...more,
})
const file = (...entries: object[]) =>
  given(
    JSON.stringify({
      HostEnvironmentInfo: { BenchmarkDotNetVersion: '0.13.0', ProcessorName: 'x' },
      Benchmarks: entries,
    }),
  )
const KEY = 'N.B/Run/n=1/kind=a'

test('results of the workload by process; pilot, warmup and overhead are left alone', () => {
  const Measurements = [
    measurement('Overhead', 'Jitting', 1, 999),
    measurement('Workload', 'Pilot', 1, 999),
    measurement('Workload', 'Actual', 1, 999),
    measurement('Workload', 'Result', 1, 10),
    measurement('Workload', 'Result', 1, 12),
    measurement('Workload', 'Result', 2, 14),
  ]
  const input = file(entry({ Measurements, Memory: { BytesAllocatedPerOperation: 368 } }))
  expect(benchmarkDotNet.recognises(input)).toBe(true)
  const read = benchmarkDotNet.read(input)
  expect(read).toMatchObject({ version: '0.13.0', environment: { ProcessorName: 'x' } })
  expect(groups(read, KEY)).toEqual([[5, 6], [7]])
  expect(forms(read, KEY)).toEqual(['time ns lower', 'bytes B lower'])
  expect(metric(read, KEY, 'bytes').data).toEqual({ kind: 'exact', value: 368 })
})

test('the brief report has values or a mean only', () => {
  expect(groups(benchmarkDotNet.read(file(entry({}))), KEY)).toEqual([[5, 6]])
  const Statistics = { N: 4, Mean: 5, StandardDeviation: 1 }
  expect(metric(benchmarkDotNet.read(file(entry({ Statistics }))), KEY, 'time').data).toEqual({
    kind: 'summary',
    statistic: 'mean',
    centre: 5,
    spread: { kind: 'sd', value: 1 },
    count: 4,
  })
})

test('no statistics: failed; no namespace: the type alone', () => {
  const read = benchmarkDotNet.read(file(entry({ Namespace: null }), entry({ Statistics: null })))
  expect(benchmark(read, 'B/Run/n=1/kind=a').status).toBe('ok')
  expect(benchmark(read, KEY)).toMatchObject({ status: 'failed', metrics: [] })
})

test('each metric of a diagnoser brings its direction', () => {
  const Metrics = [
    { Value: 2, Descriptor: { Id: 'Hits', Unit: 'x', TheGreaterTheBetter: true } },
    { Value: 3, Descriptor: { Id: 'Gen0Collects', Unit: 'Count', TheGreaterTheBetter: false } },
    { Value: 9, Descriptor: { Id: 'Allocated Memory', Unit: 'B', TheGreaterTheBetter: false } },
    { Value: null, Descriptor: null },
  ]
  expect(forms(benchmarkDotNet.read(file(entry({ Metrics }))), KEY)).toEqual([
    'time ns lower',
    'Hits x higher',
    'Gen0Collects count lower',
  ])
})

test('several jobs run one method', () => {
  const jobs = ['Job-ABCDEF(Runtime=.NET 8.0) [n=1]', 'Job-GHIJKL(Runtime=.NET 9.0) [n=1]']
  const entries = jobs.map((job) => entry({ DisplayInfo: `B.Run: ${job}`, Parameters: '' }))
  expect(keys(benchmarkDotNet.read(file(...entries)))).toEqual([
    'N.B/Run/job=Job(Runtime=.NET 8.0)',
    'N.B/Run/job=Job(Runtime=.NET 9.0)',
  ])
  const unnamed = benchmarkDotNet.read(file(entry({ DisplayInfo: null }), entry({ DisplayInfo: null })))
  expect(unnamed.benchmarks.map(({ occurrence }) => occurrence)).toEqual([1, 2])
})

test.skipIf(!hasShared)('public files', () => {
  const memory = benchmarkDotNet.read(shared('benchmarkdotnet/bencher-memory.json'))
  expectSound(memory)
  expect(memory.version).toBe('0.15.8')
  expect(groups(memory, 'BenchmarkDotNet.Samples.Memory/AllocEmptyList')).toEqual([
    [76.35858058929443, 77.41812467575073, 78.70677709579468],
  ])
  expect(
    groups(benchmarkDotNet.read(shared('benchmarkdotnet/gab.json')), 'Sample.Benchmarks/Fib10')[0],
  ).toHaveLength(14)
  const zero = benchmarkDotNet.read(shared('benchmarkdotnet/bencher-null_namespace.json'))
  expect(zero.warnings[0]).toContain('its time is 0')
})

test('mutated files', () => {
  const Measurements = [measurement('Workload', 'Result', 1, 10), measurement('Workload', 'Result', 2, 12)]
  const input = file(
    entry({ Measurements, Memory: { BytesAllocatedPerOperation: 3 } }),
    entry({ Method: 'Other' }),
  )
  expectSturdy(benchmarkDotNet, [input], 300)
  expectSturdyNumbers(benchmarkDotNet, input)
})

test('jobs are told apart by their names, whatever the title of the method', () => {
  const of = (job: string, title: string) =>
    entry({
      MethodTitle: title,
      Parameters: '',
      DisplayInfo: `B.${title.includes(' ') ? `'${title}'` : title}: ${job}(Arguments=/p:Kind=${job}, LaunchCount=3)`,
    })
  for (const title of ['cold: start', 'Run', 'First: [x]', "it's"]) {
    expect(keys(benchmarkDotNet.read(file(of('First', title), of('Second', title))))).toEqual([
      'N.B/Run/job=First(Arguments=/p:Kind=First, LaunchCount=3)',
      'N.B/Run/job=Second(Arguments=/p:Kind=Second, LaunchCount=3)',
    ])
  }
})

test('an ampersand ends a parameter only before one that FullName declares', () => {
  const paramsOf = (Parameters: string, FullName?: string) =>
    benchmarkDotNet.read(file(entry({ Parameters, FullName }))).benchmarks[0]!.params
  const url = 'http://a.test/?x=1&y=2'
  expect(paramsOf(`Url=${url}`, `N.B.Run(Url: "${url}")`)).toEqual({ Url: url })
  expect(paramsOf(`N=3&Url=${url}&z=&w=5`, `N.B.Run(N: 3, Url: "${url}&z=", w: 5)`)).toEqual({
    N: '3',
    Url: `${url}&z=`,
    w: '5',
  })
  // What stands in quotes declares nothing.
  expect(paramsOf('Url=a&y=2', 'N.B.Run(Url: ", y: ")')).toEqual({ Url: 'a&y=2' })
  expect(paramsOf('n=1&kind=a&&b')).toEqual({ n: '1', kind: 'a&&b' })
})
