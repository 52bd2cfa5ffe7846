import { describe, expect, it } from 'vitest'
import { benchmark, hasShared, metric, shared, text } from '../real-files.ts'

const one = (unit: string, value: number, range?: unknown) => text([{ name: 'x', unit, value, range }])

describe("github-action-benchmark's own list", () => {
  it('takes the direction from the unit, and from nothing else', () => {
    const shown = (unit: string) => {
      const [only] = benchmark(one(unit, 2), 'x').metrics
      return [only!.id, only!.unit, only!.better, only!.data.kind === 'summary' && only!.data.centre]
    }
    expect(shown('ms')).toEqual(['time', 'ns', 'lower', 2e6])
    expect(shown('\u{b5}s')).toEqual(['time', 'ns', 'lower', 2000])
    expect(shown('\u{3bc}s')).toEqual(['time', 'ns', 'lower', 2000])
    expect(shown('req/s')).toEqual(['throughput', 'ops/s', 'higher', 2])
    expect(shown('Megabytes')).toEqual(['value', 'B', null, 2e6])
    expect(shown('Percent')).toEqual(['value', 'fraction', null, 0.02])
    expect(shown('frobs')).toEqual(['value', 'frobs', null, 2])
  })

  it.each([
    [3, 97, 103],
    ['3', 97, 103],
    ['± 3', 97, 103],
    ['+/- 3', 97, 103],
    ['+-3', 97, 103],
    ['5%', 95, 105],
  ])('takes the range %j as a hint', (range, low, high) => {
    expect(metric(one('frobs', 100, range), 'x', 'value').data).toMatchObject({
      spread: { kind: 'unknown', low, high },
    })
  })

  it('leaves out a range that it does not understand', () => {
    for (const range of ['wide', '', null, '(p90)'])
      expect(metric(one('frobs', 100, range), 'x', 'value').data).toMatchObject({ spread: null })
  })

  it('takes two units of one name as two metrics, and two values of one as two benchmarks', () => {
    const file = text([
      { name: 'x', unit: 'ns', value: 1 },
      { name: 'x', unit: 'widgets', value: 2 },
    ])
    expect(benchmark(file, 'x').metrics.map(({ id }) => id)).toEqual(['time', 'value'])
    const twice = text([
      { name: 'x', unit: 'ns', value: 1 },
      { name: 'x', unit: 'ms', value: 2 },
    ])
    expect(twice.benchmarks.map(({ occurrence }) => occurrence)).toEqual([1, 2])
  })

  it('says of a null that it is no measurement', () => {
    expect(benchmark(text([{ name: 'x', unit: 'ns', value: null }]), 'x').status).toBe('failed')
    expect(benchmark(one('ns', -1), 'x').status).toBe('failed')
    expect(metric(one('degrees', -1), 'x', 'value').data).toMatchObject({ centre: -1 })
  })

  it.skipIf(!hasShared)('reads public files', () => {
    const smaller = shared('gab-custom/smaller-2.json')
    expect(smaller.benchmarks).toHaveLength(4)
    expect(metric(smaller, 'No logging', 'time').data).toMatchObject({ centre: 1847.38 })
    const bigger = shared('gab-custom/bigger.json')
    expect(metric(bigger, 'My Custom Bigger Is Better Benchmark - Throughput', 'throughput')).toMatchObject({
      unit: 'ops/s',
      better: 'higher',
      data: { centre: 70 },
    })
    expect(metric(bigger, 'My Custom Bigger Is Better Benchmark - Free Memory', 'value').better).toBeNull()
    expect(shared('gab-custom/smaller.json').benchmarks).toHaveLength(2)
  })

  it('takes what counts allocations, bytes of a call or instructions as deterministic', () => {
    for (const unit of ['allocs/op', 'allocations', 'B/op', 'kB/call', 'instructions', 'instructions/iter'])
      expect(metric(one(unit, 5), 'x', 'value').data).toMatchObject({ kind: 'exact' })
    expect(metric(one('allocs/op', 0), 'x', 'value').data).toEqual({ kind: 'exact', value: 0 })
    expect(metric(one('allocs/op', 5, '± 0'), 'x', 'value').data).toEqual({ kind: 'exact', value: 5 })
    // What varied, what is no whole number and what is memory at large is measured.
    expect(metric(one('allocs/op', 5, '± 1'), 'x', 'value').data.kind).toBe('summary')
    expect(metric(one('allocs/op', 5.5), 'x', 'value').data.kind).toBe('summary')
    for (const unit of ['bytes', 'cycles', 'ms', 'count', 'widgets/op'])
      expect(benchmark(one(unit, 5), 'x').metrics[0]!.data.kind).toBe('summary')
  })

  it('says what a benchmark without a number would have measured', () => {
    expect(benchmark(text([{ name: 'x', unit: 'allocs/op', value: null }]), 'x')).toMatchObject({
      status: 'failed',
      measures: { id: 'value', unit: 'count', better: 'lower' },
    })
  })
})
