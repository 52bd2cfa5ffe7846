import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Run, runSchema, UNKNOWN_ENVIRONMENT } from '../../src/model/stored-run.ts'
import { isRunPath, runPath } from '../../src/store/paths.ts'
import { parseRun, renderRun } from '../../src/store/run-file.ts'
import { largeRun, sampleMetric, sampleRun, shaOf } from './sample-run.ts'

const parse = (text: string | Buffer, path = runPath(sampleRun(1))) => parseRun(Buffer.from(text), path)

function problemOf(text: string | Buffer): string {
  const parsed = parse(text)
  return 'problem' in parsed ? parsed.problem : 'none'
}

/** The file of a run with something else in some place. */
const changed = (change: (content: Record<string, unknown>) => void): string => {
  const content = JSON.parse(renderRun(sampleRun(1))) as Record<string, unknown>
  change(content)
  return JSON.stringify(content)
}

test('one line a metric, the newest facts first', () => {
  const text = renderRun(
    sampleRun(1, {
      benchmarks: [
        {
          id: 'parser/large',
          suite: 'parser.bench.ts',
          metrics: [
            sampleMetric({
              values: [4_213_912.25, 498_000_000, 1202, 0.0000123456],
              change: { effect: 0.1830123, log: 0.1680641, low: 0.1406051, high: 0.1963901, pairs: 32 },
              verdict: 'regression',
            }),
          ],
        },
        { id: 'empty', suite: 'parser.bench.ts', metrics: [] },
      ],
    }),
  )
  expect(text.slice(text.indexOf('  "config"'))).toBe(`  "config": "0123456789abcdef",
  "seed": "seed",
  "benchmarks": [
    {"id": "parser/large", "suite": "parser.bench.ts", "metrics": [
      {"metric": "time", "unit": "ns", "better": "lower", "change": {"effect": 0.18301, "log": 0.16806, "low": 0.14061, "high": 0.19639, "pairs": 32}, "verdict": "regression", "values": [4213900,4.98e8,1202,0.000012346]}
    ]},
    {"id": "empty", "suite": "parser.bench.ts", "metrics": []}
  ]
}
`)
})

test('whole numbers are written in full: sizes differ by single bytes', () => {
  const metric = sampleMetric({ metric: 'size', unit: 'B', values: [163_211, 9_007_199_254_740_991] })
  const text = renderRun(sampleRun(1, { benchmarks: [{ id: 'a', suite: 'b', metrics: [metric] }] }))
  expect(text).toContain('"values": [163211,9007199254740991]')
})

test('the version of a benchmark, and what its tool says of the machine, are written and read', () => {
  const metric = sampleMetric({ values: [1] })
  const measuredOn = { Go: { processor: 'CPU One', architecture: 'amd64' } }
  const run = sampleRun(1, {
    benchmarks: [{ id: 'a', suite: 'b', version: 'f00', metrics: [metric] }],
    environment: { ...sampleRun(1).environment, measuredOn },
  })
  expect(renderRun(run)).toContain('{"id": "a", "suite": "b", "version": "f00", "metrics": [')
  expect(parse(renderRun(run))).toEqual({ run })
})

test('an imported run says so, and what is not known', () => {
  const { environment: _, ...measured } = sampleRun(1)
  const run: Run = {
    ...measured,
    imported: { from: 'github-action-benchmark', by: ['go', 'custom"]'] },
    environment: UNKNOWN_ENVIRONMENT,
  }
  const text = renderRun(run)
  expect(text).toContain('  "imported": {"from": "github-action-benchmark", "by": ["go", "custom\\"]"]},\n')
  expect(text).toContain('"environment": {"cpu": "unknown", "cores": null, ')
  expect(parse(text)).toEqual({ run })
  expect(parse(renderRun(sampleRun(1)))).toEqual({ run: sampleRun(1) })
})

test('a benchmark with three metrics of 32 values takes at most 1.5 kB, 500 benchmarks less than 750 kB', () => {
  const run = largeRun(1, 500)
  const two = Buffer.byteLength(renderRun(run))
  expect(two).toBeLessThan(750_000)
  const third = (benchmark: Run['benchmarks'][number]) => ({ ...benchmark.metrics[1]!, metric: 'time.p95' })
  const three = {
    ...run,
    benchmarks: run.benchmarks.map((one) => ({ ...one, metrics: [...one.metrics, third(one)] })),
  }
  expect(Buffer.byteLength(renderRun(three)) / 500).toBeLessThan(1_500)
})

