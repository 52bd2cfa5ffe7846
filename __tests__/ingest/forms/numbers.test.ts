import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, grouped, isDigits } from '../../../src/ingest/forms/numbers.ts'
import { numeric } from '../../../src/ingest/forms/metrics.ts'

test.each([
  ['1249', 1249],
  ['1.884e3', 1884],
  ['-.5', -0.5],
  ['1,234', 1234],
  ['1,234,567.25', 1234567.25],
  ['1,32,30,691', 13230691],
  ['44,345.52', 44345.52],
])('%s with commas between thousands is %d', (text, value) => {
  expect(grouped(text)).toBe(value)
  expect(decimal(text)).toBe(text.includes(',') ? null : value)
})

test.each([
  '15,25',
  '0,5',
  '0,525',
  '1.234,5',
  '1.234,567',
  '1234,567',
  ',234',
  '1,234,56',
  '1,2,345',
  '12,34,567,89',
  '1 234',
  '1\u{202f}234',
  "1'234",
  '0x10',
  'NaN',
  '',
  '12 MB',
  '9'.repeat(61),
])('%j is not read', (text) => {
  expect([decimal(text), grouped(text), numeric(text)]).toEqual([null, null, Number.NaN])
})

test('what is a number in another notation is told from what is none', () => {
  expect(['15,25', '1.234,5', "1'234", '0:00,53', '-1,5e3'].map(isDigits)).toEqual(Array(5).fill(true))
  expect(['soon', '', 'n=1', '12MB', '['].map(isDigits)).toEqual(Array(5).fill(false))
})

test('a number of JSON may stand in quotes', () => {
  expect([3, '3', ' 1.5e3 ', Infinity].map(numeric)).toEqual([3, 3, 1500, Infinity])
  expect(['n/a', '1,5', '', true, null, {}, [1]].map(numeric)).toEqual(Array(7).fill(Number.NaN))
})

const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
  .map((value) => (value === 0 ? 0 : value))

test('a number comes back as it was printed, with and without commas between thousands', () => {
  fc.assert(
    fc.property(finite, fc.nat({ max: 6 }), (value, digits) => {
      const plain = value.toFixed(digits)
      for (const locale of ['en-US', 'en-IN']) {
        const format = { minimumFractionDigits: digits, maximumFractionDigits: digits }
        const written = Number(plain).toLocaleString(locale, format)
        // Digits that a double does not have are rounded in other ways.
        if (written.replaceAll(',', '') === plain) expect(grouped(written)).toBe(Number(plain))
      }
      expect(decimal(plain)).toBe(Number(plain))
      expect(decimal(String(value))).toBe(value)
    }),
  )
})

test('a decimal comma never gives another number', () => {
  fc.assert(
    fc.property(
      finite,
      fc.nat({ max: 6 }),
      fc.constantFrom('de-DE', 'fr-FR', 'de-CH', 'pl-PL'),
      (value, digits, locale) => {
        const written = value.toLocaleString(locale, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        })
        const isWhole = !/\D/.test(written.replace(/^-/, ''))
        const isPoint = locale === 'de-CH' && /^-?\d+\.\d+$/.test(written)
        if (!isWhole && !isPoint && !/^-?\d{1,3}\.\d{3}$/.test(written)) expect(decimal(written)).toBeNull()
        // 1,234 alone can be either.
        if (/,/.test(written) && !/^-?[1-9]\d{0,2},\d{3}$/.test(written)) expect(grouped(written)).toBeNull()
      },
    ),
  )
})
