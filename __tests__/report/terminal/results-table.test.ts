import { expect, test } from 'vitest'
import { renderTable } from '../../../src/report/terminal/results-table.ts'
import type {
  IngestedBenchmark,
  IngestedMetric,
  MetricData,
  ResultFile,
} from '../../../src/model/result-file.ts'

const benchmarkOf = ({ suite = null, name, ...more }: Partial<IngestedBenchmark> & { name: string }) => ({
  key: suite === null ? name : `${suite}/${name}`,
  occurrence: 1,
  suite,
  path: [],
  name,
  params: {},
  status: 'ok' as const,
  message: null,
  metrics: [],
  ...more,
})
const printable = (text: string) => text.replace(/\p{Cc}/gu, '?')
const metric = (id: string, unit: string, data: MetricData, better: IngestedMetric['better'] = 'lower') => ({
  id,
  unit,
  better,
  data,
})
const summary = (
  centre: number,
  spread: Extract<MetricData, { kind: 'summary' }>['spread'] = null,
): MetricData => ({
  kind: 'summary',
  statistic: 'mean',
  centre,
  spread,
  count: spread === null ? null : 12,
})
const file = (change: Partial<ResultFile>): ResultFile => ({
  tool: 'pyperf',
  version: '2.0.1',
  environment: { cpu: 'M1' },
  benchmarks: [],
  warnings: [],
  ...change,
})
const render = (change: Partial<ResultFile>) => renderTable(file(change), { adapter: 'pyperf', printable })

test('a line a benchmark: first metric, spread, values and groups, the others by name', () => {
  const samples: MetricData = {
    kind: 'samples',
    of: 'batch',
    groups: [
      [1000, 3000],
      [2000, 2000, 2500],
    ],
  }
  const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => metric(id, 'B', { kind: 'exact', value: 1 }))
  const text = render({
    benchmarks: [
      benchmarkOf({ name: 'sort', metrics: [metric('time', 'ns', samples), ...others] }),
      benchmarkOf({
        suite: 'http',
        name: 'x',
        metrics: [metric('throughput', 'ops/s', summary(1540.25), 'higher')],
      }),
      benchmarkOf({ name: 'size', metrics: [metric('size', 'B', { kind: 'exact', value: 12_345 })] }),
      benchmarkOf({
        name: 'rate',
        metrics: [metric('hits', 'fraction', summary(0.5, { kind: 'rme', value: 0.012, level: 0.95 }), null)],
      }),
      benchmarkOf({ name: 'gone', status: 'failed', message: 'it threw' }),
    ],
    warnings: ['left\nout'],
  })
  expect(text.split('\n').map((line) => line.split(/ {2,}/).filter((cell) => cell !== ''))).toEqual([
    ['pyperf 2.0.1, read by the adapter pyperf'],
    ['cpu: M1'],
    [],
    ['benchmark', 'metric', 'centre', 'spread', 'values', 'and'],
    ['sort', 'time ↓', '2.00 µs', 'quartiles 2.00 µs … 2.50 µs', '5 in 2 groups', 'a, b, c, d, 2 more'],
    ['http/x', 'throughput ↑', '1.54 kops/s', 'unknown', '?'],
    ['size', 'size ↓', '12.3 kB', 'exact', '1'],
    ['rate', 'hits (?)', '50.0 %', '±1.2 % (95 %)', '12'],
    ['gone', 'failed: it threw'],
    [],
    ['warning: left?out'],
    [],
  ])
})

test('columns begin below one another', () => {
  const lines = render({
    benchmarks: ['a', 'a-longer-name'].map((name) =>
      benchmarkOf({ name, metrics: [metric('time', 'ns', summary(5))] }),
    ),
  }).split('\n')
  const places = lines.filter((line) => line.includes('time ↓')).map((line) => line.indexOf('time'))
  expect(places).toEqual([15, 15])
})

test.each([
  [{ kind: 'sd', value: 2e6 }, 'sd 2.00 ms'],
  [{ kind: 'sem', value: 2500 }, 'sem 2.50 µs'],
  [{ kind: 'mad', value: 2500 }, 'mad 2.50 µs'],
  [{ kind: 'ci', low: 1e9, high: 2e9, level: 0.999 }, '99.9 % in 1.00 s … 2.00 s'],
  [{ kind: 'unknown', low: 0, high: 7 }, '0 ns … 7.00 ns, undefined'],
] as const)('the spread %o', (spread, shown) => {
  expect(
    render({ benchmarks: [benchmarkOf({ name: 'x', metrics: [metric('time', 'ns', summary(5, spread))] })] }),
  ).toContain(shown)
})

test('every text of the file is made printable, and long names are cut in the middle', () => {
  const evil = '\u001b[2J\nevil'
  const text = render({
    tool: evil,
    version: evil,
    environment: { [evil]: evil },
    benchmarks: [
      benchmarkOf({
        name: evil,
        metrics: [metric(evil, evil, summary(1)), metric(`${evil}2`, 'B', summary(1))],
      }),
      benchmarkOf({ name: `${'n'.repeat(500)}end`, status: 'failed', message: evil }),
      benchmarkOf({ name: ' ', metrics: [] }),
    ],
    warnings: [evil],
  })
  expect(text).not.toContain('\u001b')
  expect(text).not.toMatch(/^evil/m)
  expect(text).toContain('nend  failed')
  expect(text).toContain('(no name)')
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(400)
})

test('without benchmarks, and with many warnings', () => {
  const text = render({ warnings: Array.from({ length: 60 }, (_, i) => `w${i}`) })
  expect(text).toContain('no benchmarks')
  expect(text).toContain('warning: and 10 more')
})

test('of other metrics, too, it is shown where nobody says which way is better', () => {
  const exact: MetricData = { kind: 'exact', value: 1 }
  const others = [metric('heap', 'B', exact), metric('hits', '', exact, null)]
  const text = render({
    benchmarks: [benchmarkOf({ name: 'a', metrics: [metric('time', 'ns', exact), ...others] })],
  })
  expect(text.split('\n')[4]).toMatch(/^a .* {2}heap, hits \(\?\)$/)
})

test('benchmarks of one name are told apart by their number', () => {
  const exact = metric('time', 'ns', { kind: 'exact', value: 1 })
  const twins = [1, 2].map((occurrence) => benchmarkOf({ name: 'a', occurrence, metrics: [exact] }))
  const lines = render({ benchmarks: twins }).split('\n')
  expect(lines.slice(4, 6).map((line) => line.split(/ {2,}/)[0])).toEqual(['a', 'a #2'])
})
