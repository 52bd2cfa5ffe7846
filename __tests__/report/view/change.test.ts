import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../../src/model/assessment.ts'
import {
  besideWords,
  changeWords,
  directionOf,
  directionOfAll,
  effectWords,
  intervalWords,
} from '../../../src/report/view/change.ts'
import { sectionsOf } from '../../../src/report/view/sections.ts'
import { formatPair } from '../../../src/report/quantity.ts'
import { anyRow } from '../arbitrary.ts'
import { assessment, row } from '../sample.ts'

const time = (effect: number | null, low: number, high: number) =>
  row({ effect, interval: { low, high, level: 0.95 } })
const throughput = (effect: number, low: number, high: number) =>
  row({ metric: 'throughput', unit: 'ops/s', better: 'higher', effect, interval: { low, high, level: 0.95 } })

test.each([
  [time(0.183, 0.151, 0.217), '18.3 % slower', '15.1 to 21.7'],
  [time(-0.212, -0.226, -0.198), '21.2 % faster', '19.8 to 22.6'],
  [time(0.004, -0.012, 0.008), '0.4 % slower', '1.2 faster to 0.8 slower'],
  [time(-0.004, -0.012, 0.008), '0.4 % faster', '0.8 slower to 1.2 faster'],
  [time(0, -0.007, 0.007), 'no difference', '0.7 faster to 0.7 slower'],
  [time(0.05, 0, 0.1), '5.0 % slower', '0.0 to 10.0'],
  [throughput(-0.155, -0.178, -0.131), '15.5 % slower', '13.1 to 17.8'],
  [throughput(0.342, 0.321, 0.367), '34.2 % faster', '32.1 to 36.7'],
  [time(null, -0.1, 0.1), '—', '10.0 faster to 10.0 slower'],
  [time(null, 0.1, 0.2), '—', '10.0 to 20.0 slower'],
  [time(-0.113, -0.548, 1.27), '11.3 % faster', '127 slower to 54.8 faster'],
  [time(0, 0, 0.007), 'no difference', '0.0 to 0.7 slower'],
  [time(0, 0, 0), 'no difference', '0.0 to 0.0'],
  [time(-0.004, 0.001, 0.012), '0.4 % faster', '0.1 to 1.2 slower'],
  [throughput(0.02, -0.01, 0.05), '2.0 % faster', '1.0 slower to 5.0 faster'],
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

describe('what is shown agrees with itself', () => {
  const DIRECTIONS = ['slower', 'faster', 'more', 'less', 'lower', 'higher']

  test('no sign beside a word, and every end is covered by the right one', () => {
    fc.assert(
      fc.property(anyRow, (r) => {
        fc.pre(r.interval !== null)
        const words = intervalWords(r)!
        expect(words).not.toMatch(/(?<!e)[-+]/)
        const said = DIRECTIONS.filter((word) => effectWords(r).endsWith(` ${word}`))
        const ends = words.split(' to ')
        const { worse, better } = directionOf(r)
        const own = ends.map((end) => end.split(' ')[1])
        const ranks = [r.interval!.low, r.interval!.high].map((end) => worseBy(r, end))
        const needed = ranks.flatMap((by) => (Math.abs(by) < 5e-5 ? [] : [by > 0 ? worse : better]))
        const covering = own.map((word) => word ?? own[1] ?? said[0])
        for (const word of needed) expect(covering).toContain(word)
        if (needed.length === 2 && needed[0] !== needed[1]) expect(own.toSorted()).toEqual(needed.toSorted())
      }),
    )
  })

  test('the values beside a change show its direction', () => {
    const size = fc.double({ min: 1e-3, max: 1e12, noNaN: true })
    const change = fc.oneof(
      fc.double({ min: -0.9, max: 5, noNaN: true }),
      fc.double({ min: -0.002, max: 0.002, noNaN: true }),
    )
    fc.assert(
      fc.property(
        size,
        change,
        fc.constantFrom('ns', 'B', 'count', 'MB', 'fraction'),
        fc.boolean(),
        (base, by, unit, exact) => {
          const head = base * (1 + by)
          const effect = head / base - 1
          fc.pre(effectWords({ better: 'lower', unit, effect }) !== 'no difference')
          const [from = NaN, to = NaN] = formatPair(base, head, unit, exact)
            .split(' → ')
            .map((text) => Number(text.split(' ')[0]!.replaceAll(',', '')))
          expect(Math.sign(to - from)).toBe(Math.sign(effect))
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

const worseBy = (r: Row, effect: number) => (r.better === 'lower' ? effect : -effect)

test('no interval, no words', () => {
  expect(intervalWords(row({ interval: null }))).toBeNull()
})
