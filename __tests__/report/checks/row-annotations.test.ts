import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotationsOf } from '../../../src/report/checks/row-annotations.ts'
import { headlineText } from '../../../src/report/view/headline.ts'
import { anyAssessment } from '../arbitrary.ts'
import { assessment, row } from '../sample.ts'

const interval = { low: 0.151, high: 0.217, level: 0.95 }
const regression = (change = {}) =>
  row({
    benchmark: 'parser/large',
    verdict: 'regression',
    severity: 'fail',
    effect: 0.183,
    interval,
    base: { value: 4_210_000, p50: null },
    head: { value: 4_980_000, p50: null },
    confirmed: true,
    location: 'benchmarks/parser.bench.ts:21',
    ...change,
  })
const placeOf = (location: string | null, prefix = '') => {
  const [found] = annotationsOf(assessment([regression({ location })]), { prefix })
  return found && `${found.file}:${found.line}`
}

test('says on the line of the bench() call what was found and how to accept it', () => {
  expect(annotationsOf(assessment([regression()]), { prefix: 'packages/parser' })).toEqual([
    {
      level: 'error',
      title: 'parser/large: 18.3 % slower',
      message: [
        'time 4.21 → 4.98 ms, 18.3 % slower (95 % interval 15.1 to 21.7), budget 5 %.',
        'Measured again, and it held.',
        'The budget is set at .github/benchgate.yml:8.',
        'To accept, with your reason:',
        'npx benchgate accept parser/large --up-to 22% --reason "…"',
        'or add to .github/benchgate.yml below "accepted:"',
        '- { match: "parser/large", metric: time, up-to: 22%, reason: "why it is worth it" }',
      ].join('\n'),
      file: 'packages/parser/benchmarks/parser.bench.ts',
      line: 21,
    },
  ])
})

test('says of exact values that nothing was estimated, and of zero no percentage', () => {
  const side = (value: number) => ({ value, p50: null })
  const exact = { exact: true, confirmed: null, budget: null, location: null } as const
  const bytes = { metric: 'bytes', unit: 'B', effect: 1 / 6, interval: null, base: side(48), head: side(56) }
  const allocs = {
    metric: 'allocs',
    unit: 'count',
    effect: null,
    interval: null,
    base: side(0),
    head: side(2),
  }
  const found = annotationsOf(
    assessment([regression({ ...exact, ...bytes }), regression({ ...exact, ...allocs })]),
    { prefix: '' },
  )
  expect(found.map(({ title, message }) => [title, message.split('\n')[0]])).toEqual([
    ['parser/large: allocs up from 0', 'allocs 0 → 2, up from 0 (exact).'],
    ['parser/large: bytes 16.7 % more', 'bytes 48 → 56 B, 16.7 % more (exact).'],
  ])
})

test('failures come before warnings, and what is fine is not mentioned', () => {
  const rows = [
    row(),
    regression({ benchmark: 'b', severity: 'warn' }),
    row({ benchmark: 'c', verdict: 'accepted' }),
    regression({ benchmark: 'a' }),
    row({ benchmark: 'd', verdict: 'missing', severity: 'fail', location: null }),
  ]
  const found = annotationsOf(assessment(rows), { prefix: '' })
  expect(found.map(({ level, title }) => `${level} ${title}`)).toEqual([
    'error d: did not run',
    'error a: 18.3 % slower',
    'warning b: 18.3 % slower',
  ])
  expect(found[2]?.message).not.toMatch(/accept/)
})

test('there are at most 200', () => {
  const rows = Array.from({ length: 1_000 }, (_, i) => regression({ benchmark: `${i}` }))
  expect(annotationsOf(assessment(rows), { prefix: '' })).toHaveLength(200)
})

describe('the place', () => {
  test('is relative to the repository', () => {
    expect(placeOf('a.bench.ts:3')).toBe('a.bench.ts:3')
    expect(placeOf('a.bench.ts:3', 'packages/x/')).toBe('packages/x/a.bench.ts:3')
    expect(placeOf('a.bench.ts:3', './')).toBe('a.bench.ts:3')
    expect(placeOf('odd:name.ts:3')).toBe('odd:name.ts:3')
  })

  test.each([
    null,
    '',
    'a.bench.ts',
    'a.bench.ts:0',
    'a.bench.ts:1e9',
    '../a.bench.ts:3',
    'x/../../a.ts:3',
    '/etc/passwd:3',
    'C:\\x.ts:3',
    'a\nb.ts:3',
    `${'x/'.repeat(1_000)}a.ts:3`,
  ])('is left out where it is none of the project: %j', (location) => {
    expect(placeOf(location)).toBe('null:null')
  })
})

test('text from outside is plain, short and obeyed by nobody', () => {
  fc.assert(
    fc.property(anyAssessment, (a) => {
      for (const { title, message, file, line } of annotationsOf(a, { prefix: 'packages/x' })) {
        expect(title.length).toBeLessThan(1_000)
        expect(message.length).toBeLessThan(12_000)
        expect(`${title}\n${message}`).not.toMatch(/##\[|^\s*::|(?!\n|\u200d)[\p{Cc}\p{Cf}\p{Cs}]/mu)
        expect(file === null).toBe(line === null)
        if (file !== null) expect(file).toMatch(/^packages\/x\//)
      }
    }),
    { numRuns: 200 },
  )
})

test('what a recorded commit lost comes first', () => {
  const benchmarks = ['gone', 'a\n::error::b', ...Array.from({ length: 9 }, (_, i) => `${i}`)]
  const lost = { code: 'benchmarks-lost', sha: 'abcdef0123', benchmarks } as const
  const recorded = {
    ...assessment([regression({ severity: 'warn' }), row()]),
    command: 'record' as const,
    warnings: [lost],
  }
  expect(annotationsOf(recorded, { prefix: '' })[0]).toEqual({
    level: 'warning',
    title: 'Benchmarks lost',
    message:
      '11 benchmarks of the stored run of abcdef0 have no value in this one: "gone", "a\\n::error::b", "0", "1", "2", 6 more. Changes are compared with the older run until a push measures them again',
    file: null,
    line: null,
  })
  const quiet = { ...recorded, rows: [row()] }
  expect(headlineText(quiet)).toBe('⚠️ Recorded 1 benchmark: no change against the parent')
  expect(headlineText({ ...quiet, warnings: [] })).toBe(
    '✅ Recorded 1 benchmark: no change against the parent',
  )
})
