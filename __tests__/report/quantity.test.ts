import { expect, test } from 'vitest'
import {
  formatLevel,
  formatLimit,
  formatPair,
  formatQuantity,
  formatSeconds,
  percentDigits,
  plural,
} from '../../src/report/quantity.ts'

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
] as const)('%s %s is %s', (value, unit, text) => {
  expect(formatQuantity(value, unit)).toBe(text)
})

test.each([
  [4_210_000, 4_980_000, 'ns', '4.21 → 4.98 ms'],
  [998_000, 1_012_000, 'ns', '0.9980 → 1.012 ms'],
  [12_400_000, 12_440_000, 'ns', '12.40 → 12.44 ms'],
  [812, 4_000_000, 'ns', '812 ns → 4.00 ms'],
  [9_320_000, null, 'ns', '9.32 ms → —'],
  [37_300, 50_057, 'ops/s', '37.3 → 50.1 kops/s'],
] as const)('%s and %s %s are %s', (base, head, unit, text) => {
  expect(formatPair(base, head, unit)).toBe(text)
})

test('limits and levels are as a person wrote them', () => {
  expect(formatLimit(10e6, 'ns')).toBe('10 ms')
  expect(formatLimit(50_000, 'ops/s')).toBe('50 kops/s')
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
