import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forScript, roundedJson } from '../../src/dashboard/embed.ts'
import { rounded } from '../../src/dashboard/rounded.ts'

test.each([
  [0.1 + 0.2, 0.3],
  [4.2104999e6, 4_210_500],
  [1234567.8, 1_234_600],
  [-0.01227012, -0.01227],
  [9.99999e-7, 0.000001],
  [99999.6, 100_000],
  [1.23456789e-300, 1.2346e-300],
  // Counts are exact.
  [123_456_789, 123_456_789],
  [0, 0],
])('%d is %d', (value, expected) => {
  expect(rounded(value)).toBe(expected)
})

test('five digits are the nearest ones, and as short as they can be', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
      fc.pre(!Number.isInteger(value))
      const five = rounded(value)
      expect(Math.abs(five - value)).toBeLessThanOrEqual(Math.abs(value) * 5.0001e-5)
      expect(Number(five.toPrecision(5))).toBe(five)
    }),
  )
})

test('JSON in an element script ends no element, begins no comment, and says the same', () => {
  const hostile = {
    a: '</script><script>alert(1)</script>',
    b: '<!--<script>',
    c: '\u2028\u2029\ud800',
    d: 1 / 3,
  }
  const text = forScript(roundedJson(hostile))
  expect(text).not.toMatch(/[<\u2028\u2029\ud800]/)
  expect(JSON.parse(text)).toEqual({ ...hostile, d: 0.33333 })
})

test('the size of a step has all digits, so that the page words it as the terminal does', () => {
  const change = { log: Math.log(3.4 / 3.2), low: [1 / 3] }
  expect(JSON.parse(roundedJson({ change }))).toEqual({ change: { ...change, low: [0.33333] } })
})