test('what is written is read again, whatever names and numbers it holds', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '',
      '\u202Egnp',
      '\ud800',
      'a\u0000b',
      '\u2028',
      '😀',
      '\r\n::error::x',
    ),
  )
  const value = fc
    .double({ min: 0, max: 1e15, noNaN: true })
    .map((number) => Number(number.toPrecision(5)) + 0)
  const run = fc
    .array(fc.record({ id: name, suite: name, values: fc.array(value, { maxLength: 40 }), subject: name }), {
      maxLength: 5,
    })
    .map((list) =>
      sampleRun(1, {
        commit: { ...sampleRun(1).commit, subject: list[0]?.subject ?? '' },
        benchmarks: list.map(({ id, suite, values }) => ({ id, suite, metrics: [sampleMetric({ values })] })),
      }),
    )
  fc.assert(
    fc.property(run, (run) => {
      const text = renderRun(run)
      expect(parse(text)).toEqual({ run })
      // Nothing in the file acts on a terminal, and no name begins a line.
      expect(text).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u)
      expect(renderRun(run)).toBe(text)
    }),
    { numRuns: 200, seed: 7 },
  )
})

test.each([
  ['cut off', renderRun(sampleRun(1)).slice(0, 200)],
  ['a byte order mark', `\ufeff${renderRun(sampleRun(1))}`],
  ['merge conflict', `<<<<<<< ours\n${renderRun(sampleRun(1))}`],
  ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
  ['nothing', ''],
])('no JSON: %s', (_, text) => {
  expect(problemOf(text)).toBe(`${runPath(sampleRun(1))} was left out: it is not JSON`)
})

test('JSON that is nested 100,000 deep is not parsed at all', () => {
  expect(problemOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toContain('nests deeper than 32')
  const inUnknownField = changed((run) => (run['later'] = JSON.parse('[['.repeat(20) + ']]'.repeat(20))))
  expect(problemOf(inUnknownField)).toContain('nests deeper than 32')
  expect(problemOf(changed((run) => (run['later'] = '['.repeat(1000) + '\\"')))).toBe('none')
})

test('a newer schema is named as such', () => {
  expect(problemOf(changed((run) => (run['schema'] = 2)))).toContain(
    'written by a newer Benchgate (schema 2; this one reads 1)',
  )
})

test('fields of a later version are ignored, and __proto__ is one', () => {
  const text = changed((run) => (run['later'] = { a: 1 })).replace(
    '{',
    '{"__proto__": {"schema": 9, "polluted": true},',
  )
  const parsed = parse(text)
  expect(parsed).toEqual({ run: sampleRun(1) })
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test.each([
  ['an infinite value', (run: Run) => renderRun(run).replace('4210000', '1e999')],
  ['a negative time', (run: Run) => renderRun(run).replace('4210000', '-1')],
  ['a word for a value', (run: Run) => renderRun(run).replace('4210000', '"4"')],
  ['no commit', () => changed((run) => delete run['commit'])],
  ['an array', () => '[]'],
  ['a number', () => '3'],
])('no run: %s', (_, text) => {
  expect(problemOf(text(sampleRun(1)))).toMatch(/was left out: it is no run \(/)
})

test('a value that is no number is refused, not stored as zero', () => {
  const run = sampleRun(1, {
    benchmarks: [{ id: 'a', suite: 'b', metrics: [sampleMetric({ values: [Number.NaN] })] }],
  })
  expect(problemOf(renderRun(run))).toContain('it is no run')
})

test('a file in the place of another one', () => {
  const parsed = parseRun(Buffer.from(renderRun(sampleRun(2))), runPath(sampleRun(1)))
  expect(parsed).toMatchObject({ problem: expect.stringContaining('belongs to another path') })
})

test('the path tells time, commit, run and attempt', () => {
  const run = {
    commit: { ...sampleRun(1).commit, sha: '4f1c2aa9d0e1'.padEnd(40, '0') },
    run: { id: '8123456', attempt: 3, recordedAt: '2026-11-20T10:15:30.512Z', key: 'default' },
  }
  expect(runPath(run)).toBe('runs/2026-11/20T101530Z-4f1c2aa9d0e1-8123456-3.json')
  const ofAnotherGate = { ...run, run: { ...run.run, key: 'node-22' } }
  expect(runPath(ofAnotherGate)).toBe('runs/2026-11/20T101530Z-4f1c2aa9d0e1-8123456-3-node-22.json')
  expect(isRunPath(runPath(ofAnotherGate))).toBe(true)
})

test('a metric below zero is possible where the unit allows it', () => {
  const metric = sampleMetric({ metric: 'leak', unit: 'B', values: [-12.5] })
  expect(
    runSchema.safeParse(sampleRun(1, { benchmarks: [{ id: 'a', suite: 'b', metrics: [metric] }] })).success,
  ).toBe(true)
  expect(shaOf('a')).toHaveLength(40)
})
