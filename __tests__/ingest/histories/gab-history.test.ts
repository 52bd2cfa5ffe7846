import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { parseGabHistory } from '../../../src/ingest/histories/gab-history.ts'

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
    lastUpdate: 1774262594848,
    repoUrl: 'https://example.org/repo',
    entries: [
      {
        suite: 'Rust',
        tool: 'cargo',
        commit: kept,
        date: 1774262593911,
        benches: [{ name: 'parse', value: 111, unit: 'ns/iter', range: '± 13', extra: null }],
      },
      { suite: 'Rust', tool: 'cargo', commit: { ...kept, id: 'abc' }, date: 1774262593912, benches: [] },
      {
        suite: 'Custom',
        tool: 'customBiggerIsBetter',
        commit: kept,
        date: 1,
        benches: [{ name: 'q', value: 0.5, unit: '%', range: '3', extra: 'x\ny' }],
      },
    ],
    warnings: ['1 of the values: recorded as null or as more than a number can hold'],
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

test('a value that is no number is refused with its place', () => {
  expect(() => parseGabHistory(script.replace('111', '"fast"'), 'data.js')).toThrow(
    /data\.js.*entries\.Rust\[0\]\.benches\[0\]\.value/,
  )
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
