import { keyOf } from '../../keys.ts'
import * as fc from 'fast-check'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { displayWidth, shorten, shortName } from '../../../src/report/text/one-line.ts'
import { type CommandRow, renderRunTable, type SuiteRow } from '../../../src/report/terminal/run-table.ts'
import { renderTerminal } from '../../../src/report/terminal/terminal.ts'
import { anyAssessment, hostileText } from '../arbitrary.ts'
import { assessment, row } from '../sample.ts'

const plain = { color: false, width: 100, verbose: false, configFile: '.github/benchgate.yml' }

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** What a terminal or a CI runner would obey instead of showing it. */
const flaws = (text: string): string[] =>
  [CONTROL, /##\[/, /^\s*::/m, /\p{Cs}/u]
    .map((what) => what.exec(text)?.[0])
    .filter((flaw) => flaw !== undefined)

describe('text from outside', () => {
  test('is shown, not obeyed', () => {
    fc.assert(
      fc.property(anyAssessment, hostileText, fc.boolean(), (a, configFile, verbose) => {
        expect(flaws(renderTerminal(a, { ...plain, verbose, configFile }))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('is never wider than it may be', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 16, max: 60 }), (text, cells) => {
        const short = shorten(text, cells)
        expect(displayWidth(short)).toBeLessThanOrEqual(cells)
        expect(short.length).toBeLessThanOrEqual(6 * cells)
        expect(short.isWellFormed()).toBe(true)
      }),
    )
  })

  test('is cut in the middle, between whole characters', () => {
    expect(shorten('resolve/with-a-very-long-name/n=1000', 20)).toBe('resolve/with-…n=1000')
    expect(shorten('👩‍👩‍👧'.repeat(20), 16)).toBe(`${'👩‍👩‍👧'.repeat(5)}…${'👩‍👩‍👧'.repeat(2)}`)
    expect(shortName('', 20)).toBe('(no name)')
  })
})

describe('layout', () => {
  const regression = (benchmark: string) =>
    row({ benchmark, verdict: 'regression', severity: 'fail', effect: 0.2 })

  test('columns stand below each other for wide names too', () => {
    const a = assessment([regression('解析/大きい'), regression('parser/👩‍👩‍👧'), regression('plain')])
    const lines = renderTerminal(a, plain)
      .split('\n')
      .filter((line) => line.startsWith('  ✘'))
    expect(new Set(lines.map((line) => displayWidth(line.slice(0, line.lastIndexOf('budget'))))).size).toBe(1)
  })

  test('names are whole where nobody looks at a screen', () => {
    const benchmark = `com.acme.${'words.'.repeat(12)}Parser.large`
    const a = assessment([row({ benchmark, verdict: 'regression' })])
    expect(renderTerminal(a, plain)).not.toContain(`${benchmark}  time`)
    expect(renderTerminal(a, { ...plain, wholeNames: true })).toContain(`${benchmark}  time`)
    const run: CommandRow = {
      ...({} as CommandRow),
      name: benchmark,
      suite: 'make',
      occurrence: 1,
      values: [],
    }
    expect(renderRunTable([run], { ...plain, wholeNames: true })).toContain(benchmark)
  })

  test.each([80, 100, 160])('a row fits %i columns', (width) => {
    const a = assessment([
      regression('x'.repeat(200)),
      row({ benchmark: 'y'.repeat(90), verdict: 'improvement' }),
    ])
    const lines = renderTerminal(a, { ...plain, width }).split('\n')
    const rows = lines.filter((line) => /^ {2}[✘↑]/.test(line))
    expect(rows).toHaveLength(2)
    for (const line of rows) expect(displayWidth(line)).toBeLessThanOrEqual(width)
  })

  test('an interval without room beside its change stands on the line below', () => {
    const interval = { low: -0.009, high: 0.131, level: 0.95 }
    const a = assessment([{ ...regression('x'.repeat(60)), interval }])
    expect(renderTerminal(a, { ...plain, width: 160 })).toContain('20.0 % slower  0.9 faster … 13.1 slower')
    const narrow = renderTerminal(a, { ...plain, width: 80 })
    expect(narrow).toContain('\n    interval 0.9 faster … 13.1 slower · ')
  })

  test('colour changes nothing but the colour', () => {
    const a = assessment([regression('a'), row({ benchmark: 'b', verdict: 'improvement' }), row()])
    const colored = renderTerminal(a, { ...plain, color: true })
    expect(colored).toContain('\u001b[31m')
    expect(stripVTControlCharacters(colored)).toBe(renderTerminal(a, plain))
  })

  test('-v lists what is otherwise counted', () => {
    const rows = Array.from({ length: 30 }, (_, i) => row({ benchmark: `new/${i}`, verdict: 'new' }))
    const a = assessment([
      ...rows,
      row({ benchmark: 'same' }),
      row({ benchmark: 'noisy', verdict: 'inconclusive' }),
    ])
    expect(renderTerminal(a, plain)).toContain(
      '+ 10 more new   ~ 1 unchanged   ? 1 undecided (-v lists them)',
    )
    const verbose = renderTerminal(a, { ...plain, verbose: true })
    expect(verbose).toContain('~ same')
    expect(verbose).toContain('? noisy')
    expect(verbose.match(/^ {2}\+ new/gm)).toHaveLength(30)
  })
})

describe('what tools report', () => {
  const side = (value: number) => ({ value, p50: null })
  const exact = { exact: true, interval: null, sigma: null, grade: null, p: null, mde: null, location: null }
  const allocs = row({
    ...exact,
    metric: 'allocs',
    unit: 'count',
    verdict: 'regression',
    severity: 'fail',
    effect: null,
    base: side(0),
    head: side(2),
  })

  test('is shown with its values where there is no ratio, and without statistics where there were none', () => {
    expect(renderTerminal(assessment([allocs]), plain)).toContain(
      '  ✘ parser/small  allocs  0 → 2  up from 0  exact  budget 5 %\n',
    )
  })

  test('keeps its name where there is little room: the limit goes to the line below', () => {
    const size = row({
      ...exact,
      benchmark: 'dist/application.js',
      metric: 'size of the bundle',
      unit: 'B',
      verdict: 'regression',
      severity: 'fail',
      effect: 1e-6,
      base: side(1_048_576),
      head: side(1_048_577),
    })
    const lines = renderTerminal(assessment([size]), { ...plain, width: 80 }).split('\n')
    expect(lines).toContain('    exact · budget 5 %')
    for (const line of lines.filter((text) => text.startsWith('  ✘')))
      expect(displayWidth(line)).toBeLessThanOrEqual(80)
  })

  test('that is worse or better is not called slower or faster', () => {
    const rows = [{ ...allocs, verdict: 'slower-small', severity: 'pass', effect: 0.01 } as const]
    const text = renderTerminal(assessment(rows, { command: 'compare' }), plain)
    expect(text).toContain('↓ 1 worse.')
    expect(text).not.toMatch(/slower|faster/)
  })
})

describe('compare', () => {
  test('counts, and offers nothing to accept', () => {
    const rows = [
      row({ benchmark: 'a', verdict: 'regression', severity: 'fail', effect: 0.2 }),
      row({ benchmark: 'b', verdict: 'improvement', effect: -0.2 }),
    ]
    const text = renderTerminal(assessment(rows, { command: 'compare' }), plain)
    expect(text.trimEnd().split('\n').at(-1)).toBe('↓ 1 slower, 1 faster.')
    expect(text).not.toMatch(/budget|accept/i)
  })
})

describe('the table of a run', () => {
  const run = (name: string, suite: string, change: Partial<SuiteRow> = {}): SuiteRow => ({
    ...keyOf(name, suite),
    p10: 4_210_000,
    p50: 4_300_000,
    p99: 5_130_000,
    min: 4_180_000,
    opsPerSecond: 237.4,
    samples: 1_240,
    ...change,
  })

  test('groups by suite', () => {
    const rows = [
      run('parser/large', 'benchmarks/parser.bench.ts'),
      run('lexer/ascii', 'benchmarks/lexer.bench.ts', { p99: null, p10: 812 }),
      run('parser/\u001b[31mred', 'benchmarks/parser.bench.ts'),
    ]
    expect(renderRunTable(rows, { color: false, width: 100 })).toMatchInlineSnapshot(`
      "  benchmark                time      p50      p99      min  throughput  samples

      benchmarks/parser.bench.ts
        parser/large          4.21 ms  4.30 ms  5.13 ms  4.18 ms   237 ops/s    1,240
        parser/\\u{1b}[31mred  4.21 ms  4.30 ms  5.13 ms  4.18 ms   237 ops/s    1,240

      benchmarks/lexer.bench.ts
        lexer/ascii            812 ns  4.30 ms        —  4.18 ms   237 ops/s    1,240

      time is the 10th percentile, which the gate decides on; — needs more calls timed one by one
      "
    `)
  })

  const GO = 'go test -run ^$ -bench . ./... | tee x'
  const decode: CommandRow = {
    ...keyOf('BenchmarkDecode', GO),
    values: [
      { id: 'time', unit: 'ns', value: 4_210_000 },
      { id: 'bytes', unit: 'B', value: 51_200 },
      { id: 'allocs', unit: 'count', value: 12 },
    ],
  }
  const encode: CommandRow = {
    ...keyOf('BenchmarkEncode/large', GO),
    values: [
      { id: 'time', unit: 'ns', value: 812 },
      { id: 'allocs', unit: 'count', value: 3 },
      { id: 'frames', unit: 'frames/s', value: 60 },
    ],
  }

  test('of a command has what its tool reports, a metric below the same metric', () => {
    expect(renderRunTable([decode, encode], { color: false, width: 100 })).toBe(
      `go test -run ^$ -bench . ./... | tee x
  BenchmarkDecode        time  4.21 ms  bytes  51.2 kB  allocs  12
  BenchmarkEncode/large  time   812 ns                  allocs   3  frames  60 frames/s
`,
    )
  })

  test('has suites first, and only they are explained', () => {
    const text = renderRunTable([decode, run('parser/large', 'benchmarks/parser.bench.ts')], {
      color: false,
      width: 100,
    })
    expect(text.indexOf('parser/large')).toBeLessThan(text.indexOf('BenchmarkDecode'))
    expect(text).toMatch(/^ {2}benchmark +time/)
    expect(text).toMatch(/timed one by one\n$/)
  })

  test('breaks lines where the metrics of a command have no room beside its names', () => {
    const values = Array.from({ length: 64 }, (_, i) => ({ id: `metric ${i}`, unit: 'MB', value: i }))
    for (const row of [{ ...decode, values }, decode]) {
      const lines = renderRunTable([row], { color: false, width: 50 }).split('\n')
      for (const { id } of row.values) expect(lines.join(' ')).toContain(`${id} `)
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(50)
    }
  })

  test('is obeyed by nobody', () => {
    const values = fc.array(
      fc.record({ id: hostileText, unit: hostileText, value: fc.double({ noNaN: true }) }),
      { maxLength: 12 },
    )
    const rows = fc.array(
      fc.record({ name: hostileText, suite: hostileText, occurrence: fc.constantFrom(1, 2), values }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(rows, fc.integer({ min: 40, max: 200 }), (of, width) => {
        expect(flaws(renderRunTable(of, { color: false, width }))).toEqual([])
      }),
    )
  })

  test('says so when there is nothing', () => {
    expect(renderRunTable([], { color: false, width: 80 })).toBe('No benchmark was measured.\n')
  })
})
