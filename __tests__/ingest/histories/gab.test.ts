import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { gabRuns, parseGabHistory } from '../../../src/ingest/histories/gab.ts'
import type { ImportTarget } from '../../../src/ingest/histories/imported-runs.ts'
import { runSchema } from '../../../src/model/stored-run.ts'
import { runPath } from '../../../src/store/paths.ts'
import { parseRun, renderRun } from '../../../src/store/run-file.ts'

const target: ImportTarget = {
  ref: 'refs/heads/main',
  key: 'default',
  now: new Date('2026-11-21T12:00:00Z'),
  digest: (text) => createHash('sha256').update(text).digest('hex'),
}
const sha = (name: string) => createHash('sha1').update(name).digest('hex')
const DAY = 24 * 60 * 60 * 1000
const START = Date.UTC(2026, 0, 1)

const bench = (name: string, value: unknown, unit = 'ns/iter') => ({ name, value, unit, range: '± 3' })
/** What one job recorded of a commit, `day` days after the first. */
const entry = (commit: string, day: number, benches: object[], more: object = {}) => ({
  commit: { id: sha(commit), message: `${commit}\n\nand why`, timestamp: '2025-12-31T23:00:00-04:00' },
  date: START + day * DAY,
  tool: 'cargo',
  benches,
  ...more,
})
const convert = (entries: Record<string, object[]>) =>
  gabRuns(`window.BENCHMARK_DATA = ${JSON.stringify({ entries })}`, 'data.js', target)

/** Values by benchmark and metric. */
const valuesOf = (run: ReturnType<typeof convert>['runs'][number]) =>
  Object.fromEntries(
    run.benchmarks.flatMap(({ id, metrics }) =>
      metrics.map(({ metric, values }) => [`${id} ${metric}`, values]),
    ),
  )

test('a commit is a run that says where it comes from, and nothing that nobody knows', () => {
  const { runs, benchmarks, leftOut } = convert({ Rust: [entry('Faster', 3, [bench('parse', 1.5, 'us')])] })
  expect(runs).toEqual([
    {
      schema: 1,
      commit: { sha: sha('Faster'), parent: null, time: '2026-01-01T03:00:00.000Z', subject: 'Faster' },
      ref: 'refs/heads/main',
      run: {
        id: expect.stringMatching(/^imported[0-9a-f]{16}$/),
        attempt: 1,
        recordedAt: '2026-01-04T00:00:00.000Z',
        key: 'default',
      },
      imported: { from: 'github-action-benchmark', by: ['cargo'] },
      environment: {
        cpu: 'unknown',
        cores: null,
        os: null,
        image: null,
        node: null,
        nodeFlags: [],
        mitata: null,
        ci: null,
      },
      config: '0000000000000001',
      seed: '',
      benchmarks: [
        {
          id: 'parse',
          suite: 'Rust',
          metrics: [
            { metric: 'time', unit: 'ns', better: 'lower', values: [1500], change: null, verdict: null },
          ],
        },
      ],
    },
  ])
  expect(benchmarks).toBe(1)
  expect(leftOut).toEqual([])
})

test('suites of one commit are one run, in which a name that several suites have is told apart', () => {
  const { runs, benchmarks } = convert({
    Linux: [entry('a', 0, [bench('parse', 1), bench('only here', 2)]), entry('b', 1, [bench('parse', 3)])],
    macOS: [entry('a', 0.5, [bench('parse', 4)], { tool: 'go' })],
  })
  expect(runs.map(valuesOf)).toEqual([
    { 'Linux/parse time': [1], 'macOS/parse time': [4], 'only here time': [2] },
    { 'Linux/parse time': [3] },
  ])
  expect(runs[0]!.run.recordedAt).toBe('2026-01-01T12:00:00.000Z')
  expect(runs[0]!.imported!.by.toSorted()).toEqual(['cargo', 'go'])
  expect(benchmarks).toBe(3)
})

test('of a commit that was recorded again the newest values count, and others are not lost', () => {
  const { runs, leftOut } = convert({
    Rust: [
      entry('a', 0, [bench('x', 1), bench('y', 2)]),
      entry('b', 1, [bench('x', 3)]),
      entry('a', 2, [bench('x', 4)]),
    ],
  })
  expect(runs.map(({ commit }) => commit.subject)).toEqual(['b', 'a'])
  expect(valuesOf(runs[1]!)).toEqual({ 'x time': [4], 'y time': [2] })
  expect(leftOut).toEqual(['1 of the values: measured again on the same commit later (such as "x")'])
})

