import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatLevel,
  formatLimit,
  formatPair,
  formatQuantity,
  formatSeconds,
  percentDigits,
  plural,
  unitBeside,
} from '../../src/report/quantity.ts'
import { anyUnit } from './arbitrary.ts'

test.each([
  [0, 'ns', '0 ns'],
  [0.3127, 'ns', '0.313 ns'],
  [9.999, 'ns', '10.0 ns'],
  [318.4, 'ns', '318 ns'],
  [999.4, 'ns', '999 ns'],
  [999.6, 'ns', '1.00 µs'],
  [812_300, 'ns', '812 µs'],
  [4_210_000, 'ns', '4.21 ms'],
  [2.5e12, 'ns', '2,500 s'],
  [50_061, 'ops/s', '50.1 kops/s'],
  [3.2e9, 'ops/s', '3.20 Gops/s'],
  [0.25, 'ops/s', '0.250 ops/s'],
  [null, 'ns', '—'],
  [3, 'ns', '3.00 ns'],
  [0, 'B', '0 B'],
  [48, 'B', '48 B'],
  [312.5, 'B', '313 B'],
  [0.25, 'B', '0.250 B'],
  [51_200, 'B', '51.2 kB'],
  [4_200_000, 'B', '4.20 MB'],
  [7.5e9, 'B', '7.50 GB'],
  [3e13, 'B', '30.0 TB'],
  [1.21e9, 'B/s', '1.21 GB/s'],
  [0, 'count', '0'],
  [2, 'count', '2'],
  [2.5, 'count', '2.50'],
  [123_456_789, 'count', '123,456,789'],
  [123_456_789.5, 'count', '123,456,790'],
  [1e300, 'count', '1.00e+300'],
  [0.0123, 'fraction', '1.23 %'],
  [0, 'fraction', '0 %'],
  [1, 'fraction', '100 %'],
  [1e-9, 'fraction', '1.00e-7 %'],
  [93.2, '%', '93.2 %'],
  [60, 'frames', '60 frames'],
  [1_234.5, 'MB', '1,235 MB'],
  [12.5, '', '12.5'],
  [-3, '', '-3'],
  [1, 'a\u202eb\nc', '1 a\\u{202e}b\\nc'],
  [1, 'x'.repeat(40), '1 xxxxxxxxxxxxx…xxxxxx'],
  [1, 'constructor', '1 constructor'],
] as const)('%s %s is %s', (value, unit, text) => {
  expect(formatQuantity(value, unit)).toBe(text)
})

test.each([
  [4_210_000, 4_980_000, 'ns', '4.21 → 4.98 ms'],
  [998_000, 1_012_000, 'ns', '0.998 → 1.012 ms'],
  [12_400_000, 12_440_000, 'ns', '12.40 → 12.44 ms'],
  [812, 4_000_000, 'ns', '812 ns → 4.00 ms'],
  [9_320_000, null, 'ns', '9.32 ms → —'],
  [37_300, 50_057, 'ops/s', '37.3 → 50.1 kops/s'],
  [0, 4_210_000, 'ns', '0 → 4.21 ms'],
  [0, 0, 'ns', '0 → 0 ns'],
  [48, 56, 'B', '48 → 56 B'],
  [0, 2, 'count', '0 → 2'],
  [0.001, 1_200, 'MB', '0.00100 → 1,200 MB'],
  [0.001, 0.0035, 'fraction', '0.100 → 0.350 %'],
  [12, 4_000_000, 'B', '12 B → 4.00 MB'],
  [null, 2, 'count', '— → 2'],
  [1_048_576, 1_048_577, 'B', '1.049 → 1.049 MB'],
  [1_240, 1_240.5, 'ns', '1.2400 → 1.2405 µs'],
  [15_310, 15_308, 'ns', '15.310 → 15.308 µs'],
  [15_310, 15_310.2, 'ns', '15.31 → 15.31 µs'],
  [9_320_000, 98_700_000, 'ns', '9.32 → 98.7 ms'],
  [9_320_000, 90_700_000, 'ns', '9.3 → 90.7 ms'],
  [9.996, 9.999, 'ns', '9.996 → 9.999 ns'],
  [2, 2.5, 'count', '2.00 → 2.50'],
  [9_999.5, 10_000.4, 'count', '9,999.5 → 10,000.4'],
  [9.9e15, 1.01e16, 'ns', '9.900e+6 → 1.010e+7 s'],
  [9_900_000.5, 10_100_000, 'MB', '9,900,001 → 10,100,000 MB'],
] as const)('%s and %s %s are %s', (base, head, unit, text) => {
  expect(formatPair(base, head, unit)).toBe(text)
})

