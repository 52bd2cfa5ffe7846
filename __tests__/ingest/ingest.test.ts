import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { MAX_BYTES } from '../../src/ingest/raw-input.ts'
import { ADAPTERS, LAST } from '../../src/ingest/registry.ts'
import { seeds } from './mutations.ts'
import { benchmark, fixture, text } from './real-files.ts'

const GAB = '[{"name":"x","unit":"ns","value":1}]'
const PROMETHEUS = '# TYPE x gauge\nx 1\n'
const bytes = (bytes: Uint8Array | string) => ingest({ path: 'r.json', bytes, files: null }, null)

function errorOf(call: () => unknown): UserError {
  try {
    call()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('the registry', () => {
  it('has one adapter a name, in lower case with dashes', () => {
    const names = ADAPTERS.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(25)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !/^[a-z][a-z0-9-]*$/.test(name))).toEqual([])
    expect(ADAPTERS.at(-1)).toBe(LAST)
  })
})

describe('which adapter reads', () => {
  it('is the only one that knows the file', () => {
    expect(text(GAB).tool).toBe('custom')
    expect(text(PROMETHEUS).tool).toBe('openmetrics')
  })

  it('is the weakest only when no other knows it', () => {
    expect(text('{"a":{"latency":{"value":1}}}').tool).toBe('bmf')
    const both = { layout: [], benchmarks: [], context: { noop: { value: 1 } } }
    expect(() => text(both)).toThrow('it was read as mitata and holds no benchmark')
  })

  it('is the one that was named, whatever the file looks like', () => {
    expect(() => text(GAB, 'vitest')).toThrow('not what vitest bench --reporter=json writes')
    expect(() => text(PROMETHEUS, 'jmh')).toThrow(UserError)
  })

  it('is not guessed: no or several matches list the names', () => {
    const none = errorOf(() => text('hello'))
    expect(none.code).toBe('results')
    expect(none.exitCode).toBe(2)
    expect(none.message).toContain('no format was recognised')
    for (const { name } of ADAPTERS) expect(none.remedy).toContain(name)
    const two = `# TYPE x gauge\nx 1\n\tCommand being timed: "x"\n`
    expect(errorOf(() => text(two)).message).toContain('it looks like openmetrics, time-v')
    expect(text(two, 'openmetrics').tool).toBe('openmetrics')
  })

  it('is suggested for a misspelt name', () => {
    expect(errorOf(() => text(GAB, 'hyperfin')).remedy).toContain('did you mean hyperfine?')
    expect(errorOf(() => text(GAB, 'pony')).remedy).toContain('the formats are mitata, vitest')
  })

  it.each([
    ['{"metadata":{"catch2-version":"3.7.1"},"test-run":{}}', "Catch2's JSON reporter", '-r xml'],
    ['Catch2 v3.7.1 host application.\n', "Catch2's console report", '-r xml'],
    [
      'Benchmark   Time   CPU   Iterations\nBM_Parse 20 ns 20 ns 9\n',
      "Google Benchmark's console",
      'format=json',
    ],
    ['command,mean,stddev,median,user,system,min,max\n', "it is hyperfine's CSV", '--export-json'],
    ['Method,Name,Error,Occurrences\n', "Locust's failures", '_stats.csv'],
    ['Timestamp,User Count,Type,Name,Requests/s\n', "Locust's history", '_stats.csv'],
    ['real\t0m0.117s\nuser\t0m0.048s\n', "the shell's own", '/usr/bin/time -v'],
    [JSON.stringify([{}, {}]), 'the tasks of tinybench 6', 'results: bench.results'],
  ])('is told for outputs that known tools write beside the right one: %j', (content, tool, instead) => {
    const error = errorOf(() => text(content))
    expect(error.message).toContain(tool)
    expect(error.remedy).toContain(instead)
  })

  it('is not guessed from an empty object that stands elsewhere', () => {
    expect(errorOf(() => text('[{"tasks":[{}]}]')).message).toContain('no format was recognised')
  })
})