test('which way is better is said by the unit, else by the tool, else by nobody', () => {
  const units = ['ms', 'iter/sec', 'B/op', 'MB', 'points', 'ns/op\t  16 B/op\t  2 allocs/op']
  const better = (tool: string) => {
    const { runs, leftOut } = convert({
      s: [
        entry(
          'a',
          0,
          units.map((unit) => bench(unit, 2, unit)),
          { tool },
        ),
      ],
    })
    const found = runs[0]!.benchmarks.flatMap(({ metrics }) =>
      metrics.map((one) => [one.metric, one.unit, one.better, one.values[0]]),
    )
    return { found, leftOut }
  }
  const said = [
    ['time', 'ns', 'lower', 2e6],
    ['throughput', 'ops/s', 'higher', 2],
    ['value', 'B', 'lower', 2],
  ]
  const go = ['time', 'ns', 'lower', 2]
  expect(better('go')).toEqual({
    found: [...said, go],
    leftOut: ['2 of the values: neither unit nor tool says which way is better (such as "MB")'],
  })
  for (const [tool, way] of [
    ['customSmallerIsBetter', 'lower'],
    ['customBiggerIsBetter', 'higher'],
  ] as const)
    expect(better(tool)).toEqual({
      found: [...said, ['value', 'B', way, 2e6], ['value', 'points', way, 2], go],
      leftOut: [],
    })
})

test.each([
  ['an id that is short', { commit: { id: 'f74462c', message: '' } }, 'not named by its full id'],
  ['an id that is none', { commit: { id: 'G'.repeat(40) } }, 'not named by its full id'],
  ['seconds for milliseconds', { date: START / 1000 }, 'before git was there, or in the future'],
  [
    'a clock that was ahead',
    { date: target.now.getTime() + 2 * DAY },
    'before git was there, or in the future',
  ],
  ['a date that no calendar has', { date: 1e300 }, 'before git was there, or in the future'],
  ['nothing measured', { benches: [] }, 'without a value'],
])('a recording with %s is left out, and counted', (_, wrong, why) => {
  const { runs, leftOut } = convert({
    s: [entry('a', 0, [bench('x', 1)]), entry('b', 1, [bench('x', 1)], wrong)],
  })
  expect(runs.map(({ commit }) => commit.sha)).toEqual([sha('a')])
  expect(leftOut).toEqual([expect.stringContaining(`1 of the recordings: `)])
  expect(leftOut[0]).toContain(why)
})

test.each([
  ['below zero', bench('x', -1), 'a time or a rate below zero'],
  ['too large in ns', bench('x', 1e308, 's'), 'more than a number can hold'],
  ['null', bench('x', null), 'recorded as null'],
  ['the second of its name', bench('ok', 7), 'the second of that name on one commit'],
  ['in a unit of a hundred letters', bench('x', 1, 'x'.repeat(100)), 'longer than any'],
])('a value that is %s is left out, and counted', (_, wrong, why) => {
  const { runs, leftOut } = convert({
    s: [entry('a', 0, [bench('ok', 5), wrong], { tool: 'customSmallerIsBetter' })],
  })
  expect(runs.map(valuesOf)).toEqual([{ 'ok time': [5] }])
  expect(leftOut).toEqual([expect.stringContaining('1 of the values: ')])
  expect(leftOut[0]).toContain(why)
})

test('a time of the commit that says no zone, or is none, is that of the recording', () => {
  const times = ['2025-12-31T23:00:00', 'yesterday', '9999-12-31T23:59:59-10:00', null].map((timestamp) => {
    const commit = { id: sha('a'), timestamp }
    return convert({ s: [entry('a', 0, [bench('x', 1)], { commit })] }).runs[0]!.commit.time
  })
  expect(new Set(times)).toEqual(new Set(['2026-01-01T00:00:00.000Z']))
})

test('names are data', () => {
  const suites = { constructor: [entry('a', 0, [bench('__proto__', 1), bench('toString', 2)])] }
  expect(valuesOf(convert(suites).runs[0]!)).toEqual(
    Object.fromEntries([
      ['__proto__ time', [1]],
      ['toString time', [2]],
    ]),
  )
})

test('no more runs than can be read again: the newest', () => {
  const entries = Array.from({ length: 10_003 }, (_, i) => entry(`${i}`, i / 1000, [bench('x', i + 1)]))
  const { runs, leftOut } = convert({ s: entries })
  expect(runs).toHaveLength(10_000)
  expect([runs[0], runs.at(-1)].map((run) => run!.commit.subject)).toEqual(['3', '10002'])
  expect(leftOut).toEqual([expect.stringContaining('3 of the commits: older than the newest 10000')])
})

