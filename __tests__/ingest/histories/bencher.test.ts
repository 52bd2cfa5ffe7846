import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { bencherRuns } from '../../../src/ingest/histories/bencher.ts'
import { runSchema } from '../../../src/model/stored-run.ts'

const sha = (name: string) => createHash('sha1').update(name).digest('hex')
const LATENCY = { uuid: 'm', name: 'Latency', slug: 'latency', units: 'nanoseconds (ns)' }

interface Point {
  commit: string | null
  start?: string
  iteration?: number
  value?: number
}
const line = (benchmark: string, points: Point[], change: object = {}) => ({
  branch: { uuid: 'b', name: 'main', slug: 'main' },
  testbed: { uuid: 't', name: 'ubuntu', slug: 'ubuntu' },
  benchmark: { uuid: 'x', name: benchmark, slug: 'x' },
  measure: LATENCY,
  metrics: points.map(({ commit, start = '2026-07-02T12:53:33Z', iteration = 0, value = 88 }) => ({
    report: 'r',
    iteration,
    start_time: start,
    end_time: start,
    version: { number: 7, hash: commit === null ? null : sha(commit) },
    metric: { uuid: 'm', value, lower_value: null, upper_value: null },
  })),
  ...change,
})
const perf = (...results: object[]) =>
  JSON.stringify({ project: { name: 'Demo', slug: 'demo', url: null }, results })
const read = (text: string) =>
  bencherRuns(text, 'perf.json', {
    ref: 'refs/heads/main',
    key: 'default',
    now: new Date('2026-11-21T12:00:00Z'),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  })
const convert = (...results: object[]) => read(perf(...results))

test('points of one report, spread over the lines, are one run', () => {
  const parameter = { uuid: 'p', set: { size: 16 } }
  const { runs, leftOut } = convert(
    line('parse', [{ commit: 'a' }, { commit: 'b', start: '2026-07-03T00:00:00Z', value: 90 }]),
    line('parse', [{ commit: 'a', value: 5 }], { parameter }),
    line('parse', [{ commit: 'a', value: 2 }], {
      measure: { name: 'Throughput', slug: 'throughput', units: 'operations / second (ops/s)' },
    }),
  )
  expect(leftOut).toEqual([])
  expect(runs).toHaveLength(2)
  expect(runs.every((run) => runSchema.safeParse(run).success)).toBe(true)
  expect(runs[0]).toMatchObject({
    commit: { sha: sha('a'), time: '2026-07-02T12:53:33.000Z', subject: '' },
    imported: { from: 'bencher', by: ['ubuntu'] },
    config: '0000000000000002',
    environment: { cpu: 'unknown', cores: null },
    benchmarks: [
      {
        id: 'parse',
        suite: 'ubuntu',
        metrics: [
          { metric: 'time', unit: 'ns', better: 'lower', values: [88] },
          { metric: 'throughput', unit: 'ops/s', better: 'higher', values: [2] },
        ],
      },
      { id: 'parse/size=16', metrics: [{ metric: 'time', values: [5] }] },
    ],
  })
})

test('measures by name and unit', () => {
  const described = (name: string, units: string | null) => {
    const { runs, leftOut } = convert(
      line('x', [{ commit: 'a', value: 2 }], { measure: { name, slug: null, units } }),
    )
    const metric = runs[0]?.benchmarks[0]!.metrics[0]
    return metric === undefined ? leftOut : [metric.metric, metric.unit, metric.better, metric.values[0]]
  }
  expect(described('Build Time', 'seconds (s)')).toEqual(['build-time', 'ns', 'lower', 2e9])
  expect(described('Build Time', null)).toEqual(['build-time', 'ns', 'lower', 2e9])
  expect(described('File Size', 'bytes (B)')).toEqual(['size', 'B', 'lower', 2])
  expect(described('json-parse', 'milliseconds (ms)')).toEqual(['json-parse', 'ns', 'lower', 2e6])
  expect(described('memory', 'MiB')).toEqual(['memory', 'B', 'lower', 2 * 1024 ** 2])
  expect(described('Score', 'points')).toEqual([
    '1 of the values: neither unit nor tool says which way is better (such as "x")',
  ])
})

test('of several branches and testbeds those with the most points, and the others counted', () => {
  const { runs, leftOut } = convert(
    line('x', [{ commit: 'a' }, { commit: 'b' }]),
    line('x', [{ commit: 'c' }], { branch: { name: 'feature' } }),
    line('x', [{ commit: 'a', value: 1 }], { testbed: { name: 'macos' } }),
  )
  expect(runs.flatMap(({ benchmarks }) => benchmarks.flatMap((one) => one.metrics[0]!.values))).toEqual([
    88, 88,
  ])
  expect(leftOut).toEqual([
    '1 of the points: of another branch than "main" (such as "feature")',
    '1 of the points: of another testbed than "ubuntu" (such as "macos")',
  ])
})

test('of several reports and iterations of a commit the last', () => {
  const { runs, leftOut } = convert(
    line('x', [
      { commit: 'a', start: '2026-07-05T00:00:00Z', iteration: 1, value: 3 },
      { commit: 'a', start: '2026-07-05T00:00:00Z', iteration: 0, value: 2 },
      { commit: 'a', start: '2026-07-04T00:00:00Z', value: 1 },
      { commit: null },
      { commit: 'b', start: 'soon' },
    ]),
  )
  expect(runs.map(({ benchmarks }) => benchmarks[0]!.metrics[0]!.values)).toEqual([[3]])
  expect(leftOut).toEqual([
    expect.stringContaining('1 of the points: of no commit'),
    expect.stringContaining('1 of the recordings: recorded before git was there'),
    expect.stringContaining('2 of the values: measured again'),
  ])
})

test('later servers name the values of a point; one without a value is left out', () => {
  const point = { start_time: '2026-07-02T12:53:33Z', version: { hash: sha('a') } }
  const metrics = [
    { ...point, metrics: { value: { value: 5 }, lower_value: { value: 4 }, upper_value: { value: 6 } } },
    { ...point, metrics: { p99: { value: 9 } } },
  ]
  const parameter = { uuid: 'p', set: { size_mb: 16, mode: 'fast' } }
  const { runs, leftOut } = convert(line('parse', [], { metrics, parameter }))
  expect(runs[0]!.benchmarks).toMatchObject([
    { id: 'parse/size_mb=16/mode=fast', metrics: [{ metric: 'time', values: [5] }] },
  ])
  expect(leftOut).toEqual(['1 of the points: without a value called "value"'])
})

test('something else is refused', () => {
  for (const text of ['', '{}', '[]', perf(line('x', [], { metrics: [{}] })), perf().slice(0, -2)]) {
    expect(() => read(text)).toThrow(UserError)
  }
})
