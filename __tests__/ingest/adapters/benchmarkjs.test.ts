import { describe, expect, it } from 'vitest'
import { benchmark, fixture, metric, ratio, text } from '../real-files.ts'

describe('Benchmark.js, console', () => {
  const a = fixture('benchmarkjs/a.txt')

  it('reads rates with thousands commas, and a relative margin of 95 %', () => {
    expect(benchmark(a, 'String#indexOf').metrics).toEqual([
      {
        id: 'throughput',
        unit: 'ops/s',
        better: 'higher',
        data: {
          kind: 'summary',
          statistic: 'mean',
          centre: 32_650_613,
          spread: { kind: 'rme', value: 16.41 / 100, level: 0.95 },
          count: 9,
        },
      },
    ])
  })

  it('lists an errored benchmark, whose line has no number', () => {
    expect(a.benchmarks.map(({ key, status }) => [key, status])).toEqual([
      ['parse 20k', 'ok'],
      ['String#indexOf', 'ok'],
      ['throws', 'failed'],
    ])
  })

  it('sees the slowdown', () => {
    expect(ratio(a, fixture('benchmarkjs/b.txt'), 'parse 20k', 'throughput')).toBeCloseTo(1849 / 2012, 10)
  })

  it('keeps " x " in names, and warns of what is no measurement', () => {
    const file = text(
      '2 x 3 x 0.55 ops/sec ±1.00% (1 run sampled)\r\ny x Infinity ops/sec ±0.00% (3 runs sampled)\nz x 12 ops/sec ±oops\n',
    )
    expect(metric(file, '2 x 3', 'throughput').data).toMatchObject({ centre: 0.55, count: 1 })
    expect(benchmark(file, 'y').status).toBe('failed')
    expect(file.warnings).toHaveLength(2)
  })

  it.each(['\r', '\r\r\n', '\u001b[K\n', '\u001b[0m\r\n'])('lines that end in %j', (end) => {
    const file = text(`x x 1,234 ops/sec ±1.00% (90 runs sampled)${end}`)
    expect(metric(file, 'x', 'throughput').data).toMatchObject({ centre: 1234 })
  })

  it('a long run of carriage returns takes no longer than its length', () => {
    const file = text(`${'\r'.repeat(300_000)}x x 1,234 ops/sec ±1.00% (90 runs sampled)\n`)
    expect(metric(file, 'x', 'throughput').data).toMatchObject({ centre: 1234 })
  })

  it.each(['\u001b[G', '\r', '\u001b[2K\u001b[1G'])(
    'takes the last of what is written over one line: %j',
    (home) => {
      const cycle = (rate: number) =>
        `${home}  \u001b[31mx\u001b[39m x ${rate} ops/sec ±1.00% (90 runs sampled)`
      const file = text(
        `# title\n${Array.from({ length: 99 }, (_, i) => cycle(i + 1)).join('')}\r\n${cycle(7)}\n`,
      )
      expect(file.benchmarks.map(({ key, occurrence }) => [key, occurrence])).toEqual([
        ['x', 1],
        ['x', 2],
      ])
      expect(metric(file, 'x', 'throughput').data).toMatchObject({ centre: 99 })
    },
  )
})

describe('Benchmark.js, own dump', () => {
  const a = fixture('benchmarkjs/a.stats.json')

  it('takes the sample in s as ns, and the rate beside it', () => {
    expect(metric(a, 'parse 20k', 'time')).toMatchObject({
      unit: 'ns',
      better: 'lower',
      data: { kind: 'samples', of: 'batch' },
    })
    const { data } = metric(a, 'parse 20k', 'time')
    expect(data.kind === 'samples' && data.groups[0]![0]).toBeCloseTo(418_815.706, 2)
    expect(metric(a, 'parse 20k', 'throughput').data).toMatchObject({ centre: 2011.7743447046096, count: 5 })
  })

  it('does not take the zeros of an error for a time', () => {
    expect(benchmark(a, 'throws')).toMatchObject({ status: 'failed', message: 'boom', metrics: [] })
  })

  it('sees the slowdown', () => {
    const rate = ratio(a, fixture('benchmarkjs/b.stats.json'), 'parse 20k', 'time')
    expect(rate).toBeGreaterThan(1.05)
    expect(rate).toBeLessThan(1.3)
  })
})