const anyEntry = fc.record({
  commit: fc.record({
    id: fc.oneof(fc.constantFrom('a', 'b', 'c').map(sha), fc.string()),
    timestamp: fc.option(fc.oneof(fc.constant('2026-01-01T00:00:00Z'), fc.string())),
    message: fc.option(fc.string({ unit: 'binary' })),
  }),
  date: fc.oneof(fc.integer({ min: START, max: START + 100 * DAY }), fc.double()),
  tool: fc.constantFrom('cargo', 'customSmallerIsBetter', 'customBiggerIsBetter'),
  benches: fc.array(
    fc.record({
      name: fc.oneof(fc.constantFrom('x', 'y', 's/x'), fc.string({ unit: 'binary' })),
      value: fc.option(fc.double()),
      unit: fc.oneof(fc.constantFrom('ns', 's', 'MB', 'x', 'ops/s'), fc.string()),
    }),
    { maxLength: 5 },
  ),
})
const anyEntries = fc.dictionary(
  fc.oneof(fc.constantFrom('s', 't'), fc.string()),
  fc.array(anyEntry, { maxLength: 6 }),
  { maxKeys: 4 },
)

test('whatever was recorded: whole runs that can be stored, one a commit, each at a path of its own', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const { runs } = convert(entries)
      const paths = runs.map(runPath)
      expect(new Set(paths).size).toBe(runs.length)
      expect(paths.map((path) => path.slice(0, 24))).toEqual(
        paths.map((path) => path.slice(0, 24)).toSorted(),
      )
      expect(new Set(runs.map(({ commit }) => commit.sha)).size).toBe(runs.length)
      for (const run of runs) {
        expect(runSchema.safeParse(run).error).toBeUndefined()
        expect(parseRun(Buffer.from(renderRun(run)), runPath(run))).toHaveProperty('run')
        const ids = run.benchmarks.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { metrics } of run.benchmarks) {
          expect(metrics).not.toEqual([])
          expect(new Set(metrics.map(({ metric }) => metric)).size).toBe(metrics.length)
          for (const { values } of metrics) expect(values).toHaveLength(1)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('every value is in a run or counted as left out', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      // As it is read: a record of zod has no __proto__.
      const { __proto__: _, ...known } = JSON.parse(JSON.stringify(entries)) as Record<
        string,
        { benches: object[] }[]
      >
      const written = Object.values(known).flat()
      const { runs, leftOut } = convert(entries)
      const count = (what: string) =>
        leftOut
          .filter((sentence) => sentence.includes(` of the ${what}`))
          .reduce((sum, sentence) => sum + Number.parseInt(sentence, 10), 0)
      const kept = runs.flatMap(({ benchmarks }) => benchmarks.flatMap(({ metrics }) => metrics)).length
      const dropped = count('recordings')
      const most = written.reduce((sum, { benches }) => sum + benches.length, 0)
      if (dropped === 0) expect(kept + count('values')).toBe(most)
      else expect(kept + count('values')).toBeLessThanOrEqual(most)
    }),
    { numRuns: 300 },
  )
})

test('the same history gives the same runs; another value of a commit another run beside the old one', () => {
  const history = (value: number) => ({
    Rust: [entry('a', 0, [bench('x', 1)]), entry('b', 1, [bench('x', value)])],
  })
  const [first, again, other] = [history(2), history(2), history(3)].map((one) =>
    convert(one).runs.map(runPath),
  )
  expect(again).toEqual(first)
  expect(other![0]).toBe(first![0])
  expect(other![1]).not.toBe(first![1])
})

// What is read of the file before it becomes runs.

const commit = {
  author: { email: 'a@example.org', name: 'A', username: 'a' },
  distinct: true,
  id: 'f74462c5c65339cde0f72c68cd0983fa1a640948',
  message: 'Faster\n\nBy a lot',
  timestamp: '2026-03-23T06:38:45-04:00',
  url: 'https://example.org/commit/f74462c',
}
const data = {
  lastUpdate: 1774262594848,
  repoUrl: 'https://example.org/repo',
  entries: {
    Rust: [
      {
        commit,
        date: 1774262593911,
        tool: 'cargo',
        benches: [
          { name: 'parse', value: 111, range: '± 13', unit: 'ns/iter' },
          { name: 'lost', value: null, unit: 'ns/iter' },
        ],
      },
      { commit: { ...commit, id: 'abc' }, date: 1774262593912, tool: 'cargo', benches: [] },
    ],
    Custom: [
      {
        commit,
        date: 1,
        tool: 'customBiggerIsBetter',
        benches: [{ name: 'q', value: 0.5, unit: '%', range: 3, extra: 'x\ny' }],
      },
    ],
  },
}
const script = `window.BENCHMARK_DATA = ${JSON.stringify(data, null, 2)}`

