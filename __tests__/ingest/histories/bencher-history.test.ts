import { expect, test } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { parseBencherHistory } from '../../../src/ingest/histories/bencher-history.ts'

const line = (change: object) => ({
  branch: { uuid: 'b', name: 'main', slug: 'main' },
  testbed: { uuid: 't', name: 'ubuntu', slug: 'ubuntu' },
  benchmark: { uuid: 'x', name: 'parse', slug: 'parse' },
  measure: { uuid: 'm', name: 'Latency', slug: 'latency', units: 'nanoseconds (ns)' },
  metrics: [],
  ...change,
})
const point = (change: object) => ({
  report: 'r',
  iteration: 0,
  start_time: '2023-07-02T12:53:33Z',
  end_time: '2023-07-02T12:53:34Z',
  version: { number: 7, hash: 'abc' },
  threshold: null,
  boundary: null,
  alert: null,
  ...change,
})
const perf = (...results: object[]) =>
  JSON.stringify({
    project: { name: 'Demo', slug: 'demo', url: null },
    start_time: null,
    end_time: null,
    results,
  })

test('a point with its three values', () => {
  const metric = { uuid: 'm', value: 88, lower_value: 87.5, upper_value: null }
  const history = parseBencherHistory(perf(line({ metrics: [point({ metric })] })), 'perf.json')
  expect(history).toEqual({
    project: { name: 'Demo', slug: 'demo', url: null },
    lines: [
      {
        branch: 'main',
        testbed: 'ubuntu',
        benchmark: 'parse',
        parameters: {},
        measure: { name: 'Latency', slug: 'latency', units: 'nanoseconds (ns)' },
        points: [
          {
            start: '2023-07-02T12:53:33Z',
            iteration: 0,
            version: { number: 7, hash: 'abc' },
            value: 88,
            low: 87.5,
            high: null,
          },
        ],
      },
    ],
    warnings: [],
  })
})

test('later servers: named values and parameters; a point without a value is left out', () => {
  const metrics = [
    point({ metrics: { value: { value: 5 }, lower_value: { value: 4 }, upper_value: { value: 6 } } }),
    point({ metrics: { p99: { value: 9 } } }),
  ]
  const parameter = { uuid: 'p', set: { size_mb: 16, mode: 'fast' } }
  const history = parseBencherHistory(perf(line({ metrics, parameter })), 'perf.json')
  expect(history.lines[0]).toMatchObject({
    parameters: { size_mb: '16', mode: 'fast' },
    points: [{ value: 5, low: 4, high: 6 }],
  })
  expect(history.warnings).toEqual([expect.stringContaining('1 of the points')])
})

test('something else is refused', () => {
  for (const text of ['', '{}', '[]', perf(line({ metrics: [{}] })), perf().slice(0, -2)]) {
    expect(() => parseBencherHistory(text, 'perf.json')).toThrow(UserError)
  }
})
