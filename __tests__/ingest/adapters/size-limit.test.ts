import { describe, expect, it } from 'vitest'
import { benchmark, fixture, metric, ratio, text } from '../real-files.ts'

describe('size-limit', () => {
  const a = fixture('size-limit/a.json')

  it('takes bytes as exact values', () => {
    expect(benchmark(a, 'lib').metrics).toEqual([
      { id: 'size', unit: 'B', better: 'lower', data: { kind: 'exact', value: 7410 } },
    ])
  })

  it('reports what size-limit thinks, and judges it itself', () => {
    expect(benchmark(a, 'tiny').status).toBe('ok')
    expect(a.warnings).toEqual(['tiny: size-limit itself says that it is over its limit'])
  })

  it('sees the growth', () => {
    expect(ratio(a, fixture('size-limit/b.json'), 'lib', 'size')).toBe(8514 / 7410)
    expect(ratio(a, fixture('size-limit/b.json'), 'tiny', 'size')).toBe(1)
  })

  it('reads times in s', () => {
    const file = text([{ name: 'app', passed: true, size: 10, running: 0.25, loading: 1.5 }])
    expect(metric(file, 'app', 'running-time')).toMatchObject({
      unit: 'ns',
      better: 'lower',
      data: { centre: 0.25e9 },
    })
    expect(metric(file, 'app', 'loading-time').data).toMatchObject({ centre: 1.5e9 })
  })

  it('does not drop one of two checks with one name', () => {
    const { benchmarks } = text([
      { name: 'x', size: 1 },
      { name: 'x', size: 2 },
    ])
    expect(benchmarks.map(({ occurrence }) => occurrence)).toEqual([1, 2])
  })
})