describe('a file', () => {
  it('may begin with a byte order mark and be UTF-16', () => {
    expect(bytes(`\u{feff}${GAB}`).benchmarks).toHaveLength(1)
    expect(bytes(Buffer.from(`\u{feff}${GAB}`)).benchmarks).toHaveLength(1)
    expect(bytes(Buffer.from(`\u{feff}${GAB}`, 'utf16le')).benchmarks).toHaveLength(1)
    expect(bytes(Buffer.from(`\u{feff}${GAB}`, 'utf16le').swap16()).benchmarks).toHaveLength(1)
  })

  it('may not be empty or binary', () => {
    for (const empty of ['', ' \n', '\u{feff}']) expect(() => bytes(empty)).toThrow('it is empty')
    expect(() => bytes(Buffer.from([0x50, 0x4b, 0, 3]))).toThrow('it is no text')
    expect(() => ingest({ path: 'd', bytes: '', files: new Map() }, null)).toThrow('holds no text file')
  })

  it('is said to be truncated', () => {
    for (const format of [null, 'custom', 'vitest'])
      expect(() => text(GAB.slice(0, -3), format)).toThrow('it ends in the middle, as a truncated file does')
    expect(() => text('{"a": [1,\n 2}')).toThrow('it is broken at line 2, column 3')
  })

  it('is not quoted in messages: it may hold secrets', () => {
    for (const format of [null, 'k6', 'custom']) {
      const { message, remedy } = errorOf(() => text('{"setup_data": {"token": "hunter2" x}}', format))
      expect(message + remedy).not.toMatch(/hunter2|token/)
    }
  })

  it('may hold bare NaN and Infinity, but not in strings', () => {
    const file = text(
      '[{"name":"a NaN","unit":"ns","value":1},{"name":"b","unit":"ns","value":NaN},{"name":"c","unit":"ns","value":-Infinity}]',
    )
    expect(file.benchmarks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'a NaN ok',
      'b failed',
      'c failed',
    ])
  })

  it('may not be nested without end', () => {
    for (const deep of [
      '['.repeat(100_000),
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      '{"a":'.repeat(100_000),
    ]) {
      expect(() => text(deep)).toThrow('nested deeper than 500 levels')
      for (const { name } of ADAPTERS) expect(() => text(deep, name)).toThrow(UserError)
    }
  })

  it('may not be larger than the limit', () => {
    const huge = { path: 'r', bytes: new Uint8Array(MAX_BYTES + 1), files: null }
    expect(() => ingest(huge, null)).toThrow('larger than 256 MiB')
  })
})

