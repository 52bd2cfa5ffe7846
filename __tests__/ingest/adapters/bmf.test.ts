import { describe, expect, it } from 'vitest'
import { benchmark, hasShared, metric, shared, text } from '../real-files.ts'

describe('Bencher Metric Format', () => {
  it("takes units and directions from Bencher's own measures", () => {
    const file = text({
      x: {
        latency: { value: 10, lower_value: 9, upper_value: 12 },
        throughput: { value: 5 },
        'build-time': { value: 2 },
        'file-size': { value: 7 },
        Instructions: { value: 11 },
        'Total Bytes': { value: 3 },
        charm: { value: -4 },
      },
    })
    expect(
      benchmark(file, 'x').metrics.map(({ id, unit, better, data }) => [id, unit, better, data.kind]),
    ).toEqual([
      ['time', 'ns', 'lower', 'summary'],
      ['throughput', 'ops/s', 'higher', 'summary'],
      ['build-time', 'ns', 'lower', 'summary'],
      ['size', 'B', 'lower', 'exact'],
      ['instructions', 'instructions', 'lower', 'exact'],
      ['Total Bytes', 'B', 'lower', 'exact'],
      ['charm', '', null, 'summary'],
    ])
    expect(metric(file, 'x', 'build-time').data).toMatchObject({ centre: 2e9 })
    expect(metric(file, 'x', 'time').data).toMatchObject({ spread: { kind: 'unknown', low: 9, high: 12 } })
  })

  it('compares what varied no longer exactly', () => {
    const file = text({ x: { instructions: { value: 10, lower_value: 9, upper_value: 12 } } })
    expect(metric(file, 'x', 'instructions').data).toMatchObject({
      kind: 'summary',
      spread: { kind: 'unknown', low: 9, high: 12 },
    })
  })

  it('leaves out bounds that do not hold the value', () => {
    const file = text({ x: { latency: { value: 10, lower_value: 3, upper_value: 3 } } })
    expect(metric(file, 'x', 'time').data).toMatchObject({ spread: null })
    expect(file.warnings).toHaveLength(1)
  })

  it('takes names as data', () => {
    const file = text('{"__proto__":{"constructor":{"value":1}}}')
    expect(benchmark(file, '__proto__').metrics[0]!.id).toBe('constructor')
    expect({}).not.toHaveProperty('value')
  })

  it('says what has no value when it was named', () => {
    const file = text({ x: { latency: { value: 'fast' } } }, 'bmf')
    expect(benchmark(file, 'x')).toMatchObject({ status: 'failed', message: '"fast" is no number' })
    expect(file.warnings).toEqual(['1 result is left out, because a value is no number: "x: latency"'])
    expect(() => text([1], 'bmf')).toThrow('no object of the Bencher Metric Format')
  })

  it.skipIf(!hasShared)('reads public files', () => {
    expect(metric(shared('bmf/report_latency.json'), 'tests::benchmark_a', 'time').data).toMatchObject({
      centre: 3247,
    })
    expect(benchmark(shared('bmf/report_dhat.json'), 'bench_play_game').metrics).toHaveLength(6)
    expect(shared('bmf/report_bmf_mixed.json').benchmarks).toHaveLength(3)
  })

  it('takes what counts as deterministic, whatever counts it', () => {
    const file = text({
      x: {
        'total-bytes': { value: 3 },
        'at-t-gmax-blocks': { value: 4 },
        'allocs/op': { value: 0 },
        allocations: { value: 5, lower_value: 4, upper_value: 6 },
        'rss-bytes': { value: 6 },
      },
    })
    expect(
      benchmark(file, 'x').metrics.map(({ id, unit, better, data }) => [id, unit, better, data.kind]),
    ).toEqual([
      ['total-bytes', 'B', 'lower', 'exact'],
      ['at-t-gmax-blocks', 'count', 'lower', 'exact'],
      ['allocs/op', 'count', 'lower', 'exact'],
      ['allocations', 'count', 'lower', 'summary'],
      ['rss-bytes', 'B', 'lower', 'summary'],
    ])
  })
})
