import { describe, expect, it } from 'vitest'
import { benchmark, fixture, metric, ratio, text } from '../real-files.ts'

describe.each(['prom', 'openmetrics.txt'])('openmetrics: %s', (ending) => {
  const a = fixture(`openmetrics/a.${ending}`)
  const b = fixture(`openmetrics/b.${ending}`)

  it('names benchmarks by family and labels', () => {
    expect(a.benchmarks.map(({ key }) => key)).toEqual([
      'bench_op_duration_seconds/bench=parse/n=1000',
      'bench_op_duration_seconds/bench=sort/n=10',
      'bench_latency_seconds/bench=http "x"',
      'bench_heap_bytes/bench=parse',
      'bench_ops',
    ])
  })

  it('takes the mean of histograms and summaries from sum and count', () => {
    expect(metric(a, 'bench_op_duration_seconds/bench=parse/n=1000', 'time')).toEqual({
      id: 'time',
      unit: 'ns',
      better: 'lower',
      data: {
        kind: 'summary',
        statistic: 'mean',
        centre: (0.41899999999999993 / 20) * 1e9,
        spread: null,
        count: 20,
      },
    })
    expect(benchmark(a, 'bench_latency_seconds/bench=http "x"').metrics.map(({ id }) => id)).toEqual([
      'time',
      'time.p50',
      'time.p90',
      'time.p99',
    ])
    expect(metric(a, 'bench_heap_bytes/bench=parse', 'value')).toMatchObject({
      unit: 'B',
      better: null,
      data: { centre: 1234567 },
    })
    expect(metric(a, 'bench_ops', 'value').data).toMatchObject({ centre: 1000 })
  })

  it('sees the slowdown', () => {
    expect(ratio(a, b, 'bench_op_duration_seconds/bench=parse/n=1000', 'time')).toBeCloseTo(1.15, 6)
    expect(ratio(a, b, 'bench_op_duration_seconds/bench=sort/n=10', 'time')).toBe(1)
  })
})

describe('openmetrics, details', () => {
  it('undoes escapes in labels, and takes names as data', () => {
    const file = text('# TYPE x gauge\nx{a="q\\"b\\\\c\\nd,}",__proto__="p"} 1 1700000000\n')
    expect(benchmark(file, 'x/a=q"b\\c\nd,}/__proto__=p').params).toEqual(
      Object.fromEntries([
        ['a', 'q"b\\c\nd,}'],
        ['__proto__', 'p'],
      ]),
    )
  })

  it('reads units, quoted names and exemplars', () => {
    const file = text(
      '# TYPE y gauge\n# UNIT y milliseconds\ny 2 # {trace_id="1"} 9\n{"my.heap", a="1"} 3\n# EOF\n',
    )
    expect(metric(file, 'y', 'value')).toMatchObject({ unit: 'ns', data: { centre: 2e6 } })
    expect(metric(file, 'my.heap/a=1', 'value').data).toMatchObject({ centre: 3 })
  })

  it('never passes on NaN and Inf', () => {
    const file = text('# TYPE z gauge\nz{n="1"} NaN\nz{n="2"} +Inf\nz{n="3"} 4\n')
    expect(file.benchmarks.map(({ status }) => status)).toEqual(['failed', 'failed', 'ok'])
    expect(file.warnings).toHaveLength(2)
  })

  it('takes a sample whose value cannot be read for a failure of its benchmark', () => {
    const file = text(
      '# TYPE z gauge\nz{n="1"} 1,5\nz{n="2"} oops\nz{n="3"} 4\n# TYPE h summary\nh_sum 1,5\nh_count 2\n',
    )
    expect(file.benchmarks.map(({ key, message }) => [key, message])).toEqual([
      ['z/n=1', '"1,5" is not written like 1234.5; run the tool with LC_ALL=C'],
      ['z/n=2', '"oops" is no number'],
      ['z/n=3', null],
      ['h', '"1,5" is not written like 1234.5; run the tool with LC_ALL=C'],
    ])
    expect(file.warnings).toEqual([
      '2 results are left out, because a number is not written like 1234.5: "z/n=1", "h"; run the tool with LC_ALL=C',
      '1 result is left out, because a value is no number: "z/n=2"',
    ])
  })

  it('skips what was never observed, and counts lines that it cannot read', () => {
    const file = text(
      '# TYPE h summary\nh_sum 0\nh_count 0\nh{quantile="0.5"} NaN\nbroken{\n# TYPE g gauge\ng 1\ng 2\n',
    )
    expect(benchmark(file, 'h').status).toBe('skipped')
    expect(metric(file, 'g', 'value').data).toMatchObject({ centre: 2 })
    expect(file.warnings).toEqual([
      '1 result is left out, because the line has another form than expected: "broken{"',
      'g: 1 numbers stand twice; the last one counts',
    ])
  })
})

it('takes a gauge of allocations or instructions as deterministic, and no other', () => {
  const read = text(
    '# TYPE parse_allocations gauge\nparse_allocations 5\n# TYPE heap_bytes gauge\nheap_bytes 7\n# EOF\n',
  )
  expect(metric(read, 'parse_allocations', 'value').data).toEqual({ kind: 'exact', value: 5 })
  expect(metric(read, 'heap_bytes', 'value').data.kind).toBe('summary')
})
