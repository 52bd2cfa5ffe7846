import { describe, expect, it } from 'vitest'
import { benchmark, fixture, metric, ratio, text } from '../real-files.ts'

const a = fixture('tinybench/a.json')
const latency = { mean: 1, p50: 2, sd: 0.5, samplesCount: 9 }

describe('tinybench', () => {
  it('takes names from the table where tasks became {}', () => {
    expect(a.benchmarks.map(({ key, status, message }) => [key, status, message])).toEqual([
      ['parser/parse', 'ok', null],
      ['parser/sort', 'ok', null],
      ['parser/throws', 'failed', 'boom'],
    ])
    expect(a.environment).toEqual({ runtime: 'node 24.21.0' })
  })

  it('turns ms into ns', () => {
    expect(metric(a, 'parser/parse', 'time').data).toEqual({
      kind: 'summary',
      statistic: 'median',
      centre: 0.20090899999999579 * 1e6,
      spread: { kind: 'mad', value: 0.005777999999992289 * 1e6 },
      count: 86,
    })
    expect(metric(a, 'parser/parse', 'throughput')).toMatchObject({
      unit: 'ops/s',
      better: 'higher',
      data: {
        statistic: 'median',
        centre: 4977.380974581754,
        spread: { kind: 'mad', value: 147.38141840171693 },
      },
    })
  })

  it('has a throughput that falls when times rise: the mean of the rates rose fivefold', () => {
    const b = fixture('tinybench/b.json')
    expect(ratio(a, b, 'parser/parse', 'throughput')).toBeCloseTo(1 / 1.139, 2)
    const file = text({
      tasks: [{ name: 'x' }],
      results: [{ state: 'completed', latency, throughput: { mean: 5 } }],
    })
    expect(metric(file, 'x', 'throughput').data).toMatchObject({ statistic: 'mean', centre: 5 })
  })

  it('takes samples where they were kept', () => {
    const { data } = metric(fixture('tinybench/retain-samples.json'), 'parser/parse', 'time')
    expect(data).toMatchObject({ kind: 'samples', of: 'iteration' })
    expect(data.kind === 'samples' && data.groups[0]!.length).toBe(12)
  })

  it('sees the slowdown', () => {
    expect(ratio(a, fixture('tinybench/b.json'), 'parser/parse', 'time')).toBeCloseTo(1.139, 2)
  })

  it('says what to write when names are missing', () => {
    expect(() => text({ tasks: [{}], results: [{ state: 'completed', latency }] })).toThrow(
      'write JSON.stringify({ tasks:',
    )
  })

  it('reads lists with names, also those of older versions', () => {
    const file = text([
      { name: 'six', state: 'completed', latency },
      { name: 'three', result: { latency, throughput: { mean: 5 } } },
      { name: 'two', result: { hz: 10, mean: 100, samples: [90, 110], rme: 3 } },
    ])
    expect(file.benchmarks.map(({ key }) => key)).toEqual(['six', 'three', 'two'])
    expect(metric(file, 'two', 'time').data).toEqual({
      kind: 'samples',
      of: 'iteration',
      groups: [[90e6, 110e6]],
    })
  })

  it('tells how a task ended', () => {
    const file = text([
      { name: 'x', state: 'completed', latency },
      { name: 'error', state: 'errored', error: { message: 'boom' } },
      { name: 'idle', state: 'not-started' },
      { name: 'aborted', state: 'aborted' },
      { name: 'partly', state: 'aborted-with-statistics', latency },
    ])
    expect(file.benchmarks.map(({ status }) => status)).toEqual(['ok', 'failed', 'skipped', 'failed', 'ok'])
    expect(benchmark(file, 'error').message).toBe('boom')
    expect(file.warnings).toEqual(['partly: it was aborted; what it measured until then counts'])
  })
})
