import { describe, expect, it } from 'vitest'
import { tinybench } from '../../../src/ingest/adapters/tinybench.ts'
import { expectSound, expectSturdy, forms, given, keys } from '../reading.ts'
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

/** What console.table() of Node prints. */
function printed(title: string, columns: readonly string[], ...rows: string[][]): string {
  const line = (cells: readonly string[]) => `│ ${cells.join(' │ ')} │\n`
  const body = rows.map((row, i) => line([String(i), ...row])).join('')
  return `${title}\n┌───┬───┐\n${line(['(index)', ...columns])}├───┼───┤\n${body}└───┴───┘\n`
}

const COLUMNS = [
  'Task name',
  'Latency avg (ns)',
  'Latency med (ns)',
  'Throughput avg (ops/s)',
  'Throughput med (ops/s)',
]
const row = (name: string) => [
  name,
  "'2474.8 ± 6.50%'",
  "'2150.0 ± 10.00'",
  "'469950 ± 0.50%'",
  "'465116 ± 2180'",
]
const TABLE = printed('words', [...COLUMNS, 'Samples'], [...row("'sort'"), '13656'], [...row(`"it's"`), '9'])

describe('the table that scripts of tinybench print', () => {
  it('has the median with what deviates from it, the mean and the rate', () => {
    expect(tinybench.recognises(given(TABLE))).toBe(true)
    const file = tinybench.read(given(TABLE))
    expectSound(file)
    expect(keys(file)).toEqual(['sort', "it's"])
    expect(forms(file, 'sort')).toEqual(['time ns lower', 'time.mean ns lower', 'throughput ops/s higher'])
    const data = { kind: 'summary', statistic: 'median', count: 13656 }
    expect(metric(file, 'sort', 'time').data).toEqual({
      ...data,
      centre: 2150,
      spread: { kind: 'mad', value: 10 },
    })
    expect(metric(file, 'sort', 'throughput').data).toEqual({
      ...data,
      centre: 465116,
      spread: { kind: 'mad', value: 2180 },
    })
  })

  it('is also that of version 2, which has means alone', () => {
    const columns = ['Task Name', 'ops/sec', 'Average Time (ns)', 'Margin', 'Samples']
    const file = tinybench.read(
      given(printed('', columns, ["'sort'", "'1,529,068'", '653.99', "'±2.37%'", '62325'])),
    )
    expect(forms(file, 'sort')).toEqual(['time ns lower', 'throughput ops/s higher'])
    expect(metric(file, 'sort', 'time').data).toMatchObject({
      statistic: 'mean',
      centre: 653.99,
      count: 62325,
    })
    expect(metric(file, 'sort', 'throughput').data).toMatchObject({ centre: 1529068 })
  })

  it('names a task that threw', () => {
    const failing = [...COLUMNS, 'Samples', 'Error', 'Stack']
    const file = tinybench.read(
      given(printed('', failing, ["'bad'", '', '', '', '', '', "'no'", String.raw`'Error: no\n    at f'`])),
    )
    expect(benchmark(file, 'bad')).toMatchObject({ status: 'failed', message: 'no' })
  })

  const two = (first: string, second: string) =>
    keys(tinybench.read(given(printed(first, COLUMNS, row('a')) + printed(second, COLUMNS, row('a')))))
  it('has tasks of one name in several tables, which what stands above tells apart', () => {
    expect(two('small', 'large')).toEqual(['small/a', 'large/a'])
    expect(two('', '')).toEqual(['a', 'a'])
    expect(two('done in 1.2 s', 'done in 3 ms')).toEqual(['a', 'a'])
    expect(two('running', 'running')).toEqual(['a', 'a'])
    expect(
      keys(tinybench.read(given(printed('x', COLUMNS, row('a')) + printed('y', COLUMNS, row('b'))))),
    ).toEqual(['a', 'b'])
  })

  it('leaves out a line that something else was printed into', () => {
    const file = tinybench.read(given(TABLE.replace('│ 9 │', '│ 9 │ │')))
    expect(keys(file)).toEqual(['sort'])
    expect(file.warnings).toEqual([
      expect.stringMatching(/^1 result is left out, because the line has another form than expected: "│ 1 │/),
    ])
  })

  it('is read where something else is printed between its lines, and in colours', () => {
    const lines = TABLE.split('\n')
    const at = lines.findIndex((line) => line.includes("'sort'"))
    const both = keys(tinybench.read(given(TABLE)))
    expect(both).toHaveLength(2)
    const interrupted = [...lines.slice(0, at), '(node:1) Warning: old', ...lines.slice(at)].join('\n')
    for (const one of [interrupted, TABLE.replaceAll(/'[^']*'/g, '\u001b[32m$&\u001b[39m')]) {
      const file = tinybench.read(given(one))
      expect([keys(file), file.warnings]).toEqual([both, []])
    }
  })

  it('is said to be cut off, also within a line', () => {
    const lines = TABLE.trimEnd().split('\n')
    const warnings = (end: string) => tinybench.read(given([...lines.slice(0, -1), end].join('\n'))).warnings
    expect(warnings('')).toEqual(['a table was cut off; benchmarks at its end may be missing'])
    expect(warnings("│ 2 │ 'c'")).toHaveLength(2)
  })

  it('has numbers in other notations, which are refused, and whole rates of any place, which are read', () => {
    const old = ['Task Name', 'ops/sec', 'Average Time (ns)', 'Margin', 'Samples']
    const rates = ['1,234', '1.234', '1\u202f234', '1’234', '1234', '1234.5'].map((rate, i) => [
      `'${i}'`,
      `'${rate}'`,
      '810372.8',
      "'±1.00%'",
      '9',
    ])
    const file = tinybench.read(given(printed('', old, ...rates)))
    expect(
      rates.map((_, i) =>
        Math.trunc((metric(file, String(i), 'throughput').data as { centre: number }).centre),
      ),
    ).toEqual(rates.map(() => 1234))
    for (const [i, odd] of [
      [2, '1.234,50'],
      [2, '1,234.50'],
      [5, '12,50'],
    ] as const) {
      const cells = row('a').with(i - 1, `'${odd} ± 1.00'`)
      expect(benchmark(tinybench.read(given(printed('', COLUMNS, cells))), 'a')).toMatchObject({
        status: 'failed',
        message: `"${odd}" is not written like 1234.5; run the tool with LC_ALL=C`,
      })
    }
  })

  it('is said to be missing', () => {
    expect(() => tinybench.read(given('task 1,234 ops/sec\n', 'standard output'))).toThrow(
      'cannot read the results in standard output: it holds neither a table of tinybench nor JSON',
    )
  })

  it('mutated', () => expectSturdy(tinybench, [given(TABLE)], 100))
})
