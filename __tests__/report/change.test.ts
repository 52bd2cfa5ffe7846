import { describe, expect, test } from 'vitest'
import {
  besideWords,
  changeWords,
  directionOf,
  directionOfAll,
  intervalWords,
} from '../../src/report/change.ts'
import { sectionsOf } from '../../src/report/sections.ts'
import { assessment, row } from './sample.ts'

const time = (effect: number | null, low: number, high: number) =>
  row({ effect, interval: { low, high, level: 0.95 } })
const throughput = (effect: number, low: number, high: number) =>
  row({ metric: 'throughput', unit: 'ops/s', better: 'higher', effect, interval: { low, high, level: 0.95 } })

test.each([
  [time(0.183, 0.151, 0.217), '18.3 % slower', '15.1 to 21.7'],
  [time(-0.212, -0.226, -0.198), '21.2 % faster', '19.8 to 22.6'],
  [time(0.004, -0.012, 0.008), '0.4 % slower', '-1.2 to +0.8 %'],
  [time(-0.004, -0.012, 0.008), '0.4 % faster', '-0.8 to +1.2 %'],
  [time(0, -0.007, 0.007), 'no difference', '-0.7 to +0.7 %'],
  [time(0.05, 0, 0.1), '5.0 % slower', '0.0 to 10.0'],
  [throughput(-0.155, -0.178, -0.131), '15.5 % slower', '13.1 to 17.8'],
  [throughput(0.342, 0.321, 0.367), '34.2 % faster', '32.1 to 36.7'],
  [time(null, -0.1, 0.1), '—', '-10.0 to +10.0 %'],
])('case %#: %o', (r, words, interval) => {
  expect(changeWords(r)).toBe(words)
  expect(intervalWords(r)).toBe(interval)
})

test.each([
  ['ns', 'lower', 'slower', 'faster'],
  ['ns', 'higher', 'lower', 'higher'],
  ['ops/s', 'higher', 'slower', 'faster'],
  ['B/s', 'higher', 'slower', 'faster'],
  ['B/s', 'lower', 'more', 'less'],
  ['B', 'lower', 'more', 'less'],
  ['count', 'lower', 'more', 'less'],
  ['fraction', 'lower', 'more', 'less'],
  ['%', 'higher', 'lower', 'higher'],
  ['', 'higher', 'lower', 'higher'],
] as const)('%s, better %s: %s or %s', (unit, better, forWorse, forBetter) => {
  expect(directionOf({ unit, better })).toEqual({ worse: forWorse, better: forBetter })
  const sign = better === 'lower' ? 1 : -1
  expect(changeWords(row({ unit, better, effect: 0.25 * sign }))).toBe(`25.0 % ${forWorse}`)
  expect(changeWords(row({ unit, better, effect: -0.25 * sign }))).toBe(`25.0 % ${forBetter}`)
})

test('of several metrics, slower is said of speeds alone', () => {
  const bytes = row({ metric: 'bytes', unit: 'B' })
  expect(directionOfAll([row(), throughput(0.1, 0, 0.2)]).worse).toBe('slower')
  expect(directionOfAll([row(), bytes]).worse).toBe('worse')
  expect(directionOfAll([bytes]).better).toBe('better')
})

describe('without a ratio', () => {
  const allocs = (base: number | null, head: number | null) =>
    row({
      unit: 'count',
      exact: true,
      effect: null,
      interval: null,
      base: { value: base, p50: null },
      head: { value: head, p50: null },
    })

  test.each([
    [0, 2, 'up from 0'],
    [0, -2, 'down from 0'],
    [0, 0, 'no difference'],
    [null, 2, '—'],
    [2, null, '—'],
    [0, null, '—'],
  ])('%s to %s is %s', (base, head, words) => {
    expect(changeWords(allocs(base, head))).toBe(words)
  })

  test('what was zero comes before every percentage', () => {
    const rows = [
      row({ benchmark: 'large', verdict: 'regression', severity: 'fail', effect: 9 }),
      { ...allocs(0, 1), benchmark: 'zero', verdict: 'regression', severity: 'fail' } as const,
      { ...allocs(0, 5), benchmark: 'all', verdict: 'regression', severity: 'fail' } as const,
    ]
    expect(sectionsOf(assessment(rows)).failing.map(({ benchmark }) => benchmark)).toEqual([
      'all',
      'zero',
      'large',
    ])
  })
})

describe('exact values', () => {
  const bytes = (low: number, effect: number, high: number) =>
    row({ unit: 'B', exact: true, effect, interval: { low, high, level: 0.95 } })

  test('have no interval, unless they varied after all', () => {
    expect(besideWords(bytes(0.125, 0.125, 0.125))).toBe('exact')
    expect(besideWords(bytes(0.1, 0.125, 0.15))).toBe('varied: 10.0 to 15.0')
    expect(besideWords(row({ exact: true, interval: null }))).toBe('exact')
    expect(besideWords(row({ interval: null }))).toBeNull()
  })

  test('that differ are never called the same', () => {
    expect(changeWords(bytes(1e-6, 1e-6, 1e-6))).toBe('under 0.01 % more')
    expect(changeWords(bytes(-1e-6, -1e-6, -1e-6))).toBe('under 0.01 % less')
    expect(changeWords(bytes(0, 0, 0))).toBe('no difference')
  })
})

test('no interval, no words', () => {
  expect(intervalWords(row({ interval: null }))).toBeNull()
})
