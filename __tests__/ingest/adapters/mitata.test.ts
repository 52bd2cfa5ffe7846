import { describe, expect, it } from 'vitest'
import { benchmark, fixture, metric, ratio, text } from '../real-files.ts'

const a = fixture('mitata/a.json')
const b = fixture('mitata/b.json')

describe('mitata', () => {
  it('names benchmarks by group and name, arguments in the name', () => {
    expect(a.benchmarks.map(({ key, status }) => `${key} ${status}`)).toEqual([
      'parse ok',
      'sort/sort 10 ok',
      'sort/sort 1000 ok',
      'sort/map ok',
      'noop ok',
      'fails failed',
    ])
    expect(benchmark(a, 'sort/sort 10')).toMatchObject({
      path: ['sort'],
      name: 'sort 10',
      params: { n: '10' },
    })
    expect(a).toMatchObject({
      tool: 'mitata',
      environment: { runtime: 'node 24.21.0', cpu: 'AMD EPYC' },
      warnings: [],
    })
  })

  it('takes the median without samples, and what else is there', () => {
    expect(benchmark(a, 'parse').metrics).toEqual([
      {
        id: 'time',
        unit: 'ns',
        better: 'lower',
        data: {
          kind: 'summary',
          statistic: 'median',
          centre: 19059,
          spread: { kind: 'unknown', low: 18828, high: 19580 },
          count: null,
        },
      },
      { id: 'time.min', unit: 'ns', better: 'lower', data: summary('min', 18398) },
      { id: 'time.mean', unit: 'ns', better: 'lower', data: summary('mean', 42751.3786407767) },
      { id: 'time.p99', unit: 'ns', better: 'lower', data: summary('other', 264795) },
      {
        id: 'bytes',
        unit: 'B',
        better: 'lower',
        data: {
          kind: 'summary',
          statistic: 'mean',
          centre: 10459.364485981308,
          spread: { kind: 'unknown', low: 744, high: 298080 },
          count: null,
        },
      },
    ])
  })

  it('keeps sorted samples as one group and tells calls from batches', () => {
    const file = fixture('mitata/with-samples.json')
    const { data } = metric(file, 'sort/sort 10', 'time')
    expect(data).toMatchObject({ kind: 'samples', of: 'batch' })
    if (data.kind !== 'samples') throw new Error('samples expected')
    expect(data.groups).toHaveLength(1)
    expect(data.groups[0]![0]).toBe(242.468505859375)
    const call = text({
      ...minimal([{ name: 'x', args: {}, stats: { samples: [1, 2, 3], ticks: 3, p50: 2 } }]),
    })
    expect(metric(call, 'x', 'time').data).toEqual({ kind: 'samples', of: 'iteration', groups: [[1, 2, 3]] })
  })

  it('lists what failed with its message', () => {
    expect(benchmark(a, 'fails')).toMatchObject({ status: 'failed', message: 'boom', metrics: [] })
  })

  it('sees the slowdown', () => {
    expect(ratio(a, b, 'parse', 'time')).toBeGreaterThan(1.1)
    expect(ratio(a, b, 'parse', 'time')).toBeLessThan(1.3)
    expect(ratio(a, b, 'sort/map', 'time')).toBeLessThan(1.05)
  })

  it('adds arguments to names that do not have them', () => {
    const runs = [1, 2].map((n) => ({ name: 'x', args: { n }, stats: { p50: n } }))
    expect(text(minimal(runs)).benchmarks.map(({ key }) => key)).toEqual(['x/n=1', 'x/n=2'])
  })

  it('reads counters and takes odd names as they are', () => {
    const stats = { p50: 1, counters: { cycles: { avg: 5, stalls: { avg: 2 } }, _bmispred: { avg: 9 } } }
    const file = text(minimal([{ name: '__proto__', args: {}, stats }]))
    expect(benchmark(file, '__proto__').metrics.map(({ id }) => id)).toEqual([
      'time',
      'cycles',
      'cycles.stalls',
    ])
  })

  it('leaves out what is no time, with a warning', () => {
    const file = text(minimal([{ name: 'x', args: {}, stats: { p50: -1, avg: 3 } }]))
    expect(benchmark(file, 'x').metrics.map(({ id }) => id)).toEqual(['time.mean'])
    expect(file.warnings).toHaveLength(1)
    const none = text(minimal([{ name: 'x', args: {}, stats: { p50: null } }]))
    expect(benchmark(none, 'x')).toMatchObject({ status: 'failed', message: 'no usable value was measured' })
  })

  it('says where a file is another', () => {
    expect(() => text({ layout: [], benchmarks: [{ alias: 'x', group: 0, runs: 3 }], context: {} })).toThrow(
      'benchmarks[0].runs: Invalid input: expected array',
    )
  })
})

const summary = (statistic: string, centre: number) => ({
  kind: 'summary',
  statistic,
  centre,
  spread: null,
  count: null,
})

function minimal(runs: object[]) {
  return { layout: [{ name: null }], benchmarks: [{ alias: 'x', group: 0, runs }], context: {} }
}