describe('exact values', () => {
  test.each([
    [1_048_576, 1_048_577, 'B', '1,048,576 → 1,048,577 B'],
    [1_048_576, 1_048_576, 'B', '1.049 → 1.049 MB'],
    [0.5, 0.500001, 'fraction', '50.0000 → 50.0001 %'],
    [10_000.1, 10_000.2, 'count', '10,000.1 → 10,000.2'],
    [51_200, 53_412, 'B', '51.2 → 53.4 kB'],
  ] as const)('%d and %d %s are %s', (base, head, unit, text) => {
    expect(formatPair(base, head, unit, true)).toBe(text)
  })

  test('never look the same when they are not', () => {
    const bytes = fc.nat(2 ** 31)
    fc.assert(
      fc.property(bytes, bytes, fc.constantFrom('B', 'count', 'MB', ''), (base, head, unit) => {
        fc.pre(base !== head)
        const [from, to] = formatPair(base, head, unit, true).split(' → ')
        expect(from).not.toBe(to?.split(' ')[0])
      }),
    )
  })
})

test('a unit is not said twice', () => {
  expect(unitBeside({ metric: 'instructions', unit: 'instructions' })).toBe('')
  expect(unitBeside({ metric: 'frames', unit: 'MB' })).toBe('MB')
  expect(unitBeside({ metric: 'ns', unit: 'ns' })).toBe('ns')
})

test('every number in every unit is short, on one line, and a number', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(number, number, anyUnit, fc.boolean(), (base, head, unit, exact) => {
      for (const text of [
        formatQuantity(base, unit),
        formatPair(base, head, unit, exact),
        formatLimit(base, unit),
        percentDigits(base),
      ]) {
        expect(text.replaceAll(unit, '')).not.toMatch(/NaN|Infinity|undefined/)
        expect(text).toMatch(/^-?\d/)
        expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
        expect(text.length).toBeLessThan(400)
      }
    }),
  )
})

test('limits and levels are as a person wrote them', () => {
  expect(formatLimit(10e6, 'ns')).toBe('10 ms')
  expect(formatLimit(50_000, 'ops/s')).toBe('50 kops/s')
  expect(formatLimit(50_000, 'B')).toBe('50 kB')
  expect(formatLimit(1_000_001, 'count')).toBe('1,000,001')
  expect(formatLimit(0.001, 'fraction')).toBe('0.1 %')
  expect(formatLimit(0.29, 'fraction')).toBe('29 %')
  expect(formatLimit(0, 'fraction')).toBe('0 %')
  expect(formatLimit(16, 'widgets')).toBe('16 widgets')
  expect(formatLimit(16, '')).toBe('16')
  expect(formatLevel(0.05)).toBe('5 %')
  expect(formatLevel(0.025)).toBe('2.5 %')
  expect(formatLevel(0.07)).toBe('7 %')
})

test.each([
  [0.183, '18.3'],
  [-0.212, '21.2'],
  [0.0004, '0.04'],
  [0, '0.0'],
  [0.9996, '100'],
  [12.5, '1,250'],
] as const)('%d has the percentage %s', (fraction, digits) => {
  expect(percentDigits(fraction)).toBe(digits)
})

test.each([
  [8.42, '8.4 s'],
  [41.3, '41 s'],
  [59.7, '1 min'],
  [312.4, '5 min 12 s'],
  [3_780, '1 h 3 min'],
] as const)('%d seconds are %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text)
})

test('counts', () => {
  expect(plural(1, 'benchmark')).toBe('1 benchmark')
  expect(plural(5_000, 'benchmark')).toBe('5,000 benchmarks')
  expect(plural(2, 'entry', 'entries')).toBe('2 entries')
})
