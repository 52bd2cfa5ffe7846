import { describe, expect, it } from 'vitest'
import { benchmark, fixture, metric, ratio, text } from '../real-files.ts'

const a = fixture('deno/a.json')
const b = fixture('deno/b.json')

describe('deno bench', () => {
  it('names benchmarks by file, group and name, and lists failed ones', () => {
    expect(a.benchmarks.map(({ key, status, message }) => [key, status, message])).toEqual([
      ['p_bench.ts/parse', 'ok', null],
      ['p_bench.ts/fails', 'failed', 'boom'],
      ['p_bench.ts/sort/native sort', 'ok', null],
      ['p_bench.ts/sort/toSorted', 'ok', null],
    ])
    expect(a).toMatchObject({ version: '2.9.6', environment: { cpu: 'AMD EPYC' } })
  })

  it('decides on the minimum, since there is no median, and keeps the mean', () => {
    expect(benchmark(a, 'p_bench.ts/parse').metrics.map(({ id }) => id)).toEqual([
      'time',
      'time.mean',
      'time.p75',
      'time.p99',
    ])
    expect(metric(a, 'p_bench.ts/parse', 'time').data).toEqual({
      kind: 'summary',
      statistic: 'min',
      centre: 19649,
      spread: { kind: 'unknown', low: 19649, high: 79078 },
      count: 464,
    })
    expect(metric(a, 'p_bench.ts/parse', 'time.mean').data).toMatchObject({ centre: 82640 })
  })

  it('sees the slowdown, which the mean does not', () => {
    expect(ratio(a, b, 'p_bench.ts/parse', 'time')).toBeCloseTo(1.148, 2)
    expect(ratio(a, b, 'p_bench.ts/parse', 'time.mean')).toBeLessThan(1)
  })

  it('takes an empty list of results for a failure', () => {
    const file = text({ runtime: 'Deno/2', benches: [{ origin: 'file:///a.ts', name: 'x', results: [] }] })
    expect(benchmark(file, 'a.ts/x').status).toBe('failed')
  })
})
