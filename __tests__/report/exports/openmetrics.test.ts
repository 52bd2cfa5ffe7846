import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openmetrics } from '../../../src/ingest/adapters/openmetrics.ts'
import { renderHistoryOpenMetrics } from '../../../src/report/exports/history-openmetrics.ts'
import { renderOpenMetrics } from '../../../src/report/exports/openmetrics.ts'
import { spelledOut } from '../../../src/report/text/one-line.ts'
import { given } from '../../ingest/reading.ts'
import { anyRow, hostileText } from '../arbitrary.ts'
import { assessment, row, type RowChange } from '../sample.ts'
import { commit, eventful, history, percent, point, trend } from '../sample-history.ts'

/** Samples without what each report has, as `family{labels} value`. */
const samples = (text: string): string[] =>
  text.split('\n').filter((line) => /^benchgate_benchmark_(?!change|verdict)/.test(line))

/** As the adapter for this format reads it: the value of each metric, by the family that it is part of. */
function readBack(text: string) {
  return openmetrics.read(given(text)).benchmarks.flatMap(({ name, params, metrics }) =>
    metrics.map(({ data, unit }) => ({
      family: name,
      labels: params,
      unit,
      value: data.kind === 'samples' ? data.groups[0]![0] : data.kind === 'exact' ? data.value : data.centre,
    })),
  )
}

test.each<[RowChange, string]>([
  [
    { metric: 'time', unit: 'ns', head: { value: 4_980_000, p50: null } },
    'time_seconds{*,metric="time"} 0.00498',
  ],
  [
    { metric: 'throughput', unit: 'ops/s', head: { value: 1e6, p50: null } },
    'throughput_operations_per_second{*,metric="throughput"} 1000000',
  ],
  [{ metric: 'bytes', unit: 'B', head: { value: 56, p50: null } }, 'size_bytes{*,metric="bytes"} 56'],
  [
    { metric: 'rate', unit: 'B/s', head: { value: 1.5e9, p50: null } },
    'throughput_bytes_per_second{*,metric="rate"} 1500000000',
  ],
  [
    { metric: 'hit-rate', unit: 'fraction', head: { value: 0.9, p50: null } },
    'ratio{*,metric="hit-rate"} 0.9',
  ],
  [
    { metric: 'allocs', unit: 'count', head: { value: 3, p50: null } },
    'value{*,metric="allocs",unit="count"} 3',
  ],
  [
    { metric: 'depth', unit: 'frames', head: { value: 1e-9, p50: null } },
    'value{*,metric="depth",unit="frames"} 1e-9',
  ],
  [{ metric: 'bare', unit: '', head: { value: 1e21, p50: null } }, 'value{*,metric="bare"} 1e+21'],
])('a value in its base unit: %#', (change, sample) => {
  const labels = 'suite="benchmarks/parser.bench.ts",benchmark="parser/small"'
  const [first, ...others] = samples(renderOpenMetrics(assessment([row(change)])))
  expect([first, others]).toEqual([`benchgate_benchmark_${sample.replace('*', labels)}`, []])
})

test('the adapter for this format reads the values back, in our units', () => {
  const head = (value: number) => ({ value, p50: null })
  const rows = [
    row({ head: head(4_980_000) }),
    row({ occurrence: 2, head: head(17) }),
    row({ metric: 'bytes', unit: 'B', head: head(56) }),
  ]
  const read = readBack(renderOpenMetrics(assessment(rows)))
  const found = read.filter(({ family }) => /time_seconds|size_bytes/.test(family))
  expect(
    found.map(({ labels, unit, value }) => [labels['benchmark'], labels['metric'], unit, value]),
  ).toEqual([
    ['parser/small', 'time', 'ns', expect.closeTo(4_980_000, 3)],
    ['parser/small #2', 'time', 'ns', expect.closeTo(17, 9)],
    ['parser/small', 'bytes', 'B', 56],
  ])
})

/** Names as long as the adapter reads them. */
const readable = hostileText.filter((text) => text.length < 200)

test('any name is read back, with what a screen would obey spelled out', () => {
  fc.assert(
    fc.property(readable, readable, (benchmark, suite) => {
      const text = renderOpenMetrics(assessment([row({ benchmark, suite })]))
      const found = readBack(text).find(({ family }) => family === 'benchgate_benchmark_time_seconds')
      expect(found!.labels['suite'] ?? '').toBe(spelledOut(suite).normalize('NFC'))
      expect(found!.labels['benchmark'] ?? '').toMatch(/^(?!.*##\[)[^\p{Cc}]*$/u)
    }),
    { numRuns: 30 },
  )
})

test('of any rows: no line begins with a text from outside, and no two samples are of one series', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
      const own = rows.map((one, index) => ({ ...one, suite: `${index}`, occurrence: 1 }))
      const lines = renderOpenMetrics(assessment(own)).split('\n')
      expect(lines.at(-2)).toBe('# EOF')
      for (const line of lines.slice(0, -2))
        expect(line).toMatch(/^(# (TYPE|UNIT|HELP) benchgate_|benchgate_[a-z_]+(\{.*\})? -?\d[\d.e+-]*$)/)
      const series = lines.filter((line) => !line.startsWith('#')).map((line) => line.replace(/ \S+$/, ''))
      expect(new Set(series).size).toBe(series.length)
    }),
    { numRuns: 30 },
  )
})

test('a history: what the newest commit measured, and no value that is older', () => {
  const commits = [commit(0), commit(1)]
  const text = renderHistoryOpenMetrics(
    history([trend([point(0, 1e6), point(1, 2e6)]), trend([point(0, 5)], { name: 'gone' })], { commits }),
  )
  expect(samples(text)).toEqual([
    'benchgate_benchmark_time_seconds{suite="benchmarks/parser.bench.ts",benchmark="parser/large",metric="time"} 0.002',
  ])
  expect(text).toContain(`benchgate_history_info{branch="main",commit="${commits[1]!.sha}"} 1\n`)
  expect(text).toContain('benchgate_commit_timestamp_seconds{branch="main"} 1793613600\n')
})

test('files of two gates do not clash: the key of one is a label', () => {
  const series = (key: string) =>
    renderHistoryOpenMetrics({ ...eventful, key })
      .split('\n')
      .filter((line) => line.startsWith('benchgate_'))
      .map((line) => line.replace(/ \S+$/, ''))
  const both = [...series('default'), ...series('nightly')]
  expect(new Set(both).size).toBe(both.length)
  expect(both.filter((line) => line.includes('key="nightly"')).length).toBe(both.length / 2)
})

test('a change that no number holds is left out', () => {
  const change = { ...percent(1, 0, 2), high: 1000 }
  const text = renderHistoryOpenMetrics(
    history([trend([point(0, 1e6, { change })])], { commits: [commit(0)] }),
  )
  expect(text).toContain('benchgate_benchmark_change_lower_ratio')
  expect(text).not.toContain('benchgate_benchmark_change_upper_ratio')
})
