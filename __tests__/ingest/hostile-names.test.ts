import { describe, expect, test } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import type { ResultFile } from '../../src/model/result-file.ts'

// A name is what the tool wrote, whole, in NFC. Each line builds the smallest output of a tool with one
// benchmark of a name, and says where the name stands in the key.

const NAMES = [
  'f[list[int]-3]',
  'a[0] and b[1]',
  'x/y//z',
  'a, b, c',
  'ns::f: g::h',
  'p&q=1&r=2',
  'k=v',
  `it's "quoted"`,
  'one\ntwo',
  'caf\u{e9}',
  '\u{1f680} \u{65e5}\u{672c}',
  '<b>&amp;</b>',
  '__proto__',
  'a(b)',
  '100 %',
]

const STATS = { min: 1, max: 2, mean: 1.5, stddev: 0.1, rounds: 2, median: 1.5, data: [1, 2], iterations: 1 }
const METRIC = { score: 1, scoreUnit: 'ns/op', rawData: [[1, 2]] }
const dotNet = (entry: object) => ({
  HostEnvironmentInfo: { BenchmarkDotNetVersion: '0.15' },
  Benchmarks: [
    { Namespace: 'N', Type: 'T', Method: 'Run', Statistics: { OriginalValues: [1, 2], N: 2 }, ...entry },
  ],
})
const asvFile = (value: string) => ({
  commit_hash: '1'.repeat(40),
  version: 2,
  params: {},
  result_columns: ['result', 'params'],
  results: { 'm.time_x': [[1], [[value]]] },
})

/** What a tool writes of a benchmark of a name, and the key that it must have. */
const TOOLS: Record<string, [write: (name: string) => object, keyOf: (name: string) => string]> = {
  custom: [(name) => [{ name, unit: 'ns', value: 1 }], (name) => name],
  bmf: [(name) => JSON.parse(`{${JSON.stringify(name)}:{"latency":{"value":1}}}`) as object, (name) => name],
  hyperfine: [(command) => ({ results: [{ command, mean: 1, times: [1, 2] }] }), (name) => name],
  pyperf: [
    (name) => ({ version: '1.0', benchmarks: [{ metadata: { name }, runs: [{ values: [1, 2] }] }] }),
    (name) => name,
  ],
  'pytest-benchmark': [
    (name) => ({
      machine_info: {},
      benchmarks: [
        {
          name: `test_a[${name}-3]`,
          fullname: `t.py::test_a[${name}-3]`,
          params: { n: 3 },
          extra_info: {},
          stats: STATS,
        },
      ],
    }),
    (name) => `t.py/test_a[${name}-3]`,
  ],
  jmh: [
    (value) => [{ benchmark: 'a.B.c', mode: 'avgt', params: { value }, primaryMetric: METRIC }],
    (name) => `a.B/c/value=${name}`,
  ],
  benchmarkdotnet: [
    (url) => dotNet({ Parameters: `N=1&Url=${url}`, FullName: `N.T.Run(N: 1, Url: ${JSON.stringify(url)})` }),
    (name) => `N.T/Run/N=1/Url=${name}`,
  ],
  asv: [(value) => asvFile(value), (name) => `m/time_x/param1=${name}`],
}

const read = (format: string, content: object): ResultFile =>
  ingest({ path: 'results', bytes: JSON.stringify(content), files: null }, format)

describe.each(Object.entries(TOOLS))('%s', (format, [write, keyOf]) => {
  test.each(NAMES)('%j stands whole in the key', (name) => {
    expect(read(format, write(name)).benchmarks.map(({ key }) => key)).toEqual([keyOf(name)])
  })

  test('one name in two forms of Unicode is one key', () => {
    const [composed, decomposed] = ['caf\u{e9}', 'cafe\u{301}'].map((name) => read(format, write(name)))
    expect(decomposed).toEqual(composed)
    expect(decomposed!.benchmarks[0]!.key).toBe(keyOf('caf\u{e9}'))
  })

  test('an address in memory is no part of a name', () => {
    const [one, other] = ['0x7f1234567890', '0x55d0c0ffee00'].map((address) =>
      read(format, write(`<function f.<locals>.<lambda> at ${address}>`)),
    )
    expect(one).toEqual(other)
    expect(one!.benchmarks[0]!.key).toBe(keyOf('<function f.<locals>.<lambda>>'))
  })
})