test('reads the history suite by suite', () => {
  const history = parseGabHistory(script, 'data.js')
  const kept = { id: commit.id, timestamp: commit.timestamp, message: commit.message }
  expect(history).toEqual({
    entries: [
      {
        suite: 'Rust',
        tool: 'cargo',
        commit: kept,
        date: 1774262593911,
        benches: [{ name: 'parse', value: 111, unit: 'ns/iter' }],
      },
      { suite: 'Rust', tool: 'cargo', commit: { ...kept, id: 'abc' }, date: 1774262593912, benches: [] },
      {
        suite: 'Custom',
        tool: 'customBiggerIsBetter',
        commit: kept,
        date: 1,
        benches: [{ name: 'q', value: 0.5, unit: '%' }],
      },
    ],
    warnings: ['1 of the values: recorded as null or as more than a number can hold (such as "lost")'],
  })
})

test('the assignment may be formatted, end in a semicolon, or be missing', () => {
  const { entries } = parseGabHistory(script, 'data.js')
  for (const text of [
    `\u{feff}${script};\n`,
    script.replace(' = ', '='),
    `\n${script}  ;`,
    JSON.stringify(data),
  ]) {
    expect(parseGabHistory(text, 'data.js').entries).toEqual(entries)
  }
})

test('nothing is evaluated: what is not JSON is refused', () => {
  const evil = [
    'window.BENCHMARK_DATA = { entries: {} }',
    'window.BENCHMARK_DATA = (() => { globalThis.stolen = 1; return {"entries":{}} })()',
    `${script}; globalThis.stolen = 1`,
    `globalThis.stolen = 1; ${script}`,
    'window["BENCHMARK_DATA"] = {"entries":{}}',
    'window.BENCHMARK_DATA = {"entries":{}, "x": `${globalThis.stolen = 1}`}',
    '',
    'window.BENCHMARK_DATA =',
  ]
  for (const text of evil) expect(() => parseGabHistory(text, 'data.js')).toThrow(UserError)
  expect(globalThis).not.toHaveProperty('stolen')
})

test('names are data', () => {
  const text = script.replace('"Rust"', '"__proto__"').replace('"parse"', '"constructor"')
  const history = parseGabHistory(text, 'data.js')
  expect(history.entries.map(({ suite }) => suite)).toEqual(['Custom'])
  expect(history.warnings).toEqual(['1 of the suites: called __proto__, which is not read'])
  expect({}).not.toHaveProperty('cargo')
})

test('what is more than a number can hold is left out', () => {
  const history = parseGabHistory(script.replace('111', '1e309'), 'data.js')
  expect(history.entries[0]!.benches).toEqual([])
  expect(history.warnings).toEqual([expect.stringMatching(/^2 of the values/)])
})

test('a number in quotes is read; what is none is left out by name, and so is an odd recording', () => {
  const benches = [
    bench('a', '1249'),
    bench('b', ' 1.884e3 '),
    bench('c', 'n/a'),
    bench('d', '12 MB'),
    bench('e', true),
  ]
  const odd = [
    { ...entry('b', 1, []), benches: 'none' },
    entry('c', 2, [{ value: 1 }, bench('x', 1, null as never)]),
  ]
  const { runs, leftOut } = convert({ s: [entry('a', 0, benches), ...odd] })
  expect(runs.map(valuesOf)).toEqual([{ 'a time': [1249], 'b time': [1884] }])
  expect(leftOut).toEqual([
    '3 of the values: recorded as what is no number (such as "c")',
    '1 of the recordings: written in another form (such as "s[1]")',
    '1 of the values: without a name (such as "s")',
    '1 of the values: neither unit nor tool says which way is better (such as "x")',
  ])
  expect(() => convert({ s: [odd[0]!] })).toThrow(
    /^cannot read the results in data.js: it is not what github-action-benchmark writes: benches: /,
  )
})

test('of a time under customBiggerIsBetter less is better, and that is said', () => {
  const benches = [bench('a', 1, 'run (ns)'), bench('b', 2, 'ms'), bench('c', 3, 'points')]
  const tool = { tool: 'customBiggerIsBetter' }
  const { runs, notes } = convert({ s: [entry('a', 0, benches, tool), entry('b', 1, benches, tool)] })
  expect(
    runs[0]!.benchmarks.flatMap(({ metrics }) => metrics.map(({ unit, better }) => [unit, better])),
  ).toEqual([
    ['ns', 'lower'],
    ['ns', 'lower'],
    ['points', 'higher'],
  ])
  expect(notes).toEqual([
    'less is taken as better in 2 series of times, although they were recorded as customBiggerIsBetter (such as "a")',
  ])
})

test('broken: a history or a UserError', () => {
  fc.assert(
    fc.property(fc.nat(script.length), fc.nat(60), fc.string({ maxLength: 5 }), (at, drop, put) => {
      try {
        const { entries } = parseGabHistory(script.slice(0, at) + put + script.slice(at + drop), 'data.js')
        for (const { benches } of entries)
          for (const { value } of benches) expect(Number.isFinite(value)).toBe(true)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
      }
    }),
    { numRuns: 500 },
  )
})