describe('JSON among the lines of other programs', () => {
  const json = seeds.filter(({ text }) => {
    if (!/^\s*[[{]/.test(text)) return false
    try {
      JSON.parse(text)
      return ingest({ path: 'r', bytes: text, files: null }, null).benchmarks.length > 0
    } catch {
      return false
    }
  })

  it('is read as without them, of every tool that writes JSON', () => {
    const tools = json.map((seed) => {
      const bytes = `driver cannot be opened\n[info] 3 plugins {ok}\n${seed.text.trim()}bye\n`
      const alone = ingest({ ...seed, bytes: seed.text }, null)
      const among = ingest({ ...seed, bytes }, null)
      expect(among, seed.path).toEqual({
        ...alone,
        warnings: [
          expect.stringMatching(/^read from lines? 3.*; 3 lines beside are left out$/),
          ...alone.warnings,
        ].slice(0, among.warnings.length),
      })
      return among.tool
    })
    expect(new Set(tools).size).toBeGreaterThan(15)
  })

  it('is not taken for what the lines look like, and is found for the format that was named', () => {
    const kotlin = ['jmh/lines-around.txt', null] as const
    for (const format of [null, 'jmh']) expect(fixture(kotlin[0], format).tool).toBe('JMH')
    const file = fixture('google-benchmark/lines-around.txt', 'google-benchmark')
    expect(file.warnings[0]).toBe('read from lines 3 to 23, which are JSON; 3 lines beside are left out')
    expect(fixture('hyperfine/lines-around.txt').tool).toBe('hyperfine')
  })

  it('is refused with its line where it is broken, and where there are several', () => {
    for (const format of [null, 'custom'])
      expect(errorOf(() => text(`Compiling\n${GAB.slice(0, -3)}`, format)).message).toMatch(
        /JSON begins in line 2, but it ends in the middle, as a truncated file does$/,
      )
    expect(errorOf(() => text(`a\n${GAB}\nb\n${GAB}`)).message).toBe(
      'cannot read the results in results.txt: it holds 2 results of custom',
    )
    expect(errorOf(() => text(`a\n${GAB}\n[{"name":"m","passed":true,"size":1}]`)).message).toBe(
      'cannot read the results in results.txt: it looks like custom, size-limit',
    )
  })

  it('may be one object a line, with other lines among them', () => {
    const events = [
      '{"type":"suite","event":"started"}',
      'noise',
      '{"type":"bench","name":"a","median":3,"deviation":1}',
      '{"level":"info"}',
    ]
    const file = text(['Compiling x', ...events].join('\n'))
    expect(file.benchmarks.map(({ key }) => key)).toEqual(['a'])
    expect(file.warnings).toEqual(['2 lines are left out, because they are not JSON; the first is line 1'])
    const go = [
      'log',
      '{"level":"info"}',
      '{"Action":"output","Package":"p","Output":"BenchmarkA 1 2 ns/op\\n"}',
    ]
    expect(text(go.join('\n')).warnings).toEqual(['line 1 is left out, because it is not JSON'])
  })

  it('may hold nan and inf as C++ prints them: left out by name, and never 0', () => {
    const file = fixture('google-benchmark/nan.json')
    expect(file.warnings).toEqual([
      'a: ratio: 1 value is left out, because it is not finite or below zero',
      'a: hits: 1 value is left out, because it is not finite or below zero',
      'b: cpu-time: 1 value is left out, because it is not finite or below zero',
    ])
    expect(file.benchmarks.map(({ metrics }) => metrics.map(({ id }) => id))).toEqual([
      ['cpu-time', 'time'],
      ['time'],
    ])
  })
})

describe('numbers of JSON in quotes', () => {
  it('are read, and what is none has failed by name while all else is kept', () => {
    const file = text(
      '[{"name":"a","unit":"ms","value":"n/a"},{"name":"b","unit":"ms","value":"2.5"},{"name":"c","unit":"ms","value":true},{"name":"d","unit":"ms","value":"12,5"},{"name":"e","unit":"ms","value":"12 MB"}]',
    )
    expect(file.benchmarks.map(({ key, status, message }) => [key, status, message])).toEqual([
      ['a', 'failed', '"n/a" is no number'],
      ['b', 'ok', null],
      ['c', 'failed', 'true is no number'],
      ['d', 'failed', '"12,5" is not written like 1234.5; run the tool with LC_ALL=C'],
      ['e', 'failed', '"12 MB" is no number'],
    ])
    expect(benchmark(file, 'b').metrics[0]!.data).toMatchObject({ centre: 2.5e6 })
    expect(file.warnings).toEqual([
      '3 results are left out, because a value is no number: "a", "c", "e"',
      '1 result is left out, because a number is not written like 1234.5: "d"; run the tool with LC_ALL=C',
    ])
  })

  it('do not make a file unknown', () => {
    const sizes = text('[{"name":"main","passed":true,"size":"1024"},{"name":"x","passed":true,"size":10}]')
    expect(sizes.benchmarks.map(({ metrics }) => metrics[0]!.data)).toEqual([
      { kind: 'exact', value: 1024 },
      { kind: 'exact', value: 10 },
    ])
    const bmf = text('{"a":{"latency":{"value":"12.5"}},"b":{"latency":{"value":"fast"}}}')
    expect(bmf.benchmarks.map(({ key, status, message }) => [key, status, message])).toEqual([
      ['a', 'ok', null],
      ['b', 'failed', '"fast" is no number'],
    ])
    const error = errorOf(() => text('[{"name":"a","unit":"ms","value":1},{"name":"b","value":2}]'))
    expect(error.message).toMatch(
      /^cannot read the results in results.txt: it is not what github-action-benchmark writes: \[1\].unit: /,
    )
  })
})

describe('what holds no results', () => {
  it.each([
    ['[]', 'it is an empty list: nothing was measured', 'check that the benchmarks ran'],
    ['{}', 'it is an empty object: nothing was measured', 'check that the benchmarks ran'],
    ['{"results":[]}', 'its list `results` is empty: nothing was measured', 'check that the benchmarks ran'],
    [
      '{"a":1,"files":[]}',
      'its list `files` is empty: nothing was measured',
      'check that the benchmarks ran',
    ],
    [
      '{ "error": "Invalid configuration object.\\n - entry should be a non-empty array" }',
      'size-limit itself failed: Invalid configuration object.',
      'run size-limit without --json',
    ],
    [
      '',
      'it is empty',
      'check that the tool ran to its end; pytest-benchmark leaves an empty file with pytest-xdist (-n) and with --benchmark-disable',
    ],
    [
      '{"machine_info":{},"benchmarks":[]}',
      'it holds no benchmark, as with pytest-xdist (-n) and with --benchmark-disable',
      'check that the benchmarks ran',
    ],
  ])('is missing data and no wrong usage: %s', (content, why, remedy) => {
    const error = errorOf(() => text(content))
    expect([error.message, error.remedy, error.exitCode]).toEqual([
      `cannot read the results in results.txt: ${why}`,
      remedy,
      3,
    ])
  })

  it.each([
    [
      'nanobench',
      '{"results":[{"title":"t","name":"a","unit":"op","median(elapsed)":2.5e-07}]}',
      "render nanobench's template `pyperf` (format: pyperf)",
    ],
    [
      'benchmark-ips',
      '[{"name":"a","central_tendency":1000.0,"ips":1000.0,"error":10}]',
      'write a list of { "name", "unit", "value" } (format: custom), with the unit "ops/s" and `ips` as the value',
    ],
    [
      'PHPBench',
      '<?xml version="1.0"?>\n<phpbench version="1.3.1"><suite/></phpbench>',
      'write a list of { "name", "unit", "value" } (format: custom) of its report',
    ],
    [
      'tachometer',
      '{"benchmarks":[{"name":"a","bytesSent":1,"differences":[null],"samples":[10.1]}]}',
      'write a list of { "name", "unit", "value" } (format: custom), with the unit "ms"',
    ],
    [
      '`perf stat -j`',
      '{"counter-value" : "1.0", "unit" : "", "event" : "cycles:u"}\n{"counter-value" : "2"}',
      'write a list of { "name", "unit", "value" } (format: custom), with `event` as the name',
    ],
  ])('is called by the name of its tool: %s', (tool, content, remedy) => {
    const error = errorOf(() => text(content))
    expect([error.message, error.remedy]).toEqual([
      `cannot read the results in results.txt: it seems to be an output of ${tool}, which is not read`,
      remedy,
    ])
  })
})

describe('benchmarks', () => {
  it('of one name are told apart by their order', () => {
    const twice =
      '[{"name":"x","unit":"ns","value":1},{"name":"y","unit":"ns","value":1},{"name":"x","unit":"s","value":1}]'
    const { benchmarks, warnings } = text(twice)
    expect(benchmarks.map(({ key, occurrence }) => [key, occurrence])).toEqual([
      ['x', 1],
      ['y', 1],
      ['x', 2],
    ])
    expect(warnings).toEqual([
      'several benchmarks have one name and are told apart by their order: "x" (2); give every benchmark a name of its own',
    ])
  })

  it('have a name, and not a book', () => {
    const said = (results: object) => {
      const { message, remedy } = errorOf(() => text(results))
      return [message, remedy]
    }
    const remedy = 'give it a name of at most 2000 characters'
    expect(said([{ name: '', unit: 'ns', value: 1 }])).toEqual([
      'cannot read the results in results.txt: benchmark 1 has no name',
      remedy,
    ])
    expect(said([{ name: `a\n${'x'.repeat(3000)}`, unit: 'ns', value: 1 }])).toEqual([
      `cannot read the results in results.txt: benchmark 1 has a name of 3002 characters, which begins with "a\\n${'x'.repeat(38)}"`,
      remedy,
    ])
  })

  it('are not too many', () => {
    const many = Array.from({ length: 20_001 }, (_, n) => ({ name: `b${n}`, unit: 'ns', value: 1 }))
    expect(() => text(many)).toThrow('it holds more than 20,000 benchmarks')
    const measures = Object.fromEntries(many.map(({ name }) => [name, { latency: { value: 1 } }]))
    expect(() => text(measures)).toThrow('it holds more than 20,000 benchmarks')
    expect(text(many.slice(1)).benchmarks).toHaveLength(20_000)
  })

  it('have warnings, of which a hundred are shown', () => {
    const bad = Array.from({ length: 150 }, (_, n) => ({ name: `b${n}`, unit: 'ns', value: -1 }))
    const { warnings } = text([{ name: 'ok', unit: 'ns', value: 1 }, ...bad])
    expect(warnings).toHaveLength(101)
    expect(warnings.at(-1)).toBe('and 50 more warnings')
  })
})
